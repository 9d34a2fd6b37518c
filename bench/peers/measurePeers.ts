// One size of the peers' bench: makes the file, trains and exports our model; then lets both score it in alternation and
// compares every link of the last round, or lets both do a whole run in alternation.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { measureProcess, type ProcessMeasurement } from "../stages/measureProcess.ts";
import { compareLinks, type LinkDifferences } from "./compareLinks.ts";
import { prepareRecords } from "./prepareRecords.ts";
import { withLock } from "./withLock.ts";

export interface Round {
  /** Of the process from start to end. */
  readonly seconds: number;
  /** Of the process tree. */
  readonly peakBytes: number | null;
  readonly processorSeconds: number | null;
  /** Seconds by step, as the program says. */
  readonly steps: Readonly<Record<string, number>>;
}

/** Blocking rules: those of our model, or such as people write for Splink. */
export type PeerRules = "model" | "broad";

/** What both were given. */
export interface PeerInputs {
  readonly records: number;
  readonly seed: number;
  readonly rules: PeerRules;
  readonly fileBytes: number;
  /** What Splink cannot say of our model, as printed by the export. */
  readonly leftOut: string;
}

/** Scoring and keeping links. */
export interface ScoringMeasurement {
  /** Candidate pairs by rule, those of earlier rules included. */
  readonly pairCounts: readonly number[];
  readonly peer: readonly Round[];
  readonly ours: readonly Round[];
  readonly differences: LinkDifferences;
}

/** Whole runs: read, train, link, cluster, write. */
export interface WholeMeasurement {
  readonly wholePeer: readonly Round[];
  readonly wholeOurs: readonly Round[];
}

export interface PeerTask {
  readonly records: number;
  readonly rounds: number;
  readonly seed: number;
  readonly rules: PeerRules;
  /** Keeps the inputs of each size from run to run; all else in it is temporary. */
  readonly folder: string;
  readonly python: string;
  /** What DuckDB under Splink may use, as DuckDB writes it. */
  readonly peerMemory: string;
  /** Held during each round, so that other benches wait. */
  readonly lock: string | undefined;
}

/** Even odds: what both keep. */
const threshold = "0";
const program = join(import.meta.dirname, "..", "..", "bin", "namesake");

/** Paths of one size. */
function filesOf({ folder, records, seed, rules }: PeerTask) {
  const at = (name: string): string => join(folder, `${records}-${seed}`, name);
  return {
    records: at("records.csv"),
    exported: at("splink.json"),
    settings: at(rules === "broad" ? "splink-broad.json" : "splink.json"),
    leftOut: at("left-out.txt"),
    people: at("people"),
    run: at("run"),
    links: at("links.parquet"),
    scored: at("scored"),
    clusters: at("clusters.csv"),
    spill: at("spill"),
  };
}

type Files = ReturnType<typeof filesOf>;

/** Makes the file and the model, unless they are in the folder. */
export async function makeInputs(task: PeerTask): Promise<PeerInputs> {
  const { records, seed, rules } = task;
  const files = filesOf(task);
  if (!existsSync(files.leftOut)) {
    say(task, "making people and training");
    mkdirSync(join(task.folder, `${records}-${seed}`), { recursive: true });
    await measureProcess(program, ["generate", "--records", `${records}`, "--seed", `${seed}`, "--out", files.people]);
    await prepareRecords(join(files.people, "records.csv"), files.records);
    rmSync(files.people, { recursive: true, force: true });
    const link = ["link", files.records, "--out", files.run, "--overwrite", "--quiet"];
    await withLock(task.lock, () => measureProcess(program, link));
    const exported = ["model", "export", files.run, "--to", "splink", "--out", files.exported];
    const { stdout } = await measureProcess(program, exported);
    writeFileSync(files.leftOut, stdout.split("\n").slice(1).join("\n"));
  }
  if (rules === "broad") writeBroadRules(files.exported, files.settings);
  const leftOut = readFileSync(files.leftOut, "utf8");
  return { records, seed, rules, fileBytes: statSync(files.records).size, leftOut };
}

/** Fields that records share in a rule each, as people write them by hand: two names, a name and a date, one field alone. */
const broadRules = [
  ["given_name", "surname"],
  ["surname", "birth_date"],
  ["given_name", "birth_date"],
  ["birth_date"],
  ["postcode"],
  ["phone"],
  ["email"],
  ["national_id"],
  ["document_number"],
];

/** The model with those rules in place of its own, which find their matches in far fewer pairs. */
function writeBroadRules(exported: string, path: string): void {
  const settings = JSON.parse(readFileSync(exported, "utf8")) as object;
  const rules = broadRules.map((fields) => ({
    blocking_rule: fields.map((field) => `l."${field}" = r."${field}"`).join(" AND "),
    sql_dialect: "duckdb",
  }));
  writeFileSync(path, JSON.stringify({ ...settings, blocking_rules_to_generate_predictions: rules }));
}

export async function measureScoring(task: PeerTask): Promise<ScoringMeasurement> {
  const files = filesOf(task);
  const peer: Round[] = [];
  const ours: Round[] = [];
  let pairCounts: number[] = [];
  for (let round = 0; round < task.rounds; round += 1) {
    say(task, `scoring, round ${round + 1}`);
    await withLock(task.lock, async () => {
      peer.push(await runPeer(task, files, "splink_predict.py", [files.links, threshold]));
      const scored = await scoreOurs(files);
      ours.push(scored.round);
      pairCounts = scored.pairCounts;
    });
  }
  const differences = await compareLinks(files.links, join(files.scored, "links.parquet"));
  return { pairCounts, peer, ours, differences };
}

export async function measureWhole(task: PeerTask): Promise<WholeMeasurement> {
  const files = filesOf(task);
  const wholePeer: Round[] = [];
  const wholeOurs: Round[] = [];
  for (let round = 0; round < task.rounds; round += 1) {
    say(task, `whole run, round ${round + 1}`);
    await withLock(task.lock, async () => {
      wholePeer.push(await runPeer(task, files, "splink_whole.py", [files.clusters]));
      const args = ["link", files.records, "--out", files.run, "--overwrite", "--json"];
      const measured = await measureProcess(program, args);
      const { secondsPerStage } = JSON.parse(measured.stdout) as { secondsPerStage: Record<string, number> };
      wholeOurs.push(roundOf(measured, secondsPerStage));
    });
  }
  return { wholePeer, wholeOurs };
}

async function runPeer(task: PeerTask, files: Files, name: string, more: readonly string[]): Promise<Round> {
  const script = join(import.meta.dirname, name);
  const args = [script, files.records, files.settings, ...more, files.spill, task.peerMemory];
  const measured = await measureProcess(task.python, args);
  const last = measured.stdout.trim().split("\n").at(-1) ?? "{}";
  return roundOf(measured, JSON.parse(last) as Record<string, number>);
}

async function scoreOurs(files: Files): Promise<{ round: Round; pairCounts: number[] }> {
  const flags = ["--model", files.settings, "--out", files.scored, "--overwrite", "--threshold", threshold];
  const args = ["model", "score", files.records, ...flags, "--format", "parquet", "--json"];
  const measured = await measureProcess(program, args);
  const summary = JSON.parse(measured.stdout) as { seconds: Record<string, number>; pairCounts: number[] };
  return { round: roundOf(measured, summary.seconds), pairCounts: summary.pairCounts };
}

const roundOf = (
  { seconds, peakBytes, processorSeconds }: ProcessMeasurement,
  steps: Readonly<Record<string, number>>,
): Round => ({ seconds, peakBytes, processorSeconds, steps });

function say({ records, rules }: Pick<PeerTask, "records" | "rules">, what: string): void {
  console.error(`  ${records.toLocaleString("en")} records, rules of the ${rules} kind: ${what} …`);
}
