// Two systems put under one header: one has whole names, surname first, and dates, the other has the parts of names, the year of
// birth alone, and postcodes in digits of its own script. Both hold a person several times.
import type { Random } from "../../../src/generate/random/random.ts";
import { inArabicDigits } from "../variants/nativeDigits.ts";
import { drawRecordCount } from "./drawRecordCount.ts";
import { type Kind, SetBuilder } from "./kind.ts";
import { mistype } from "./slips/mistype.ts";
import { type CalendarDate, drawDate, isoDate, slipDate } from "./slips/slipDate.ts";
import { englishMensNames, englishWomensNames } from "./words/englishNames.ts";
import { makeSurnames } from "./words/makeSurnames.ts";
import { pickSkewed } from "./words/pickSkewed.ts";
import { makeTowns } from "./words/streets.ts";

const fullSize = 13_000;
const columns = ["name", "first_name", "last_name", "born", "town", "postcode"];

export const twoSystems: Kind = {
  name: "two systems",
  description:
    "half whole names and dates, half parts of names, years and postcodes in other digits; nothing says which",
  make(random, scale) {
    const drawPerson = createPeople(random);
    const builder = new SetBuilder();
    const size = Math.round(fullSize * scale);
    for (let person = 0; builder.count < size; person += 1) {
      const own = drawPerson();
      for (let records = drawRecordCount(random); records > 0; records -= 1) {
        builder.add(person, random.chance(0.5) ? takeWhole(own, random) : takeParts(own, random));
      }
    }
    return builder.finish(random, { name: this.name, columns });
  },
};

interface Person {
  readonly given: string;
  readonly surname: string;
  readonly born: CalendarDate;
  readonly town: string;
  readonly postcode: string;
}

function createPeople(random: Random): () => Person {
  const surnames = makeSurnames(1500, random);
  const towns = makeTowns(60, random);
  return () => ({
    given: pickSkewed(random.chance(0.5) ? englishWomensNames : englishMensNames, random),
    surname: pickSkewed(surnames, random, 2.4),
    born: drawDate(random, 1940, 2005),
    town: pickSkewed(towns, random),
    postcode: String(random.between(10_000, 99_999)),
  });
}

const slip = (text: string, random: Random): string => (random.chance(0.05) ? mistype(text, random) : text);

function takeWhole({ given, surname, born, town }: Person, random: Random): string[] {
  const date = isoDate(random.chance(0.03) ? slipDate(born, random) : born);
  const whole = `${slip(surname, random)}, ${slip(given, random)}`;
  return [whole, "", "", random.chance(0.9) ? date : "", random.chance(0.9) ? town : "", ""];
}

function takeParts({ given, surname, born, town, postcode }: Person, random: Random): string[] {
  const year = random.chance(0.9) ? String(born.year) : "";
  const code = random.chance(0.9) ? inArabicDigits(postcode) : "";
  return ["", slip(given, random), slip(surname, random), year, random.chance(0.9) ? town : "", code];
}
