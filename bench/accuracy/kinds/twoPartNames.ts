// Names of up to two parts in four columns and the birth date in three; one record in ten is a second one of somebody,
// with one or two slips.
import type { Random } from "../../../src/generate/random/random.ts";
import { type Kind, SetBuilder } from "./kind.ts";
import { mistype } from "./slips/mistype.ts";
import { drawDate, slipDate } from "./slips/slipDate.ts";
import { mensNames, womensNames } from "./words/givenNames.ts";
import { makeSurnames } from "./words/makeSurnames.ts";
import { pickSkewed } from "./words/pickSkewed.ts";

const fullSize = 10_000;
const columns = ["fname_c1", "fname_c2", "lname_c1", "lname_c2", "by", "bm", "bd"];

export const twoPartNames: Kind = {
  name: "two-part names",
  description: "names of up to two parts, birth date in three columns, one record in ten a duplicate",
  make(random, scale) {
    const surnames = [
      ..."Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Werner"
        .toUpperCase()
        .split(" "),
      ...makeSurnames(700, random).map((name) => name.toUpperCase()),
    ];
    const builder = new SetBuilder();
    const people = Math.round(fullSize * scale * 0.9);
    for (let person = 0; person < people; person += 1) {
      const list = random.chance(0.5) ? womensNames : mensNames;
      const given = (): string => pickSkewed(list, random, 2).toUpperCase();
      const born = drawDate(random, 1925, 2005);
      const names = [
        given(),
        random.chance(0.02) ? given() : "",
        pickSkewed(surnames, random, 2.2),
        random.chance(0.01) ? pickSkewed(surnames, random, 2.2) : "",
      ];
      const row = [...names, String(born.year), String(born.month), String(born.day)];
      builder.add(person, row);
      if (person % 9 === 0) builder.add(person, withSlips(row, random));
    }
    return builder.finish(random, { name: this.name, columns });
  },
};

function withSlips(row: readonly string[], random: Random): string[] {
  const copy = [...row];
  for (let slips = random.between(1, 2); slips > 0; slips -= 1) {
    if (random.chance(0.4)) {
      const date = { year: Number(copy[4]), month: Number(copy[5]), day: Number(copy[6]) };
      const slipped = slipDate(date, random);
      copy.splice(4, 3, String(slipped.year), String(slipped.month), String(slipped.day));
    } else {
      const place = random.pick([0, 2]);
      copy[place] = mistype(copy[place] as string, random).toUpperCase();
    }
  }
  return copy;
}
