// Trains with what sources tell, and looks again at whether each of them holds a person once: before training that is judged by a
// model which knows nothing yet; the trained one tells better.

import { tabulateWeights } from "../score/scoringModel.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { expectedF1 } from "./balanceF1.ts";
import { classifyPairs, createClasses } from "./classifyPairs.ts";
import { rateWithin } from "./detectOnePerSource.ts";
import { type PreparationOptions, type PreparedTraining, prepareTraining } from "./prepareTraining.ts";
import type { TrainingCrew } from "./trainingCrew.ts";
import type { TrainingPairs } from "./trainingPairs.ts";
import { type TrainedModel, type Training, type TrainOptions, trainModel } from "./trainModel.ts";

export type SourcesTraining = Training & Pick<PreparedTraining, "isOnePerSource" | "acrossOnly">;

interface Attempt {
  readonly prepared: PreparedTraining;
  readonly training: Training;
}

/**
 * Pairs that a trained model is sure of must be this much rarer within sources than between them, where each holds a person
 * once: relatives and namesakes are within sources too.
 */
const sureRatioMax = 0.125;
/** From this probability on a pair is sure. */
const sureProbability = 0.99;
/** Expected F1 of the training pairs below which a model is doubted. */
const doubtfulF1 = 0.9;

/**
 * `preparation.onePerSource` is obeyed where it is said. On "auto", a finding that the trained model contradicts is taken back;
 * and where a model tells persons badly, another is tried that gives each record one partner in each other source.
 */
export async function trainBySources(
  crew: TrainingCrew,
  preparation: PreparationOptions,
  options: Pick<TrainOptions, "frequencies" | "labels">,
): Promise<SourcesTraining> {
  const attempt = async (onePerSource: boolean | "auto"): Promise<Attempt> => {
    crew.respell([]);
    const prepared = await prepareTraining(crew, { ...preparation, onePerSource });
    // Relatives live together within a source; where they made a model doubtful, they are no measure of strangers.
    const within = onePerSource === "auto" ? prepared.within : null;
    return { prepared, training: await trainModel(crew, { ...preparation, ...options, ...prepared, within }) };
  };
  const first = await attempt(preparation.onePerSource);
  const { anywhere } = first.prepared;
  if (preparation.onePerSource !== "auto" || anywhere === null) return finish(first);
  const isHeld = ({ training: { plain } }: Attempt): boolean => isRareWithin(crew.records, anywhere, plain);
  if (first.prepared.isOnePerSource) return finish(isHeld(first) ? first : await attempt(false));
  const before = expectedF1(first.training.plain.pairs, first.training.plain.probabilities);
  if (before >= doubtfulF1) return finish(first);
  const second = await attempt(true);
  if (isHeld(second) && expectedF1(second.training.plain.pairs, second.training.plain.probabilities) > before)
    return finish(second, [noteSecond]);
  crew.respell(first.training.spellings);
  return finish(first);
}

const noteSecond =
  "Each source seems to hold a person once: with one record of each source a person, records are told apart far better. A person gets at most one record of each source.";

function finish({ prepared, training }: Attempt, notes: readonly string[] = []): SourcesTraining {
  const { isOnePerSource, acrossOnly } = prepared;
  return { ...training, isOnePerSource, acrossOnly, notes: [...prepared.notes, ...notes, ...training.notes] };
}

/** Whether pairs of which the model is sure hardly lie within sources. `anywhere`: pairs within and between them. */
function isRareWithin(records: StandardRecords, anywhere: TrainingPairs, { model }: TrainedModel): boolean {
  const classes = createClasses(anywhere.count);
  classifyPairs(anywhere, tabulateWeights(model), classes);
  return rateWithin(records, anywhere, (pair) => classes.matches[pair]! >= sureProbability) <= sureRatioMax;
}
