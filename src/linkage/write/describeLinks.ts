// The columns of the links file: weight, probability, the level and term-frequency part of each comparison, the rule.
import { type ComparisonKind, type ComparisonKindName, comparisonKinds } from "../compare/comparison.ts";
import type { RunFacts } from "../linkRun.ts";
import { bitsPerNat, probabilityOf, scorePair } from "../score/pairScorer.ts";
import { levelStride, tabulateWeights } from "../score/scoringModel.ts";
import type { LinkColumn, Links } from "./writeLinks.ts";

/**
 * Pairs at or above the review threshold. A row of identical records is linked by its first record; the others are
 * linked to that one, under the rule "identical".
 */
export function describeLinks(facts: RunFacts): Links {
  const { model, collapsed, comparer } = facts;
  const pairs = [...listPairs(facts)];
  const count = pairs.length;
  const tables = tabulateWeights(model.scoring);
  const weights = new Float64Array(count);
  const probabilities = new Float64Array(count);
  const rules = new Int32Array(count);
  const { comparisons } = model.scoring;
  const levels = comparisons.map(() => new Int32Array(count));
  const frequencies = comparisons.map(() => new Float64Array(count));
  const firstOfRow = firstRecords(collapsed.rowOf, collapsed.records.recordCount);
  const left = new Int32Array(count);
  const right = new Int32Array(count);
  pairs.forEach(({ leftRow, rightRow, rightRecord, rule }, index) => {
    const evidence = comparer.compare(leftRow, rightRow);
    const odds = scorePair(tables, evidence);
    weights[index] = odds * bitsPerNat;
    probabilities[index] = probabilityOf(odds);
    rules[index] = rule;
    left[index] = firstOfRow[leftRow]!;
    right[index] = rightRecord ?? firstOfRow[rightRow]!;
    for (let c = 0; c < comparisons.length; c += 1) {
      const level = evidence.levels[c]!;
      levels[c]![index] = level;
      const average = usesFrequency(comparisons[c]!.kind, level) ? tables.averageLogU[c * levelStride + level]! : 0;
      frequencies[c]![index] = level === 0 ? 0 : (average - evidence.logUAdjust[c]!) * bitsPerNat;
    }
  });
  const ruleLabels = [...facts.measured.map(({ rule }) => rule.name), "identical"];
  const columns: LinkColumn[] = [
    { name: "match_weight", type: "float", values: weights },
    { name: "match_probability", type: "float", values: probabilities },
    ...comparisons.map((comparison, c): LinkColumn => {
      const labels = ["missing", ...comparisonKinds[comparison.kind].levels.map((level) => level.label)];
      return { name: `level_${comparison.name}`, type: "text", values: levels[c]!, labels };
    }),
    ...comparisons.flatMap((comparison, c): LinkColumn[] =>
      usesFrequency(comparison.kind, 1)
        ? [{ name: `tf_${comparison.name}`, type: "float", values: frequencies[c]! }]
        : [],
    ),
    { name: "blocking_rule", type: "text", values: rules, labels: ruleLabels },
  ];
  return { count, left, right, columns };
}

function usesFrequency(kind: ComparisonKindName, level: number): boolean {
  const { levels }: ComparisonKind = comparisonKinds[kind];
  return levels[level - 1]?.usesFrequency === true;
}

interface ListedPair {
  readonly leftRow: number;
  readonly rightRow: number;
  /** The right record where it is not its row's first. */
  readonly rightRecord: number | null;
  readonly rule: number;
}

function* listPairs({ scored, model, collapsed, measured }: RunFacts): Iterable<ListedPair> {
  const { links } = scored;
  const floor = Math.min(model.thresholds.review, model.thresholds.link);
  for (let link = 0; link < links.count; link += 1) {
    if (links.logOdds[link]! < floor) continue;
    yield { leftRow: links.left[link]!, rightRow: links.right[link]!, rightRecord: null, rule: links.rule[link]! };
  }
  if (collapsed.records.multiplicity === null) return;
  const seen = new Uint8Array(collapsed.records.recordCount);
  for (let record = 0; record < collapsed.rowOf.length; record += 1) {
    const row = collapsed.rowOf[record]!;
    if (seen[row] === 1) yield { leftRow: row, rightRow: row, rightRecord: record, rule: measured.length };
    seen[row] = 1;
  }
}

/** Per row its first record. */
export function firstRecords(rowOf: Int32Array, rowCount: number): Int32Array {
  const first = new Int32Array(rowCount).fill(-1);
  for (let record = 0; record < rowOf.length; record += 1)
    if (first[rowOf[record]!]! < 0) first[rowOf[record]!] = record;
  return first;
}
