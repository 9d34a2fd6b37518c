// A town in one spelling: short words are written one way, and what follows a comma (its region) is dropped.
import { foldText } from "./foldText.ts";
import { foldWords } from "./foldWords.ts";

const spellings: ReadonlyMap<string, string> = new Map([
  ["saint", "st"],
  ["sainte", "ste"],
  ["sankt", "st"],
  ["mt", "mount"],
  ["ft", "fort"],
  ["pt", "port"],
  ["gt", "great"],
  ["lt", "little"],
  ["nth", "north"],
  ["sth", "south"],
  ["n", "north"],
  ["s", "south"],
  ["e", "east"],
  ["w", "west"],
  ["hts", "heights"],
  ["spgs", "springs"],
  ["bch", "beach"],
]);

/** Lower-case ASCII words. null where nothing is left. Idempotent. */
export function standardiseTown(raw: string): string | null {
  const parts = foldText(raw).split(",").map(foldWords);
  let text = parts.find((part) => part !== "") ?? "";
  for (let before = ""; text !== before; ) {
    before = text;
    text = spellOut(text)
      .replace(/^(?:city|town|borough|village|commune|municipality|county) of (?=.)/, "")
      .replace(/(?<=[a-z]{3}) city$/, "");
  }
  return text === "" ? null : text;
}

/** Short words in full; a lone letter inside ("weston s mare") is no direction, those stand at the start or the end. */
function spellOut(text: string): string {
  const words = text.split(" ");
  return words
    .map((word, i) => (word.length === 1 && i > 0 && i < words.length - 1 ? word : (spellings.get(word) ?? word)))
    .join(" ");
}
