// Checks a whole model document (docs/model.md); every mistake is noted with its path.
import type { Model } from "../model.ts";
import type { SourcesBy } from "../standardise/sourcesBy.ts";
import { probabilityShown } from "./describeModel.ts";
import type { JsonPlace } from "./json/jsonPlace.ts";
import { readFieldPlans } from "./readFieldPlans.ts";
import { type FrequencySource, readFrequencyTables } from "./readFrequencyTables.ts";
import { readScoring } from "./readScoring.ts";
import { readStopKeySource, type StopKeySource } from "./readStopKeys.ts";
import { readTrainingFacts } from "./readTrainingFacts.ts";

const sections = [
  "format",
  "version",
  "engine",
  "hash",
  "edited",
  "training",
  "priors",
  "comparisons",
  "fields",
  "acrossOnly",
  "sourcesBy",
  "blocking",
  "thresholds",
  "clustering",
  "frequencies",
] as const;

export interface ModelReading {
  readonly model: Omit<Model, "frequencies" | "blocking"> & { readonly blocking: Omit<Model["blocking"], "stopKeys"> };
  readonly frequencies: FrequencySource;
  readonly stopKeys: StopKeySource;
  /** As the document says; undefined where it was removed. */
  readonly hash: string | undefined;
  /** Version of namesake that wrote the document. */
  readonly engine: string | undefined;
}

/** Reads the document; mistakes stand in `place.mistakes` then, and the result is of use only where there are none. */
export function readModel(place: JsonPlace): ModelReading {
  const document = place.fields(sections);
  const training = readTrainingFacts(document.training);
  const fields = readFieldPlans(document.fields, Number(training.trainedOn.slice(0, 4)));
  const { stopKeys, ...blocking } = readBlocking(document.blocking);
  const model = {
    scoring: readScoring(document.priors, document.comparisons, fields),
    fields,
    acrossOnly: document.acrossOnly.required().isTrue() ?? false,
    sourcesBy: document.sourcesBy.isAbsent ? null : readSourcesBy(document.sourcesBy),
    blocking,
    thresholds: readThresholds(document.thresholds),
    clustering: readClustering(document.clustering),
    training,
  };
  const frequencies = readFrequencyTables(document.frequencies);
  return { model, frequencies, stopKeys, hash: document.hash.text(), engine: document.engine.text() };
}

function readSourcesBy(place: JsonPlace): SourcesBy {
  const { column, values } = place.fields(["column", "values"]);
  return { column: column.required().text() ?? "", values: values.required().texts() ?? [] };
}

/** A model without a ceiling was written before there were stop keys: its blocks end where they ended in training. */
function readBlocking(place: JsonPlace): ModelReading["model"]["blocking"] & { readonly stopKeys: StopKeySource } {
  const entry = place.required().fields(["rules", "blockSizeMax", "blockSizeCeiling", "stopKeys"]);
  const blockSizeMax = entry.blockSizeMax.required().number({ min: 2, isWhole: true }) ?? 2;
  return {
    rules: (entry.rules.required().items() ?? []).map((rule) => rule.required().texts() ?? []),
    blockSizeMax,
    blockSizeCeiling: entry.blockSizeCeiling.number({ min: blockSizeMax, isWhole: true }) ?? blockSizeMax,
    stopKeys: readStopKeySource(entry.stopKeys),
  };
}

function readThresholds(place: JsonPlace): Model["thresholds"] {
  const { link, review, component } = place.required().fields(["link", "review", "component"]);
  const before = place.mistakes.length;
  const thresholds = { link: readThreshold(link), review: readThreshold(review), component: readThreshold(component) };
  if (place.mistakes.length === before && thresholds.component > thresholds.link) {
    component.note("must not be above link: links below it would never be seen");
  }
  return thresholds;
}

/** Either figure may be given alone; where both are, they must agree, since a person may have changed only one. */
function readThreshold(place: JsonPlace): number {
  const entry = place.required().fields(["logOdds", "probability", "weightBits"]);
  const logOdds = entry.logOdds.number({});
  if (logOdds === undefined) {
    const probability = entry.probability.required().number({ above: 0, below: 1 }) ?? 0.5;
    return Math.log(probability / (1 - probability));
  }
  const probability = entry.probability.number({ min: 0, max: 1 });
  const shown = probabilityShown(logOdds);
  if (probability !== undefined && Math.abs(probability - shown) > 1e-5 * Math.min(shown, 1 - shown)) {
    place.note("logOdds and probability say different things: correct one and remove the other");
  }
  return logOdds;
}

function readClustering(place: JsonPlace): Model["clustering"] {
  const { componentSizeMax, onePerSource, withinRatio } = place
    .required()
    .fields(["componentSizeMax", "onePerSource", "withinRatio"]);
  return {
    componentSizeMax: componentSizeMax.required().number({ min: 1, isWhole: true }) ?? 1,
    isOnePerSource: onePerSource.required().isTrue() ?? false,
    withinRatio: withinRatio.number({ min: 0, max: 1 }) ?? 0,
  };
}
