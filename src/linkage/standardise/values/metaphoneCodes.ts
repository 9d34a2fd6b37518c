// Double Metaphone: better than Soundex on names that English borrowed, with a second code where two readings exist.
import { doubleMetaphone } from "double-metaphone";

/**
 * One or two distinct codes (upper case) of an ASCII name; none where it has no sound. Source: Philips 2000,
 * "The double metaphone search algorithm", as the package double-metaphone implements it.
 */
export function metaphoneCodes(text: string): string[] {
  const [first, second] = doubleMetaphone(text);
  if (first === "") return second === "" ? [] : [second];
  return second === "" || second === first ? [first] : [first, second];
}
