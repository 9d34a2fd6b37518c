// Passengers of an airline: surname, given name and title in one column with a slash, number of a document that is renewed
// at times, birth date with a year of two digits, and a flight, date and seat that say nothing of the person.
import type { Random } from "../../../src/generate/random/random.ts";
import { drawRecordCount } from "./drawRecordCount.ts";
import { type Kind, SetBuilder } from "./kind.ts";
import { mistype } from "./slips/mistype.ts";
import { type CalendarDate, drawDate, isoDate, slipDate } from "./slips/slipDate.ts";
import { drawCode } from "./words/drawCode.ts";
import { englishMensNames, englishSurnames, englishWomensNames } from "./words/englishNames.ts";
import { pickSkewed } from "./words/pickSkewed.ts";

const fullSize = 16_000;
const columns = ["pax_name", "doc_no", "dob", "nat", "flight", "dep_date", "seat"];
const nationalities = "GBR USA DEU FRA ESP ITA POL NLD IRL CHN".split(" ");
const months = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ");
const documentLength = 9;
const flightYear = 2026;

export const passengers: Kind = {
  name: "passengers",
  description: "SURNAME/GIVEN TITLE, document number, birth date as 20JUN48, nationality, flight, date, seat",
  make(random, scale) {
    const builder = new SetBuilder();
    const size = Math.round(fullSize * scale);
    for (let person = 0; builder.count < size; person += 1) {
      const isWoman = random.chance(0.5);
      const passenger = {
        surname: pickSkewed(englishSurnames, random),
        givenNames: isWoman ? englishWomensNames : englishMensNames,
        given: pickSkewed(isWoman ? englishWomensNames : englishMensNames, random),
        title: random.pick(isWoman ? ["MRS", "MS", "MISS", ""] : ["MR", "MR", "MR", ""]),
        born: drawDate(random, 1940, 2020),
        document: drawCode(documentLength, random),
        nationality: pickSkewed(nationalities, random),
      };
      for (let records = drawRecordCount(random); records > 0; records -= 1)
        builder.add(person, takeDown(passenger, random));
    }
    return builder.finish(random, { name: this.name, columns });
  },
};

interface Passenger {
  readonly surname: string;
  /** Where second names are drawn from. */
  readonly givenNames: readonly string[];
  readonly given: string;
  readonly title: string;
  readonly born: CalendarDate;
  readonly document: string;
  readonly nationality: string;
}

function takeDown(passenger: Passenger, random: Random): string[] {
  const { surname, givenNames, given, title, born, document, nationality } = passenger;
  const typed = (name: string): string => (random.chance(0.03) ? mistype(name, random) : name);
  const second = random.chance(0.1) ? ` ${pickSkewed(givenNames, random)}` : "";
  const shown = random.chance(0.08) ? drawCode(documentLength, random) : document;
  return [
    `${typed(surname)}/${typed(given)}${second} ${title}`.trim().toUpperCase(),
    random.chance(0.15) ? "" : shown,
    shortDate(random.chance(0.03) ? slipDate(born, random) : born),
    nationality,
    `BA${random.between(100, 999)}`,
    isoDate(drawDate(random, flightYear, flightYear)),
    `${random.between(1, 40)}${random.pick([..."ABCDEF"])}`,
  ];
}

/** 20JUN48: the century is left to the reader. */
const shortDate = ({ year, month, day }: CalendarDate): string =>
  `${String(day).padStart(2, "0")}${months[month - 1]}${String(year % 100).padStart(2, "0")}`;
