// A few hundred records of two lists with a whole name and a house's address, nothing else: too few to learn much from.
import type { Random } from "../../../src/generate/random/random.ts";
import { type Kind, SetBuilder } from "./kind.ts";
import { mistype } from "./slips/mistype.ts";
import { mensNames, womensNames } from "./words/givenNames.ts";
import { makeSurnames } from "./words/makeSurnames.ts";
import { pickSkewed } from "./words/pickSkewed.ts";
import { drawStreet } from "./words/streets.ts";

export const namesAndHouses: Kind = {
  name: "names and houses",
  description: "two lists of a few hundred, whole name and house address only, families among them",
  make(random, scale) {
    const surnames = makeSurnames(150, random);
    const builder = new SetBuilder();
    let person = 0;
    for (let house = 0; house < 260 * Math.max(scale, 0.5); house += 1) {
      const surname = pickSkewed(surnames, random);
      const address = `${random.between(1, 120)} ${drawStreet(random)}`;
      const members = random.pick([1, 1, 2, 2, 3]);
      for (let member = 0; member < members; member += 1, person += 1) {
        const given = random.pick([...womensNames, ...mensNames]);
        const where = random.below(10);
        if (where < 7) builder.add(person, [`${given} ${surname}`, address], "parish");
        if (where >= 4) builder.add(person, takeAgain(given, surname, address, random), "taxes");
      }
    }
    return builder.finish(random, { name: this.name, columns: ["name", "house"], hasSources: true, acrossOnly: true });
  },
};

function takeAgain(given: string, surname: string, address: string, random: Random): string[] {
  const first = random.chance(0.15) ? `${given.charAt(0)}.` : random.chance(0.1) ? mistype(given, random) : given;
  const last = random.chance(0.12) ? mistype(surname, random) : surname;
  const name = random.chance(0.5) ? `${last}, ${first}` : `${first} ${last}`;
  const short = address
    .replace(/Street$/, "St")
    .replace(/Road$/, "Rd")
    .replace(/Avenue$/, "Ave");
  return [name, random.chance(0.1) ? mistype(short, random) : random.chance(0.08) ? "" : short];
}
