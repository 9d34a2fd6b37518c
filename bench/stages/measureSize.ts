// One size of the stage bench: makes people, links them through the command line in a process of its own, and measures
// the physical limit on the same file.
import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Summary } from "../../src/linkage/linkOptions.ts";
import { readHead } from "../../src/linkage/read/loadTask.ts";
import { measureProcess } from "./measureProcess.ts";

export interface SizeMeasurement {
  readonly records: number;
  readonly fileBytes: number;
  /** Bytes a record as nothing but codes: an integer of 32 bits for each column of the file. */
  readonly codeBytes: number;
  readonly generateSeconds: number;
  readonly linkSeconds: number;
  readonly processorSeconds: number | null;
  readonly peakBytes: number;
  /** Median of three: DuckDB reads and rewrites the file. */
  readonly limitSeconds: number;
  readonly summary: Summary;
  /** Seconds of scoring by number of threads, where asked for. */
  readonly scoreSecondsByThreads: Readonly<Record<number, number>>;
  /** Likewise, of each thread the seconds that it was at work. */
  readonly busySecondsByThreads: Readonly<Record<number, readonly number[]>>;
}

/** Enough for the header. */
const headBytes = 1 << 16;

const root = join(import.meta.dirname, "..", "..");
const program = join(root, "bin", "namesake");

/** `threadCounts`: linked once more with each, for the factor that a further core brings. Files in `folder` are removed. */
export async function measureSize(
  records: number,
  seed: number,
  folder: string,
  threadCounts: readonly number[],
): Promise<SizeMeasurement> {
  const people = join(folder, `people-${records}`);
  try {
    const made = await measureProcess(program, [
      "generate",
      "--records",
      `${records}`,
      "--seed",
      `${seed}`,
      "--out",
      people,
    ]);
    const file = join(people, "records.csv");
    const linked = await linkOnce(file, folder, ["--truth", join(people, "truth.csv")]);
    const rewritten = await measureProcess(process.execPath, [
      join(import.meta.dirname, "rewriteFile.ts"),
      file,
      join(folder, "rewritten.csv"),
    ]);
    const scoreSecondsByThreads: Record<number, number> = {};
    const busySecondsByThreads: Record<number, readonly number[]> = {};
    for (const threads of threadCounts) {
      const { summary } = await linkOnce(file, folder, ["--threads", `${threads}`]);
      scoreSecondsByThreads[threads] = summary.secondsPerStage.score ?? 0;
      busySecondsByThreads[threads] = summary.scoreSecondsPerThread ?? [];
    }
    return {
      records,
      fileBytes: statSync(file).size,
      codeBytes: 4 * (await readHead(file, file, headBytes)).toString("utf8").split("\n", 1).join().split(",").length,
      generateSeconds: made.seconds,
      limitSeconds: median(JSON.parse(rewritten.stdout) as number[]),
      scoreSecondsByThreads,
      busySecondsByThreads,
      ...linked,
    };
  } finally {
    rmSync(people, { recursive: true, force: true });
    rmSync(join(folder, "rewritten.csv"), { force: true });
  }
}

async function linkOnce(file: string, folder: string, further: readonly string[]) {
  const out = join(folder, "run");
  try {
    const args = ["link", file, "--source", "source", "--out", out, "--json", ...further];
    const { seconds, processorSeconds, peakBytes, stdout } = await measureProcess(program, args);
    const summary = JSON.parse(stdout) as Summary;
    return { linkSeconds: seconds, processorSeconds, peakBytes: peakBytes ?? summary.peakMemoryBytes, summary };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
