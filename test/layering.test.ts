// The law of the house: imports go one way between the folders of src/, and no files import each other in a circle.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { test } from "node:test";

const source = resolve(import.meta.dirname, "../src");

/** What each part may import beside itself; a part in parentheses is one folder of it. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  linkage: ["shared"],
  generate: ["shared", "linkage/write", "linkage/linkOptions.ts"],
  store: ["shared"],
  governance: ["shared", "store"],
  persons: ["shared", "store", "governance", "linkage"],
  server: ["shared", "store", "governance", "persons", "linkage"],
  cli: ["shared", "store", "governance", "persons", "linkage", "generate", "server"],
};

interface Import {
  readonly specifier: string;
  /** Types are erased: they couple parts, but make no circle at run time. */
  readonly isType: boolean;
}

/** Import, export-from and dynamic import statements, and files named for worker threads, outside comments. */
function importsOf(text: string): Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  const patterns = [
    /^\s*(?:import|export)\s+(type\s)?(?:[^;"'`()]*?\sfrom\s+)?["']([^"']+)["']/gm,
    /\bimport\(\s*()["']([^"']+)["']\s*\)/g,
    /\bnew URL\(\s*()["'](\.[^"']+\.ts)["']/g,
  ];
  return patterns.flatMap((pattern) =>
    [...code.matchAll(pattern)].map(([, type, specifier = ""]) => ({ specifier, isType: Boolean(type) })),
  );
}

interface SourceFile {
  /** Path from src/, with forward slashes. */
  readonly path: string;
  readonly imports: readonly Import[];
}

function readSources(): SourceFile[] {
  return readdirSync(source, { recursive: true })
    .map((path) => String(path).replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ts"))
    .map((path) => ({ path, imports: importsOf(readFileSync(join(source, path), "utf8")) }));
}

/** Path from src/ of what a relative specifier names, or null for packages. */
function targetOf(file: string, specifier: string): string | null {
  if (!specifier.startsWith(".")) return null;
  return relative(source, resolve(source, dirname(file), specifier)).replaceAll("\\", "/");
}

function wrongWays(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, imports }) =>
    imports.flatMap(({ specifier }) => {
      const target = targetOf(path, specifier);
      const part = path.split("/")[0] ?? "";
      if (target === null) return [];
      if (allowed[part] === undefined) return [`${part}/ has no place among the layers`];
      const isAllowed = [part, ...allowed[part]].some((to) => target === to || target.startsWith(`${to}/`));
      return isAllowed ? [] : [`${path} imports ${target}`];
    }),
  );
}

/** Circles of imports that exist at run time, each as its files in order. */
function circles(files: readonly SourceFile[]): string[] {
  const targets = new Map(
    files.map(({ path, imports }) => [
      path,
      imports.filter(({ isType }) => !isType).flatMap(({ specifier }) => targetOf(path, specifier) ?? []),
    ]),
  );
  const found: string[] = [];
  const finished = new Set<string>();
  const visit = (path: string, trail: readonly string[]) => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
    if (finished.has(path) || trail.includes(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...trail, path]);
    finished.add(path);
  };
  for (const { path } of files) visit(path, []);
  return found;
}

test("imports between the parts of src/ go one way", () => {
  const files = readSources();
  assert.ok(files.length > 10);
  assert.deepEqual(wrongWays(files), []);
});

test("no files import each other in a circle", () => {
  assert.deepEqual(circles(readSources()), []);
});

test("each relative import names a file that is there", () => {
  const files = readSources();
  const paths = new Set(readdirSync(source, { recursive: true }).map((path) => String(path).replaceAll("\\", "/")));
  const missing = files.flatMap(({ path, imports }) =>
    imports.flatMap(({ specifier }) => {
      const target = targetOf(path, specifier);
      return target === null || target.startsWith("..") || paths.has(target) ? [] : [`${path} imports ${target}`];
    }),
  );
  assert.deepEqual(missing, []);
});

test("the guard sees every way of importing", () => {
  const text = [
    'import { a } from "./a.ts";',
    "import type { B } from './b.ts';",
    "import {\n  c,\n  d,\n} from './c.ts';",
    'export * from "./d.ts";',
    'import "./e.ts";',
    'const f = await import("./f.ts");',
    'new Worker(new URL("./g.ts", import.meta.url));',
    '// import { h } from "./h.ts";',
    '/* import "./i.ts"; */',
  ].join("\n");
  const found = importsOf(text).map(({ specifier, isType }) => (isType ? `type ${specifier}` : specifier));
  const expected = ["./a.ts", "type ./b.ts", "./c.ts", "./d.ts", "./e.ts", "./f.ts", "./g.ts"];
  assert.deepEqual(found.toSorted(), expected.toSorted());
});

test("the guard refuses bad samples", () => {
  const upward = [{ path: "linkage/link.ts", imports: [{ specifier: "../cli/main.ts", isType: true }] }];
  assert.deepEqual(wrongWays(upward), ["linkage/link.ts imports cli/main.ts"]);
  const nested = [{ path: "generate/a.ts", imports: [{ specifier: "../linkage/read/b.ts", isType: false }] }];
  assert.equal(wrongWays(nested).length, 1);
  const round = ["a", "b", "c"].map((name, index) => ({
    path: `shared/${name}.ts`,
    imports: [{ specifier: `./${["b", "c", "a"][index]}.ts`, isType: false }],
  }));
  assert.deepEqual(circles(round), ["shared/a.ts → shared/b.ts → shared/c.ts → shared/a.ts"]);
});
