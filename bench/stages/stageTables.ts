// The tables of the stage bench: seconds and rates a stage, how they grow, and the run as a whole beside its limits.
import type { Table } from "../table/formatTable.ts";
import type { SizeMeasurement } from "./measureSize.ts";

const count = (value: number): string => Math.round(value).toLocaleString("en");
const seconds = (value: number): string => value.toFixed(value < 10 ? 2 : 1);
const mebibytes = (bytes: number): string => `${count(bytes / 2 ** 20)} MiB`;

/** Candidate pairs are what scoring and training work on; records everything else. */
const pairStages = new Set(["score"]);

/** Seconds a stage and size, its rate at the largest size, and the factor between the last two sizes. */
export function stageTable(sizes: readonly SizeMeasurement[]): Table {
  const last = sizes.at(-1);
  const before = sizes.at(-2);
  const stages = Object.keys(last?.summary.secondsPerStage ?? {});
  const secondsOf = (size: SizeMeasurement | undefined, stage: string): number =>
    size?.summary.secondsPerStage[stage] ?? 0;
  return {
    id: "stages",
    title: "Seconds per stage",
    columns: ["stage", ...sizes.map(({ records }) => count(records)), "rate at the last", "factor of the last step"],
    rows: stages.map((stage) => {
      const spent = secondsOf(last, stage);
      const units = pairStages.has(stage) ? (last?.summary.candidatePairs ?? 0) : (last?.records ?? 0);
      const rate = spent < 0.001 ? "–" : `${count(units / spent)} ${pairStages.has(stage) ? "pairs" : "records"}/s`;
      const earlier = secondsOf(before, stage);
      const factor = earlier < 0.01 ? "–" : `× ${(spent / earlier).toFixed(1)}`;
      return [stage, ...sizes.map((size) => seconds(secondsOf(size, stage))), rate, factor];
    }),
    notes:
      before === undefined || last === undefined
        ? []
        : [`The last step has × ${(last.records / before.records).toFixed(0)} the records.`],
  };
}

/** One row a size. */
export function runTable(sizes: readonly SizeMeasurement[]): Table {
  return {
    id: "runs",
    title: "Whole runs, each a process of its own",
    columns: [
      "records",
      "seconds",
      "records/s",
      "processor s",
      "candidate pairs",
      "peak memory",
      "bytes a record",
      "× codes",
      "read + rewrite",
      "× that",
      "F1",
    ],
    rows: sizes.map((size) => [
      count(size.records),
      seconds(size.linkSeconds),
      count(size.records / size.linkSeconds),
      size.processorSeconds === null ? "–" : seconds(size.processorSeconds),
      count(size.summary.candidatePairs),
      mebibytes(size.peakBytes),
      count(size.peakBytes / size.records),
      (size.peakBytes / size.records / size.codeBytes).toFixed(1),
      seconds(size.limitSeconds),
      (size.linkSeconds / size.limitSeconds).toFixed(1),
      size.summary.evaluation?.f1.toFixed(4) ?? "–",
    ]),
    notes: [
      "Read + rewrite is the physical limit: DuckDB reads the file and writes every value back, median of three in the same run.",
      "Peak memory is that of the whole process tree. Codes are what a record cannot do without: 4 bytes for each column.",
    ],
  };
}

/** Null where no size was run with several numbers of threads. */
export function threadTable(sizes: readonly SizeMeasurement[]): Table | null {
  const measured = sizes.filter(({ scoreSecondsByThreads }) => Object.keys(scoreSecondsByThreads).length > 1);
  if (measured.length === 0) return null;
  return {
    id: "threads",
    title: "Scoring with one thread and with more",
    columns: ["records", "threads", "seconds of scoring", "factor", "at work, a thread", "slowest over mean"],
    rows: measured.flatMap(({ records, scoreSecondsByThreads, busySecondsByThreads }) => {
      const [one] = Object.values(scoreSecondsByThreads);
      return Object.entries(scoreSecondsByThreads).map(([threads, spent]) => [
        count(records),
        threads,
        seconds(spent),
        `× ${((one ?? 0) / spent).toFixed(2)}`,
        ...describeBusy(busySecondsByThreads[Number(threads)] ?? []),
      ]);
    }),
    notes: [
      "At work: scoring jobs alone, without counting keys, which comes before, and merging links, which comes after.",
    ],
  };
}

/** The seconds of each thread, and by how much the slowest is above their mean. */
function describeBusy(busy: readonly number[]): [string, string] {
  if (busy.length === 0) return ["–", "–"];
  const mean = busy.reduce((sum, spent) => sum + spent, 0) / busy.length;
  return [busy.map(seconds).join(" + "), `+ ${((Math.max(...busy) / mean - 1) * 100).toFixed(1)} %`];
}
