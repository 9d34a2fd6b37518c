// The engine as a library: `import { link } from "namesake/linkage"`. Only what stands here is public.
export { type ErrorCode, NamesakeError } from "../shared/errors.ts";
export { type ClusterEvaluation, evaluateClusters } from "./evaluate/evaluateClusters.ts";
export { type ExplainOptions, explainPair, type PairExplained } from "./explainPair.ts";
export type { LabelFindings } from "./labels/labelFindings.ts";
export { link } from "./link.ts";
export type {
  InputRow,
  LinkOptions,
  Progress,
  RecordClusterLabel,
  RecordLabel,
  Summary,
  WriteOptions,
} from "./linkOptions.ts";
export type { LinkRun } from "./linkRun.ts";
export type { ComparisonStep, PairSteps } from "./live/explainRows.ts";
export { LiveIndex, type LiveLink, type LiveMatch, type MatchOptions } from "./live/liveIndex.ts";
export type { DecisionGraph } from "./live/liveParts.ts";
export { columnsByName, listModelColumns, suggestName } from "./live/modelNames.ts";
export type { RecordKey } from "./live/recordKeys.ts";
export type { FieldValues, StandardBatch } from "./live/standardBatch.ts";
export type { Model } from "./model.ts";
export type { EvaluationShown, Interval, WaterfallStep } from "./report/reportData.ts";
