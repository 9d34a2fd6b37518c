// npm run bench:peers: namesake and Splink 5 on the same file, the same model and the same blocking rules, in alternation;
// first that every link and weight is the same, then what each took. Needs Python and PyPI.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { saveResults } from "../saveResults.ts";
import { formatTable } from "../table/formatTable.ts";
import { measurePeers, type PeerMeasurement } from "./measurePeers.ts";
import { differenceTable, predictTable, wholeTable } from "./peerTables.ts";
import { makePythonEnvironment } from "./pythonEnvironment.ts";

const { values } = parseArgs({
  options: {
    records: { type: "string", default: "100000,1000000" },
    rounds: { type: "string", default: "3" },
    seed: { type: "string", default: "1" },
    environment: { type: "string" },
    "no-whole": { type: "boolean", default: false },
    markdown: { type: "boolean", default: false },
  },
});

const folder = mkdtempSync(join(tmpdir(), "namesake-peers-"));
try {
  const environment = values.environment ?? join(folder, "python");
  mkdirSync(environment, { recursive: true });
  console.error("  making the Python environment …");
  const python = await makePythonEnvironment(environment);
  const measured: PeerMeasurement[] = [];
  for (const records of values.records.split(",").map(Number)) {
    const rounds = Number(values.rounds);
    measured.push(
      await measurePeers({ records, rounds, seed: Number(values.seed), folder, python, isWhole: !values["no-whole"] }),
    );
  }
  const tables = [differenceTable(measured), predictTable(measured), wholeTable(measured)];
  for (const table of tables)
    if (table.rows.length > 0) console.log(formatTable(table, values.markdown ? "markdown" : "text"));
  console.log(`Left out of the model, since Splink cannot say it:\n${measured[0]?.leftOut ?? ""}`);
  console.error(`Kept in ${saveResults("peers", { sizes: measured })}`);
  if (measured.some(({ differences }) => differences.onlyPeer + differences.onlyOurs + differences.weightsApart > 0)) {
    console.error("The links differ.");
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
