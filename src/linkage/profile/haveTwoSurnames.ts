// Whether whole names have two surnames, as in Spanish and Portuguese: the word beside the outer surname is then one that others
// have as theirs, where a middle name is one that others have at the other end. Taken for a middle name, it would make one person
// of all of a family.
import { isGivenName } from "./lexicon/nameLexicon.ts";
import { tellingWords } from "./nameColumns.ts";
import type { ColumnSummary } from "./summariseColumn.ts";

/** Names of three words and more that must tell, and their least share. */
const tellingMin = 30;
const longMin = 0.3;
/** How many times more words before the last must be surnames than given names. */
const timesMin = 2;

/** `isSurnameFirst`: whether surnames stand first. */
export function haveTwoSurnames(summary: Pick<ColumnSummary, "sample">, isSurnameFirst: boolean): boolean {
  const names = summary.sample.filter(({ text }) => !/[,/\d]/.test(text)).map(({ words }) => tellingWords(words));
  const asGiven = countWords(names, isSurnameFirst ? -1 : 0);
  const asSurname = countWords(names, isSurnameFirst ? 0 : -1);
  const long = names.filter(({ length }) => length >= 3 && length <= 6);
  let surnames = 0;
  let given = 0;
  for (const words of long) {
    const inner = words.at(isSurnameFirst ? 1 : -2)!;
    // Patronymics stand at the end: given names before them are met nowhere else.
    const lean = isGivenName(inner) ? -1 : (asSurname.get(inner) ?? 0) - (asGiven.get(inner) ?? 0);
    if (lean > 0) surnames += 1;
    if (lean < 0) given += 1;
  }
  return long.length >= longMin * names.length && surnames + given >= tellingMin && surnames >= timesMin * given;
}

/** Names of two words and more by the word that stands there. */
function countWords(names: readonly (readonly string[])[], place: 0 | -1): Map<string, number> {
  const counts = new Map<string, number>();
  for (const words of names) {
    const word = words.length > 1 ? words.at(place)! : undefined;
    if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
