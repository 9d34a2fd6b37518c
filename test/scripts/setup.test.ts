// The set-up decides from the lock file whether npm has something to do, and the lock file itself works everywhere.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

interface Lock {
  readonly packages: Record<string, Readonly<Record<string, unknown>>>;
}

const root = new URL("../../", import.meta.url);
const script = (path: string) => import(new URL(`scripts/${path}`, root).href);

// Plain JavaScript without declarations, so its types are said here.
const { completeLock }: { completeLock: (lock: Lock) => Lock } = await script("completeLockFile.mjs");
const { arePackagesCurrent }: { arePackagesCurrent: (lock: Lock, installed: Lock) => boolean } =
  await script("setup/arePackagesCurrent.mjs");
const { kindOfTest }: { kindOfTest: (path: string) => string } = await script("setup/runTests.mjs");
const lock: Lock = JSON.parse(readFileSync(new URL("package-lock.json", root), "utf8"));

test("the lock file names no registry host and misses no platform's package", () => {
  assert.deepEqual(
    Object.keys(lock.packages).filter((path) => lock.packages[path]?.resolved !== undefined),
    [],
  );
  assert.deepEqual(completeLock(lock), lock);
});

test("each direct dependency is of one exact version", () => {
  const manifest = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
  for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
    assert.match(String(version), /^\d+\.\d+\.\d+(-[\w.]+)?$/, name);
    assert.equal(lock.packages[`node_modules/${name}`]?.version, version, name);
  }
});

test("completing a lock adds a missing platform and keeps the rest", () => {
  const parent = { version: "1.0.0", license: "MIT", dev: true, optionalDependencies: { "a-darwin-arm64": "1.0.0" } };
  const completed = completeLock({ packages: { "": {}, "node_modules/a": parent } });
  assert.deepEqual(completed.packages["node_modules/a-darwin-arm64"], {
    version: "1.0.0",
    cpu: ["arm64"],
    dev: true,
    license: "MIT",
    optional: true,
    os: ["darwin"],
  });
  assert.equal(completed.packages["node_modules/a"], parent);
});

test("packages are current only where each needed one is there in the version asked for", () => {
  const wanted = {
    packages: {
      "": {},
      "node_modules/a": { version: "1.0.0" },
      "node_modules/b": { version: "2.0.0", optional: true },
    },
  };
  const isCurrent = (packages: Lock["packages"]) => arePackagesCurrent(wanted, { packages });
  assert.equal(isCurrent({ "node_modules/a": { version: "1.0.0" } }), true);
  assert.equal(isCurrent({ "node_modules/a": { version: "1.0.1" } }), false);
  assert.equal(isCurrent({}), false);
  assert.equal(isCurrent({ "node_modules/a": { version: "1.0.0" }, "node_modules/c": { version: "1.0.0" } }), false);
});

test("each test file is of one kind", () => {
  assert.equal(kindOfTest("test/a.test.ts"), "fast");
  assert.equal(kindOfTest("test/a.slow.test.ts"), "slow");
  assert.equal(kindOfTest("test/a.browser.test.ts"), "browser");
  const files = readdirSync(new URL("test", root), { recursive: true }).map(String);
  assert.deepEqual(
    files.filter((file) => /\.(spec|tests)\.ts$/.test(file)),
    [],
  );
});
