// Two sources of 25,000 people, half of them in both, each once; in the second, postcode and address were scanned.
import { type Kind, SetBuilder } from "./kind.ts";
import { misread } from "./slips/misread.ts";
import { mistype } from "./slips/mistype.ts";
import { drawDate, isoDate, slipDate } from "./slips/slipDate.ts";
import { mensNames, womensNames } from "./words/givenNames.ts";
import { makeSurnames } from "./words/makeSurnames.ts";
import { pickSkewed } from "./words/pickSkewed.ts";
import { drawStreet, makeTowns } from "./words/streets.ts";

const fullSize = 25_000;

export const scannedAddresses: Kind = {
  name: "scanned addresses",
  description: "two sources of 25,000, half overlapping, postcode and address scanned in one",
  make(random, scale) {
    const size = Math.round(fullSize * scale);
    const surnames = makeSurnames(2500, random);
    const towns = makeTowns(120, random);
    const builder = new SetBuilder();
    for (let person = 0; person < size * 1.5; person += 1) {
      const given = pickSkewed(random.chance(0.5) ? womensNames : mensNames, random);
      const surname = pickSkewed(surnames, random);
      const born = drawDate(random, 1930, 2005);
      const town = random.below(towns.length);
      const home = `${random.between(1, 200)} ${drawStreet(random)}, ${towns[town] ?? ""}`;
      const postcode = `${(towns[town] ?? "").slice(0, 2).toUpperCase()}${town % 20} ${random.below(10)}${random.pick([..."ABDEFGHJLN"])}${random.pick([..."PQRSTUWXYZ"])}`;
      if (person < size) builder.add(person, [given, surname, isoDate(born), home, postcode], "first");
      if (person < size / 2) continue;
      const name = (text: string): string => (random.chance(0.04) ? mistype(text, random) : text);
      const date = random.chance(0.02) ? slipDate(born, random) : born;
      const scanned = [misread(home, 0.06, random), misread(postcode, 0.08, random)];
      builder.add(person, [name(given), name(surname), random.chance(0.05) ? "" : isoDate(date), ...scanned], "second");
    }
    const columns = ["forename", "family_name", "born", "lives_at", "pc"];
    return builder.finish(random, { name: this.name, columns, hasSources: true, acrossOnly: true });
  },
};
