// npm run bench: where time and memory go, stage by stage and size by size, on made-up people. Needs nothing but the
// project. Nothing here is a test: figures are read, compared within one run and kept.
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { saveResults } from "../saveResults.ts";
import { formatTable } from "../table/formatTable.ts";
import { measureSize, type SizeMeasurement } from "./measureSize.ts";
import { runTable, stageTable, threadTable } from "./stageTables.ts";

const { values } = parseArgs({
  options: {
    sizes: { type: "string" },
    large: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    markdown: { type: "boolean", default: false },
    seed: { type: "string", default: "1" },
  },
});

const folder = mkdtempSync(join(tmpdir(), "namesake-bench-"));
try {
  await run(values.sizes?.split(",").map(Number) ?? defaultSizes());
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function defaultSizes(): number[] {
  if (values.quick) return [10_000, 100_000];
  return [10_000, 100_000, 1_000_000, ...(values.large ? [10_000_000] : [])];
}

async function run(sizes: readonly number[]): Promise<void> {
  const measured: SizeMeasurement[] = [];
  const cores = availableParallelism();
  const threadSize = Math.max(...sizes.filter((size) => size <= 1_000_000));
  for (const size of sizes) {
    const threadCounts = size === threadSize && cores > 1 ? [1, cores] : [];
    console.error(`  ${size.toLocaleString("en")} records …`);
    measured.push(await measureSize(size, Number(values.seed), folder, threadCounts));
  }
  const tables = [runTable(measured), stageTable(measured), threadTable(measured)];
  for (const table of tables)
    if (table !== null) console.log(formatTable(table, values.markdown ? "markdown" : "text"));
  console.error(`Kept in ${saveResults("stages", { sizes: measured })}`);
}
