// The commands of the person index as they are called: what they do, print and end with, and what they say to bad calls.
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { after, before, test } from "node:test";
import { runCli } from "../../src/cli/runCli.ts";
import { openStore } from "../../src/store/openStore.ts";
import { createTestContext } from "./testContext.ts";

const program = resolve(import.meta.dirname, "../../bin/namesake");
const folder = mkdtempSync(join(tmpdir(), "namesake-index-cli-"));
const at = (name: string): string => join(folder, name);
const store = (name: string): string => `sqlite:${at(name)}`;
const servers = new Set<ChildProcess>();
after(() => {
  for (const server of servers) server.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

async function call(...args: string[]) {
  const context = createTestContext();
  const status = await runCli(args, context);
  return { status, out: context.printed(), error: context.reported() };
}

async function succeed(...args: string[]): Promise<string> {
  const { status, out, error } = await call(...args);
  assert.equal(status, 0, error);
  return out;
}

const json = async (...args: string[]) => JSON.parse(await succeed(...args, "--json")) as Record<string, number>;

before(async () => {
  await succeed("generate", "--records", "400", "--seed", "5", "--out", at("people"));
  const [header = "", ...lines] = readFileSync(at("people/records.csv"), "utf8").trimEnd().split("\n");
  writeFileSync(at("first.csv"), `${[header, ...lines.slice(0, 300)].join("\n")}\n`);
  await succeed("link", at("first.csv"), "--source", "source", "--id", "unique_id", "--out", at("run"), "--quiet");
  await succeed("index", "load", "--run", at("run"), "--store", store("loaded.db"));
});

/** Sets of lines "source,id" by the last cell of a CSV file. */
function groupsOf(path: string): string[] {
  const groups = new Map<string, string[]>();
  for (const line of readFileSync(path, "utf8").trimEnd().split("\n").slice(1)) {
    const cut = line.lastIndexOf(",");
    const name = line.slice(cut + 1);
    groups.set(name, [...(groups.get(name) ?? []), line.slice(0, cut)]);
  }
  return [...groups.values()].map((group) => group.sort().join(" ")).sort();
}

test("what is loaded from a run is exported as the run's clusters, and verified", async () => {
  const out = at("export.csv");
  assert.match(
    await succeed("index", "export", "--store", store("loaded.db"), "--out", out),
    /^300 records of \d+ persons: /,
  );
  assert.deepEqual(groupsOf(out), groupsOf(at("run/clusters.csv")));
  assert.match(
    await succeed("index", "verify", "--store", store("loaded.db")),
    /^300 records, \d+ persons: no differences\n$/,
  );
  const verified = await json("index", "verify", "--store", store("loaded.db"));
  assert.deepEqual(verified.differences, []);
});

test("a dry run says what would be, and changes nothing", async () => {
  const args = ["index", "load", "--run", at("run"), "--store", store("loaded.db"), "--dry-run"];
  assert.match(await succeed(...args), /would be created, \d+ stay, 0 would be merged, 0 would be split\n$/);
  const { created, merged, split, stayed, persons } = await json(...args);
  assert.deepEqual([created, merged, split, stayed], [0, 0, 0, persons]);
});

test("files are ingested into an index of the model alone; a second time nothing is new", async () => {
  const place = store("fed.db");
  assert.equal((await json("index", "load", "--run", at("run"), "--model-only", "--store", place)).records, 0);
  const files = [at("first.csv"), "--source", "source", "--id", "unique_id", "--store", place];
  const first = await json("index", "ingest", ...files);
  assert.deepEqual([first.records, first.created, first.changed, first.unchanged, first.refused], [300, 300, 0, 0, 0]);
  const again = await succeed("index", "ingest", ...files);
  assert.match(again, /300 records: 0 new, 0 changed, 300 known already, 0 refused, 0 unreadable\n/);
  await succeed("index", "export", "--store", place, "--out", at("fed.csv"));
  assert.deepEqual(groupsOf(at("fed.csv")), groupsOf(at("run/clusters.csv")), "one by one as in bulk");
});

test("rows that cannot be taken are told by their numbers, and all of them written", async () => {
  const place = store("fed.db");
  const [header = "", ...lines] = readFileSync(at("people/records.csv"), "utf8").trimEnd().split("\n");
  const broken = lines.slice(0, 24).flatMap((line, index) => (index % 2 === 0 ? [line, "too,few"] : [line]));
  writeFileSync(at("broken.csv"), `${[header, ...broken].join("\n")}\n`);
  const long = `${"x".repeat(3000)}`;
  const idAt = header.split(",").indexOf("unique_id");
  const cells = (lines[30] ?? "").split(",");
  writeFileSync(at("broken.csv"), `${cells.with(idAt, long).join(",")}\n`, { flag: "a" });
  const args = [at("broken.csv"), "--source", "source", "--id", "unique_id", "--store", place];
  const out = await succeed("index", "ingest", ...args, "--rejects", at("rejects.csv"));
  const shown = out.split("\n").filter((line) => line.startsWith("Not taken: "));
  assert.equal(shown.length, 10);
  assert.match(shown[0] ?? "", /, row 2: /);
  assert.match(out, /and 3 more; --rejects FILE writes all of them\n/);
  assert.match(out, /25 records: 0 new, 0 changed, 24 known already, 1 refused, 12 unreadable\n/);
  assert.ok(!out.includes("xxx") && !out.includes("too,few"), "no value is shown");
  const rejects = readFileSync(at("rejects.csv"), "utf8").trimEnd().split("\n");
  assert.equal(rejects[0], "source,row_number,reason,record_id");
  assert.equal(rejects.length, 14);
  assert.ok(rejects.at(-1)?.includes("RECORD_INVALID") && rejects.at(-1)?.endsWith(long));
  const repeated = await call("index", "ingest", ...args, "--rejects", at("rejects.csv"));
  assert.deepEqual([repeated.status, /\[(\w+)\]/.exec(repeated.error)?.[1]], [5, "OUTPUT_EXISTS"]);
  await succeed("index", "ingest", ...args, "--rejects", at("rejects.csv"), "--overwrite");
});

test("columns that the index does not know are left out and named", async () => {
  writeFileSync(at("other.csv"), "unique_id,given_name,surname,shoe_size\no-1,Maryam,Okonkwo,41\n");
  const out = await succeed(
    "index",
    "ingest",
    at("other.csv"),
    "--id",
    "unique_id",
    "--source",
    "shop",
    "--store",
    store("fed.db"),
  );
  assert.match(out, /^Note: the index does not know these columns, left out: shoe_size\n/);
  assert.match(out, /1 records?: 1 new/);
});

test("a copy made while in use is an index like the first", async () => {
  await succeed("index", "backup", "--store", store("loaded.db"), "--out", at("copy.db"));
  copyFileSync(at("copy.db"), at("restored.db"));
  assert.match(await succeed("index", "verify", "--store", store("restored.db")), /no differences/);
  await succeed("index", "export", "--store", store("restored.db"), "--out", at("restored.csv"));
  assert.equal(readFileSync(at("restored.csv"), "utf8"), readFileSync(at("export.csv"), "utf8"));
});

test("clients are added, listed without hashes, and revoked", async () => {
  const place = ["--store", store("loaded.db")];
  const scope = [
    "--purpose",
    "BORDER",
    "--purpose",
    "CIVIL",
    "--source",
    "*",
    "--field",
    "given_name",
    "--field",
    "surname",
  ];
  const { status, out, error } = await call("clients", "add", "desk", ...place, ...scope);
  assert.equal(status, 0, error);
  const key = out.trimEnd();
  assert.match(key, /^\S{40,}$/, "the key alone, for scripts");
  assert.ok(!error.includes(key));
  const added = JSON.parse(await succeed("clients", "add", "hall", ...place, ...scope, "--json"));
  assert.deepEqual(Object.keys(added), ["name", "purposes", "sources", "fields", "createdAt", "key"]);
  assert.match(await succeed("clients", "list", ...place), /desk +BORDER, CIVIL +\* +given_name, surname/);
  assert.match(await succeed("clients", "revoke", "desk", ...place), /desk is revoked/);
  const listed = JSON.parse(await succeed("clients", "list", ...place, "--json"));
  assert.deepEqual(Object.keys(listed[0]), ["name", "purposes", "sources", "fields", "createdAt", "revokedAt"]);
  assert.deepEqual(
    listed.map((client: { name: string; revokedAt: string | null }) => [client.name, client.revokedAt !== null]),
    [
      ["desk", true],
      ["hall", false],
    ],
  );
});

/** A server by the program itself; the address once it has printed it. */
async function serve(place: string) {
  const child = spawn(program, ["serve", "--store", place, "--port", "0"], { stdio: ["ignore", "pipe", "pipe"] });
  servers.add(child);
  const errors = text(child.stderr);
  const ended = once(child, "exit");
  let printed = "";
  child.stdout.setEncoding("utf8");
  const address = await new Promise<string>((found, failed) => {
    child.stdout.on("data", (chunk: string) => {
      printed += chunk;
      const match = /^Listening on (\S+)\n/.exec(printed);
      if (match?.[1] !== undefined) found(match[1]);
    });
    child.once("exit", () => void errors.then((told) => failed(new Error(told))));
  });
  const stop = async (signal: NodeJS.Signals): Promise<[number | null, string | null]> => {
    child.kill(signal);
    const [status, by] = (await ended) as [number | null, string | null];
    servers.delete(child);
    return [status, by];
  };
  return { address, stop };
}

test("serve prints its address when it answers, and ends with status 0 on SIGTERM", async () => {
  const place = store("restored.db");
  const scope = ["--purpose", "CIVIL", "--source", "*", "--field", "*"];
  const key = (await succeed("clients", "add", "one", "--store", place, ...scope)).trimEnd();
  const server = await serve(place);
  assert.match(server.address, /^http:\/\/127\.0\.0\.1:\d+$/);
  assert.equal((await fetch(`${server.address}/health/ready`)).status, 200);
  const headers = { authorization: `Bearer ${key}`, purpose: "CIVIL", "content-type": "application/json" };
  const body = JSON.stringify({ fields: { given_name: "Maryam", surname: "Okonkwo" } });
  const put = await fetch(`${server.address}/v1/records/desk/d-1`, { method: "PUT", headers, body });
  assert.equal(put.status, 201);
  const second = await call("index", "load", "--run", at("run"), "--store", place);
  assert.deepEqual([second.status === 0, /\[(\w+)\]/.exec(second.error)?.[1]], [false, "STORE_IN_USE"]);
  assert.deepEqual(await server.stop("SIGTERM"), [0, null]);
  assert.match(await succeed("index", "verify", "--store", place), /^301 records/);
});

test("bad calls end with their codes and statuses, and make no store", async () => {
  const scope = ["--purpose", "P", "--source", "*", "--field", "*"];
  const loaded = ["--store", store("loaded.db")];
  const absent = ["--store", store("absent.db")];
  writeFileSync(at("text.db"), "this is no database, and long enough to be read as something. ".repeat(20));
  await (await openStore({ store: store("empty.db"), role: "index", create: true })).close();
  const bad: [string[], number, string][] = [
    [["index", "load", "--run", at("nowhere"), "--store", store("new.db")], 3, "RUN_INVALID"],
    [["index", "load", "--run", at("run"), "--dry-run", ...absent], 3, "STORE_NOT_FOUND"],
    [["index", "load", "--run", at("run"), "--store", "mysql://x"], 2, "STORE_NAME_INVALID"],
    [["index", "load", "--run", at("run"), "--store", `sqlite:${at("text.db")}`], 3, "STORE_NOT_NAMESAKE"],
    [["index", "ingest", at("first.csv"), ...absent], 3, "STORE_NOT_FOUND"],
    [["index", "ingest", at("first.csv"), "--store", store("empty.db")], 3, "MODEL_MISSING"],
    [["index", "ingest", at("nothing.csv"), ...loaded], 3, "FILE_NOT_FOUND"],
    [["index", "ingest", at("first.csv"), "--id", "no_such", ...loaded], 3, "COLUMN_NOT_FOUND"],
    [["index", "export", "--out", at("x.csv"), ...absent], 3, "STORE_NOT_FOUND"],
    [["index", "export", "--out", at("first.csv"), ...loaded], 5, "OUTPUT_EXISTS"],
    [["index", "export", "--out", at("no/such/x.csv"), ...loaded], 5, "OUTPUT_UNWRITABLE"],
    [["index", "verify", ...absent], 3, "STORE_NOT_FOUND"],
    [["index", "verify", "--store", "loaded.db"], 2, "STORE_NAME_INVALID"],
    [["index", "backup", "--out", at("x.db"), ...absent], 3, "STORE_NOT_FOUND"],
    [["index", "backup", "--out", at("first.csv"), ...loaded], 5, "STORE_BACKUP_FAILED"],
    [["clients", "add", "desk", ...scope, ...absent], 3, "STORE_NOT_FOUND"],
    [["clients", "add", "hall", ...scope, ...loaded], 2, "CLIENT_EXISTS"],
    [["clients", "add", "", ...scope, ...loaded], 2, "CLIENT_INVALID"],
    [["clients", "revoke", "nobody", ...loaded], 2, "CLIENT_NOT_FOUND"],
    [["clients", "list", ...absent], 3, "STORE_NOT_FOUND"],
    [["serve", "--port", "0", ...absent], 3, "STORE_NOT_FOUND"],
    [["serve", "--port", "0", "--store", store("empty.db")], 3, "MODEL_MISSING"],
    [["serve", "--port", "70000", ...loaded], 2, "USAGE"],
    [["index", "load", ...loaded], 2, "USAGE"],
    [["index", "export", ...loaded], 2, "USAGE"],
    [["index", "verify"], 2, "USAGE"],
    [["clients", "add", "x", "--purpose", "P", "--source", "*", ...loaded], 2, "USAGE"],
  ];
  for (const [args, status, code] of bad) {
    const ended = await call(...args);
    assert.deepEqual([ended.status, /\[(\w+)\]/.exec(ended.error)?.[1], ended.out], [status, code, ""], args.join(" "));
    assert.match(ended.error, /What to do: /, args.join(" "));
  }
  for (const name of ["absent.db", "new.db"]) assert.throws(() => readFileSync(at(name)));
});

test("the help of each command lists its flags", async () => {
  const flags: Record<string, string> = {
    "index load": "run store model-only dry-run json",
    "index ingest": "store id source rejects overwrite json",
    "index export": "store out overwrite",
    "index verify": "store json",
    "index backup": "store out",
    "clients add": "store purpose source field json",
    "clients list": "store json",
    "clients revoke": "store",
    serve: "store port host",
  };
  for (const [command, names] of Object.entries(flags)) {
    const out = await succeed(...command.split(" "), "--help");
    assert.match(out, new RegExp(`^Usage: namesake ${command} `));
    const listed = [...out.matchAll(/^ {2}(?:-\w, )?--([a-z-]+)/gm)].map(([, name]) => name);
    assert.deepEqual(listed.filter((name) => name !== "help").toSorted(), names.split(" ").toSorted(), command);
    for (const line of out.split("\n")) assert.ok(line.length <= 110, line);
  }
});
