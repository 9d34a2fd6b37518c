// One slip of the fingers. The mix follows studies of typing in names (Damerau 1964: four in five misspellings are one
// insertion, omission, substitution or transposition); substitutes are neighbours on a QWERTY keyboard.
import type { Random } from "../random/random.ts";

const neighbours: Readonly<Record<string, string>> = {
  a: "sqwz",
  b: "vghn",
  c: "xdfv",
  d: "serfcx",
  e: "wrsd",
  f: "drtgvc",
  g: "ftyhbv",
  h: "gyujnb",
  i: "uojk",
  j: "huikmn",
  k: "jiolm",
  l: "kop",
  m: "njk",
  n: "bhjm",
  o: "ipkl",
  p: "ol",
  q: "wa",
  r: "etdf",
  s: "awedxz",
  t: "ryfg",
  u: "yihj",
  v: "cfgb",
  w: "qeas",
  x: "zsdc",
  y: "tugh",
  z: "asx",
  "0": "9",
  "1": "2",
  "2": "13",
  "3": "24",
  "4": "35",
  "5": "46",
  "6": "57",
  "7": "68",
  "8": "79",
  "9": "80",
};

function inCaseOf(letter: string, model: string): string {
  return model !== model.toLowerCase() ? letter.toUpperCase() : letter;
}

/** The text with one slip; a text of one character stays. The first letter is spared four times in five. */
export function makeTypingError(random: Random, text: string): string {
  if (text.length < 2) return text;
  const at = random.chance(0.2) ? 0 : 1 + random.below(text.length - 1);
  const character = text.charAt(at);
  const near = neighbours[character.toLowerCase()];
  const kind = random.next();
  if (kind < 0.36 && near !== undefined) {
    return text.slice(0, at) + inCaseOf(near.charAt(random.below(near.length)), character) + text.slice(at + 1);
  }
  if (kind < 0.62) return text.slice(0, at) + text.slice(at + 1);
  if (kind < 0.74) return text.slice(0, at) + character + text.slice(at);
  if (kind < 0.84 && near !== undefined) {
    return text.slice(0, at + 1) + near.charAt(random.below(near.length)) + text.slice(at + 1);
  }
  const left = Math.max(0, Math.min(at, text.length - 2));
  const swapped = text.charAt(left + 1) + text.charAt(left);
  return text.slice(0, left) + swapped + text.slice(left + 2);
}
