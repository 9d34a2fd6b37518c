// Given name, surname and birth date, nothing else, in columns that are not named: people of five alphabets as five
// offices romanise them. Common names and few fields make chance agreement the danger.
import type { Random } from "../../../src/generate/random/random.ts";
import { type Kind, SetBuilder } from "./kind.ts";
import { mistype } from "./slips/mistype.ts";
import { type CalendarDate, dottedDate, drawDate, slipDate } from "./slips/slipDate.ts";
import { pickSkewed } from "./words/pickSkewed.ts";
import { makeNamings, type Naming, type SpelledName } from "./words/transliterations.ts";

const fullSize = 100_000;

export const transliteratedNames: Kind = {
  name: "transliterated names",
  description: "given name, surname and birth date only; five alphabets romanised by five offices; columns v1 … v3",
  make(random, scale) {
    const namings = makeNamings(random).flatMap((naming) => new Array<Naming>(naming.weight).fill(naming));
    const builder = new SetBuilder();
    const size = Math.round(fullSize * scale);
    for (let person = 0; builder.count < size; person += 1) {
      const naming = random.pick(namings);
      const someone = {
        given: pickSkewed(naming.given, random, 1.5),
        surname: pickSkewed(naming.surnames, random, 1.7),
        born: drawDate(random, 1935, 2008),
      };
      const records = random.chance(0.7) ? 1 : random.pick([2, 2, 2, 3, 4]);
      for (let i = 0; i < records && builder.count < size; i += 1) builder.add(person, takeDown(someone, random));
    }
    return builder.finish(random, { name: this.name, columns: ["v1", "v2", "v3"] });
  },
};

interface Someone {
  readonly given: SpelledName;
  readonly surname: SpelledName;
  readonly born: CalendarDate;
}

function takeDown({ given, surname, born }: Someone, random: Random): string[] {
  const office = random.chance(0.6) ? 0 : random.below(5);
  const typed = (name: string): string => (random.chance(0.03) ? mistype(name, random) : name);
  const names = [typed(given(office)), typed(surname(office))];
  if (random.chance(0.01)) names.reverse();
  const date = random.chance(0.025) ? slipDate(born, random) : born;
  return [...names, random.chance(0.01) ? "" : dottedDate(date)];
}
