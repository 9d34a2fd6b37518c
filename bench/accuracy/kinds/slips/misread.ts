// Scanned text: characters read as others that look alike, at a rate per character.
import type { Random } from "../../../../src/generate/random/random.ts";

const looksLike: Readonly<Record<string, readonly string[]>> = {
  "0": ["O", "8"],
  "1": ["l", "I", "7"],
  "2": ["Z", "7"],
  "3": ["8"],
  "4": ["9", "A"],
  "5": ["S", "6"],
  "6": ["b", "8"],
  "7": ["1", "T"],
  "8": ["B", "3"],
  "9": ["g", "4"],
  a: ["o", "e"],
  b: ["h", "6"],
  c: ["e", "("],
  d: ["cl"],
  e: ["c"],
  f: ["t"],
  g: ["q", "9"],
  h: ["b", "li"],
  i: ["l", "j"],
  l: ["1", "i"],
  m: ["rn", "nn"],
  n: ["ri", "u"],
  o: ["0", "c"],
  q: ["g"],
  r: ["t", "n"],
  s: ["5", "z"],
  t: ["f", "l"],
  u: ["ii", "v"],
  v: ["y", "u"],
  w: ["vv"],
  y: ["v"],
  z: ["2"],
  B: ["8", "R"],
  C: ["G", "("],
  D: ["0", "O"],
  E: ["F"],
  G: ["6", "C"],
  I: ["1", "l"],
  O: ["0", "Q"],
  P: ["F", "R"],
  S: ["5"],
  T: ["7", "I"],
  Z: ["2"],
};

/** Each character is misread with this probability where anything looks like it. */
export function misread(text: string, rate: number, random: Random): string {
  let read = "";
  for (const character of text) {
    const others = looksLike[character];
    read += others !== undefined && random.chance(rate) ? random.pick(others) : character;
  }
  return read;
}
