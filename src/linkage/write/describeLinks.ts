// The columns of the links file: weight, probability, the level and term-frequency part of each comparison, the rule.
import { type ComparisonKind, type ComparisonKindName, comparisonKinds } from "../compare/comparison.ts";
import { type AlignedFrequencies, PairComparer } from "../compare/pairComparer.ts";
import { Contradictions } from "../score/contradictions.ts";
import { bitsPerNat, probabilityOf, scorePair } from "../score/pairScorer.ts";
import { levelStride, type ScoringModel, tabulateWeights, type WeightTables } from "../score/scoringModel.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import type { LinkPairs } from "./listLinkPairs.ts";
import type { LinkColumn, Links } from "./writeLinks.ts";

/** What a thread needs to describe pairs. */
export interface LinkContext {
  /** Rows as they were scored. */
  readonly records: StandardRecords;
  readonly frequencies: AlignedFrequencies;
  readonly model: ScoringModel;
  /** Names of the rules, and of identity after them. */
  readonly ruleLabels: readonly string[];
}

export interface DescribedLinks extends Links {
  /** Per link what its records contradict each other in, as the model's `Contradictions` have it. */
  readonly contradicted: Int32Array;
}

export function createLinkDescriber({ records, frequencies, model, ruleLabels }: LinkContext) {
  const tables = tabulateWeights(model);
  const comparer = new PairComparer(records, frequencies);
  const scene = { model, tables, comparer, ruleLabels, contradictions: new Contradictions(model, tables) };
  return (pairs: LinkPairs): DescribedLinks => describeLinks(scene, pairs);
}

interface LinkScene extends Pick<LinkContext, "model" | "ruleLabels"> {
  readonly tables: WeightTables;
  readonly comparer: PairComparer;
  readonly contradictions: Contradictions;
}

function describeLinks(scene: LinkScene, pairs: LinkPairs): DescribedLinks {
  const { model, tables, comparer, ruleLabels, contradictions } = scene;
  const { leftRow, rightRow, left, right, rule } = pairs;
  const count = rule.length;
  const { comparisons } = model;
  const hasFrequency = comparisons.map(({ kind }) => levelsWithFrequency(kind));
  const weights = new Float64Array(count);
  const probabilities = new Float64Array(count);
  const levels = comparisons.map(() => new Uint8Array(count));
  const frequencies = comparisons.map(() => new Float64Array(count));
  const contradicted = new Int32Array(count);
  for (let index = 0; index < count; index += 1) {
    const evidence = comparer.compare(leftRow[index]!, rightRow[index]!);
    const odds = scorePair(tables, evidence);
    weights[index] = odds * bitsPerNat;
    probabilities[index] = probabilityOf(odds);
    contradicted[index] = contradictions.of(evidence.levels);
    for (let c = 0; c < comparisons.length; c += 1) {
      const level = evidence.levels[c]!;
      levels[c]![index] = level;
      const average = hasFrequency[c]![level] === 1 ? tables.averageLogU[c * levelStride + level]! : 0;
      frequencies[c]![index] = level === 0 ? 0 : (average - evidence.logUAdjust[c]!) * bitsPerNat;
    }
  }
  const columns: LinkColumn[] = [
    { name: "match_weight", type: "float", values: weights },
    { name: "match_probability", type: "float", values: probabilities },
    ...comparisons.map((comparison, c): LinkColumn => {
      const labels = ["missing", ...comparisonKinds[comparison.kind].levels.map((level) => level.label)];
      return { name: `level_${comparison.name}`, type: "text", values: levels[c]!, labels };
    }),
    ...comparisons.flatMap((comparison, c): LinkColumn[] =>
      hasFrequency[c]![1] === 1 ? [{ name: `tf_${comparison.name}`, type: "float", values: frequencies[c]! }] : [],
    ),
    { name: "blocking_rule", type: "text", values: rule, labels: ruleLabels },
  ];
  return { count, left, right, columns, contradicted };
}

/** Per level of a comparison 1 where the frequency of the value takes part; level 0 is a missing value. */
function levelsWithFrequency(kind: ComparisonKindName): Uint8Array {
  const { levels }: ComparisonKind = comparisonKinds[kind];
  return Uint8Array.from([0, ...levels.map(({ usesFrequency }) => (usesFrequency ? 1 : 0))]);
}
