// Reads a file of term frequencies line by line, checking its hash on the way: what differs from what the model was
// written with is refused, since scores would change silently.
import { createHash } from "node:crypto";
import type { FrequencyTable, FrequencyTables } from "../compare/frequencies.ts";
import { frequencyFormat, frequencyVersion } from "./frequencyLines.ts";
import { type OpenFile, openFile } from "./openFile.ts";

export type FrequencyReading = { readonly tables: FrequencyTables } | { readonly mistake: string };

/**
 * Tables of the file at `path`, or what is wrong with it (line numbers, never a value).
 * @param sha256 hexadecimal digits that the content must have
 * @throws the file system's errors
 */
export async function readFrequencies(
  path: string,
  sha256: string,
  open: OpenFile = openFile,
): Promise<FrequencyReading> {
  const hash = createHash("sha256");
  const reader = new LineReader();
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let rest = "";
  for await (const chunk of open(path)) {
    hash.update(chunk);
    if (reader.mistake !== null) continue;
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) reader.add(line);
  }
  if (hash.digest("hex") !== sha256) return { mistake: "has changed since the model was written (its hash differs)" };
  if (rest !== "") reader.mistake ??= "ends within a line";
  return reader.finish();
}

class LineReader {
  mistake: string | null = null;
  #line = 0;
  #entries = -1;
  #read = 0;
  readonly #tables = new Map<string, { total: number; counts: Map<string, number> }>();

  add(line: string): void {
    if (this.mistake !== null) return;
    this.#line += 1;
    const isRead = this.#line === 1 ? this.#readHeader(parse(line)) : this.#readEntry(parse(line));
    if (!isRead) this.mistake ??= `line ${this.#line} is not as namesake writes it`;
  }

  finish(): FrequencyReading {
    if (this.mistake === null && this.#read !== this.#entries) this.mistake = "does not hold as many values as it says";
    return this.mistake === null
      ? { tables: this.#tables as ReadonlyMap<string, FrequencyTable> }
      : { mistake: this.mistake };
  }

  #readHeader(header: unknown): boolean {
    const { format, version, entries, totals } = (header ?? {}) as Record<string, unknown>;
    if (format !== frequencyFormat || typeof version !== "number" || !Array.isArray(totals)) return false;
    if (version > frequencyVersion)
      this.mistake = `is of version ${version}, newer than this version of namesake understands`;
    this.#entries = Number(entries);
    return totals.every((pair: unknown) => {
      if (!Array.isArray(pair)) return false;
      const [slot, total] = pair as unknown[];
      if (typeof slot !== "string" || !isCount(total, 0) || this.#tables.has(slot)) return false;
      this.#tables.set(slot, { total, counts: new Map() });
      return true;
    });
  }

  #readEntry(entry: unknown): boolean {
    if (!Array.isArray(entry)) return false;
    const [slot, value, count] = entry as unknown[];
    const table = this.#tables.get(slot as string);
    if (table === undefined || typeof value !== "string" || !isCount(count, 1)) return false;
    if (count > table.total || table.counts.has(value)) return false;
    table.counts.set(value, count);
    this.#read += 1;
    return true;
  }
}

const isCount = (value: unknown, min: number): value is number =>
  Number.isSafeInteger(value) && (value as number) >= min;

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
