// Where records of a sample meet others under the rules: one integer a meeting, collected rule by rule, then put in the
// order of the left record, so that ranges of left records can be compared on different threads.
import { assert } from "../../shared/assert.ts";
import { sharedUint32 } from "../../shared/sharedArrays.ts";
import type { Blocks } from "../block/atomBlocks.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";

/** Meetings of one rule, in no order. */
export interface RuleMeetingList {
  readonly left: Int32Array;
  /** right · rulesMax + rule; right > left, or equal to it where a row stands for several identical records. */
  readonly keys: Uint32Array;
}

/** Meetings of all rules: those of record r as left one are keys[offsets[r]] … keys[offsets[r + 1] − 1]. */
export interface Meetings {
  readonly offsets: Uint32Array;
  readonly keys: Uint32Array;
}

/** rowsMax · rulesMax stays below 2^32. */
export const rulesMax = 2048;
const rowsMax = 2_000_000;

export interface MeetingOptions {
  readonly blockSizeMax: number;
  readonly acrossOnly: boolean;
  /** 1 for records whose meetings as left one are wanted; null: all records'. */
  readonly isSampled: Uint8Array | null;
}

/** `blocks` of the rule; null for one under which all pairs meet. */
export function listMeetings(
  { recordCount, sourceOf }: StandardRecords,
  blocks: Blocks | null,
  rule: number,
  { blockSizeMax, acrossOnly, isSampled }: MeetingOptions,
): RuleMeetingList {
  assert(rule < rulesMax && recordCount <= rowsMax, "a record and a rule fit into one integer");
  const { count, offsets, records } = blocks ?? blockOfAll(recordCount);
  const sizeMax = blocks === null ? recordCount : blockSizeMax;
  const most = countMost({ count, offsets, records }, sizeMax, isSampled);
  const left = new Int32Array(most);
  const keys = new Uint32Array(most);
  let listed = 0;
  for (let block = 0; block < count; block += 1) {
    const to = offsets[block + 1]!;
    if (to - offsets[block]! > sizeMax) continue;
    for (let i = offsets[block]!; i < to; i += 1) {
      const first = records[i]!;
      if (isSampled !== null && isSampled[first] === 0) continue;
      for (let j = i + 1; j < to; j += 1) {
        if (acrossOnly && sourceOf[first] === sourceOf[records[j]!]) continue;
        left[listed] = first;
        keys[listed] = records[j]! * rulesMax + rule;
        listed += 1;
      }
    }
  }
  return { left: left.subarray(0, listed), keys: keys.subarray(0, listed) };
}

const blockOfAll = (recordCount: number): Blocks => ({
  count: 1,
  offsets: Uint32Array.of(0, recordCount),
  records: Int32Array.from({ length: recordCount }, (_, record) => record),
});

function countMost({ count, offsets, records }: Blocks, sizeMax: number, isSampled: Uint8Array | null): number {
  let most = 0;
  for (let block = 0; block < count; block += 1) {
    const to = offsets[block + 1]!;
    if (to - offsets[block]! > sizeMax) continue;
    for (let i = offsets[block]!; i < to; i += 1) {
      if (isSampled === null || isSampled[records[i]!] === 1) most += to - i - 1;
    }
  }
  return most;
}

/** Meetings of a row with itself, under the first rule: those of the identical records that it stands for. */
export function listOwnMeetings(
  { multiplicity }: StandardRecords,
  { isSampled }: Pick<MeetingOptions, "isSampled">,
): RuleMeetingList {
  const rows: number[] = [];
  multiplicity?.forEach((count, row) => {
    if (count > 1 && (isSampled === null || isSampled[row] === 1)) rows.push(row);
  });
  return { left: Int32Array.from(rows), keys: Uint32Array.from(rows, (row) => row * rulesMax) };
}

/** By left record; those of one record are in no order yet. In shared memory. */
export function gatherMeetings(lists: readonly RuleMeetingList[], recordCount: number): Meetings {
  const offsets = sharedUint32(recordCount + 1);
  for (const { left } of lists) for (let i = 0; i < left.length; i += 1) offsets[left[i]! + 1]! += 1;
  for (let record = 0; record < recordCount; record += 1) offsets[record + 1]! += offsets[record]!;
  const next = offsets.slice(0, recordCount);
  const all = sharedUint32(offsets[recordCount]!);
  for (const { left, keys } of lists) {
    for (let i = 0; i < left.length; i += 1) {
      const place = next[left[i]!]!;
      next[left[i]!] = place + 1;
      all[place] = keys[i]!;
    }
  }
  return { offsets, keys: all };
}

/** Ends of about `count` ranges of left records of about as many meetings each, the last being `recordCount`. */
export function divideMeetings({ offsets }: Meetings, count: number): number[] {
  const recordCount = offsets.length - 1;
  const each = Math.ceil(offsets[recordCount]! / count);
  const ends: number[] = [];
  for (let record = 0, from = 0; record < recordCount; record += 1) {
    if (offsets[record + 1]! - offsets[from]! < each) continue;
    ends.push(record + 1);
    from = record + 1;
  }
  return ends.at(-1) === recordCount ? ends : [...ends, recordCount];
}
