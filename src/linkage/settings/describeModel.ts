// A model as the document that model.json holds (docs/model.md). Beside each number that scoring uses stands what it
// means to a person; those figures are rounded and never read back.
import { version as engineVersion } from "../../shared/version.ts";
import { type ComparisonKind, comparisonKinds } from "../compare/comparison.ts";
import type { Model } from "../model.ts";
import type { ComparisonParameters } from "../score/scoringModel.ts";
import { editedNote, modelFormat, modelVersion } from "./modelFormat.ts";

/** `large`: what may stand in a file of its own, or the name of that file, as it stands in the document. */
export function describeModel(
  model: Model,
  hash: string,
  large: { readonly frequencies: object; readonly stopKeys: object },
): object {
  const { scoring, thresholds, training } = model;
  return {
    format: modelFormat,
    version: modelVersion,
    engine: engineVersion,
    hash,
    ...(training.notes.includes(editedNote) ? { edited: true } : {}),
    training,
    priors: {
      match: describePrior(scoring.prior),
      household: describePrior(scoring.householdPrior),
      twin: describePrior(scoring.twinPrior ?? 0),
      neighbour: describePrior(scoring.neighbourPrior ?? 0),
      moved: describePrior(scoring.movedShare ?? 0),
      renamed: describePrior(scoring.renamedShare ?? 0),
    },
    comparisons: scoring.comparisons.map(describeComparison),
    fields: model.fields,
    acrossOnly: model.acrossOnly,
    ...(model.sourcesBy === null ? {} : { sourcesBy: model.sourcesBy }),
    blocking: { ...model.blocking, stopKeys: large.stopKeys },
    thresholds: {
      link: describeThreshold(thresholds.link),
      review: describeThreshold(thresholds.review),
      component: describeThreshold(thresholds.component),
    },
    clustering: {
      componentSizeMax: model.clustering.componentSizeMax,
      onePerSource: model.clustering.isOnePerSource,
      withinRatio: model.clustering.withinRatio,
    },
    frequencies: large.frequencies,
  };
}

const round = (value: number): number => Number(value.toPrecision(6));
/** A match weight, six significant digits; null where a figure is beyond showing. */
const bits = (value: number): number | null => (Number.isFinite(value) ? round(value) : null);

function describePrior(probability: number): object {
  return { probability, weightBits: bits(Math.log2(probability / (1 - probability))) };
}

function describeComparison({ name, kind, field, m, u, h, n }: ComparisonParameters): object {
  const definition: ComparisonKind = comparisonKinds[kind];
  const levels = definition.levels.map(({ label, usesFrequency }, index) => ({
    label,
    m: m[index],
    u: u[index],
    ...(h === null ? {} : { h: h[index] }),
    ...(n === undefined ? {} : { n: n[index] }),
    weightBits: bits(Math.log2((m[index] ?? 0) / (u[index] ?? 1))),
    ...(usesFrequency ? { byFrequency: true } : {}),
  }));
  return { name, kind, field, levels };
}

function describeThreshold(logOdds: number): object {
  return { logOdds, probability: probabilityShown(logOdds), weightBits: bits(logOdds * Math.LOG2E) };
}

/** Six significant digits of the probability or, near 1, of what is missing to 1. */
export function probabilityShown(logOdds: number): number {
  return logOdds <= 0 ? round(1 / (1 + Math.exp(-logOdds))) : 1 - round(1 / (1 + Math.exp(logOdds)));
}
