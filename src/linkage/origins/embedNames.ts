// Given names and surnames as points in one space, near each other where they occur with the same names: the leading singular
// vectors of the table of combinations, each count divided by the roots of its row's and its column's sum. A constant is added
// to the sums, without which names that occur once, with one another alone, would make up the leading vectors (regularised
// spectral clustering: Qin and Rohe 2013). The vectors come from block power iteration, which starts from hashes of the
// places, so that the same records give the same points.
import { mixBits } from "../../shared/hashText.ts";
import { countByCode, type NameCells } from "./nameCells.ts";

/** Rows of `dimensions` numbers by code. */
export interface NamePoints {
  readonly dimensions: number;
  readonly given: Float64Array;
  readonly surname: Float64Array;
}

/** Enough for directions that differ by a fifth in their singular value to part. */
const iterations = 8;

/** @param size codes are below it */
export function embedNames(cells: NameCells, size: number, dimensions: number): NamePoints {
  const weigh = (codes: Int32Array): Float64Array => {
    const counts = countByCode(codes, size);
    const distinct = counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
    const added = cells.count / Math.max(1, distinct);
    return counts.map((count) => 1 / Math.sqrt(count + added));
  };
  const weights = { given: weigh(cells.given), surname: weigh(cells.surname) };
  let given: Float64Array = startFrom(weights.given, dimensions);
  let surname: Float64Array = new Float64Array(0);
  makeOrthonormal(given, dimensions);
  for (let round = 0; round < iterations; round += 1) {
    surname = multiply(given, cells.given, cells.surname, { weights: [weights.given, weights.surname], dimensions });
    makeOrthonormal(surname, dimensions);
    given = multiply(surname, cells.surname, cells.given, { weights: [weights.surname, weights.given], dimensions });
    makeOrthonormal(given, dimensions);
  }
  return { dimensions, given, surname };
}

/** The first vector starts as the leading one of independent names, the others as noise. */
function startFrom(weights: Float64Array, dimensions: number): Float64Array {
  return Float64Array.from({ length: weights.length * dimensions }, (_, place) =>
    place % dimensions === 0 ? 1 / weights[place / dimensions]! : mixBits(place + 0x1b873593) / 4294967296 - 0.5,
  );
}

function multiply(
  points: Float64Array,
  from: Int32Array,
  to: Int32Array,
  { weights: [own, other], dimensions }: { weights: readonly [Float64Array, Float64Array]; dimensions: number },
): Float64Array {
  const product = new Float64Array(points.length);
  for (let cell = 0; cell < from.length; cell += 1) {
    const source = from[cell]! * dimensions;
    const target = to[cell]! * dimensions;
    const weight = own[from[cell]!]! * other[to[cell]!]!;
    for (let d = 0; d < dimensions; d += 1) product[target + d]! += weight * points[source + d]!;
  }
  return product;
}

/** Columns by Gram and Schmidt, in place. */
function makeOrthonormal(points: Float64Array, dimensions: number): void {
  for (let column = 0; column < dimensions; column += 1) {
    const shares = new Float64Array(column);
    for (let at = 0; at < points.length; at += dimensions) {
      const own = points[at + column]!;
      if (own !== 0) for (let d = 0; d < column; d += 1) shares[d]! += own * points[at + d]!;
    }
    let square = 0;
    for (let at = 0; at < points.length; at += dimensions) {
      let own = points[at + column]!;
      for (let d = 0; d < column; d += 1) own -= shares[d]! * points[at + d]!;
      points[at + column] = own;
      square += own * own;
    }
    const length = Math.sqrt(square) || 1;
    for (let at = column; at < points.length; at += dimensions) points[at]! /= length;
  }
}
