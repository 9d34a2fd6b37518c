// The peers' bench as tables: medians of the rounds, and ratios of medians of one run.
import type { Table } from "../table/formatTable.ts";
import type { KeptMeasurement } from "./keepMeasurements.ts";
import type { PeerMeasurement, Round } from "./measurePeers.ts";

/** Seconds of blocking, scoring and keeping links, with the records in memory. */
export function predictSeconds({ peer, ours }: PeerMeasurement): { readonly peer: number; readonly ours: number } {
  return {
    peer: median(peer.map(({ steps }) => steps.predict ?? 0)),
    ours: median(ours.map(({ steps }) => (steps.prepare ?? 0) + (steps.score ?? 0))),
  };
}

/** Seconds of whole runs, start of the program included. */
export function wholeSeconds({ wholePeer, wholeOurs }: PeerMeasurement): {
  readonly peer: number;
  readonly ours: number;
} {
  return {
    peer: median(wholePeer.map(({ seconds }) => seconds)),
    ours: median(wholeOurs.map(({ seconds }) => seconds)),
  };
}

export function conditionsTable(kept: readonly KeptMeasurement[]): Table {
  return {
    id: "peers-conditions",
    title: "What was measured",
    columns: ["records", "date", "rounds", "machine", "versions", "command"],
    rows: kept.map(({ records, measuredOn, peer, machine, namesake, packages, command }) => [
      count(records),
      measuredOn.slice(0, 10),
      count(peer.length),
      `${machine.cores} × ${machine.processor}, ${(machine.memoryBytes / 2 ** 30).toFixed(0)} GiB`,
      `namesake ${namesake}, node ${machine.node}, ${packages.join(", ")}`,
      `\`${command}\``,
    ]),
  };
}

/** What of our model Splink cannot say, of the largest size. */
export function leftOutTable(kept: readonly KeptMeasurement[]): Table {
  const lines = (kept.at(-1)?.leftOut ?? "").split("\n").map((line) => line.trim());
  return {
    id: "peers-left-out",
    title: "Left out of the model, since Splink cannot say it or not finish with it",
    columns: ["left out"],
    rows: lines.filter((line) => line !== "").map((line) => [line]),
  };
}

export function differenceTable(measured: readonly PeerMeasurement[]): Table {
  return {
    id: "peers-links",
    title: "Links of both, compared one by one",
    columns: [
      "records",
      "pairs",
      "links of both",
      "Splink alone",
      "namesake alone",
      "weights apart > 1e-6",
      "largest difference",
    ],
    rows: measured.map(({ records, pairCounts, differences }) => [
      count(records),
      count(pairCounts.reduce((sum, pairs) => sum + pairs, 0)),
      count(differences.both),
      count(differences.onlyPeer),
      count(differences.onlyOurs),
      count(differences.weightsApart),
      differences.weightDifferenceMax.toExponential(1),
    ]),
    notes: ["Pairs are counted under every rule that makes them."],
  };
}

export function predictTable(measured: readonly PeerMeasurement[]): Table {
  return {
    id: "peers-predict",
    title: "Scoring and keeping links: same model, rules and records",
    columns: [
      "records",
      "program",
      "read s",
      "predict s",
      "million pairs/s",
      "write s",
      "whole process s",
      "processor s",
      "peak GiB",
    ],
    rows: measured.flatMap((measurement) => {
      const { records, pairCounts, peer, ours } = measurement;
      const pairs = pairCounts.reduce((sum, own) => sum + own, 0);
      const predict = predictSeconds(measurement);
      const row = (name: string, rounds: readonly Round[], own: number): string[] => [
        count(records),
        name,
        step(rounds, "read"),
        seconds(own),
        rate(pairs, own),
        step(rounds, "write"),
        whole(rounds),
        processor(rounds),
        peak(rounds),
      ];
      return [
        row("Splink", peer, predict.peer),
        row("namesake", ours, predict.ours),
        ["", "ratio", "", `${(predict.peer / predict.ours).toFixed(1)} ×`, "", "", `${ratio(peer, ours)} ×`, "", ""],
      ];
    }),
    notes: [
      "Predict is blocking, term frequencies, comparing, scoring and keeping links, with the records in memory. Reading by namesake includes coding all columns.",
    ],
  };
}

export function wholeTable(measured: readonly PeerMeasurement[]): Table {
  return {
    id: "peers-whole",
    title: "Whole run: read, estimate, predict, cluster, write",
    columns: ["records", "program", "whole process s", "processor s", "peak GiB", "steps"],
    rows: measured
      .filter(({ wholePeer }) => wholePeer.length > 0)
      .flatMap(({ records, wholePeer, wholeOurs }) => [
        [count(records), "Splink", whole(wholePeer), processor(wholePeer), peak(wholePeer), steps(wholePeer)],
        [count(records), "namesake", whole(wholeOurs), processor(wholeOurs), peak(wholeOurs), steps(wholeOurs)],
        ["", "ratio", `${ratio(wholePeer, wholeOurs)} ×`, "", "", ""],
      ]),
    notes: [
      "Splink estimates the exported comparisons under the exported rules; namesake link chooses its own, more rules and comparisons, and writes a report.",
    ],
  };
}

const count = (value: number): string => value.toLocaleString("en");
const seconds = (value: number): string => value.toFixed(value < 10 ? 2 : 1);
const rate = (pairs: number, duration: number): string => (pairs / duration / 1e6).toFixed(2);
const step = (rounds: readonly Round[], name: string): string =>
  seconds(median(rounds.map(({ steps }) => steps[name] ?? 0)));
const whole = (rounds: readonly Round[]): string => seconds(median(rounds.map((round) => round.seconds)));
const processor = (rounds: readonly Round[]): string =>
  seconds(median(rounds.map(({ processorSeconds }) => processorSeconds ?? 0)));
const peak = (rounds: readonly Round[]): string =>
  (Math.max(...rounds.map(({ peakBytes }) => peakBytes ?? 0)) / 2 ** 30).toFixed(2);
const ratio = (peer: readonly Round[], ours: readonly Round[]): string =>
  (median(peer.map((round) => round.seconds)) / median(ours.map((round) => round.seconds))).toFixed(1);

function steps(rounds: readonly Round[]): string {
  const names = Object.keys(rounds[0]?.steps ?? {});
  return names.map((name) => `${name} ${step(rounds, name)}`).join(", ");
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
