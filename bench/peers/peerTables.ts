// The peers' bench as tables: medians of the rounds, and ratios of medians of one run.
import type { Table } from "../table/formatTable.ts";
import type { Conditions, KeptMeasurement } from "./keepMeasurements.ts";
import type { Round, ScoringMeasurement, WholeMeasurement } from "./measurePeers.ts";

/** Seconds of both programs. */
export interface BothSeconds {
  readonly peer: number;
  readonly ours: number;
}

/** Seconds of blocking, scoring and keeping links, with the records in memory. */
export function predictSeconds({ peer, ours }: ScoringMeasurement): BothSeconds {
  return {
    peer: median(peer.map(({ steps }) => steps.predict ?? 0)),
    ours: median(ours.map(({ steps }) => (steps.prepare ?? 0) + (steps.score ?? 0))),
  };
}

/** Seconds of whole runs, start of the program included. */
export function wholeSeconds({ wholePeer, wholeOurs }: WholeMeasurement): BothSeconds {
  return { peer: median(secondsOf(wholePeer)), ours: median(secondsOf(wholeOurs)) };
}

export function conditionsTable(kept: readonly KeptMeasurement[]): Table {
  const row = (of: KeptMeasurement, part: string, conditions: Conditions, rounds: number): string[] => {
    const { measuredOn, machine, namesake, packages, command } = conditions;
    return [
      sizeOf(of),
      part,
      measuredOn.slice(0, 10),
      count(rounds),
      `${machine.cores} × ${machine.processor}, ${(machine.memoryBytes / 2 ** 30).toFixed(0)} GiB`,
      `namesake ${namesake}, node ${machine.node}, ${packages.join(", ")}`,
      `\`${command}\``,
    ];
  };
  return {
    id: "peers-conditions",
    title: "What was measured",
    columns: ["records", "part", "date", "rounds", "machine", "versions", "command"],
    rows: kept.flatMap((one) => [
      ...(one.scoring === undefined ? [] : [row(one, "scoring", one.scoring, one.scoring.ours.length)]),
      ...(one.whole === undefined ? [] : [row(one, "whole run", one.whole, one.whole.wholeOurs.length)]),
    ]),
  };
}

/** What of our model Splink cannot say, of the largest size. */
export function leftOutTable(kept: readonly KeptMeasurement[]): Table {
  const lines = (kept.at(-1)?.leftOut ?? "").split("\n").map((line) => line.trim());
  return {
    id: "peers-left-out",
    title: "Left out of the model, since Splink cannot say it or would not end with it",
    columns: [`left out at ${count(kept.at(-1)?.records ?? 0)} records`],
    rows: lines.filter((line) => line !== "").map((line) => [line]),
  };
}

export function differenceTable(kept: readonly KeptMeasurement[]): Table {
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
    rows: kept.flatMap((one) => {
      const { scoring } = one;
      if (scoring === undefined) return [];
      const { both, onlyPeer, onlyOurs, weightsApart, weightDifferenceMax } = scoring.differences;
      const figures = [pairsOf(scoring), both, onlyPeer, onlyOurs, weightsApart].map(count);
      return [[sizeOf(one), ...figures, weightDifferenceMax.toExponential(1)]];
    }),
    notes: ["Pairs are counted under every rule that makes them."],
  };
}

export function predictTable(kept: readonly KeptMeasurement[]): Table {
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
    rows: kept.flatMap((one) => {
      const { scoring } = one;
      if (scoring === undefined) return [];
      const predict = predictSeconds(scoring);
      const row = (name: string, rounds: readonly Round[], own: number): string[] => [
        sizeOf(one),
        name,
        step(rounds, "read"),
        seconds(own),
        (pairsOf(scoring) / own / 1e6).toFixed(2),
        step(rounds, "write"),
        ...process(rounds),
      ];
      const { peer, ours } = scoring;
      return [
        row("Splink", peer, predict.peer),
        row("namesake", ours, predict.ours),
        ["", "ratio", "", ratio(predict), "", "", ratio({ peer: wholeOf(peer), ours: wholeOf(ours) }), "", ""],
      ];
    }),
    notes: [
      "Predict is blocking, term frequencies, comparing, scoring and keeping links, with the records in memory. Reading by namesake includes coding all columns.",
    ],
  };
}

export function wholeTable(kept: readonly KeptMeasurement[]): Table {
  return {
    id: "peers-whole",
    title: "Whole run: read, estimate, predict, cluster, write",
    columns: ["records", "program", "whole process s", "processor s", "peak GiB", "steps"],
    rows: kept.flatMap((one) => {
      const { whole } = one;
      if (whole === undefined) return [];
      const { wholePeer, wholeOurs } = whole;
      return [
        [sizeOf(one), "Splink", ...process(wholePeer), steps(wholePeer)],
        [sizeOf(one), "namesake", ...process(wholeOurs), steps(wholeOurs)],
        ["", "ratio", ratio(wholeSeconds(whole)), "", "", ""],
      ];
    }),
    notes: [
      "Splink estimates the exported comparisons under the exported rules; namesake link chooses its own, more rules and comparisons, and writes a report.",
    ],
  };
}

const count = (value: number): string => value.toLocaleString("en");
/** What was measured before there was a choice, was measured with the model's own rules. */
const sizeOf = ({ records, rules }: KeptMeasurement): string =>
  rules === "broad" ? `${count(records)}, broad rules` : count(records);
const seconds = (value: number): string => value.toFixed(value < 10 ? 2 : 1);
const ratio = ({ peer, ours }: BothSeconds): string => `${(peer / ours).toFixed(1)} ×`;
const secondsOf = (rounds: readonly Round[]): number[] => rounds.map((round) => round.seconds);
const wholeOf = (rounds: readonly Round[]): number => median(secondsOf(rounds));
const pairsOf = ({ pairCounts }: ScoringMeasurement): number => pairCounts.reduce((sum, pairs) => sum + pairs, 0);
const step = (rounds: readonly Round[], name: string): string =>
  seconds(median(rounds.map(({ steps }) => steps[name] ?? 0)));

/** Seconds from start to end, processor seconds, largest memory. */
const process = (rounds: readonly Round[]): string[] => [
  seconds(wholeOf(rounds)),
  seconds(median(rounds.map(({ processorSeconds }) => processorSeconds ?? 0))),
  peak(rounds),
];

function peak(rounds: readonly Round[]): string {
  const bytes = Math.max(...rounds.map(({ peakBytes }) => peakBytes ?? 0));
  return bytes === 0 ? "not measured" : (bytes / 2 ** 30).toFixed(2);
}

function steps(rounds: readonly Round[]): string {
  const names = Object.keys(rounds[0]?.steps ?? {});
  return names.map((name) => `${name} ${step(rounds, name)}`).join(", ");
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
