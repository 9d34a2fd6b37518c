// Writes CSV (RFC 4180: comma, CRLF-free LF ends, quotes where needed) in large pieces of bytes; same input, same bytes.
import { type FileHandle, open } from "node:fs/promises";
import type { PackedStrings } from "../../shared/packedStrings.ts";
import { asUnwritable } from "./replaceFolder.ts";

const comma = 44;
const quote = 34;
const lineFeed = 10;
const flushBytes = 4 << 20;

/** Fields are added one after another; the writer puts the commas. Await `flushIfFull` now and then, `close` at the end. */
export class CsvWriter {
  readonly #handle: FileHandle;
  readonly #path: string;
  #bytes = Buffer.allocUnsafe(flushBytes * 2);
  #length = 0;
  #isRowStart = true;

  private constructor(handle: FileHandle, path: string) {
    this.#handle = handle;
    this.#path = path;
  }

  /** @throws NamesakeError OUTPUT_UNWRITABLE */
  static async create(path: string): Promise<CsvWriter> {
    try {
      return new CsvWriter(await open(path, "w"), path);
    } catch (error) {
      throw asUnwritable(error, path);
    }
  }

  addText(text: string): void {
    this.#startField();
    const written = /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    this.#reserve(written.length * 3);
    this.#length += this.#bytes.write(written, this.#length, "utf8");
  }

  /** The string at `index` of `texts`, copied as bytes. */
  addPacked(texts: PackedStrings, index: number): void {
    this.#startField();
    const from = texts.offsets[index]!;
    const to = texts.offsets[index + 1]!;
    this.#reserve((to - from) * 2 + 2);
    const source = texts.bytes;
    let needsQuotes = false;
    for (let i = from; i < to && !needsQuotes; i += 1) {
      const byte = source[i]!;
      needsQuotes = byte === comma || byte === quote || byte === lineFeed || byte === 13;
    }
    const bytes = this.#bytes;
    let at = this.#length;
    if (needsQuotes) bytes[at++] = quote;
    for (let i = from; i < to; i += 1) {
      const byte = source[i]!;
      if (byte === quote) bytes[at++] = quote;
      bytes[at++] = byte;
    }
    if (needsQuotes) bytes[at++] = quote;
    this.#length = at;
  }

  endRow(): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = lineFeed;
    this.#isRowStart = true;
  }

  get isFull(): boolean {
    return this.#length >= flushBytes;
  }

  /** @throws NamesakeError OUTPUT_UNWRITABLE */
  async flush(): Promise<void> {
    try {
      for (let from = 0; from < this.#length; ) {
        from += (await this.#handle.write(this.#bytes, from, this.#length - from)).bytesWritten;
      }
      this.#length = 0;
    } catch (error) {
      throw asUnwritable(error, this.#path);
    }
  }

  async close(): Promise<void> {
    try {
      await this.flush();
    } finally {
      await this.#handle.close();
    }
  }

  #startField(): void {
    if (this.#isRowStart) this.#isRowStart = false;
    else {
      this.#reserve(1);
      this.#bytes[this.#length++] = comma;
    }
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const wider = Buffer.allocUnsafe((this.#length + count) * 2);
    this.#bytes.copy(wider, 0, 0, this.#length);
    this.#bytes = wider;
  }
}
