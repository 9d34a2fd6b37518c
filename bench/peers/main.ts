// npm run bench:peers: namesake and Splink 5 on the same file, the same model and the same blocking rules, in alternation;
// first that every link and weight is the same, then what each took. Needs Python and PyPI.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { formatBody, formatTable } from "../table/formatTable.ts";
import { replaceTables } from "../table/replaceTables.ts";
import { describeConditions, keepMeasurement, readMeasurements } from "./keepMeasurements.ts";
import { makeInputs, measureScoring, measureWhole, type PeerTask } from "./measurePeers.ts";
import { peersChart } from "./peersChart.ts";
import { conditionsTable, differenceTable, leftOutTable, predictTable, wholeTable } from "./peerTables.ts";
import { makePythonEnvironment } from "./pythonEnvironment.ts";

const { values } = parseArgs({
  options: {
    records: { type: "string", default: "20000,100000,1000000" },
    rounds: { type: "string", default: "3" },
    rules: { type: "string", default: "model" },
    seed: { type: "string", default: "1" },
    environment: { type: "string" },
    "peer-memory": { type: "string", default: `${Math.floor((totalmem() * 0.75) / 2 ** 30)}GiB` },
    lock: { type: "string" },
    inputs: { type: "string" },
    "no-scoring": { type: "boolean", default: false },
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
  const rules = values.rules;
  if (rules !== "model" && rules !== "broad") throw new Error("--rules is model or broad");
  const command = `npm run bench:peers -- --rounds ${values.rounds} --seed ${values.seed} --rules ${rules}`;
  for (const records of sizes) {
    const task: PeerTask = {
      records,
      rounds: Number(values.rounds),
      seed: Number(values.seed),
      rules,
      folder: values.inputs ?? folder,
      python,
      peerMemory: values["peer-memory"],
      lock: values.lock,
    };
    const inputs = await makeInputs(task);
    const conditions = describeConditions(`${command} --records ${records}`);
    if (!values["no-scoring"]) {
      const scoring = await measureScoring(task);
      keepMeasurement(inputs, { scoring: { ...scoring, ...conditions } });
      const { onlyPeer, onlyOurs, weightsApart } = scoring.differences;
      if (onlyPeer + onlyOurs + weightsApart > 0) {
        console.error("The links differ.");
        process.exitCode = 1;
      }
    }
    if (!values["no-whole"]) keepMeasurement(inputs, { whole: { ...(await measureWhole(task)), ...conditions } });
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
