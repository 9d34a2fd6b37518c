// A bank's customers against a short list of wanted people, a few hundred of whom are customers. The list has years for
// birth dates, gaps, other spellings, and names crossed; nearly all pairs are of strangers.
import type { Random } from "../../../src/generate/random/random.ts";
import { type Kind, SetBuilder } from "./kind.ts";
import { mistype } from "./slips/mistype.ts";
import { type CalendarDate, drawDate, isoDate } from "./slips/slipDate.ts";
import { drawCode } from "./words/drawCode.ts";
import { makeNames } from "./words/makeNames.ts";
import { pickSkewed } from "./words/pickSkewed.ts";

const customersFull = 30_000;
const listedFull = 1_500;
const listedCustomersFull = 300;
const columns = ["first", "last", "dob", "nat", "sex", "passport"];
const nationalities = "US GB DE FR SY IR RU CN MX NG".split(" ");
const consonants = [..."kgcjtdpbmnrlsvyhz"];
const vowels = [..."aiueo"];
const passportLength = 9;
const passportCharacters = "ABCDEFGHKLMNPRSTUVWXYZ0123456789";

export const watchList: Kind = {
  name: "watch list",
  description: "30,000 customers and a list of 1,500 with years, gaps and crossed names, 300 of them customers",
  make(random, scale) {
    const names = makeListOfNames(random);
    const builder = new SetBuilder();
    const customers = Math.round(customersFull * scale);
    const listedCustomers = Math.round(listedCustomersFull * scale);
    const strangers = Math.round(listedFull * scale) - listedCustomers;
    for (let person = 0; person < customers + strangers; person += 1) {
      const someone = drawSomeone(names, random);
      if (person < customers) builder.add(person, asCustomer(someone, random), "bank");
      if (person < listedCustomers || person >= customers) builder.add(person, asListed(someone, random), "list");
    }
    return builder.finish(random, { name: this.name, columns, hasSources: true, acrossOnly: true });
  },
};

interface Names {
  readonly women: readonly string[];
  readonly men: readonly string[];
  readonly surnames: readonly string[];
}

interface Someone {
  readonly given: string;
  readonly surname: string;
  readonly born: CalendarDate;
  readonly nationality: string;
  readonly sex: "M" | "F";
  readonly passport: string;
}

function makeListOfNames(random: Random): Names {
  const make = (count: number, syllables: readonly [number, number], ends: readonly string[]): string[] =>
    makeNames(count, { consonants, vowels, syllables, ends }, random);
  return {
    women: make(300, [1, 2], ["ya", "na", "ra", "lin"]),
    men: make(300, [1, 2], ["n", "m", "d", "r"]),
    surnames: make(4000, [2, 4], ["i", "ov", "ian", "ez", ""]),
  };
}

function drawSomeone({ women, men, surnames }: Names, random: Random): Someone {
  const sex = random.pick(["M", "F"] as const);
  return {
    given: pickSkewed(sex === "F" ? women : men, random, 2.2),
    surname: pickSkewed(surnames, random, 2.2),
    born: drawDate(random, 1940, 2005),
    nationality: pickSkewed(nationalities, random),
    sex,
    passport: drawCode(passportLength, random, passportCharacters),
  };
}

function asCustomer({ given, surname, born, nationality, sex, passport }: Someone, random: Random): string[] {
  return [given, surname, isoDate(born), nationality, sex, random.chance(0.7) ? passport : ""];
}

function asListed({ given, surname, born, nationality, sex, passport }: Someone, random: Random): string[] {
  const names = [
    random.chance(0.25) ? mistype(given, random) : given,
    random.chance(0.2) ? mistype(surname, random) : surname,
  ];
  if (random.chance(0.15)) names.reverse();
  const known = (value: string, share: number): string => (random.chance(share) ? value : "");
  return [...names, listedDate(born, random), known(nationality, 0.6), known(sex, 0.5), known(passport, 0.15)];
}

/** A quarter have the year alone; a tenth of the others nothing. */
function listedDate(born: CalendarDate, random: Random): string {
  if (random.chance(0.25)) return String(born.year);
  return random.chance(0.1) ? "" : isoDate(born);
}
