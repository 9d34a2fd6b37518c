// Links one file as a user would, in this process, and holds the outcome against the truth: the automatic result, the best
// threshold of the same scores, what the run expected of itself, and the largest cluster. A failure is a row, not an end.

import { link } from "../../../src/linkage/link.ts";
import type { LinkOptions, Summary } from "../../../src/linkage/linkOptions.ts";
import type { LinkRun } from "../../../src/linkage/linkRun.ts";
import { NamesakeError } from "../../../src/shared/errors.ts";
import { sweepThresholds } from "./sweepThresholds.ts";

export interface Measurement {
  readonly records: number;
  readonly truePairs: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** F1 at the best threshold of the same scores, picked on the truth; null where not swept. */
  readonly bestF1: number | null;
  /** Natural log odds of that threshold. */
  readonly bestThreshold: number | null;
  readonly estimated: Summary["estimated"];
  readonly largestCluster: number;
  readonly largestTrueCluster: number;
  readonly seconds: number;
  readonly notes: readonly string[];
}

export interface Failure {
  /** Code of the error, or its name where it is a bug. */
  readonly failure: string;
}

export interface MeasureOptions {
  readonly sweep?: boolean;
  /** Called with the run before it is let go. */
  readonly onRun?: (run: LinkRun) => void;
  readonly limitMs?: number;
}

const limitMsDefault = 10 * 60_000;

/** Links and measures; `options.truth` must be given. Never throws: see Failure. */
export async function measureRun(
  options: LinkOptions & { readonly truth: string },
  { sweep = true, onRun, limitMs = limitMsDefault }: MeasureOptions = {},
): Promise<Measurement | Failure> {
  try {
    const run = await link({ ...options, signal: AbortSignal.timeout(limitMs) });
    onRun?.(run);
    return describeRun(run, sweep);
  } catch (error) {
    if (error instanceof NamesakeError) return { failure: error.code };
    return { failure: error instanceof Error ? `${error.name}: ${error.message}` : "unknown" };
  }
}

export const isFailure = (outcome: Measurement | Failure): outcome is Failure => "failure" in outcome;

function describeRun(run: LinkRun, sweep: boolean): Measurement {
  const { facts, summary } = run;
  const { evaluation } = facts;
  if (evaluation === null) throw new Error("measureRun needs truth");
  const { precision, recall, f1, truePairs } = evaluation.measures;
  const swept = sweep ? sweepThresholds(facts) : [];
  const [own] = swept;
  if (own !== undefined && Math.abs(own.f1 - f1) > 1e-9) {
    throw new Error(
      `the sweep clusters otherwise than the run (F1 ${own.f1} and ${f1}): bring sweepThresholds.ts up to date`,
    );
  }
  const best = swept.reduce((a, b) => (b.f1 > a.f1 ? b : a), { f1: -1, threshold: 0 });
  return {
    records: summary.records,
    truePairs,
    precision,
    recall,
    f1,
    bestF1: sweep ? best.f1 : null,
    bestThreshold: sweep ? best.threshold : null,
    estimated: summary.estimated,
    largestCluster: largestGroup(facts.clusters.clusterOf),
    largestTrueCluster: largestGroup(evaluation.truthOf),
    seconds: summary.seconds,
    notes: summary.notes,
  };
}

function largestGroup(groupOf: Int32Array): number {
  const sizes = new Map<number, number>();
  let largest = 0;
  for (const group of groupOf) {
    if (group < 0) continue;
    const size = (sizes.get(group) ?? 0) + 1;
    sizes.set(group, size);
    if (size > largest) largest = size;
  }
  return largest;
}
