// Writes a set as the two files a user would have: records without the truth, and the truth beside them.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { LinkOptions } from "../../../src/linkage/linkOptions.ts";
import { defaultServiceNames, type RecordSet, type ServiceNames } from "./recordSet.ts";

/** Writes records.csv and truth.csv into `folder` and gives the options that link them. */
export function writeRecordSet(
  set: RecordSet,
  folder: string,
  names: ServiceNames = defaultServiceNames,
): LinkOptions & { readonly truth: string } {
  mkdirSync(folder, { recursive: true });
  const { sources } = set;
  const withSource = (source: string | undefined): string[] => (source === undefined ? [] : [source]);
  const headers = [names.id, ...withSource(sources === null ? undefined : names.source), ...set.columns];
  const records = set.rows.map((row, i) => csvLine([set.ids[i] ?? "", ...withSource(sources?.[i]), ...row]));
  const truth = set.ids.map((id, i) => csvLine([id, ...withSource(sources?.[i]), set.truth[i] ?? ""]));
  const input = join(folder, "records.csv");
  const truthFile = join(folder, "truth.csv");
  writeFileSync(input, csvLine(headers) + records.join(""));
  writeFileSync(truthFile, csvLine(["id", ...(sources === null ? [] : ["source"]), "truth"]) + truth.join(""));
  return {
    input,
    truth: truthFile,
    ...(sources === null ? {} : { sourceColumn: names.source }),
    ...(set.acrossOnly ? { acrossOnly: true } : {}),
  };
}

function csvLine(values: readonly string[]): string {
  return `${values.map((value) => (/[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(",")}\n`;
}
