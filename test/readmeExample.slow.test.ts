// What README and the docstring of `link` show of the library runs as it stands there.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { readFile, symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type TestContext, test } from "node:test";
import { promisify } from "node:util";
import { writeMadeUpPeople } from "../src/generate/writeMadeUpPeople.ts";
import { makeFiles } from "./linkage/read/temporaryFiles.ts";

const project = resolve(import.meta.dirname, "..");
const readme = join(project, "README.md");
const door = join(project, "src/linkage/index.ts");

/** The ```ts blocks of a Markdown text that use the library. */
function examplesOf(markdown: string): string[] {
  return [...markdown.matchAll(/^```ts\n([\s\S]*?)^```/gm)]
    .map(([, code = ""]) => code)
    .filter((code) => code.includes('"namesake/linkage"'));
}

/** Runs an example in a folder of its own, where each CSV file that it names holds made-up people. */
async function runExample(context: TestContext, example: string): Promise<string> {
  const folder = await makeFiles(context, {
    "example.ts": example.replaceAll('"namesake/linkage"', JSON.stringify(door)),
  });
  await writeMadeUpPeople({ records: 300, seed: 5, out: join(folder, "made-up") });
  for (const [, name = ""] of example.matchAll(/"([^"/]+\.csv)"/g)) {
    const path = join(folder, name);
    if (!existsSync(path)) await symlink(join(folder, "made-up", "records.csv"), path);
  }
  const args = ["--disable-warning=ExperimentalWarning", "example.ts"];
  return (await promisify(execFile)(process.execPath, args, { cwd: folder })).stdout;
}

test("the examples of README run", {
  skip: existsSync(readme) ? false : "there is no README.md yet",
}, async (context) => {
  const examples = examplesOf(readFileSync(readme, "utf8"));
  assert.ok(examples.length > 0, "README shows the library");
  for (const example of examples) await runExample(context, example);
});

test("the example of link's own documentation runs", async (context) => {
  const source = await readFile(join(project, "src/linkage/link.ts"), "utf8");
  const [, block = ""] = /@example\n([\s\S]*?)\*\//.exec(source) ?? [];
  const example = block.replaceAll(/^ \* ?/gm, "");
  assert.match(example, /await link\(/);
  const printed = await runExample(context, `import { link } from "namesake/linkage";\n${example}`);
  assert.match(printed, /^\d+\n$/);
});

test("an example that fails is noticed", async (context) => {
  await assert.rejects(
    runExample(context, 'import { link } from "namesake/linkage";\nawait link({ input: "no.tsv" });'),
  );
});

test("the engine's door shows what README may use", async () => {
  const shown: Readonly<Record<string, unknown>> = await import(door);
  for (const name of ["link", "explainPair", "evaluateClusters", "NamesakeError"]) {
    assert.equal(typeof shown[name], "function", name);
  }
});
