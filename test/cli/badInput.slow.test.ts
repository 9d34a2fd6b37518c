// Each bad input ends in a clear message with its own code and exit status, or in a correct result; never in a
// half-written folder, and never with anything left beside it.
import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  accessSync,
  constants,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { after, test } from "node:test";

const program = resolve(import.meta.dirname, "../../bin/namesake");
const folder = mkdtempSync(join(tmpdir(), "namesake-bad-input-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const given = ["Mary", "John", "Aisha", "Piotr", "Chen", "Ngozi", "Lars", "Carmen", "Ivan", "Fatima", "Tom", "Grace"];
const surnames = [
  "Okafor",
  "Smith",
  "Kowalski",
  "Wei",
  "Garcia",
  "Jensen",
  "Haddad",
  "Brown",
  "Ivanov",
  "Murphy",
  "Singh",
];
const header = "record_id,given_name,surname,birth_date,postcode";

/** Row `n` of a plain file of people in which every fifth row repeats the one before it. */
function personRow(n: number): string {
  const person = n % 5 === 4 ? n - 1 : n;
  const day = String((person % 28) + 1).padStart(2, "0");
  const month = String((person % 12) + 1).padStart(2, "0");
  const name = `${given[person % given.length]},${surnames[(person * 7) % surnames.length]}${person % 97}`;
  return `r${n},${name},${1930 + ((person * 13) % 80)}-${month}-${day},LS${(person % 29) + 1} ${person % 10}AB`;
}

function people(count: number): string {
  return `${[header, ...Array.from({ length: count }, (_, n) => personRow(n))].join("\n")}\n`;
}

let scenes = 0;

/** A folder of its own for one scene, with the input in it. */
function scene(content: string | Buffer, name = "people.csv") {
  scenes += 1;
  const place = join(folder, `scene${scenes}`);
  mkdirSync(place);
  const file = join(place, name);
  writeFileSync(file, content);
  return { place, file, out: join(place, "out") };
}

function launch(args: readonly string[], options: { uid?: number } = {}): ChildProcess {
  return spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
}

async function ending(child: ChildProcess) {
  assert.ok(child.stdout !== null && child.stderr !== null);
  const [out, error, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { out, error, status: status as number | null };
}

async function refuse(args: readonly string[], place: string, code: string, exitStatus: number) {
  const before = readdirSync(place).sort();
  const { out, error, status } = await ending(launch(["link", ...args, "--quiet"]));
  assert.match(error, new RegExp(`^namesake: .*\\[${code}\\]\\n {2}\\S`, "m"));
  assert.match(error, /\n {2}What to do: \S/);
  assert.equal(status, exitStatus);
  assert.equal(out, "");
  assert.deepEqual(readdirSync(place).sort(), before);
  return error;
}

interface Result {
  readonly records: number;
  readonly rejected: number;
  readonly clusters: number;
}

/** Links, and holds the result to what is true of any result: each record once, and the counts agree. */
async function succeed(args: readonly string[], out: string): Promise<Result> {
  const { out: printed, error, status } = await ending(launch(["link", ...args, "--out", out, "--json"]));
  assert.equal(status, 0, error);
  const summary: Result = JSON.parse(printed);
  assert.deepEqual(summary, JSON.parse(readFileSync(join(out, "summary.json"), "utf8")));
  const rows = readFileSync(join(out, "clusters.csv"), "utf8").trimEnd().split(/\r?\n/).slice(1);
  assert.equal(rows.length, summary.records);
  assert.equal(new Set(rows.map((row) => row.slice(0, row.lastIndexOf(",")))).size, summary.records);
  assert.equal(new Set(rows.map((row) => row.slice(row.lastIndexOf(",") + 1))).size, summary.clusters);
  return summary;
}

test("a missing file", async () => {
  const { place, out } = scene(people(5));
  const error = await refuse([join(place, "absent.csv"), "--out", out], place, "FILE_NOT_FOUND", 3);
  assert.match(error, /absent\.csv/);
});

test("an empty file", async () => {
  const { place, file, out } = scene("");
  await refuse([file, "--out", out], place, "FILE_EMPTY", 3);
});

test("a directory", async () => {
  const { place, out } = scene(people(5));
  await refuse([place, "--out", out], place, "FILE_IS_DIRECTORY", 3);
});

test("a binary file", async () => {
  const bytes = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3)) & 255));
  const { place, file, out } = scene(Buffer.concat([Buffer.from("\u007fELF\u0002\u0001\u0001\0"), bytes]));
  await refuse([file, "--out", out], place, "FILE_NOT_TABULAR", 3);
});

test("no usable columns", async () => {
  const rows = Array.from({ length: 50 }, (_, n) => `r${n},x,`);
  const { place, file, out } = scene(`id,constant,empty\n${rows.join("\n")}\n`);
  await refuse([file, "--out", out], place, "COLUMNS_NOT_USABLE", 3);
});

test("a header alone", async () => {
  const { place, file, out } = scene(`${header}\n`);
  await refuse([file, "--out", out], place, "FILE_EMPTY", 3);
});

test("one record", async () => {
  const { file, out } = scene(people(1));
  assert.equal((await succeed([file], out)).clusters, 1);
});

test("all rows identical: one person, or nothing to tell people apart by", async () => {
  const row = personRow(3).slice(personRow(3).indexOf(","));
  const { place, file, out } = scene(`${header}\n${Array.from({ length: 200 }, (_, n) => `r${n}${row}`).join("\n")}\n`);
  const { out: printed, error, status } = await ending(launch(["link", file, "--out", out, "--json"]));
  if (status === 0) {
    const { records, clusters } = JSON.parse(printed) as Result;
    assert.deepEqual([records, clusters], [200, 1]);
  } else {
    assert.match(error, /\[COLUMNS_NOT_USABLE\]/);
    assert.deepEqual(readdirSync(place), ["people.csv"]);
  }
});

test("one column", async () => {
  const names = Array.from(
    { length: 300 },
    (_, n) => `${given[n % given.length]} ${surnames[n % surnames.length]}${n % 97}`,
  );
  const { file, out } = scene(`name\n${names.join("\n")}\n`);
  assert.equal((await succeed([file], out)).records, 300);
});

test("5,000 columns", async () => {
  const wide = Array.from({ length: 4995 }, (_, i) => i);
  const head = [header, ...wide.map((i) => `extra_${i}`)].join(",");
  const rows = Array.from({ length: 40 }, (_, n) => [personRow(n), ...wide.map((i) => (n * i) % 7)].join(","));
  const { file, out } = scene(`${head}\n${rows.join("\n")}\n`);
  assert.equal((await succeed([file], out)).records, 40);
});

test("a million rows that share one value", async () => {
  const { place, file, out } = scene("");
  const stream = createWriteStream(file);
  stream.write("record_id,given_name,surname,birth_date,town\n");
  for (let from = 0; from < 1_000_000; from += 10_000) {
    const rows = Array.from({ length: 10_000 }, (_, i) => {
      const n = from + i;
      return `r${n},${given[n % given.length]}${n % 1009},Smith,${1930 + (n % 80)}-0${(n % 9) + 1}-1${n % 10},Leeds`;
    });
    if (!stream.write(`${rows.join("\n")}\n`)) await once(stream, "drain");
  }
  stream.end();
  await once(stream, "finish");
  assert.equal((await succeed([file], out)).records, 1_000_000);
  rmSync(place, { recursive: true });
});

test("NUL bytes", async () => {
  const { file, out } = scene(people(50).replace("Mary,", "Ma\0ry,"));
  const { records, rejected } = await succeed([file], out);
  assert.equal(records + rejected, 50);
});

test("unbalanced quotes swallow no rows silently", async () => {
  const { place, file, out } = scene(people(200).replace("r100,", 'r100,"'));
  const { out: printed, error, status } = await ending(launch(["link", file, "--out", out, "--json"]));
  if (status === 0) {
    const { records, rejected } = JSON.parse(printed) as Result;
    assert.equal(records + rejected, 200);
    assert.ok(rejected <= 1, `${rejected} rows rejected`);
  } else {
    assert.match(error, /\[FILE_NOT_TABULAR\]/);
    assert.deepEqual(readdirSync(place), ["people.csv"]);
  }
});

test("mixed encodings", async () => {
  const lines = people(60).split("\n");
  const bytes = lines.map((line, n) =>
    Buffer.from(`${line.replace("Mary", "Zoë")}\n`, n % 2 === 0 ? "utf8" : "latin1"),
  );
  const { file, out } = scene(Buffer.concat(bytes.slice(0, -1)));
  const { records, rejected } = await succeed([file], out);
  assert.equal(records + rejected, 60);
});

test("one bad row goes to rejects and the run goes on", async () => {
  const { file, out } = scene(people(50).replace("r20,", "r20,too,many,"));
  const { records, rejected } = await succeed([file], out);
  assert.deepEqual([records, rejected], [49, 1]);
  const rejects = readFileSync(join(out, "rejects.csv"), "utf8").trimEnd().split(/\r?\n/);
  assert.equal(rejects.length, 2);
  assert.match(rejects[1] ?? "", /\b21\b/);
  assert.doesNotMatch(rejects[1] ?? "", /too|many/);
});

test("an output folder that exists is kept, unless it is to be replaced", async () => {
  const { place, file, out } = scene(people(20));
  mkdirSync(out);
  writeFileSync(join(out, "mine.txt"), "kept");
  await refuse([file, "--out", out], place, "OUTPUT_EXISTS", 5);
  // Said before anything is read.
  await refuse([`${file}.absent`, "--out", out], place, "OUTPUT_EXISTS", 5);
  assert.equal(readFileSync(join(out, "mine.txt"), "utf8"), "kept");
  await succeed([file, "--overwrite"], out);
  assert.ok(!readdirSync(out).includes("mine.txt"));
});

test("a settings file with five mistakes names all five", async () => {
  const { place, file, out } = scene(people(20));
  const settings = join(place, "settings.json");
  const mistakes = {
    columns: { given_name: { type: "givenname" } },
    thresholds: { linkProbability: "high" },
    training: { seed: -1 },
    blocking: { rules: [] },
    colour: "red",
  };
  writeFileSync(settings, JSON.stringify(mistakes));
  const error = await refuse([file, "--settings", settings, "--out", out], place, "SETTINGS_INVALID", 4);
  for (const place of ["given_name", "linkProbability", "seed", "rules", "colour"]) {
    assert.match(error, new RegExp(`^ {2}.*${place}`, "m"));
  }
  writeFileSync(settings, JSON.stringify({ columns: { no_such_column: { type: "surname" } } }));
  const unknown = await refuse([file, "--settings", settings, "--out", out], place, "COLUMN_NOT_FOUND", 3);
  assert.match(unknown, /no_such_column/);
});

test("a settings file that is no JSON, and one that is missing", async () => {
  const { place, file, out } = scene(people(20));
  const settings = join(place, "settings.json");
  await refuse([file, "--settings", settings, "--out", out], place, "FILE_NOT_FOUND", 3);
  writeFileSync(settings, "{ types: ");
  await refuse([file, "--settings", settings, "--out", out], place, "SETTINGS_INVALID", 4);
});

test("a model that is none", async () => {
  const { place, file, out } = scene(people(20));
  const model = join(place, "model.json");
  writeFileSync(model, "{}");
  await refuse([file, "--model", model, "--out", out], place, "MODEL_INVALID", 4);
});

test("a column that is not there, and an identifier that is not unique", async () => {
  const { place, file, out } = scene(people(20));
  await refuse([file, "--id", "nope", "--out", out], place, "COLUMN_NOT_FOUND", 3);
  const error = await refuse([file, "--id", "postcode", "--out", out], place, "IDENTIFIER_NOT_UNIQUE", 3);
  assert.doesNotMatch(error, /LS\d/);
});

test("no permission to write", async () => {
  const { place, file } = scene(people(20));
  await refuse([file, "--out", "/proc/namesake-out"], place, "OUTPUT_UNWRITABLE", 5);
});

const isRoot = process.getuid?.() === 0;

/** True where another user can run the program: everything above it must be open to all. */
function isOpenToAll(): boolean {
  try {
    accessSync(program, constants.R_OK);
    execFileSync(process.execPath, ["-e", `require("node:fs").accessSync(${JSON.stringify(program)})`], {
      uid: 65534,
      stdio: "ignore",
    });
    return true;
  } catch {
    return false;
  }
}

const cannotDropRights =
  isRoot && !isOpenToAll() ? "root may read everything, and another user may not run the checkout" : false;

test("no permission to read", { skip: cannotDropRights }, async () => {
  const { file, out } = scene(people(20));
  execFileSync("chmod", ["000", file]);
  const { error, status } = await ending(launch(["link", file, "--out", out], isRoot ? { uid: 65534 } : {}));
  assert.match(error, /\[FILE_UNREADABLE\]/);
  assert.equal(status, 3);
});

/** A file system of 256 KiB, or null where none may be mounted. */
function mountSmallDisk(): string | null {
  const place = join(folder, "small-disk");
  mkdirSync(place);
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=256k", "tmpfs", place], { stdio: "ignore" });
    return place;
  } catch {
    return null;
  }
}

test("a full disk", async (context) => {
  const disk = mountSmallDisk();
  if (disk === null) return context.skip("no file system may be mounted here");
  try {
    const { file } = scene(people(20_000));
    await refuse([file, "--out", join(disk, "out")], disk, "OUTPUT_UNWRITABLE", 5);
  } finally {
    execFileSync("umount", [disk]);
  }
});

test("Ctrl-C leaves nothing behind and ends with status 130", async () => {
  const { place, file, out } = scene(people(60_000));
  const child = launch(["link", file, "--out", out]);
  const ended = ending(child);
  await Promise.race([once(child.stderr as NodeJS.ReadableStream, "data"), ended]);
  child.kill("SIGINT");
  const { error, status } = await ended;
  assert.match(error, /\[INTERRUPTED\]/);
  assert.equal(status, 130);
  assert.deepEqual(readdirSync(place), ["people.csv"]);
});

test("Ctrl-C while people are made up leaves nothing behind", async () => {
  const { place, out } = scene("");
  const child = launch(["generate", "--records", "5000000", "--out", out]);
  const ended = ending(child);
  await Promise.race([once(child.stderr as NodeJS.ReadableStream, "data"), ended]);
  child.kill("SIGINT");
  const { error, status } = await ended;
  assert.match(error, /\[INTERRUPTED\]/);
  assert.equal(status, 130);
  assert.deepEqual(readdirSync(place), ["people.csv"]);
});
