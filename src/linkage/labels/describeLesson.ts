// From what labels taught to figures and sentences on it.
import { type ComparisonKind, comparisonKinds } from "../compare/comparison.ts";
import type { Model } from "../model.ts";
import { labelComparison } from "../score/labelComparison.ts";
import type { ScoringModel } from "../score/scoringModel.ts";
import type { Calibration } from "../train/calibrateLabels.ts";
import type { LabelledPairs } from "../train/labelledPairs.ts";
import { scoreLabels } from "../train/learnFromLabels.ts";
import type { ResolvedLabels } from "./label.ts";
import type { DoubtfulLabel, LabelFindings, LevelTaught } from "./labelFindings.ts";

/** A label is doubtful where the model holds the contrary for at least this many times as likely (3 bits and more). */
const doubtfulOdds = Math.log(20);
const doubtfulShown = 20;
const levelsShown = 20;
/** A change of m that is worth a line: of its logarithm, and for how much of the matches. */
const changeMin = 0.02;
const shareMin = 0.001;

export interface LessonFacts {
  readonly labels: ResolvedLabels;
  readonly labelled: LabelledPairs;
  /** The models without labels and in use. */
  readonly before: Model;
  readonly after: Model;
  /** Labels that the clusters of either agree with. */
  readonly agreed: { readonly before: number; readonly after: number };
  /** Null where no label was left to learn from. */
  readonly calibration: Calibration | null;
  /** Whether what was learnt is in use. */
  readonly isLearnt: boolean;
}

export function describeLesson(facts: LessonFacts): LabelFindings {
  const { before, after, agreed, calibration, isLearnt } = facts;
  const { labels, origin, hash, unknownCount, disputedCount } = facts.labels;
  const same = labels.filter(({ kind }) => kind === "same").length;
  const isMoved = after.thresholds.link !== before.thresholds.link;
  return {
    origin,
    hash,
    same,
    different: labels.length - same,
    unknown: unknownCount,
    disputed: disputedCount,
    agreed,
    isLearnt,
    linkThreshold: { before: before.thresholds.link * Math.LOG2E, after: after.thresholds.link * Math.LOG2E },
    thresholdReason:
      calibration === null || (calibration.shift !== 0 && !isMoved)
        ? "The threshold stays: moving it would not make clusters agree with clearly more labels."
        : calibration.reason,
    levels: compareLevels(before.scoring, after.scoring),
    doubtful: listDoubtful(labels, scoreLabels(after.scoring, facts.labelled)),
  };
}

function compareLevels(before: ScoringModel, after: ScoringModel): LevelTaught[] {
  const changes = before.comparisons.flatMap((comparison, index) => {
    const kind: ComparisonKind = comparisonKinds[comparison.kind];
    return comparison.m.map((mBefore, level) => {
      const mAfter = after.comparisons[index]?.m[level] ?? mBefore;
      const shown = {
        comparison: labelComparison(comparison),
        level: kind.levels[level]?.label ?? "",
        mBefore,
        mAfter,
      };
      return { shown, change: Math.abs(Math.log(mAfter / mBefore)) };
    });
  });
  return changes
    .filter(({ shown, change }) => change >= changeMin && Math.max(shown.mBefore, shown.mAfter) >= shareMin)
    .sort((a, b) => b.change - a.change)
    .slice(0, levelsShown)
    .map(({ shown }) => shown);
}

function listDoubtful(labels: ResolvedLabels["labels"], odds: Float64Array): DoubtfulLabel[] {
  return labels
    .map(({ rows, kind }, label) => ({ rows, kind, against: kind === "same" ? -odds[label]! : odds[label]!, label }))
    .filter(({ against }) => against >= doubtfulOdds)
    .sort((a, b) => b.against - a.against || a.label - b.label)
    .slice(0, doubtfulShown)
    .map(({ rows, kind, label }) => ({ rows, kind, matchWeight: odds[label]! * Math.LOG2E }));
}

/** The model with a note of the labels that it learnt from. */
export function noteLabels(model: Model, findings: LabelFindings): Model {
  const { training } = model;
  return { ...model, training: { ...training, notes: [...training.notes, ...sentencesOf(findings)] } };
}

function sentencesOf({
  same,
  different,
  hash,
  agreed,
  isLearnt,
  unknown,
  disputed,
  doubtful,
  thresholdReason,
}: LabelFindings): string[] {
  const total = same + different;
  return [
    `Labels used: ${total} (${same} same, ${different} different; SHA-256 ${hash}…). Clusters agree with ${agreed.before} of them without labels, with ${agreed.after} as they are now.`,
    ...(isLearnt || total === 0
      ? []
      : [
          "The model that learnt from the labels does not make clusters agree with clearly more of them: the one without labels is used.",
        ]),
    thresholdReason,
    ...(unknown === 0 ? [] : [`Labels left aside because a record is not in the input: ${unknown}.`]),
    ...(disputed === 0 ? [] : [`Pairs that are labelled both same and different, left aside: ${disputed}.`]),
    ...(doubtful.length === 0 ? [] : [noteDoubtful(doubtful)]),
  ];
}

function noteDoubtful(doubtful: readonly DoubtfulLabel[]): string {
  const rows = doubtful.map(({ rows: of }) => of.join(" with ")).join(", ");
  const most = doubtful.length === doubtfulShown ? `${doubtfulShown} or more` : String(doubtful.length);
  return `Labels that the model holds for wrong, worth another look: ${most} (rows ${rows}).`;
}
