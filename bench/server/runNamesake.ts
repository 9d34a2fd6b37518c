// The command line as a user runs it: to its end, or as a server that goes on.
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { measureProcess, type ProcessMeasurement } from "../stages/measureProcess.ts";

const program = join(import.meta.dirname, "../../bin/namesake");

/** Runs a command to its end. @throws Error where it fails */
export const runNamesake = (args: readonly string[]): Promise<ProcessMeasurement> => measureProcess(program, args);

export interface ServeProcess {
  readonly url: string;
  /** Seconds from start to the address printed. */
  readonly startSeconds: number;
  /** Resident memory now; null where there is no /proc. */
  residentBytes(): number | null;
  /** Sends SIGTERM and gives the seconds until the process ends. */
  stop(): Promise<number>;
}

/** Starts `serve` on a free port. @throws Error where it ends instead of answering */
export async function startServe(store: string): Promise<ServeProcess> {
  const startedMs = performance.now();
  const child = spawn(program, ["serve", "--store", store, "--port", "0"], { stdio: ["ignore", "pipe", "pipe"] });
  const url = await addressOf(child);
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  return {
    url,
    startSeconds: (performance.now() - startedMs) / 1000,
    residentBytes: () => residentBytes(child),
    async stop() {
      const stoppedMs = performance.now();
      child.kill("SIGTERM");
      await ended;
      return (performance.now() - stoppedMs) / 1000;
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    const read = (chunk: Buffer) => {
      output = (output + chunk).slice(-8000);
      const url = /http:\/\/[\w.[\]:]+:\d+/.exec(output)?.[0];
      if (url !== undefined) resolve(url);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("error", reject);
    child.once("close", (status) => reject(new Error(`serve ended with status ${status}\n${output}`)));
  });
}

/** Of the process itself and its one level of children: bin/namesake may start the project's own Node. */
function residentBytes({ pid }: ChildProcess): number | null {
  if (pid === undefined) return null;
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(/\s+/).filter(Boolean);
    return [String(pid), ...children].reduce((sum, id) => sum + residentOf(id), 0);
  } catch {
    return null;
  }
}

const residentOf = (pid: string): number =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024;
