// Files for a test in a folder of its own, removed when the test ends.

import { mkdirSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";
import type { RecordTable } from "../../../src/linkage/read/recordTable.ts";

/** Writes `files` (name to content) and returns the folder. */
export async function makeFiles(
  context: TestContext,
  files: Readonly<Record<string, string | Buffer>>,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "namesake-test-"));
  context.after(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

/** Records as plain objects, in canonical order: what a table means, for comparing. */
export function rowsOf(table: RecordTable): Record<string, string | null>[] {
  return Array.from({ length: table.recordCount }, (_, record) => {
    const row: Record<string, string | null> = {
      "@source": table.sources[table.sourceOf[record] as number] ?? null,
      "@id": table.recordIds.at(record),
    };
    for (const column of table.columns) {
      const code = column.codes[record] as number;
      row[column.name] = code < 0 ? null : column.values.at(code);
    }
    return row;
  });
}
