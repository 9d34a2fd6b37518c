// Records of a generated file by chance, as the API takes them.
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

export interface SampleRecord {
  readonly source: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * About `count` records spread evenly over the file.
 *
 * @param recordCount records that the file has
 */
export async function sampleRecords(path: string, count: number, recordCount: number): Promise<SampleRecord[]> {
  const step = Math.max(1, Math.floor(recordCount / count));
  const lines = createInterface({ input: createReadStream(path, "utf8"), crlfDelay: Number.POSITIVE_INFINITY });
  const sample: SampleRecord[] = [];
  let header: string[] = [];
  let row = -1;
  for await (const line of lines) {
    if (row++ === -1) header = splitRow(line);
    else if (row % step === 0) sample.push(toRecord(header, splitRow(line)));
    if (sample.length >= count) break;
  }
  lines.close();
  return sample;
}

function toRecord(header: readonly string[], cells: readonly string[]): SampleRecord {
  const row = Object.fromEntries(header.map((name, column) => [name, cells[column] ?? ""]));
  const { unique_id: id = "", source = "", ...rest } = row;
  return { source, id, fields: Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== "")) };
}

/** Cells of one line; the generator writes no line breaks inside quotes. */
function splitRow(line: string): string[] {
  const cells = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g);
  return [...cells].map(([, quoted, plain = ""]) => quoted?.replaceAll('""', '"') ?? plain);
}
