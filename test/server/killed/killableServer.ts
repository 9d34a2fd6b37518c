// Servers as processes of their own, to be ended with SIGKILL.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export interface KillableServer {
  /** Lets it open the store; resolves with its address. */
  serve(): Promise<string>;
  /** Lets it open the store and waits for nothing. */
  begin(): void;
  /** Ends it with SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
}

/** A process that has read the program and waits. `cache`: a folder for compiled programs and temporary files. */
export function prepareServer(store: string, cache: string): KillableServer {
  const program = new URL("servingProcess.ts", import.meta.url).pathname;
  const child: ChildProcess = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", program, store], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, NODE_COMPILE_CACHE: cache, TMPDIR: cache },
  });
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error("the process has pipes");
  const exited = once(child, "exit");
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  stdin.on("error", () => {});
  const begin = (): void => void stdin.write("serve\n");
  return {
    begin,
    async serve() {
      begin();
      for (;;) {
        const { value, done } = await lines.next();
        if (done === true || value.startsWith("failed")) throw new Error(`the server ended: ${value}`);
        if (value !== "read") return value;
      }
    },
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}
