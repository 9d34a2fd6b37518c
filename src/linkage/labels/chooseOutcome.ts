// What labels taught is used only where it shows: the clusters of the taught model must agree with clearly more labels
// than those of the model without labels. So labels that are few, or beside the point, change nothing.
import type { Decision } from "../cluster/decision.ts";
import type { Model } from "../model.ts";
import { clusterOutcome, type Outcome } from "../scoreAndCluster.ts";
import type { Calibration } from "../train/calibrateLabels.ts";
import type { LabelledPairs } from "../train/labelledPairs.ts";
import { describeLesson, noteLabels } from "./describeLesson.ts";
import type { ResolvedLabels } from "./label.ts";
import type { LabelFindings } from "./labelFindings.ts";

export interface Choice {
  readonly outcome: Outcome;
  readonly findings: LabelFindings;
}

export interface ChoiceInput {
  readonly labels: ResolvedLabels;
  readonly labelled: LabelledPairs;
  readonly decisions: readonly Decision[];
  readonly plain: Outcome;
  /** Null where there was nothing to learn from. */
  readonly taught: { readonly outcome: Outcome; readonly calibration: Calibration } | null;
}

/** Labels gained must exceed labels lost by this many standard deviations of chance (sign test, one-sided 1 %). */
const deviationsMin = 2.326;

/** The outcome to use, its model noting the labels, and what they changed. */
export function chooseOutcome(input: ChoiceInput): Choice {
  const { labels, labelled, decisions, plain, taught } = input;
  const withoutDecisions = (outcome: Outcome): Outcome =>
    decisions.length === 0 ? outcome : { ...outcome, clusters: clusterOutcome(outcome, []) };
  const candidates = taught === null ? [] : candidatesOf(taught.outcome, taught.calibration);
  const before = agreements(labels, withoutDecisions(plain));
  let best = { outcome: plain, gain: 0, agreed: before };
  for (const candidate of candidates) {
    const agreed = agreements(labels, withoutDecisions(candidate));
    const gained = agreed.filter((agrees, label) => agrees && !before[label]).length;
    const lost = agreed.filter((agrees, label) => !agrees && before[label]).length;
    const isClear = gained - lost > deviationsMin * Math.sqrt(gained + lost);
    if (isClear && gained - lost > best.gain) best = { outcome: candidate, gain: gained - lost, agreed };
  }
  const findings = describeLesson({
    labels,
    labelled,
    before: plain.model,
    after: best.outcome.model,
    agreed: { before: count(before), after: count(best.agreed) },
    calibration: taught?.calibration ?? null,
    isLearnt: best.outcome !== plain,
  });
  const { outcome } = best;
  const clusters = outcome === plain || decisions.length === 0 ? outcome.clusters : clusterOutcome(outcome, decisions);
  return { outcome: { ...outcome, clusters, model: noteLabels(outcome.model, findings) }, findings };
}

/** The taught model with the threshold where it stood, and where labels move it. */
function candidatesOf(taught: Outcome, { shift }: Calibration): Outcome[] {
  if (shift === 0) return [taught];
  const { thresholds } = taught.model;
  const stood = { link: thresholds.link + shift, review: thresholds.review + shift };
  const model: Model = { ...taught.model, thresholds: { ...thresholds, ...stood } };
  const unmoved = { ...taught, model };
  return [{ ...unmoved, clusters: clusterOutcome(unmoved, []) }, taught];
}

/** Per label whether the clusters agree with it. */
function agreements({ labels }: ResolvedLabels, { clusters }: Outcome): boolean[] {
  const { clusterOf } = clusters;
  return labels.map(({ left, right, kind }) => (clusterOf[left] === clusterOf[right]) === (kind === "same"));
}

const count = (agreed: readonly boolean[]): number => agreed.filter((agrees) => agrees).length;
