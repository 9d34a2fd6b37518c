// Runs a command as its own process and takes its time and the peak memory of the whole process tree, polled from /proc:
// what a run needs is what a machine must have, worker processes and native memory included.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

export interface ProcessMeasurement {
  readonly seconds: number;
  /** Largest sum of resident memory over the tree seen at a poll; null where there is no /proc. */
  readonly peakBytes: number | null;
  /** Processor seconds of the tree, user and system, the most seen at a poll; null where there is no /proc. */
  readonly processorSeconds: number | null;
  readonly stdout: string;
}

const pollMs = 50;
const ticksPerSecond = 100;

/** @throws Error with the end of standard error where the command fails */
export async function measureProcess(command: string, args: readonly string[]): Promise<ProcessMeasurement> {
  const startedMs = performance.now();
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr = (stderr + text).slice(-4000)));
  let peakBytes: number | null = null;
  let processorSeconds: number | null = null;
  const poll = setInterval(() => {
    const seen = child.pid === undefined ? null : readTree(child.pid);
    if (seen === null) return;
    peakBytes = Math.max(peakBytes ?? 0, seen.residentBytes);
    processorSeconds = Math.max(processorSeconds ?? 0, seen.processorSeconds);
  }, pollMs);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  }).finally(() => clearInterval(poll));
  if (status !== 0) throw new Error(`${command} ended with status ${status}\n${stderr}`);
  return { seconds: (performance.now() - startedMs) / 1000, peakBytes, processorSeconds, stdout };
}

interface TreeUse {
  readonly residentBytes: number;
  readonly processorSeconds: number;
}

/** Null where /proc does not say (another system, or the process has ended). */
function readTree(root: number): TreeUse | null {
  const first = readUse(root);
  if (first === null) return null;
  let { residentBytes, processorSeconds } = first;
  const parents = new Map<number, number>();
  for (const entry of readdirSync("/proc")) {
    const pid = Number(entry);
    const parent = Number.isInteger(pid) ? readStat(pid)?.parent : undefined;
    if (parent !== undefined) parents.set(pid, parent);
  }
  const isBelow = (pid: number): boolean => {
    for (let up = parents.get(pid); up !== undefined && up > 1; up = parents.get(up)) if (up === root) return true;
    return false;
  };
  for (const pid of parents.keys()) {
    if (!isBelow(pid)) continue;
    const use = readUse(pid);
    residentBytes += use?.residentBytes ?? 0;
    processorSeconds += use?.processorSeconds ?? 0;
  }
  return { residentBytes, processorSeconds };
}

function readUse(pid: number): TreeUse | null {
  const stat = readStat(pid);
  const resident = readProcess(pid, "status")?.match(/^VmRSS:\s+(\d+) kB/m)?.[1];
  if (stat === null || resident === undefined) return null;
  return { residentBytes: Number(resident) * 1024, processorSeconds: stat.processorSeconds };
}

/** proc_pid_stat(5): the name in parentheses may hold spaces, so fields are counted from behind it. */
function readStat(pid: number): { readonly parent: number; readonly processorSeconds: number } | null {
  const text = readProcess(pid, "stat");
  if (text === null) return null;
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const ticks = Number(fields[11]) + Number(fields[12]);
  return { parent: Number(fields[1]), processorSeconds: ticks / ticksPerSecond };
}

function readProcess(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return null;
  }
}
