// A health register: whole name, mother's whole name, birth date, sex and municipality. Brothers and sisters share the
// mother and both surnames, twins the birth date too, and mothers are shortened, misspelt or missing.
import type { Random } from "../../../src/generate/random/random.ts";
import { drawRecordCount } from "./drawRecordCount.ts";
import { type Kind, SetBuilder } from "./kind.ts";
import { mistype } from "./slips/mistype.ts";
import { type CalendarDate, drawDate, slashedDate, slipDate } from "./slips/slipDate.ts";
import { makeNames } from "./words/makeNames.ts";
import { pickSkewed } from "./words/pickSkewed.ts";
import { pickUnused } from "./words/pickUnused.ts";

const fullSize = 30_000;
const columns = ["nome", "nome_mae", "dt_nascimento", "sexo", "municipio"];
const consonants = [..."bcdfghjklmnprstvz"];
const vowels = [..."aeiou"];
const particles = [["da"], ["de"], ["dos"], [], []];
const twinShare = 0.01;
const sameSexTwinShare = 0.65;

export const mothersNames: Kind = {
  name: "mothers' names",
  description: "whole name, mother's whole name, birth date, sex, municipality; brothers, sisters and twins",
  make(random, scale) {
    const words = makeWords(random);
    const builder = new SetBuilder();
    const size = Math.round(fullSize * scale);
    let person = 0;
    while (builder.count < size) {
      for (const child of drawChildren(words, random)) {
        for (let records = drawRecordCount(random); records > 0; records -= 1)
          builder.add(person, takeDown(child, words, random));
        person += 1;
      }
    }
    return builder.finish(random, { name: this.name, columns });
  },
};

interface Words {
  readonly women: readonly string[];
  readonly men: readonly string[];
  readonly surnames: readonly string[];
  readonly municipalities: readonly string[];
}

interface Child {
  readonly name: string;
  readonly mother: string;
  readonly born: CalendarDate;
  readonly sex: "M" | "F";
  readonly municipality: string;
}

function makeWords(random: Random): Words {
  const make = (count: number, syllables: readonly [number, number], ends: readonly string[]): string[] =>
    makeNames(count, { consonants, vowels, syllables, ends }, random);
  return {
    women: make(200, [1, 3], ["na", "ra", "lia", "ne"]),
    men: make(200, [1, 3], ["no", "do", "son", "el"]),
    surnames: make(500, [2, 4], ["", "s", "z", "r"]),
    municipalities: make(200, [3, 5], [""]),
  };
}

function drawChildren(words: Words, random: Random): Child[] {
  const surname = (): string => pickSkewed(words.surnames, random, 2.4);
  const second = random.chance(0.4) ? [pickSkewed(words.women, random)] : [];
  const mothersSurnames = Array.from({ length: random.pick([1, 2, 2, 3]) }, surname);
  const mother = [pickSkewed(words.women, random), ...second, ...random.pick(particles), ...mothersSurnames].join(" ");
  const last = [mothersSurnames.at(-1), surname()].join(" ");
  const municipality = pickSkewed(words.municipalities, random, 2.6);
  const used = new Set<string>();
  const bear = (born: CalendarDate, sex: "M" | "F"): Child => {
    const names = sex === "M" ? words.men : words.women;
    const given = pickUnused(names, used, random);
    const name = [given, ...(random.chance(0.5) ? [pickSkewed(names, random)] : []), last].join(" ");
    return { name, mother, born, sex, municipality };
  };
  const children: Child[] = [];
  for (let births = random.pick([1, 1, 2, 3]); births > 0; births -= 1) {
    const child = bear(drawDate(random, 1950, 2020), random.pick(["M", "F"]));
    children.push(child);
    if (!random.chance(twinShare)) continue;
    children.push(bear(child.born, random.chance(sameSexTwinShare) ? child.sex : otherSex(child.sex)));
  }
  return children;
}

const otherSex = (sex: "M" | "F"): "M" | "F" => (sex === "M" ? "F" : "M");

function takeDown({ name, mother, born, sex, municipality }: Child, words: Words, random: Random): string[] {
  return [
    writeName(name, random).toUpperCase(),
    writeMother(mother, random).toUpperCase(),
    slashedDate(random.chance(0.04) ? slipDate(born, random) : born),
    random.chance(0.02) ? otherSex(sex) : sex,
    (random.chance(0.1) ? pickSkewed(words.municipalities, random, 2.6) : municipality).toUpperCase(),
  ];
}

/** At times a middle part is left out, a letter is wrong, or the middle parts are initials. */
function writeName(name: string, random: Random): string {
  const parts = name.split(" ");
  const slip = random.next();
  if (slip < 0.12 && parts.length > 2) return parts.toSpliced(random.between(1, parts.length - 2), 1).join(" ");
  if (slip < 0.2) return mistype(name, random);
  if (slip >= 0.24) return name;
  return parts.map((part, i) => (i === 0 || i === parts.length - 1 ? part : part.charAt(0))).join(" ");
}

/** At times missing, first and last part alone, or with a wrong letter. */
function writeMother(mother: string, random: Random): string {
  const parts = mother.split(" ");
  const slip = random.next();
  if (slip < 0.1) return "";
  if (slip < 0.2) return `${parts[0]} ${parts.at(-1)}`;
  return slip < 0.28 ? mistype(mother, random) : mother;
}
