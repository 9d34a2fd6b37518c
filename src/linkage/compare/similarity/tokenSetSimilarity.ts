// Similarity of two sets of words whatever their order, forgiving where one text says more than the other: addresses,
// names in any order. Words are found and sorted in static buffers; nothing is allocated once these are wide enough.
import { commonLetters } from "./commonLetters.ts";

let startsA = new Int32Array(64);
let endsA = new Int32Array(64);
let startsB = new Int32Array(64);
let endsB = new Int32Array(64);
let restA = new Uint8Array(512);
let restB = new Uint8Array(512);

const space = 32;

/**
 * Similarity of the sets of space-separated words of bytes[fromA … toA) and bytes[fromB … toB): 0 … 1, symmetric.
 * With C the words in common, A and B the rest, each sorted and joined by spaces: the greatest indel similarity among
 * (C, C+A), (C, C+B), (C+A, C+B); so 1 where one set holds the other. Repeated words count once. 0 where either is empty.
 * Source: the "token set ratio" of SeatGeek's fuzzywuzzy (2011) as RapidFuzz defines it, over 0 … 1.
 */
export function tokenSetSimilarity(bytes: Uint8Array, fromA: number, toA: number, fromB: number, toB: number): number {
  widen(Math.max(toA - fromA, toB - fromB));
  const countA = sortedTokens(bytes, fromA, toA, startsA, endsA);
  const countB = sortedTokens(bytes, fromB, toB, startsB, endsB);
  if (countA === 0 || countB === 0) return 0;
  let commonLength = 0;
  let lengthA = 0;
  let lengthB = 0;
  let i = 0;
  let j = 0;
  while (i < countA || j < countB) {
    const order = i === countA ? 1 : j === countB ? -1 : compare(bytes, startsA[i]!, endsA[i]!, startsB[j]!, endsB[j]!);
    if (order === 0) commonLength += endsA[i]! - startsA[i]! + (commonLength > 0 ? 1 : 0);
    else if (order < 0) lengthA = append(restA, lengthA, bytes, startsA[i]!, endsA[i]!);
    else lengthB = append(restB, lengthB, bytes, startsB[j]!, endsB[j]!);
    if (order <= 0) i += 1;
    if (order >= 0) j += 1;
  }
  if (commonLength > 0 && (lengthA === 0 || lengthB === 0)) return 1;
  const joint = commonLength > 0 ? commonLength + 1 : 0;
  const kept = joint + commonLetters(restA, 0, lengthA, restB, 0, lengthB);
  const whole = (2 * kept) / (2 * joint + lengthA + lengthB);
  if (commonLength === 0) return whole;
  const shorterRest = Math.min(lengthA, lengthB);
  const held = (2 * commonLength) / (2 * commonLength + 1 + shorterRest);
  return Math.max(whole, held);
}

function widen(length: number): void {
  if (length > restA.length) {
    restA = new Uint8Array(length * 2);
    restB = new Uint8Array(length * 2);
  }
  if (length > startsA.length * 2 - 2) {
    startsA = new Int32Array(length);
    endsA = new Int32Array(length);
    startsB = new Int32Array(length);
    endsB = new Int32Array(length);
  }
}

/** Bounds of the distinct words of the slice in byte order; the number of words. Insertion sort: a text has few words. */
function sortedTokens(bytes: Uint8Array, from: number, to: number, starts: Int32Array, ends: Int32Array): number {
  let count = 0;
  let start = from;
  for (let i = from; i <= to; i += 1) {
    if (i < to && bytes[i] !== space) continue;
    if (i > start) count = insert(bytes, start, i, starts, ends, count);
    start = i + 1;
  }
  return count;
}

function insert(
  bytes: Uint8Array,
  start: number,
  end: number,
  starts: Int32Array,
  ends: Int32Array,
  count: number,
): number {
  let place = count;
  while (place > 0) {
    const order = compare(bytes, starts[place - 1]!, ends[place - 1]!, start, end);
    if (order === 0) return count;
    if (order < 0) break;
    place -= 1;
  }
  for (let k = count; k > place; k -= 1) {
    starts[k] = starts[k - 1]!;
    ends[k] = ends[k - 1]!;
  }
  starts[place] = start;
  ends[place] = end;
  return count + 1;
}

function compare(bytes: Uint8Array, fromA: number, toA: number, fromB: number, toB: number): number {
  while (fromA < toA && fromB < toB) {
    const difference = bytes[fromA]! - bytes[fromB]!;
    if (difference !== 0) return difference;
    fromA += 1;
    fromB += 1;
  }
  return toA - fromA - (toB - fromB);
}

function append(rest: Uint8Array, length: number, bytes: Uint8Array, from: number, to: number): number {
  if (length > 0) {
    rest[length] = space;
    length += 1;
  }
  for (let i = from; i < to; i += 1) {
    rest[length] = bytes[i]!;
    length += 1;
  }
  return length;
}
