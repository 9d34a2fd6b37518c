// Lets benches on one machine wait for each other, so that none is measured while another works.
import { spawn } from "node:child_process";
import { once } from "node:events";

/** Runs `work` while it holds `file` as flock(1) does; at once where `file` is undefined. */
export async function withLock<T>(file: string | undefined, work: () => Promise<T>): Promise<T> {
  if (file === undefined) return work();
  const holder = spawn("flock", [file, "sh", "-c", "echo held; cat"], { stdio: ["pipe", "pipe", "inherit"] });
  try {
    await once(holder.stdout, "data");
    return await work();
  } finally {
    holder.stdin.end();
    await once(holder, "close");
  }
}
