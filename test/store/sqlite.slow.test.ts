// The contract of stores on SQLite.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { testPersonStore } from "./personStoreContract.ts";

const folder = mkdtempSync(join(tmpdir(), "namesake-store-"));
after(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
testPersonStore("SQLite", { newName: () => `sqlite:${join(folder, `store-${++count}.db`)}`, propertyRuns: 60 });
