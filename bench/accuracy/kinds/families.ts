// Families in one file: address, surname and landline shared, twins, sons named after their fathers, names changed by
// marriage, moves. Relatives look more alike than many records of one person.
import type { Random } from "../../../src/generate/random/random.ts";
import { type Kind, SetBuilder } from "./kind.ts";
import { mistype } from "./slips/mistype.ts";
import { type CalendarDate, drawDate, isoDate, slipDate } from "./slips/slipDate.ts";
import { mensNames, womensNames } from "./words/givenNames.ts";
import { makeSurnames } from "./words/makeSurnames.ts";
import { pickSkewed } from "./words/pickSkewed.ts";
import { drawStreet, makeTowns } from "./words/streets.ts";

const fullSize = 30_000;
const columns = ["first_name", "last_name", "date_of_birth", "address", "city", "telephone"];

interface Member {
  readonly given: string;
  readonly born: CalendarDate;
  readonly isBride: boolean;
}

export const families: Kind = {
  name: "families",
  description: "shared surname, address and landline, twins, namesake sons, married names, moves",
  make(random, scale) {
    const surnames = makeSurnames(3000, random);
    const towns = makeTowns(80, random);
    const home = (): string[] => [
      `${random.between(1, 250)} ${drawStreet(random)}`,
      pickSkewed(towns, random),
      `0${random.between(1000, 1900)}${random.between(100000, 999999)}`,
    ];
    const builder = new SetBuilder();
    const size = Math.round(fullSize * scale);
    let person = 0;
    while (builder.count < size) {
      const surname = pickSkewed(surnames, random);
      const homes = [home(), home()];
      for (const member of drawFamily(random)) {
        const maiden = pickSkewed(surnames, random);
        const records = random.chance(0.55) ? 1 : random.between(2, 4);
        for (let i = 0; i < records; i += 1) {
          const isLate = random.chance(0.7);
          const last = member.isBride && !isLate ? maiden : surname;
          builder.add(person, takeDown(member, last, homes[isLate ? 0 : 1] as string[], random));
        }
        person += 1;
      }
    }
    return builder.finish(random, { name: this.name, columns });
  },
};

function drawFamily(random: Random): Member[] {
  const father = { given: pickSkewed(mensNames, random), born: drawDate(random, 1940, 1985), isBride: false };
  const mother = {
    given: pickSkewed(womensNames, random),
    born: drawDate(random, father.born.year - 5, father.born.year + 5),
    isBride: true,
  };
  const members: Member[] = [father, mother];
  for (let child = random.below(4); child > 0; child -= 1) {
    const isSon = random.chance(0.5);
    const given = isSon && random.chance(0.06) ? father.given : pickSkewed(isSon ? mensNames : womensNames, random);
    const born = drawDate(random, father.born.year + 20, father.born.year + 40);
    members.push({ given, born, isBride: false });
    if (random.chance(0.03))
      members.push({ given: pickSkewed(isSon ? mensNames : womensNames, random, 1), born, isBride: false });
  }
  return members.slice(random.chance(0.3) ? 1 : 0);
}

function takeDown({ given, born }: Member, last: string, home: readonly string[], random: Random): string[] {
  const typed = (text: string): string => (random.chance(0.04) ? mistype(text, random) : text);
  const date = random.chance(0.03) ? slipDate(born, random) : born;
  const row = [typed(given), typed(last), isoDate(date), ...home.map(typed)];
  return row.map((value, place) => (place > 1 && random.chance(0.05) ? "" : value));
}
