// The beginning of training: which records it looks at, and what keys can be made of them, while another thread finds out of
// which origins names are. From here on threads group these records, which needs no more than counts of values.
import { type Atom, listAtoms } from "../block/atoms.ts";
import type { BlockingOptions } from "../block/chooseRules.ts";
import type { FrequencyTables } from "../compare/frequencies.ts";
import { alignFrequencies } from "../compare/pairComparer.ts";
import { addOrigins, tellSexesAndEmails } from "../origins/addOrigins.ts";
import type { Origins } from "../origins/fitOrigins.ts";
import { sampleRecords } from "../standardise/sampleRecords.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import type { Team } from "../team/team.ts";
import { TrainingCrew } from "./trainingCrew.ts";

export interface OpenedTraining {
  /** Has a sample of the records. */
  readonly crew: TrainingCrew;
  /** Of all fields; undefined where none are needed. */
  readonly atoms: readonly Atom[] | undefined;
  /** Of all records, with what names tell twice. */
  readonly frequencies: FrequencyTables;
}

export interface RecordsToLearnFrom {
  readonly all: StandardRecords;
  /** The same; identical ones are one row where sources do not matter. */
  readonly rows: StandardRecords;
  /** How common each value is. */
  readonly counted: FrequencyTables;
}

/**
 * Rows that training looks at. Of a sample's rows as many more are left without their match as the file is larger: twice
 * the rows for four times the file keep as many matches in the sample.
 */
const sampleSize = (rowCount: number): number => Math.max(100_000, Math.round(250 * Math.sqrt(rowCount)));

/** @throws NamesakeError INTERRUPTED where the team's run was aborted */
export async function openTraining(
  { all, rows, counted }: RecordsToLearnFrom,
  { allPairsMax }: Pick<BlockingOptions, "allPairsMax">,
  team: Team,
): Promise<OpenedTraining> {
  const learning = team.assign("origins", all).run<Origins | null>(["learn"]);
  // Meanwhile, on this thread.
  const sample = sampleRecords(rows, sampleSize(rows.recordCount));
  const aligned = alignFrequencies(rows, counted);
  const atoms = sample.recordCount <= allPairsMax ? undefined : listAtoms(sample.fields, aligned);
  const others = tellSexesAndEmails(all);
  const [origins = null] = await learning;
  const crew = new TrainingCrew(team, { records: sample, frequencies: aligned, atoms: atoms ?? [] });
  crew.start();
  // Meanwhile, on this thread.
  return { crew, atoms, frequencies: addOrigins(counted, all, origins, others) };
}
