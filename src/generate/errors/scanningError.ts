// What optical character recognition does to print and handwriting: shapes that look alike are taken for each other.
import type { Random } from "../random/random.ts";

const lookalikes: readonly (readonly [string, string])[] = [
  ["m", "rn"],
  ["rn", "m"],
  ["cl", "d"],
  ["d", "cl"],
  ["l", "1"],
  ["1", "l"],
  ["i", "l"],
  ["l", "i"],
  ["O", "0"],
  ["0", "O"],
  ["o", "0"],
  ["S", "5"],
  ["5", "S"],
  ["B", "8"],
  ["8", "B"],
  ["Z", "2"],
  ["2", "Z"],
  ["G", "6"],
  ["6", "G"],
  ["I", "1"],
  ["1", "I"],
  ["I", "l"],
  ["vv", "w"],
  ["w", "vv"],
  ["u", "v"],
  ["v", "u"],
  ["e", "c"],
  ["c", "e"],
  ["h", "b"],
  ["b", "h"],
  ["n", "h"],
  ["a", "o"],
  ["o", "a"],
  ["g", "q"],
  ["t", "f"],
  ["f", "t"],
  ["E", "F"],
  ["F", "E"],
  ["U", "V"],
  ["V", "U"],
  ["M", "N"],
  ["D", "O"],
  ["Q", "O"],
  ["C", "G"],
  ["P", "F"],
  ["R", "K"],
  ["ii", "u"],
  ["ri", "n"],
  ["nn", "m"],
];

/** The text with one misread shape; unchanged where none of its shapes has a lookalike. */
export function makeScanningError(random: Random, text: string): string {
  const start = random.below(lookalikes.length);
  for (let step = 0; step < lookalikes.length; step += 1) {
    const [shape, seen] = lookalikes[(start + step) % lookalikes.length]!;
    const from = random.below(Math.max(1, text.length));
    const at = text.indexOf(shape, from) >= 0 ? text.indexOf(shape, from) : text.indexOf(shape);
    if (at >= 0) return text.slice(0, at) + seen + text.slice(at + shape.length);
  }
  return text;
}
