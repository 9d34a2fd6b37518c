// Names in groups by the direction of their points (spherical k-means: Dhillon and Modha 2001). The first centres are common
// names far from one another, so that nothing is drawn at random.
import type { NamePoints } from "./embedNames.ts";

/** Group by code, −1 for names that occur in one combination. */
export interface NameGroups {
  readonly given: Int32Array;
  readonly surname: Int32Array;
}

interface Point {
  readonly at: Float64Array;
  readonly weight: number;
}

const rounds = 10;
/** Commonest names among which the first centres are looked for. */
const centresAmong = 500;

/** @param counts combinations by code @param groupCount also the number of leading dimensions that count */
export function groupNames(
  points: NamePoints,
  counts: { readonly given: Float64Array; readonly surname: Float64Array },
  groupCount: number,
): NameGroups {
  const givenPoints = listPoints(points.given, counts.given, points.dimensions, groupCount);
  const surnamePoints = listPoints(points.surname, counts.surname, points.dimensions, groupCount);
  const all = [...givenPoints.points, ...surnamePoints.points];
  let centres = chooseCentres(all, groupCount);
  const groups = new Int32Array(all.length);
  for (let round = 0; round < rounds; round += 1) {
    const sums = centres.map(() => new Float64Array(groupCount));
    all.forEach(({ at, weight }, index) => {
      const group = nearestOf(centres, at);
      groups[index] = group;
      for (let d = 0; d < groupCount; d += 1) sums[group]![d]! += weight * at[d]!;
    });
    centres = sums.map((sum) => toLength1(sum));
  }
  const size = counts.given.length;
  return {
    given: spread(groups.subarray(0, givenPoints.codes.length), givenPoints.codes, size),
    surname: spread(groups.subarray(givenPoints.codes.length), surnamePoints.codes, size),
  };
}

function listPoints(
  points: Float64Array,
  counts: Float64Array,
  stride: number,
  dimensions: number,
): { codes: number[]; points: Point[] } {
  const codes = Array.from(counts.keys()).filter((code) => counts[code]! > 1);
  return {
    codes,
    points: codes.map((code) => {
      return { at: toLength1(points.slice(code * stride, code * stride + dimensions)), weight: counts[code]! };
    }),
  };
}

function chooseCentres(points: readonly Point[], groupCount: number): Float64Array[] {
  const common = [...points].sort((a, b) => b.weight - a.weight).slice(0, centresAmong);
  const distances = new Float64Array(common.length).fill(1);
  const centres: Float64Array[] = [];
  while (centres.length < groupCount && centres.length < common.length) {
    let best = 0;
    common.forEach(({ weight }, index) => {
      const value = distances[index]! * Math.sqrt(weight);
      if (value > distances[best]! * Math.sqrt(common[best]!.weight)) best = index;
    });
    const centre = common[best]!.at;
    centres.push(centre);
    common.forEach(({ at }, index) => {
      distances[index] = Math.max(0, Math.min(distances[index]!, 1 - dot(at, centre)));
    });
  }
  return centres;
}

function nearestOf(centres: readonly Float64Array[], at: Float64Array): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  centres.forEach((centre, index) => {
    const likeness = dot(centre, at);
    if (likeness > most) {
      most = likeness;
      best = index;
    }
  });
  return best;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d += 1) sum += a[d]! * b[d]!;
  return sum;
}

function toLength1(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dot(vector, vector)) || 1;
  return vector.map((value) => value / length);
}

function spread(groups: Int32Array, codes: readonly number[], size: number): Int32Array {
  const byCode = new Int32Array(size).fill(-1);
  codes.forEach((code, index) => {
    byCode[code] = groups[index]!;
  });
  return byCode;
}
