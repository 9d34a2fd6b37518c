// People registered for aid: own, father's, grandfather's and family name, birth year, sex, village, and a case number that
// the household shares. Children of one father agree in all but own name, year and sex.
import type { Random } from "../../../src/generate/random/random.ts";
import { drawRecordCount } from "./drawRecordCount.ts";
import { type Kind, SetBuilder } from "./kind.ts";
import { pickSkewed } from "./words/pickSkewed.ts";
import { pickUnused } from "./words/pickUnused.ts";

const fullSize = 14_000;
const columns = [
  "first_name",
  "father_name",
  "grandfather_name",
  "family_name",
  "birth_year",
  "sex",
  "village_of_origin",
  "case_no",
];
/** Names with the spellings that clerks choose from, the usual one first. */
const mensNames =
  "Mohammed/Mohamad/Muhammad Ahmed/Ahmad Ali Hassan/Hasan Hussein/Hussain Khaled/Khalid Omar Youssef/Yousef Ibrahim Abdullah/Abdulla Mahmoud Samir Tariq/Tarek Mustafa Hamza Said/Saeed Rashid Karim Nasser Jamal Walid Bilal Anas Yasser".split(
    " ",
  );
const womensNames =
  "Fatima/Fatma Aisha Maryam/Mariam Zainab/Zeinab Khadija Noor/Nour Layla/Leila Amina Salma Huda Rania Samira Hanan Iman Sara Dina Reem Lina".split(
    " ",
  );
const familyNames =
  "al-Ahmad al-Hassan al-Ali Shami Halabi Homsi Darwish Khalil Najjar Haddad Sabbagh Masri Tamimi Jaber Saleh Mansour".split(
    " ",
  );
const villages = "Zeit Hamra Issa Nour Dahab Salim Ayoub"
  .split(" ")
  .flatMap((end) => "Ain Kafr Tell Deir Bir".split(" ").map((start) => `${start} ${end}`));
const firstCase = 10_001;
const lastCase = 14_000;
const membersMax = 6;

export const fourNames: Kind = {
  name: "four names",
  description: "own, father's, grandfather's and family name, birth year, village, case number of the household",
  make(random, scale) {
    const builder = new SetBuilder();
    const size = Math.round(fullSize * scale);
    let person = 0;
    for (let caseNumber = firstCase; builder.count < size; caseNumber += 1) {
      for (const member of drawHousehold(caseNumber, random)) {
        for (let records = drawRecordCount(random); records > 0; records -= 1)
          builder.add(person, takeDown(member, random));
        person += 1;
      }
    }
    return builder.finish(random, { name: this.name, columns });
  },
};

interface Member {
  readonly given: string;
  readonly father: string;
  readonly grandfather: string;
  readonly family: string;
  readonly year: number;
  readonly sex: "M" | "F";
  readonly village: string;
  readonly caseNumber: number;
}

function drawHousehold(caseNumber: number, random: Random): Member[] {
  const shared = {
    father: pickSkewed(mensNames, random),
    grandfather: pickSkewed(mensNames, random),
    family: pickSkewed(familyNames, random, 1.7),
    village: pickSkewed(villages, random, 1.6),
    caseNumber,
  };
  const used = new Set<string>();
  return Array.from({ length: random.between(1, membersMax) }, () => {
    const sex = random.pick(["M", "F"] as const);
    const given = pickUnused(sex === "M" ? mensNames : womensNames, used, random);
    return { ...shared, given, sex, year: random.between(1960, 2020) };
  });
}

function takeDown(member: Member, random: Random): string[] {
  const { given, father, grandfather, family, year, sex, village, caseNumber } = member;
  return [
    spell(given, random),
    random.chance(0.07) ? "" : spell(father, random),
    random.chance(0.3) ? "" : spell(grandfather, random),
    random.chance(0.05) ? "" : family.replace("al-", random.pick(["al-", "Al ", ""])),
    String(random.chance(0.12) ? year + random.pick([-1, 1, 2]) : year),
    sex,
    random.chance(0.1) ? pickSkewed(villages, random, 1.6) : village,
    writeCase(caseNumber, random),
  ];
}

const spell = (name: string, random: Random): string => pickSkewed(name.split("/"), random, 1.5);

/** Half of the records have the household's number, one in twenty another's, the rest none. */
function writeCase(caseNumber: number, random: Random): string {
  const chance = random.next();
  if (chance >= 0.55) return "";
  return `C${String(chance < 0.5 ? caseNumber : random.between(firstCase, lastCase)).padStart(6, "0")}`;
}
