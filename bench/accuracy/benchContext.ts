// What every suite is handed: the options, a folder for files that is removed at the end, and one way to link and measure
// that also fills the reliability table.
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { LinkOptions } from "../../src/linkage/linkOptions.ts";
import type { LinkRun } from "../../src/linkage/linkRun.ts";
import type { AccuracyOptions } from "./accuracyOptions.ts";
import { listErrors } from "./measure/listErrors.ts";
import { type Failure, type Measurement, measureRun } from "./measure/measureRun.ts";
import { addReliability, emptyReliability, type ReliabilityBin } from "./measure/reliability.ts";
import type { RecordSet, ServiceNames } from "./recordSets/recordSet.ts";
import { writeRecordSet } from "./recordSets/writeRecordSet.ts";

export interface RunRequest {
  /** Shown while it runs. */
  readonly label: string;
  readonly sweep?: boolean;
  /** Name of the reliability table that the pairs of this run are added to. */
  readonly reliability?: string;
  /** Called with the run before it is let go. */
  readonly onRun?: (run: LinkRun) => void;
}

export class BenchContext {
  readonly options: AccuracyOptions;
  readonly folder: string;
  readonly reliability = new Map<string, ReliabilityBin[]>();
  readonly #log: (line: string) => void;

  constructor(options: AccuracyOptions, folder: string, log: (line: string) => void) {
    this.options = options;
    this.folder = folder;
    this.#log = log;
  }

  isWanted(name: string): boolean {
    return this.options.sets?.includes(name) ?? true;
  }

  /** Links files as they are. */
  async measure(link: LinkOptions & { readonly truth: string }, request: RunRequest): Promise<Measurement | Failure> {
    const { threads, exampleCount } = this.options;
    const outcome = await measureRun(
      { ...link, ...(threads === undefined ? {} : { threads }) },
      {
        sweep: request.sweep ?? true,
        onRun: (run) => {
          request.onRun?.(run);
          if (request.reliability !== undefined) addReliability(this.#bins(request.reliability), run.facts);
          for (const { kind, left, right } of listErrors(run, exampleCount))
            this.#log(`    ${kind}\n      ${left}\n      ${right}`);
        },
      },
    );
    this.#log(
      `  ${request.label}: ${"failure" in outcome ? outcome.failure : `${outcome.f1.toFixed(4)} in ${outcome.seconds.toFixed(1)} s`}`,
    );
    return outcome;
  }

  /** Writes the set, links it and removes the files. */
  async measureSet(set: RecordSet, request: RunRequest, names?: ServiceNames): Promise<Measurement | Failure> {
    const folder = join(this.folder, "set");
    try {
      return await this.measure(writeRecordSet(set, folder, names), request);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  #bins(name: string): ReliabilityBin[] {
    const bins = this.reliability.get(name) ?? emptyReliability();
    this.reliability.set(name, bins);
    return bins;
  }
}
