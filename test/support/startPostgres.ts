// A real PostgreSQL for a test file: made in a folder of its own, on a free port of this machine only, gone at the end.
// The server refuses to run as root, so as root it runs as another user. A shell stands between: it ends the server and
// removes the folder when this process ends, however it ends (its end of the pipe closes).
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface PostgresServer {
  /** URL of an empty store that no other caller has: a schema of its own. */
  readonly newStore: () => string;
  /** URL of the database, with the administrator's password. */
  readonly url: string;
  /** Ends all server processes at once, as a crash would, and starts the server again on the same files and port. */
  readonly crashAndRestart: () => Promise<void>;
  /** Ends the server and removes its files. */
  readonly stop: () => Promise<void>;
}

// Plain JavaScript without declarations, so its types are said here.
const setup = new URL("../../scripts/setup/findPostgres.mjs", import.meta.url);
const { findPostgres, postgresHelp }: { findPostgres: () => string | null; postgresHelp: string } = await import(
  setup.href
);

/** The reason for tests to skip where there is no PostgreSQL; in CI they fail instead. */
export const postgresMissing: string | false = findPostgres() === null && !process.env.CI ? postgresHelp : false;

interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/** Whom the server runs as where this process is root: "postgres", else "nobody". */
function serverUser(): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const found = ["postgres", "nobody"]
    .map((name) => users.find(([user]) => user === name))
    .find((user) => user !== undefined);
  if (found === undefined) throw new Error("PostgreSQL does not run as root, and there is no user postgres or nobody.");
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

const runServer =
  'cd "$1" && shift && "$@" & server=$!; read -r word; kill -QUIT $server; wait $server; [ "$word" = keep ] || rm -rf "$0"';

/**
 * Starts a server.
 * @param isDurable true where the test ends the server and what was acknowledged has to be there afterwards
 */
export async function startPostgres({ isDurable = false } = {}): Promise<PostgresServer> {
  const bin = findPostgres();
  if (bin === null) throw new Error(postgresHelp);
  const user = serverUser();
  const folder = mkdtempSync(join(tmpdir(), "namesake-postgres-"));
  const password = randomBytes(12).toString("hex");
  const data = makeCluster({ bin, folder, user, password });
  const port = await freePort();
  const durable = isDurable ? [] : ["-c", "fsync=off", "-c", "full_page_writes=off"];
  const args = ["-D", data, "-h", "127.0.0.1", "-p", String(port), "-c", "unix_socket_directories=", ...durable];
  const start = () => startServer({ command: [join(bin, "postgres"), ...args], folder, user });
  let server = await start();
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  let stores = 0;
  return {
    url,
    newStore: () => `${url}?schema=store_${++stores}`,
    crashAndRestart: async () => {
      await server.end("keep");
      server = await start();
    },
    stop: async () => {
      await server.end("remove");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface ClusterOptions {
  readonly bin: string;
  readonly folder: string;
  readonly user: SystemUser | null;
  readonly password: string;
}

function makeCluster({ bin, folder, user, password }: ClusterOptions): string {
  const [data, secret] = [join(folder, "data"), join(folder, "password")];
  mkdirSync(data);
  writeFileSync(secret, password);
  if (user !== null) for (const path of [folder, data, secret]) chownSync(path, user.uid, user.gid);
  const args = [
    "-D",
    data,
    "-U",
    "postgres",
    "--auth=scram-sha-256",
    `--pwfile=${secret}`,
    "--no-sync",
    "--encoding=UTF8",
    "--locale=C",
  ];
  const made = spawnSync(join(bin, "initdb"), args, { ...user, cwd: folder, encoding: "utf8" });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  return data;
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("There is no free port.");
  return address.port;
}

interface ServerOptions {
  readonly command: readonly string[];
  readonly folder: string;
  readonly user: SystemUser | null;
}

async function startServer({ command, folder, user }: ServerOptions) {
  const shell = spawn("sh", ["-c", runServer, folder, folder, ...command], {
    ...user,
    cwd: folder,
    stdio: ["pipe", "ignore", "pipe"],
    env: { ...process.env, LC_ALL: "C" },
  });
  const closed = once(shell, "close");
  await new Promise<void>((resolve, reject) => {
    let log = "";
    shell.stderr.setEncoding("utf8").on("data", (text: string) => {
      if (log.length < 10_000) log += text;
      if (log.includes("ready to accept connections")) resolve();
      else if (log.includes("FATAL:")) reject(new Error(`PostgreSQL does not start: ${log}`));
    });
    shell.once("error", reject);
    shell.once("close", () => reject(new Error(`PostgreSQL ended: ${log}`)));
  });
  // A test file ends when its tests have ended; the server must not keep it.
  shell.unref();
  (shell.stdin as unknown as { unref(): void }).unref();
  (shell.stderr as unknown as { unref(): void }).unref();
  return {
    async end(word: "keep" | "remove") {
      shell.ref();
      shell.stdin.end(`${word}\n`);
      await closed;
    },
  };
}
