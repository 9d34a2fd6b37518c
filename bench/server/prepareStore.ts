// A store of made-up people: generated, linked in bulk, loaded into an index, with a client that may see everything.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { runNamesake } from "./runNamesake.ts";

export interface PreparedStore {
  readonly store: string;
  readonly key: string;
  /** The records, as the generator wrote them. */
  readonly recordsPath: string;
  readonly linkSeconds: number;
  readonly loadSeconds: number;
}

/** The purpose under which the bench asks. */
export const benchPurpose = "BENCH";

/**
 * Makes a store of about `persons` people (2.1 records each) in `folder`; what lies there from a run before is used again.
 *
 * @param store where the index goes; a SQLite file in the folder where null
 */
export async function prepareStore(folder: string, persons: number, store: string | null): Promise<PreparedStore> {
  const people = join(folder, `people-${persons}`);
  const run = join(folder, `run-${persons}`);
  const address = store ?? `sqlite:${join(folder, `persons-${persons}-${Date.now()}.db`)}`;
  const recordsPath = join(people, "records.csv");
  if (!existsSync(people))
    await runNamesake(["generate", "--records", String(Math.round(persons * 2.1)), "--out", people, "--quiet"]);
  let linkSeconds = Number.NaN;
  if (!existsSync(run))
    linkSeconds = (await runNamesake(["link", recordsPath, "--source", "source", "--out", run, "--quiet"])).seconds;
  const load = await runNamesake(["index", "load", "--run", run, "--store", address]);
  const client = await runNamesake([
    "clients",
    "add",
    "bench",
    "--store",
    address,
    "--purpose",
    benchPurpose,
    "--source",
    "*",
    "--field",
    "*",
  ]);
  const key = /nsk_[\w-]{43}/.exec(client.stdout)?.[0];
  if (key === undefined) throw new Error("clients add printed no key");
  return { store: address, key, recordsPath, linkSeconds, loadSeconds: load.seconds };
}
