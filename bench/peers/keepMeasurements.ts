// Keeps what each size measured last in bench/results/peers.json, so that sizes can be measured one by one: a million
// records take Splink half an hour.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { version } from "../../src/shared/version.ts";
import { describeMachine, saveResults } from "../saveResults.ts";
import type { PeerInputs, ScoringMeasurement, WholeMeasurement } from "./measurePeers.ts";

/** When, where and with what a measurement was made. */
export interface Conditions {
  readonly measuredOn: string;
  readonly command: string;
  readonly machine: {
    readonly cores: number;
    readonly processor: string;
    readonly memoryBytes: number;
    readonly node: string;
  };
  readonly namesake: string;
  /** The peer's packages as pinned. */
  readonly packages: readonly string[];
}

export interface KeptMeasurement extends PeerInputs {
  readonly scoring?: ScoringMeasurement & Conditions;
  readonly whole?: WholeMeasurement & Conditions;
}

const path = join(import.meta.dirname, "..", "results", "peers.json");

/** Measurements by number of records; none where there is no file. */
export function readMeasurements(): KeptMeasurement[] {
  if (!existsSync(path)) return [];
  const { measurements } = JSON.parse(readFileSync(path, "utf8")) as { measurements?: KeptMeasurement[] };
  return measurements ?? [];
}

/** Puts what was measured of a size in the place of what was before; gives the file's path. */
export function keepMeasurement(inputs: PeerInputs, part: Omit<KeptMeasurement, keyof PeerInputs>): string {
  const kept = readMeasurements();
  const isLike = ({ records, rules }: KeptMeasurement): boolean => records === inputs.records && rules === inputs.rules;
  const same = kept.find((one) => isLike(one) && one.seed === inputs.seed);
  const others = kept.filter((one) => !isLike(one));
  const measurements = [...others, { ...same, ...inputs, ...part }].sort((a, b) => a.records - b.records);
  return saveResults("peers", { measurements });
}

/** Those of now. */
export function describeConditions(command: string): Conditions {
  const requirements = readFileSync(join(import.meta.dirname, "requirements.txt"), "utf8");
  return {
    measuredOn: new Date().toISOString(),
    command,
    machine: describeMachine() as Conditions["machine"],
    namesake: version,
    packages: requirements.trim().split("\n"),
  };
}
