// Writes a model as model.json, with frequencies and stop keys inside where they are few and beside it where they are
// many. The bytes depend on the model alone.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FrequencyTables } from "../compare/frequencies.ts";
import type { Model } from "../model.ts";
import { describeModel } from "./describeModel.ts";
import { countEntries, hashFrequencies } from "./frequencyLines.ts";
import { formatJson } from "./json/formatJson.ts";
import { hashModel } from "./modelFormat.ts";
import { countStopKeys, hashStopKeys, stopKeyLines } from "./stopKeyLines.ts";
import { writeFrequencies } from "./writeFrequencies.ts";

/** Up to this many values in all, frequencies stand in model.json itself. */
const inlineEntriesMax = 2000;
const inlineStopKeysMax = 200;

/**
 * Writes `folder`/model.json and, where needed, frequencies-….json and stop-keys-….json beside it; `folder` exists.
 * @returns the model's hash, 64 hexadecimal digits
 * @throws the file system's errors
 */
export async function writeModel(model: Model, folder: string): Promise<{ hash: string }> {
  const { frequencies } = model;
  const isInline = countEntries(frequencies) <= inlineEntriesMax;
  const written = isInline ? null : await writeFrequencies(frequencies, folder);
  const hash = hashModel(model, written?.sha256 ?? hashFrequencies(frequencies));
  const document = describeModel(model, hash, {
    frequencies: written ?? { tables: describeTables(frequencies) },
    stopKeys: await describeStopKeys(model.blocking, folder),
  });
  await writeFile(join(folder, "model.json"), formatJson(document));
  return { hash };
}

function describeTables(frequencies: FrequencyTables): object {
  const tables = [...frequencies].sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(
    tables.map(([slot, { total, counts }]) => {
      const values = [...counts].sort(([left], [right]) => (left < right ? -1 : 1));
      return [slot, { total, counts: values }];
    }),
  );
}

/** Rules that have any, with their keys; or the name and hash of the file that they are written to. */
async function describeStopKeys(blocking: Model["blocking"], folder: string): Promise<object> {
  if (countStopKeys(blocking) > inlineStopKeysMax) {
    const sha256 = hashStopKeys(blocking);
    const file = `stop-keys-${sha256.slice(0, 16)}.json`;
    await writeFile(join(folder, file), stopKeyLines(blocking));
    return { file, sha256 };
  }
  return blocking.rules.flatMap((rule, index) => {
    const keys = [...(blocking.stopKeys[index] ?? [])];
    return keys.length === 0 ? [] : [{ rule, keys }];
  });
}
