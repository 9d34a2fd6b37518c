// Keeps what each size measured last in bench/results/peers.json, so that sizes can be measured one by one: a million
// records take Splink half an hour.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { version } from "../../src/shared/version.ts";
import { describeMachine, saveResults } from "../saveResults.ts";
import type { PeerMeasurement } from "./measurePeers.ts";

export interface KeptMeasurement extends PeerMeasurement {
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

const path = join(import.meta.dirname, "..", "results", "peers.json");

/** Measurements by number of records; none where there is no file. */
export function readMeasurements(): KeptMeasurement[] {
  if (!existsSync(path)) return [];
  const { sizes } = JSON.parse(readFileSync(path, "utf8")) as { sizes: KeptMeasurement[] };
  return sizes.filter(({ packages }) => packages !== undefined);
}

/** Puts a measurement in the place of the earlier one of its size; gives the file's path. */
export function keepMeasurements(measurement: PeerMeasurement, command: string): string {
  const requirements = readFileSync(join(import.meta.dirname, "requirements.txt"), "utf8");
  const kept: KeptMeasurement = {
    ...measurement,
    measuredOn: new Date().toISOString(),
    command,
    machine: describeMachine() as KeptMeasurement["machine"],
    namesake: version,
    packages: requirements.trim().split("\n"),
  };
  const others = readMeasurements().filter(({ records }) => records !== measurement.records);
  return saveResults("peers", { sizes: [...others, kept].sort((a, b) => a.records - b.records) });
}
