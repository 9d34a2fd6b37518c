// What is known before anything is learnt: candidate pairs, where to start from, and whether each source holds a person once.
import type { MeasuredRule } from "../block/chooseRules.ts";
import type { AlignedFrequencies } from "../compare/pairComparer.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import type { WithinSources } from "./calibrateWithin.ts";
import { collectTrainingPairs } from "./collectTrainingPairs.ts";
import { countPairs } from "./countPairs.ts";
import { detectOnePerSource } from "./detectOnePerSource.ts";
import { expectNamesakes, type Namesakes } from "./meetNamesakes.ts";
import { areSourcesAlike } from "./sourcesAlike.ts";
import { type StartOfTraining, startTraining } from "./startTraining.ts";
import type { TrainingCrew } from "./trainingCrew.ts";
import { type TrainingPairs, takeTrainingPairs } from "./trainingPairs.ts";

export interface PreparationOptions {
  /** Candidate rules, cheapest first. */
  readonly rules: readonly MeasuredRule[];
  readonly blockSizeMax: number;
  readonly pairsMax: number;
  readonly seed: number;
  /** All records, of which the crew's are a sample. */
  readonly population: StandardRecords;
  readonly aligned: AlignedFrequencies;
  /** Only pairs across sources are asked for. */
  readonly acrossOnly: boolean;
  /** Whether each source holds a person at most once, where that is said. */
  readonly onePerSource: boolean | "auto";
}

export interface PreparedTraining {
  /** Pairs of records that may be compared. */
  readonly pairs: TrainingPairs;
  /** Pairs of one source, where that holds a person once; null where they tell nothing of pairs between sources. */
  readonly within: WithinSources | null;
  readonly start: StartOfTraining;
  readonly namesakes: Namesakes;
  readonly isOnePerSource: boolean;
  /** Only pairs across sources may be compared. */
  readonly acrossOnly: boolean;
  readonly notes: readonly string[];
  /** Pairs within sources and between them, where they were looked at. */
  readonly anywhere: TrainingPairs | null;
}

export async function prepareTraining(crew: TrainingCrew, options: PreparationOptions): Promise<PreparedTraining> {
  const { population, seed, acrossOnly } = options;
  const start = await startTraining(crew, population, { seed, acrossOnly });
  const collecting = collectTrainingPairs(crew, { ...options, ...start });
  // Meanwhile, on this thread.
  const namesakes = expectNamesakes(crew.records, population, options.aligned);
  const pairs = await collecting;
  const { isOnePerSource, notes, anywhere } = await decideOnePerSource(crew, pairs, options);
  const isTold = isOnePerSource && anywhere !== null && areSourcesAlike(crew.records);
  const within = isTold ? takeWithin(anywhere, crew.records) : null;
  const known = { within, namesakes, isOnePerSource, notes, anywhere };
  if (acrossOnly || !isOnePerSource) return { ...known, pairs, start, acrossOnly };
  return {
    ...known,
    pairs: takeAcross(pairs, crew.records),
    start: await startTraining(crew, population, { seed, acrossOnly: true }),
    acrossOnly: true,
  };
}

/** Pairs of records of different sources. */
function takeAcross(pairs: TrainingPairs, { sourceOf }: StandardRecords): TrainingPairs {
  const places = Array.from({ length: pairs.count }, (_, pair) => pair);
  return takeTrainingPairs(
    pairs,
    places.filter((pair) => sourceOf[pairs.left[pair]!] !== sourceOf[pairs.right[pair]!]),
  );
}

/** Pairs of different records of one source. */
function takeWithin(pairs: TrainingPairs, records: StandardRecords): WithinSources {
  const { sourceOf } = records;
  const places = Array.from({ length: pairs.count }, (_, pair) => pair).filter((pair) => {
    const [left, right] = [pairs.left[pair]!, pairs.right[pair]!];
    return left !== right && sourceOf[left] === sourceOf[right];
  });
  const across = countPairs(records, true);
  return { pairs: takeTrainingPairs(pairs, places), ratio: across / Math.max(1, countPairs(records, false) - across) };
}

async function decideOnePerSource(
  crew: TrainingCrew,
  pairs: TrainingPairs,
  options: PreparationOptions,
): Promise<Pick<PreparedTraining, "isOnePerSource" | "notes" | "anywhere">> {
  const { onePerSource, population, acrossOnly } = options;
  if (onePerSource !== "auto") return { isOnePerSource: onePerSource, notes: [], anywhere: acrossOnly ? null : pairs };
  if (population.sourceCount < 2) return { isOnePerSource: false, notes: [], anywhere: null };
  const anywhere = acrossOnly ? await collectAnywhere(crew, options) : pairs;
  const { isOnePerSource, rateRatio } = detectOnePerSource(crew.records, anywhere);
  const ratio = rateRatio === null ? "0" : rateRatio.toPrecision(2);
  const note = `Each source seems to hold a person once (pairs that look alike are ${ratio} times as frequent within sources as between them): a person gets one record of each source, and hardly ever two.`;
  return { isOnePerSource, notes: isOnePerSource ? [note] : [], anywhere };
}

/** Meetings looked at to compare sources, where those within a source are of no other use. */
const detectionPairsMax = 1_000_000;

async function collectAnywhere(crew: TrainingCrew, options: PreparationOptions): Promise<TrainingPairs> {
  const { population, seed } = options;
  const start = await startTraining(crew, population, { seed, acrossOnly: false });
  const pairsMax = Math.min(detectionPairsMax, options.pairsMax);
  return collectTrainingPairs(crew, { ...options, ...start, acrossOnly: false, pairsMax });
}
