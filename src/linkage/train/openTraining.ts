// The beginning of training: which records it looks at, and what keys can be made of them. From here on threads group these
// records, which needs no more than counts of values, while the one that asks finds out of which origins names are.
import { type Atom, listAtoms } from "../block/atoms.ts";
import type { BlockingOptions } from "../block/chooseRules.ts";
import type { FrequencyTables } from "../compare/frequencies.ts";
import { alignFrequencies } from "../compare/pairComparer.ts";
import { sampleRecords } from "../standardise/sampleRecords.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import type { Team } from "../team/team.ts";
import { TrainingCrew } from "./trainingCrew.ts";

export interface OpenedTraining {
  /** Has a sample of the records. */
  readonly crew: TrainingCrew;
  /** Of all fields; undefined where none are needed. */
  readonly atoms: readonly Atom[] | undefined;
}

/**
 * Rows that training looks at. Of a sample's rows as many more are left without their match as the file is larger: twice
 * the rows for four times the file keep as many matches in the sample.
 */
const sampleSize = (rowCount: number): number => Math.max(100_000, Math.round(250 * Math.sqrt(rowCount)));

/** @param counted how common each value is */
export function openTraining(
  records: StandardRecords,
  counted: FrequencyTables,
  { allPairsMax }: Pick<BlockingOptions, "allPairsMax">,
  team: Team,
): OpenedTraining {
  const sample = sampleRecords(records, sampleSize(records.recordCount));
  const frequencies = alignFrequencies(records, counted);
  const atoms = sample.recordCount <= allPairsMax ? undefined : listAtoms(sample.fields, frequencies);
  const crew = new TrainingCrew(team, { records: sample, frequencies, atoms: atoms ?? [] });
  crew.start();
  return { crew, atoms };
}
