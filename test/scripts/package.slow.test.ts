// The published package: packed, installed in an empty folder, used from the command line and as a library with types.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "namesake-package-"));
const consumer = join(folder, "consumer");
after(() => rmSync(folder, { recursive: true, force: true }));

const people = `id,given_name,surname,birth_date,town
1,Ngozi,Okafor,1981-07-04,Leeds
2,Ngozi,Okafor,1981-07-04,Leeds
3,Piotr,Kowalski,1975-11-23,Hull
4,Piotr,Kowalski,1975-11-23,Hull
5,Carmen,Garcia,1990-02-17,York
6,Lars,Jensen,1962-09-30,Hull
`;

const typedUse = `import { link } from "namesake/linkage";

const run = await link({
  input: [
    { id: "1", given_name: "Ngozi", surname: "Okafor", birth_date: "1981-07-04" },
    { id: "2", given_name: "Ngozi", surname: "Okafor", birth_date: "1981-07-04" },
    { id: "3", given_name: "Piotr", surname: "Kowalski", birth_date: "1975-11-23" },
  ],
  onProgress: (progress) => void progress.stage.length,
});
const records: number = run.summary.records;
console.log(records);
`;

/** The environment without what an enclosing npm run put there; certificates of a proxy are needed all the same. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const isForeign = (name: string) => /^(?:npm_(?:package|lifecycle|execpath|node)|NODE_(?!EXTRA_CA_CERTS))/.test(name);
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isForeign(name)));
}

function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, {
    cwd,
    encoding: "utf8",
    env: plainEnvironment(),
    stdio: ["ignore", "pipe", "pipe"],
  });
}

before(() => {
  run("npm", ["pack", "--pack-destination", folder, "--loglevel=error"], root);
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz"));
  assert.ok(tarball !== undefined);
  mkdirSync(consumer);
  writeFileSync(join(consumer, "package.json"), '{ "private": true, "type": "module" }');
  run("npm", ["install", join(folder, tarball), "--no-audit", "--no-fund", "--loglevel=error"], consumer);
});

test("the package holds the compiled code, its declarations and its papers, and no sources", () => {
  const place = join(consumer, "node_modules", "namesake");
  const files = readdirSync(place, { recursive: true }).map(String);
  for (const name of ["LICENSE", "README.md", "bin/namesake", "dist/cli/main.js", "dist/linkage/index.d.ts"]) {
    assert.ok(files.includes(name), `${name} is missing`);
  }
  assert.deepEqual(
    files.filter((name) => /^(src|test|scripts|bench)\b/.test(name) || (/\.ts$/.test(name) && !/\.d\.ts$/.test(name))),
    [],
  );
  const sourceNames = files
    .filter((name) => name.endsWith(".js"))
    .flatMap((name) => {
      const text = readFileSync(join(place, name), "utf8");
      return /(?:from|import\(|new URL\()\s*["']\.[^"']*\.ts["']/.test(text) ? [name] : [];
    });
  assert.deepEqual(sourceNames, [], "compiled files that name TypeScript files");
});

test("the command line links a file", () => {
  writeFileSync(join(consumer, "people.csv"), people);
  const printed = run("npx", ["--no-install", "namesake", "link", "people.csv", "--out", "run1", "--json"], consumer);
  assert.equal(JSON.parse(printed).records, 6);
  const written = readdirSync(join(consumer, "run1"));
  for (const name of ["clusters.csv", "model.json", "settings.json", "summary.json", "report.html", "rejects.csv"]) {
    assert.ok(written.includes(name), `${name} is missing`);
  }
});

test("the library links rows, and its types hold under strict settings", () => {
  writeFileSync(join(consumer, "use.ts"), typedUse);
  const node = join(consumer, "node_modules", "node", "bin", "node");
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const types = ["--types", "node", "--typeRoots", join(root, "node_modules", "@types")];
  run(
    node,
    [tsc, "--noEmit", "--strict", "--module", "nodenext", "--target", "es2024", "--skipLibCheck", ...types, "use.ts"],
    consumer,
  );
  assert.equal(run(node, ["use.ts"], consumer).trim(), "3");
});
