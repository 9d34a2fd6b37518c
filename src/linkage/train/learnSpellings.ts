// Spellings of one name, learnt from the records themselves: names written in several transliterations or by several offices
// (Darwish and Derviş, Seo and Suh) stand for each other in pairs of records that agree in all else, again and again and with
// different people. No lexicon has them all. What stands so together more often than mistakes would put it, is one name.
import { DisjointSets } from "../cluster/disjointSets.ts";
import { nameLevel, relateNames } from "../compare/comparators/nameComparator.ts";
import type { ComparisonKindName } from "../compare/comparison.ts";
import type { PairEvidence } from "../compare/pairEvidence.ts";
import { oddsCeiling, probabilityOf, scorePair } from "../score/pairScorer.ts";
import { type ScoringModel, tabulateWeights } from "../score/scoringModel.ts";
import type { Spellings } from "../standardise/nicknameLists.ts";
import type { NameField, Slot, StandardRecords } from "../standardise/standardRecords.ts";
import { learnRewrites, namesRewritten, pairsRewritten } from "./learnRewrites.ts";
import type { TrainingPairs } from "./trainingPairs.ts";

/** People whose records must show two spellings: fewer may be mistakes that happen to be alike. */
const peopleMin = 3;
/** How many times more people must show them than would if names stood for each other at random. */
const timesChance = 10;
/** Names nearer than these need no help. */
const unlikeLevels: ReadonlySet<number> = new Set([nameLevel.similar, nameLevel.differentRare, nameLevel.different]);
/** Names so near show what is written otherwise. */
const nearLevels: ReadonlySet<number> = new Set([nameLevel.nearRare, nameLevel.near, nameLevel.nickname]);
/** Fewer people than this share of all that have several records would not be missed: training again is not worth it. */
const peopleShareMin = 0.02;
/** Records are taken for one person's where this is likelier than not. */
const evenOdds = 0.5;

const nameParts: readonly { readonly kind: ComparisonKindName; readonly slotOf: (field: NameField) => Slot | null }[] =
  [
    { kind: "givenName", slotOf: ({ given }) => given },
    { kind: "surname", slotOf: ({ surname }) => surname },
  ];

/**
 * Pairs of names, each in the order of its texts and all in that order, which does not depend on the order of records.
 * @param records those of the pairs
 * @param probabilities per pair that of being one person under the model
 */
export function learnSpellings(
  pairs: TrainingPairs,
  { model, probabilities }: { readonly model: ScoringModel; readonly probabilities: Float64Array },
  records: StandardRecords,
): Spellings[] {
  const field = records.fields.find((candidate) => candidate.kind === "name");
  if (field === undefined) return [];
  const people = new DisjointSets(records.recordCount);
  for (let pair = 0; pair < pairs.count; pair += 1) {
    if (probabilities[pair]! > evenOdds) people.join(pairs.left[pair]!, pairs.right[pair]!);
  }
  const parts = nameParts.flatMap(({ kind, slotOf }) => {
    const index = model.comparisons.findIndex((comparison) => comparison.kind === kind);
    const slot = slotOf(field);
    return index < 0 || slot === null
      ? []
      : [{ slot, counts: countPeople(pairs, model, { records, slot, index, people }) }];
  });
  const codeCount = field.dictionary.strings.count;
  const found = parts.flatMap(({ counts }) => standOut(counts.unlike, codeCount));
  const enough = peopleShareMin * countSeveral(people, records.recordCount);
  const shown = sumOf(found.map(({ count }) => count));
  const written = findRewritten(field, parts, enough - shown);
  if (shown + sumOf(written.map(({ count }) => count)) < enough) return [];
  const { strings } = field.dictionary;
  const texts = [...found, ...written].map(({ one, other }): Spellings => inOrder(strings.at(one), strings.at(other)));
  const distinct = new Map(texts.map((pair) => [pair.join("\n"), pair]));
  return [...distinct.keys()].sort().map((key) => distinct.get(key)!);
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** Names of one part, and the people who show which stand for each other. */
interface CountedPart {
  readonly slot: Slot;
  readonly counts: PeopleByNames;
}

/**
 * Unlike names that are one but for what is written otherwise in other names too, with the people who show them; none where fewer
 * than `least` people do.
 */
function findRewritten(field: NameField, parts: readonly CountedPart[], least: number): Standing[] {
  const { strings } = field.dictionary;
  const counts = Uint32Array.from({ length: strings.count }, (_, code) =>
    sumOf(parts.map(({ slot }) => slot.counts[code]!)),
  );
  const codes = commonest(counts);
  const texts = codes.map((code) => strings.at(code));
  const recordsOf = new Map(texts.map((text, index) => [text, counts[codes[index]!]!]));
  const people = new Map<number, number>();
  for (const part of parts)
    for (const [key, count] of [...part.counts.near, ...part.counts.unlike])
      people.set(key, (people.get(key) ?? 0) + count);
  const textsOf = (key: number): Spellings => [
    strings.at(Math.floor(key / strings.count)),
    strings.at(key % strings.count),
  ];
  const shown = [...people.keys()].map(textsOf);
  const rewrites = learnRewrites(shown, recordsOf);
  const unlike = parts.flatMap((part) =>
    [...part.counts.unlike].map(([key, count]) => [...textsOf(key), count] as const),
  );
  if (rewrites.length === 0 || sumOf(pairsRewritten(unlike, rewrites).map(([, , count]) => count)) < least) return [];
  return namesRewritten(texts, rewrites, (one, other) =>
    unlikeLevels.has(relateNames(field, codes[one]!, codes[other]!)),
  ).map(([first, second]) => {
    const [one, other] = [codes[first]!, codes[second]!];
    return { one, other, count: people.get(Math.min(one, other) * strings.count + Math.max(one, other)) ?? 0 };
  });
}

/** Names that are looked at in every other spelling, at most. */
const namesMax = 100_000;

/** Codes of the names that some record has, the commonest where they are too many; ascending. */
function commonest(counts: Uint32Array): number[] {
  const all = Array.from(counts.keys().filter((code) => counts[code]! > 0));
  if (all.length <= namesMax) return all;
  return all
    .sort((a, b) => counts[b]! - counts[a]! || a - b)
    .slice(0, namesMax)
    .sort((a, b) => a - b);
}

/** People of whom several records were found. */
function countSeveral(people: DisjointSets, recordCount: number): number {
  const found = new Set<number>();
  for (let record = 0; record < recordCount; record += 1) {
    const person = people.find(record);
    if (person !== record) found.add(person);
  }
  return found.size;
}

const inOrder = (one: string, other: string): Spellings => (one < other ? [one, other] : [other, one]);

/** By pair of different names how many people stand at both. Keys are lower code × codes + higher code. */
interface PeopleByNames {
  readonly unlike: ReadonlyMap<number, number>;
  readonly near: ReadonlyMap<number, number>;
}

interface Sought {
  readonly records: StandardRecords;
  readonly slot: Slot;
  /** Of the comparison. */
  readonly index: number;
  readonly people: DisjointSets;
}

/**
 * By pair of unlike names how many people stand at both, each as probably as their likeliest pair is one person leaving these
 * names aside. Keys are lower code × codes + higher code.
 */
function countPeople(pairs: TrainingPairs, model: ScoringModel, sought: Sought): PeopleByNames {
  const { records, slot, index, people } = sought;
  const { cells, stride } = records;
  const tables = tabulateWeights(model);
  const { comparisonCount } = pairs;
  const evidence: PairEvidence = {
    levels: new Uint8Array(comparisonCount),
    logUAdjust: new Float64Array(comparisonCount),
  };
  const codeCount = slot.counts.length;
  /** By pair of names and person. */
  const unlike = new Map<number, Map<number, number>>();
  const near = new Map<number, Map<number, number>>();
  for (let pair = 0, row = 0; pair < pairs.count; pair += 1, row += comparisonCount) {
    const level = pairs.levels[row + index]!;
    const likeliest = unlikeLevels.has(level) ? unlike : nearLevels.has(level) ? near : null;
    if (likeliest === null) continue;
    const [left, right] = [pairs.left[pair]!, pairs.right[pair]!];
    const [a, b] = [cells[left * stride + slot.position]!, cells[right * stride + slot.position]!];
    if (a < 0 || b < 0 || a === b) continue;
    for (let c = 0; c < comparisonCount; c += 1) {
      evidence.levels[c] = pairs.levels[row + c]!;
      evidence.logUAdjust[c] = pairs.logUAdjust[row + c]!;
    }
    evidence.levels[index] = 0;
    if (oddsCeiling(tables, evidence) < 0) continue;
    const probability = probabilityOf(scorePair(tables, evidence));
    if (probability <= evenOdds) continue;
    const key = Math.min(a, b) * codeCount + Math.max(a, b);
    const person = people.find(left);
    const ofPerson = likeliest.get(key) ?? new Map<number, number>();
    ofPerson.set(person, Math.max(ofPerson.get(person) ?? 0, probability));
    likeliest.set(key, ofPerson);
  }
  const summed = (of: ReadonlyMap<number, ReadonlyMap<number, number>>) =>
    new Map([...of].map(([key, ofPerson]) => [key, sumOf([...ofPerson.values()])]));
  return { unlike: summed(unlike), near: summed(near) };
}

/** Two names, by code, and how many people stand at both. */
interface Standing {
  readonly one: number;
  readonly other: number;
  readonly count: number;
}

/** Pairs of names that stand for each other more often than chance has it, by how often each stands for third ones. */
function standOut(counts: ReadonlyMap<number, number>, codeCount: number): Standing[] {
  const ofName = new Map<number, number>();
  let total = 0;
  for (const [key, count] of counts) {
    total += count;
    for (const code of [Math.floor(key / codeCount), key % codeCount])
      ofName.set(code, (ofName.get(code) ?? 0) + count);
  }
  const found: Standing[] = [];
  for (const [key, count] of counts) {
    const [one, other] = [Math.floor(key / codeCount), key % codeCount];
    const chance = ((ofName.get(one)! - count) * (ofName.get(other)! - count)) / Math.max(1, 2 * (total - count));
    if (count >= peopleMin && count >= timesChance * chance) found.push({ one, other, count });
  }
  return found;
}
