// Pairs of records drawn at random over a whole file.
import { createRandom } from "../../shared/random.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";

export interface DrawOptions {
  readonly seed: number;
  readonly acrossOnly: boolean;
  /** Pairs wanted; where there are fewer in all, every one is taken. */
  readonly most: number;
}

export interface DrawnPairs {
  readonly left: Int32Array;
  readonly right: Int32Array;
}

export function drawPairs(
  { recordCount, sourceOf }: StandardRecords,
  { seed, acrossOnly, most }: DrawOptions,
): DrawnPairs {
  const room = Math.min(most, (recordCount * (recordCount - 1)) / 2);
  const lefts = new Int32Array(room);
  const rights = new Int32Array(room);
  let drawn = 0;
  const take = (left: number, right: number): void => {
    if (acrossOnly && sourceOf[left] === sourceOf[right]) return;
    lefts[drawn] = left;
    rights[drawn] = right;
    drawn += 1;
  };
  if (room < most) {
    for (let left = 0; left < recordCount; left += 1) {
      for (let right = left + 1; right < recordCount; right += 1) take(left, right);
    }
  } else {
    const random = createRandom(seed);
    for (let tries = 0; drawn < most && tries < most * 20; tries += 1) {
      const left = Math.floor(random() * recordCount);
      const right = Math.floor(random() * recordCount);
      if (left !== right) take(left, right);
    }
  }
  return { left: lefts.subarray(0, drawn), right: rights.subarray(0, drawn) };
}
