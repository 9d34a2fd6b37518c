// How much more often two records agree in both of two columns than if the columns were independent.

/** Values of two columns together, each with each. */
const valuesMax = 200_000;
/** Other records, on average, that agree with a record in both: with fewer it may be the person's own. */
const sharersMin = 20;
/** Records looked at. */
const sampleMax = 20_000;

export interface CodedColumn {
  /** Values of records in the sample; −1 where missing. */
  readonly values: Int32Array;
  /** Values run from 0 to below it. */
  readonly size: number;
}

/** A sample of the records' values in order of appearance. `readValue`: at least 0, −1 where missing. */
export function readColumn(recordCount: number, readValue: (record: number) => number): CodedColumn {
  const every = Math.ceil(recordCount / sampleMax);
  const places = new Map<number, number>();
  const values = new Int32Array(Math.ceil(recordCount / every)).fill(-1);
  for (let at = 0; at < values.length; at += 1) {
    const value = readValue(at * every);
    if (value < 0) continue;
    const place = places.get(value) ?? places.size;
    places.set(value, place);
    values[at] = place;
  }
  return { values, size: places.size };
}

/** How many times as often two records agree in both as if they were independent; 0 where too few records share both. */
export function agreementLift(one: CodedColumn, other: CodedColumn): number {
  if (one.size * other.size > valuesMax) return 0;
  const both = new Uint32Array(one.size * other.size);
  const ones = new Uint32Array(one.size);
  const others = new Uint32Array(other.size);
  let count = 0;
  for (let at = 0; at < one.values.length; at += 1) {
    const [a, b] = [one.values[at]!, other.values[at]!];
    if (a < 0 || b < 0) continue;
    both[a * other.size + b]! += 1;
    ones[a]! += 1;
    others[b]! += 1;
    count += 1;
  }
  const agreeing = sumPairs(both);
  if (agreeing < sharersMin * count) return 0;
  return (agreeing * count * (count - 1)) / (sumPairs(ones) * sumPairs(others));
}

/** Ordered pairs of different records with one value. */
const sumPairs = (counts: Uint32Array): number => counts.reduce((sum, count) => sum + count * (count - 1), 0);
