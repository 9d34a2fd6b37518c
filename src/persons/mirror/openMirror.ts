// Makes the mirror of a store: from the last snapshot and what changed since, else from all facts.
import { LiveIndex, type Model } from "../../linkage/index.ts";
import type { Progress } from "../../linkage/linkOptions.ts";
import { standardiseForModel } from "../../linkage/standardise/standardiseForModel.ts";
import type { PersonStore } from "../../store/personStore.ts";
import { scanSlices } from "../../store/scanSlices.ts";
import { FieldNames } from "../fieldNames.ts";
import type { OpenedMirror } from "../indexKeeper.ts";
import type { Mirror } from "../indexState.ts";
import { catchUp } from "./catchUp.ts";
import { DecisionTable } from "./decisionTable.ts";
import { readSnapshot } from "./mirrorSnapshot.ts";
import { readStoredModel } from "./modelFiles.ts";
import { PersonTable } from "./personTable.ts";
import { collectRecords, tableOf } from "./tableOfRows.ts";

export interface OpenMirrorOptions {
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Passes the snapshot over. */
  readonly fromFacts?: boolean;
}

/** @throws NamesakeError MODEL_MISSING, MODEL_INVALID, STORE_* */
export async function openMirror(store: PersonStore, options: OpenMirrorOptions = {}): Promise<OpenedMirror> {
  const { model, hash: modelHash, columns } = await readStoredModel(store);
  const { moment, records } = await store.head();
  const decisions = new DecisionTable();
  const snapshot = options.fromFacts === true ? null : await readSnapshot(store, model, { modelHash, head: moment });
  const advance = (done: number): void =>
    options.onProgress?.({ stage: "index", done, total: records, unit: "records" });
  const found = snapshot ?? (await rebuild(store, model, advance));
  const mirror: Mirror = { live: found.live, persons: found.persons, decisions };
  for (const decision of await store.decisionsAfter(-1)) decisions.put(decision);
  await catchUp(store, mirror, found.moment);
  return { mirror, fields: new FieldNames(model, columns), modelHash, moment };
}

/** Everything from facts, standardised in bulk; persons as the store has them. */
async function rebuild(store: PersonStore, model: Model, advance: (done: number) => void) {
  const { moment } = await store.head();
  const collected = await collectRecords(store, model, advance);
  const table = tableOf(collected, [...collected.ids.keys()]);
  const live =
    table.recordCount === 0
      ? new LiveIndex(model)
      : LiveIndex.fromRecords(model, table, standardiseForModel(table, model));
  const persons = new PersonTable();
  for await (const rows of scanSlices((from, size) => store.scanPersons(from, size), 50_000)) {
    for (const row of rows) persons.putPerson(row);
  }
  collected.numbers.forEach((number, place) => {
    if (collected.isWithdrawn[place] === true) live.remove(number);
    persons.putRecord(number, collected.persons[place] ?? -1, collected.versions[place] ?? 0);
  });
  return { live, persons, moment };
}
