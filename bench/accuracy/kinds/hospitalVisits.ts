// Hospital rows: a third are copies to the letter, people come up to fourteen times, move and marry in between, and
// relatives share the telephone.
import type { Random } from "../../../src/generate/random/random.ts";
import { type Kind, SetBuilder } from "./kind.ts";
import { mistype } from "./slips/mistype.ts";
import { drawDate, isoDate, slipDate } from "./slips/slipDate.ts";
import { mensNames, womensNames } from "./words/givenNames.ts";
import { makeSurnames } from "./words/makeSurnames.ts";
import { pickSkewed } from "./words/pickSkewed.ts";

const fullSize = 12_000;
const visitsMax = 14;

export const hospitalVisits: Kind = {
  name: "hospital visits",
  description: "a third of the rows identical to another, clusters up to fourteen, columns txt_1 … txt_7",
  make(random, scale) {
    const surnames = makeSurnames(1200, random);
    const builder = new SetBuilder();
    const size = Math.round(fullSize * scale);
    for (let person = 0; builder.count < size; person += 1) {
      const isWoman = random.chance(0.5);
      const phone = `0${random.between(2000, 9999)} ${random.between(100000, 999999)}`;
      let row = [
        pickSkewed(surnames, random),
        pickSkewed(isWoman ? womensNames : mensNames, random),
        isWoman ? "F" : "M",
        isoDate(drawDate(random, 1925, 2020)),
        String(random.between(10000, 10400)),
        phone,
        `K${random.between(1, 40)}`,
      ];
      const visits = Math.min(visitsMax, 1 + Math.floor(random.exponential(1.9)));
      for (let visit = 0; visit < visits; visit += 1) {
        if (visit > 0 && !random.chance(0.68)) row = changed(row, surnames, random);
        builder.add(person, random.chance(0.1) ? slipped(row, random) : row);
      }
    }
    return builder.finish(random, { name: this.name, columns: row7 });
  },
};

const row7 = Array.from({ length: 7 }, (_, i) => `txt_${i + 1}`);

function changed(row: readonly string[], surnames: readonly string[], random: Random): string[] {
  const copy = [...row];
  if (random.chance(0.05)) copy[0] = pickSkewed(surnames, random);
  if (random.chance(0.4)) copy[4] = String(random.between(10000, 10400));
  if (random.chance(0.4))
    copy[5] = random.chance(0.3) ? "" : `0${random.between(2000, 9999)} ${random.between(100000, 999999)}`;
  copy[6] = `K${random.between(1, 40)}`;
  return copy;
}

function slipped(row: readonly string[], random: Random): string[] {
  const copy = [...row];
  const place = random.below(4);
  if (place === 3) {
    const [year, month, day] = (copy[3] as string).split("-").map(Number);
    copy[3] = isoDate(slipDate({ year: year ?? 1900, month: month ?? 1, day: day ?? 1 }, random));
  } else if (place === 2) copy[2] = "";
  else copy[place] = mistype(copy[place] as string, random);
  return copy;
}
