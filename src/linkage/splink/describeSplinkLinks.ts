// The columns of a links file as Splink names them: match_weight, match_probability, gamma_… of each comparison, tf_… of
// those whose frequencies count, match_key.
import type { LinkColumn, Links } from "../write/writeLinks.ts";
import type { SplinkPairs } from "./scoreSplinkPairs.ts";
import type { SplinkModel } from "./splinkModel.ts";
import { SplinkScorer } from "./splinkScorer.ts";

/** Pairs by record; the left one is the one with the smaller identifier. */
export function describeSplinkLinks(model: SplinkModel, { links, context }: SplinkPairs): Links {
  const { records, plan } = context;
  const { count } = links;
  const scorer = new SplinkScorer(plan, records, Number.NEGATIVE_INFINITY);
  const { ranks } = records;
  const left = new Int32Array(count);
  const right = new Int32Array(count);
  const weights = new Float64Array(count);
  const gammas = model.comparisons.map(() => new Int32Array(count));
  const adjustments = model.comparisons.map(() => new Float64Array(count));
  const vectorValues = model.comparisons.map(({ levels }) => levels.map(({ vectorValue }) => vectorValue));
  for (let i = 0; i < count; i += 1) {
    const isStraight = ranks[links.left[i]!]! < ranks[links.right[i]!]!;
    left[i] = isStraight ? links.left[i]! : links.right[i]!;
    right[i] = isStraight ? links.right[i]! : links.left[i]!;
    weights[i] = links.logOdds[i]! * Math.LOG2E;
    const described = scorer.describe(left[i]!, right[i]!);
    for (let c = 0; c < gammas.length; c += 1) {
      gammas[c]![i] = vectorValues[c]![described.levels[c]!] ?? -1;
      adjustments[c]![i] = described.adjustments[c]!;
    }
  }
  const columns = model.comparisons.flatMap(({ name, levels }, c): LinkColumn[] => {
    const gamma: LinkColumn = { name: `gamma_${name}`, type: "int", values: gammas[c]! };
    const hasFrequency = levels.some(({ frequency }) => frequency !== null);
    return hasFrequency ? [gamma, { name: `mw_tf_adj_${name}`, type: "float", values: adjustments[c]! }] : [gamma];
  });
  return {
    count,
    left,
    right,
    columns: [
      { name: "match_weight", type: "float", values: weights },
      { name: "match_probability", type: "float", values: weights.map((weight) => 1 / (1 + 2 ** -weight)) },
      ...columns,
      { name: "match_key", type: "int", values: Int32Array.from(links.rule.subarray(0, count)) },
    ],
  };
}
