// npm run bench:server: the person index over HTTP on made-up people, as a user starts it, with a real load generator on the
// same machine. Figures, never tests. `--store postgres` starts a PostgreSQL of its own, which keeps what it acknowledges.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startPostgres } from "../../test/support/startPostgres.ts";
import { saveResults } from "../saveResults.ts";
import { formatTable } from "../table/formatTable.ts";
import { goalsTable } from "./goalsTable.ts";
import { measureServer } from "./measureServer.ts";
import { prepareStore } from "./prepareStore.ts";
import { startServe } from "./runNamesake.ts";
import { sampleRecords } from "./sampleRecords.ts";

const { values } = parseArgs({
  options: {
    persons: { type: "string" },
    large: { type: "boolean", default: false },
    seconds: { type: "string", default: "10" },
    connections: { type: "string", default: "32" },
    store: { type: "string" },
    folder: { type: "string" },
    markdown: { type: "boolean", default: false },
  },
});

const persons = Number(values.persons ?? (values.large ? 1_000_000 : 100_000));
const folder = values.folder ?? mkdtempSync(join(tmpdir(), "namesake-bench-"));
mkdirSync(folder, { recursive: true });
const postgres = values.store === "postgres" ? await startPostgres({ isDurable: true }) : null;
try {
  await run(postgres?.newStore() ?? values.store ?? null);
} finally {
  await postgres?.stop();
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
}

async function run(address: string | null): Promise<void> {
  console.error(`  ${persons.toLocaleString("en")} persons: making, linking and loading them …`);
  const { store, key, recordsPath, loadSeconds } = await prepareStore(folder, persons, address);
  const sample = await sampleRecords(recordsPath, 20_000, Math.round(persons * 2.1));
  const serve = await startServe(store);
  try {
    const target = { url: serve.url, key };
    const residentAtStart = serve.residentBytes();
    console.error(`  serving at ${serve.url} after ${serve.startSeconds.toFixed(1)} s; measuring …`);
    const options = { seconds: Number(values.seconds), connections: Number(values.connections), bulkRecords: 20_000 };
    const measured = await measureServer(target, sample, options);
    const residentBytes = Math.max(residentAtStart ?? 0, serve.residentBytes() ?? 0) || null;
    const stopSeconds = await serve.stop();
    const { startSeconds } = serve;
    const kind = store.startsWith("postgres") ? ("postgres" as const) : ("sqlite" as const);
    const result = { ...measured, persons, store: kind, startSeconds, residentBytes, loadSeconds, stopSeconds };
    console.log(formatTable(goalsTable(result), values.markdown ? "markdown" : "text"));
    console.error(`Kept in ${saveResults("server", result)}`);
  } finally {
    await serve.stop();
  }
}
