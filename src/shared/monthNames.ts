// Names of months and their short forms in the languages of the world, folded to ASCII. The commonest are written out, as people
// shorten them in more ways than one; the others are those of Unicode's CLDR, which the runtime brings.
import { romanise } from "./romanise.ts";

const namesByMonth = [
  "january jan janvier janv januar janner jaenner enero ene gennaio gen januari janeiro styczen stycznia sty",
  "february feb fevrier fevr fev februar febrero febbraio februari fevereiro luty lutego lut",
  "march mar mars marz maerz mrz marzo maart mrt marco marzec marca",
  "april apr avril avr abril abr aprile kwiecien kwietnia kwi",
  "may mai mayo maggio mag mei maio maj maja",
  "june jun juin juni junio giugno giu junho czerwiec czerwca cze",
  "july jul juillet juil juli julio luglio lug julho lipiec lipca lip",
  "august aug aout agosto ago augustus sierpien sierpnia sie",
  "september sept sep septembre septiembre setiembre settembre set setembro wrzesien wrzesnia wrz",
  "october oct octobre oktober okt octubre ottobre ott outubro out pazdziernik pazdziernika paz",
  "november nov novembre noviembre novembro listopad listopada lis",
  "december dec decembre dezember dez diciembre dic dicembre dezembro grudzien grudnia gru",
];

const numberByName = new Map(
  namesByMonth.flatMap((names, index) => names.split(" ").map((name): [string, number] => [name, index + 1])),
);

/** Languages in the order in which they are believed: listopad is November to Czechs and Poles, October to Croats. */
const languages =
  "cs sk sl hr sr-Latn sr bs bg mk ru uk be lt lv et fi sv da nb is ga cy eu ca gl ro hu sq el tr az uz kk ky tk hy ka ar ar-MA ar-IQ fa he ur hi bn ta te ml kn mr gu pa ne th lo km my am sw id ms fil af";
const lettersMin = 3;
let foreign: ReadonlyMap<string, number> | null = null;

/** 1 … 12 for the name of a month as foldMonth gives it, 0 for anything else. */
export function monthNumber(name: string): number {
  if (name.length < lettersMin) return 0;
  const known = numberByName.get(name);
  if (known !== undefined) return known;
  foreign ??= listForeign();
  return foreign.get(name) ?? 0;
}

/** The ASCII letters of a word, in lower case. */
export const foldMonth = (word: string): string =>
  romanise(word)
    .toLowerCase()
    .replace(/[^a-z]/g, "");

function listForeign(): Map<string, number> {
  const found = new Map<string, number>();
  for (const language of languages.split(" ")) {
    for (const [name, month] of listMonths(language)) if (!found.has(name)) found.set(name, month);
  }
  return found;
}

/** Alone and beside a day, which many languages write in another case; without what folds to one word for two months. */
function listMonths(language: string): Map<string, number> {
  const own = new Map<string, number>();
  const doubtful = new Set<string>();
  for (const month of ["long", "short"] as const) {
    for (const day of [undefined, "numeric"] as const) {
      const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { month, day, timeZone: "UTC" });
      for (let number = 1; number <= 12; number += 1) {
        const parts = format.formatToParts(Date.UTC(2001, number - 1, 15));
        const name = foldMonth(parts.find(({ type }) => type === "month")?.value ?? "");
        if (name.length < lettersMin) continue;
        if ((own.get(name) ?? number) !== number) doubtful.add(name);
        own.set(name, number);
      }
    }
  }
  for (const name of doubtful) own.delete(name);
  return own;
}
