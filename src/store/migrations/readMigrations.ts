// Reads the numbered SQL files of a database kind. Plain SQL, so that an administrator can read what a store is; the build
// copies the files beside the code.
import { readdirSync, readFileSync } from "node:fs";
import { assert } from "../../shared/assert.ts";

export interface Migration {
  /** 1, 2, 3 … */
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** Migrations by number, without gaps. */
export function readMigrations(kind: "sqlite" | "postgres"): Migration[] {
  const folder = new URL(`${kind}/`, import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith(".sql"));
  return files.sort().map((file, index) => {
    const [, digits, name = ""] = /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(file) ?? [];
    assert(Number(digits) === index + 1, `migration ${file} is out of order`);
    return { number: index + 1, name, sql: readFileSync(new URL(file, folder), "utf8") };
  });
}

/** The last migration's number: the version of a store that this program writes. */
export const versionOf = (migrations: readonly Migration[]): number => migrations.length;
