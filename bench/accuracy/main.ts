// npm run bench:accuracy: every accuracy figure of docs/accuracy.md by one command. Development sets are measured where
// they lie beside the checkout; made-up ones everywhere.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { version } from "../../src/shared/version.ts";
import { saveResults } from "../saveResults.ts";
import { formatBody, formatTable, type Table } from "../table/formatTable.ts";
import { replaceTables } from "../table/replaceTables.ts";
import { type AccuracyOptions, readAccuracyOptions, type SuiteName } from "./accuracyOptions.ts";
import { BenchContext } from "./benchContext.ts";
import { expectationTable, type NamedOutcome, reliabilityTable } from "./suites/calibrationSuite.ts";
import { developmentTable, measureDevelopmentSets } from "./suites/developmentSuite.ts";
import { gridSummaryTable, measureGrid, worstTable } from "./suites/gridSuite.ts";
import { kindsTable, measureKinds } from "./suites/kindsSuite.ts";
import { reliabilityChart } from "./suites/reliabilityChart.ts";
import { measureRobustness, robustSummaryTable, robustTable } from "./suites/robustSuite.ts";

const worstCount = 10;
const docs = join(import.meta.dirname, "..", "..", "docs");
const docsPath = join(docs, "accuracy.md");

class AccuracyBench {
  readonly #options: AccuracyOptions;
  readonly #context: BenchContext;
  readonly #results: Record<string, unknown> = {};
  readonly #outcomes: NamedOutcome[] = [];
  readonly #tables: Table[] = [];

  constructor(options: AccuracyOptions, folder: string) {
    this.#options = options;
    this.#context = new BenchContext(options, folder, (line) => console.error(line));
  }

  async run(): Promise<void> {
    if (this.#wants("sets", "calibration")) await this.#sets();
    if (this.#wants("robust")) await this.#robust();
    if (this.#wants("kinds", "calibration")) await this.#kinds();
    if (this.#wants("grid")) await this.#grid();
    if (this.#wants("calibration")) {
      this.#print(expectationTable(this.#outcomes));
      this.#print(reliabilityTable(this.#context.reliability));
    }
    const reliability = Object.fromEntries(this.#context.reliability);
    const path = saveResults("accuracy", { options: this.#options, ...this.#results, reliability });
    if (this.#options.style === "markdown")
      for (const table of this.#tables) console.log(formatTable(table, "markdown"));
    if (this.#options.writesDocs) this.#writeDocs();
    console.error(`\nKept in ${path}`);
  }

  #wants(...suites: SuiteName[]): boolean {
    return suites.some((suite) => this.#options.suites.includes(suite));
  }

  async #sets(): Promise<void> {
    const sets = await measureDevelopmentSets(this.#context);
    if (sets === null) return console.error("Development sets: skipped, the data are not beside the checkout.");
    this.#results.sets = sets;
    this.#outcomes.push(...sets.map(({ set, outcome }) => ({ name: set, outcome })));
    this.#print(developmentTable(sets));
  }

  async #robust(): Promise<void> {
    const robust = await measureRobustness(this.#context);
    if (robust === null) return console.error("Robustness: skipped, the data are not beside the checkout.");
    this.#results.robust = robust;
    this.#print(robustSummaryTable(robust));
    const missed = robust.filter(({ isWithin }) => !isWithin);
    this.#print(robustTable(missed, "missed", "Variants that did not hold"));
    if (this.#options.style === "text") this.#print(robustTable(robust, "variants", "All variants"));
  }

  async #kinds(): Promise<void> {
    const found = await measureKinds(this.#context);
    this.#results.kinds = found;
    this.#outcomes.push(...found.map(({ kind, outcome }) => ({ name: kind, outcome })));
    this.#print(kindsTable(found));
  }

  async #grid(): Promise<void> {
    const grid = await measureGrid(this.#context);
    this.#results.grid = grid;
    this.#print(gridSummaryTable(grid));
    this.#print(worstTable(grid, worstCount));
  }

  /** Markdown waits for the end, so that it can be pasted as one. */
  #print(table: Table): void {
    if (table.rows.length === 0 && table.id !== "missed") return;
    this.#tables.push(table);
    if (this.#options.style === "text") console.log(`\n${formatTable(table, "text")}`);
  }

  #writeDocs(): void {
    const measured = `*Measured on ${new Date().toISOString().slice(0, 10)} with version ${version}.*`;
    const known = this.#tables.filter(({ id }) => id !== "variants");
    const tables = new Map(known.map((table) => [table.id, `${formatBody(table, "markdown")}\n${measured}`]));
    writeFileSync(docsPath, replaceTables(readFileSync(docsPath, "utf8"), tables));
    // Other suites would leave most of its sets out.
    if (this.#wants("calibration"))
      writeFileSync(join(docs, "reliability.svg"), reliabilityChart(this.#context.reliability));
    console.error(`Tables written into ${docsPath}`);
  }
}

const folder = mkdtempSync(join(tmpdir(), "namesake-bench-"));
try {
  await new AccuracyBench(readAccuracyOptions(process.argv.slice(2)), folder).run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
