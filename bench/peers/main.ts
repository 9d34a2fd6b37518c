// npm run bench:peers: namesake and Splink 5 on the same file, the same model and the same blocking rules, in alternation;
// first that every link and weight is the same, then what each took. Needs Python and PyPI.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { formatBody, formatTable } from "../table/formatTable.ts";
import { replaceTables } from "../table/replaceTables.ts";
import { keepMeasurements, readMeasurements } from "./keepMeasurements.ts";
import { measurePeers } from "./measurePeers.ts";
import { peersChart } from "./peersChart.ts";
import { conditionsTable, differenceTable, leftOutTable, predictTable, wholeTable } from "./peerTables.ts";
import { makePythonEnvironment } from "./pythonEnvironment.ts";

const { values } = parseArgs({
  options: {
    records: { type: "string", default: "20000,100000,1000000" },
    rounds: { type: "string", default: "3" },
    seed: { type: "string", default: "1" },
    environment: { type: "string" },
    "peer-memory": { type: "string", default: `${Math.floor((totalmem() * 0.75) / 2 ** 30)}GiB` },
    lock: { type: "string" },
    "no-whole": { type: "boolean", default: false },
    markdown: { type: "boolean", default: false },
    docs: { type: "boolean", default: false },
  },
});

const folder = mkdtempSync(join(tmpdir(), "namesake-peers-"));
const sizes = values.records === "" ? [] : values.records.split(",").map(Number);
try {
  const environment = values.environment ?? join(folder, "python");
  mkdirSync(environment, { recursive: true });
  if (sizes.length > 0) console.error("  making the Python environment …");
  const python = sizes.length > 0 ? await makePythonEnvironment(environment) : "";
  const command = `npm run bench:peers -- --rounds ${values.rounds} --seed ${values.seed}`;
  for (const records of sizes) {
    const measurement = await measurePeers({
      records,
      rounds: Number(values.rounds),
      seed: Number(values.seed),
      folder,
      python,
      peerMemory: values["peer-memory"],
      isWhole: !values["no-whole"],
      lock: values.lock,
    });
    console.error(`Kept in ${keepMeasurements(measurement, `${command} --records ${records}`)}`);
    const { onlyPeer, onlyOurs, weightsApart } = measurement.differences;
    if (onlyPeer + onlyOurs + weightsApart > 0) {
      console.error("The links differ.");
      process.exitCode = 1;
    }
  }
  const kept = readMeasurements();
  const tables = [conditionsTable, differenceTable, predictTable, wholeTable, leftOutTable].map((make) => make(kept));
  for (const table of tables) console.log(formatTable(table, values.markdown ? "markdown" : "text"));
  if (values.docs) {
    const docs = join(import.meta.dirname, "..", "..", "docs");
    const path = join(docs, "performance.md");
    const bodies = new Map(tables.map((table) => [table.id, formatBody(table, "markdown")]));
    writeFileSync(path, replaceTables(readFileSync(path, "utf8"), bodies));
    writeFileSync(join(docs, "peers.svg"), peersChart(kept));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
