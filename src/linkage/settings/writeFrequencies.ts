// Writes term frequencies into a file of their own, named by the hash of its content: a model cannot meet the wrong one.
import { createHash } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { FrequencyTables } from "../compare/frequencies.ts";
import { frequencyLines } from "./frequencyLines.ts";

export interface WrittenFrequencies {
  /** Name within the folder: frequencies-<first 16 digits of sha256>.json */
  readonly file: string;
  /** Hexadecimal digits. */
  readonly sha256: string;
}

/** Streams the tables into `folder`, under another name until complete. */
export async function writeFrequencies(tables: FrequencyTables, folder: string): Promise<WrittenFrequencies> {
  const unfinished = join(folder, "frequencies-unfinished.json");
  const hash = createHash("sha256");
  try {
    const handle = await open(unfinished, "w");
    try {
      for (const text of frequencyLines(tables)) {
        hash.update(text);
        await handle.writeFile(text);
      }
    } finally {
      await handle.close();
    }
    const sha256 = hash.digest("hex");
    const file = `frequencies-${sha256.slice(0, 16)}.json`;
    await rename(unfinished, join(folder, file));
    return { file, sha256 };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
