// A real store in a folder of its own, gone after the test.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { openStore } from "../../src/store/openStore.ts";
import type { PersonStore } from "../../src/store/personStore.ts";

/** An empty SQLite store and its folder. */
export async function withStore(t: TestContext): Promise<{ store: PersonStore; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), "namesake-store-"));
  const store = await openStore({ store: `sqlite:${join(folder, "store.db")}`, role: "index", create: true });
  t.after(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { store, folder };
}
