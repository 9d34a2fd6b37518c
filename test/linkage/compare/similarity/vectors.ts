// Reference vectors that lie outside the repository, read where they exist.
import { existsSync, readFileSync } from "node:fs";

const folder = new URL("../../../../../shared/data/phonetic_string_vectors/", import.meta.url);

/** Rows of a comma-separated file without quoted commas, or null where the vectors are not there. */
export function readVectors(name: string): string[][] | null {
  const file = new URL(name, folder);
  if (!existsSync(file)) return null;
  return readFileSync(file, "utf8")
    .split(/\r?\n/)
    .filter((line) => line !== "")
    .map((line) => line.split(",").map((cell) => cell.replace(/^"(.*)"$/, "$1")));
}
