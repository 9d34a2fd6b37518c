// The similarities that Splink's levels use, on two texts of one dictionary: bit for bit what DuckDB computes.
import { assert } from "../../shared/assert.ts";
import { byteJaccard } from "../compare/similarity/byteJaccard.ts";
import { damerauLevenshteinDistance } from "../compare/similarity/damerauLevenshteinDistance.ts";
import { jaro } from "../compare/similarity/jaro.ts";
import { jaroWinkler } from "../compare/similarity/jaroWinkler.ts";
import { levenshteinDistance } from "../compare/similarity/levenshteinDistance.ts";
import type { PairFunction } from "./expression.ts";
import type { OperandOf, OperandReader, PairFunctionOf } from "./operandReader.ts";
import type { SharedTexts } from "./splinkRecords.ts";

type Slices = (bytes: Uint8Array, fromA: number, toA: number, fromB: number, toB: number) => number;
export type TextSimilarity = (texts: SharedTexts, x: number, y: number) => number;

const ofCodes =
  (compare: Slices): TextSimilarity =>
  ({ bytes, offsets }, x, y) =>
    compare(bytes, offsets[x]!, offsets[x + 1]!, offsets[y]!, offsets[y + 1]!);

/** Similarities by function name; codes x and y are not negative. */
export const similarities: Partial<Record<PairFunction, TextSimilarity>> = {
  levenshtein: ofCodes(levenshteinDistance),
  damerau_levenshtein: ofCodes(damerauLevenshteinDistance),
  jaro_similarity: ofCodes(jaro),
  jaro_winkler_similarity: ofCodes(jaroWinkler),
  jaccard: ofCodes(byteJaccard),
};

/** The similarity of two operands; the last pair's is remembered, since levels ask for it again and again. */
export function compileSimilarity(
  name: PairFunction,
  left: OperandOf,
  right: OperandOf,
  reader: OperandReader,
): PairFunctionOf {
  const compare = similarities[name];
  const texts = reader.texts(left);
  assert(compare !== undefined && texts !== null, "similarities compare texts");
  const leftCode = reader.code(left);
  const rightCode = reader.code(right);
  return (a, b) => {
    const x = leftCode(a, b);
    const y = rightCode(a, b);
    return x < 0 || y < 0 ? Number.NaN : compare(texts, x, y);
  };
}
