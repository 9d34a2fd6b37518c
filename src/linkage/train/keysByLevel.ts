// Which keys records of one person share where a field agrees at some level: all where it is the same, the sound and not the
// letters where it is misspelt. Read off likely matches.
import type { Atom } from "../block/atoms.ts";
import { createRule, KeyMaker } from "../block/blockingRule.ts";
import { type Comparison, type ComparisonKind, comparisonKinds } from "../compare/comparison.ts";
import { levelStride } from "../score/scoringModel.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { hasBit, holdsAll, maskOf, setBit, wordsFor } from "./keyBits.ts";
import { listLikely, type TrainingPairs } from "./trainingPairs.ts";

/** Likely matches looked at. */
const matchesMax = 3000;
/** With fewer matches at a level that met whatever that field is, those that met by the field are looked at too. */
const freeMin = 20;

/** Comparisons that atoms of a group of names are made of; of all others their group is the field. */
const kindsOfGroup: Readonly<Record<string, readonly string[]>> = {
  given_name: ["givenName"],
  surname: ["surname"],
  names: ["givenName", "surname"],
};

/** Keys as bits (keyBits.ts), `wordCount` words for each pair. */
export interface SharedKeys {
  readonly wordCount: number;
  /** Per atom the comparisons of what it is made of. */
  readonly comparisonsOf: readonly (readonly number[])[];
  /** Of one field alone: by comparison · levelStride + level the words of each match seen there, one after another. */
  readonly ofLevel: readonly Int32Array[];
  /** Of keys of two fields together: */
  readonly ofTwo: readonly SharedOfTwo[];
}

export interface SharedOfTwo {
  readonly atom: number;
  readonly first: number;
  readonly second: number;
  /** Share of matches with the key in common, by level of the first · levelStride + level of the second. */
  readonly shares: Float64Array;
}

export interface MatchesWithKeys {
  readonly records: StandardRecords;
  readonly pairs: TrainingPairs;
  readonly comparisons: readonly Comparison[];
}

/** @param rules each the places of its atoms */
export function learnSharedKeys(
  { records, pairs, comparisons }: MatchesWithKeys,
  atoms: readonly Atom[],
  rules: readonly (readonly number[])[],
): SharedKeys {
  const wordCount = wordsFor(atoms.length);
  const likely = listLikely(pairs);
  const every = Math.max(1, likely.length / matchesMax);
  const chosen = Array.from({ length: Math.min(likely.length, matchesMax) }, (_, i) => likely[Math.floor(i * every)]!);
  const words = findShared(records, pairs, atoms, chosen);
  const comparisonsOf = atoms.map((atom) => listComparisons(atom, comparisons));
  const isFree = findFree(words, rules, comparisonsOf, comparisons.length);
  const ofLevel = comparisons.flatMap((comparison, c) => {
    const own = maskOf(
      comparisonsOf.flatMap((of, atom) => (of.length === 1 && of[0] === c ? [atom] : [])),
      wordCount,
    );
    const seenAt: number[][] = Array.from({ length: levelStride }, () => []);
    for (const [i, pair] of chosen.entries()) seenAt[pairs.levels[pair * pairs.comparisonCount + c]!]!.push(i);
    return seenAt.map((seen, level) => {
      const free = seen.filter((i) => isFree[i * comparisons.length + c] === 1);
      return gatherWords(words, free.length < freeMin ? seen : free, own, agreesAt(comparison, level));
    });
  });
  const ofTwo = comparisonsOf.flatMap((of, atom) => {
    const [first, second] = of;
    if (first === undefined || second === undefined) return [];
    return [
      {
        atom,
        first,
        second,
        shares: shareOfTwo(pairs, chosen, [first, second], (i) => hasBit(words, i * wordCount, atom)),
      },
    ];
  });
  return { wordCount, comparisonsOf, ofLevel, ofTwo };
}

function listComparisons({ group }: Atom, comparisons: readonly Comparison[]): number[] {
  const kinds = kindsOfGroup[group];
  const isOf = ({ kind, field }: Comparison): boolean => (kinds === undefined ? field === group : kinds.includes(kind));
  return comparisons.flatMap((comparison, index) => (isOf(comparison) ? [index] : []));
}

/** Per chosen pair the atoms of which its records share a key. */
function findShared(
  records: StandardRecords,
  { left, right }: TrainingPairs,
  atoms: readonly Atom[],
  chosen: readonly number[],
): Int32Array {
  const wordCount = wordsFor(atoms.length);
  const words = new Int32Array(chosen.length * wordCount);
  for (const [atom, of] of atoms.entries()) {
    const maker = new KeyMaker(records, createRule([of]));
    for (const [i, pair] of chosen.entries()) {
      const own = maker.keys.slice(0, maker.make(left[pair]!));
      const count = maker.make(right[pair]!);
      if (maker.keys.subarray(0, count).some((key) => own.includes(key))) setBit(words, i * wordCount, atom);
    }
  }
  return words;
}

/** Per match and comparison 1 where the match meets under a rule that asks nothing of that comparison. */
function findFree(
  words: Int32Array,
  rules: readonly (readonly number[])[],
  comparisonsOf: readonly (readonly number[])[],
  width: number,
): Uint8Array {
  const wordCount = wordsFor(comparisonsOf.length);
  const plans = rules.map((rule) => {
    const asked = new Set(rule.flatMap((atom) => comparisonsOf[atom]!));
    return {
      mask: maskOf(rule, wordCount),
      free: Array.from({ length: width }, (_, c) => c).filter((c) => !asked.has(c)),
    };
  });
  const isFree = new Uint8Array((words.length / wordCount) * width);
  for (let i = 0; i * wordCount < words.length; i += 1) {
    for (const { mask, free } of plans) {
      if (holdsAll(words, i * wordCount, mask)) for (const c of free) isFree[i * width + c] = 1;
    }
  }
  return isFree;
}

function agreesAt({ kind: name }: Comparison, level: number): boolean {
  const kind: ComparisonKind = comparisonKinds[name];
  return kind.levels[level - 1]?.agrees === true;
}

/** Words of the matches, `own` atoms alone. Of none, a field that agrees is taken to share all its keys, and another none. */
function gatherWords(words: Int32Array, matches: readonly number[], own: Int32Array, agrees: boolean): Int32Array {
  if (matches.length === 0) return agrees ? own : new Int32Array(own.length);
  const gathered = new Int32Array(matches.length * own.length);
  matches.forEach((match, place) => {
    for (let i = 0; i < own.length; i += 1) gathered[place * own.length + i] = words[match * own.length + i]! & own[i]!;
  });
  return gathered;
}

function shareOfTwo(
  { levels, comparisonCount }: TrainingPairs,
  chosen: readonly number[],
  [first, second]: readonly [number, number],
  isShared: (match: number) => boolean,
): Float64Array {
  const shared = new Float64Array(levelStride * levelStride);
  const seen = new Float64Array(levelStride * levelStride);
  for (const [i, pair] of chosen.entries()) {
    const at = levels[pair * comparisonCount + first]! * levelStride + levels[pair * comparisonCount + second]!;
    seen[at]! += 1;
    if (isShared(i)) shared[at]! += 1;
  }
  return shared.map((count, at) => (seen[at] === 0 ? 0 : count / seen[at]!));
}
