// What bench:accuracy can be asked for.
import { parseArgs } from "node:util";

export const suiteNames = ["sets", "robust", "kinds", "grid", "calibration"] as const;
export type SuiteName = (typeof suiteNames)[number];

export interface AccuracyOptions {
  readonly suites: readonly SuiteName[];
  /** Development sets or kinds by name; null for all. */
  readonly sets: readonly string[] | null;
  readonly isQuick: boolean;
  readonly style: "text" | "markdown";
  /** Puts the tables measured into docs/accuracy.md. */
  readonly writesDocs: boolean;
  /** Wrong and missed pairs shown a run. */
  readonly exampleCount: number;
  readonly threads: number | undefined;
  /** Runs of the grid. */
  readonly gridRuns: number;
  readonly gridRecordsMax: number;
  readonly seed: number;
}

const usage = `bench:accuracy [--only sets|robust|kinds|grid|calibration[,…]] [--sets a,b] [--quick] [--markdown] [--docs]
  [--examples N] [--threads N] [--grid-runs N] [--grid-records-max N] [--seed N]`;

/** @throws Error with the usage where an option is wrong. */
export function readAccuracyOptions(args: readonly string[]): AccuracyOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: "string" },
      sets: { type: "string" },
      quick: { type: "boolean", default: false },
      markdown: { type: "boolean", default: false },
      docs: { type: "boolean", default: false },
      examples: { type: "string", default: "0" },
      threads: { type: "string" },
      "grid-runs": { type: "string" },
      "grid-records-max": { type: "string" },
      seed: { type: "string", default: "1" },
    },
  });
  const suites = values.only?.split(",") ?? suiteNames;
  if (!suites.every((name): name is SuiteName => (suiteNames as readonly string[]).includes(name)))
    throw new Error(usage);
  const isPartial = values.quick || values.sets !== undefined;
  if (values.docs && isPartial) throw new Error("--docs writes whole tables: leave out --quick and --sets");
  return {
    suites,
    sets: values.sets?.split(",") ?? null,
    isQuick: values.quick,
    style: values.markdown ? "markdown" : "text",
    writesDocs: values.docs,
    exampleCount: readCount(values.examples),
    threads: values.threads === undefined ? undefined : readCount(values.threads),
    gridRuns: readCount(values["grid-runs"] ?? (values.quick ? "12" : "48")),
    gridRecordsMax: readCount(values["grid-records-max"] ?? (values.quick ? "5000" : "100000")),
    seed: readCount(values.seed),
  };
}

function readCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 0) throw new Error(usage);
  return count;
}
