// Rows of CSV as bytes in memory (RFC 4180: comma, LF ends, quotes where needed): what writes files and what threads hand
// over make the same text. Same input, same bytes.
import type { PackedStrings } from "../../shared/packedStrings.ts";

const comma = 44;
const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

/** Fields are added one after another; the commas are put between them. */
export class CsvBytes {
  #bytes: Buffer;
  #length = 0;
  #isRowStart = true;

  /** `capacity`: bytes that fit before the first time that it grows. */
  constructor(capacity = 1 << 16) {
    this.#bytes = Buffer.allocUnsafeSlow(capacity);
  }

  get length(): number {
    return this.#length;
  }

  addText(text: string): void {
    this.#startField(text.length * 3 + 2);
    const written = /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    if (written.length !== text.length) this.#reserve(written.length * 3);
    this.#length += this.#bytes.write(written, this.#length, "utf8");
  }

  /** Nothing where it is not finite. */
  addNumber(number: number): void {
    this.#startField(32);
    if (!Number.isFinite(number)) return;
    const text = String(number);
    const bytes = this.#bytes;
    let at = this.#length;
    for (let i = 0; i < text.length; i += 1) bytes[at++] = text.charCodeAt(i);
    this.#length = at;
  }

  /** The string at `index` of `texts`, copied as bytes; nothing where the index is negative. */
  addPacked({ offsets, bytes: source }: Pick<PackedStrings, "offsets" | "bytes">, index: number): void {
    const from = index < 0 ? 0 : offsets[index]!;
    const to = index < 0 ? 0 : offsets[index + 1]!;
    this.#startField((to - from) * 2 + 2);
    const bytes = this.#bytes;
    let at = this.#length;
    let needsQuotes = false;
    for (let i = from; i < to; i += 1) {
      const byte = source[i]!;
      needsQuotes ||= byte === comma || byte === quote || byte === lineFeed || byte === carriageReturn;
      bytes[at++] = byte;
    }
    if (needsQuotes) {
      at = this.#length;
      bytes[at++] = quote;
      for (let i = from; i < to; i += 1) {
        const byte = source[i]!;
        if (byte === quote) bytes[at++] = quote;
        bytes[at++] = byte;
      }
      bytes[at++] = quote;
    }
    this.#length = at;
  }

  endRow(): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = lineFeed;
    this.#isRowStart = true;
  }

  /** What was added since the last call, as memory of its own. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = new Uint8Array(this.#length);
    taken.set(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return taken;
  }

  /** Room for the comma and `count` bytes. */
  #startField(count: number): void {
    this.#reserve(count + 1);
    if (this.#isRowStart) this.#isRowStart = false;
    else this.#bytes[this.#length++] = comma;
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const wider = Buffer.allocUnsafeSlow((this.#length + count) * 2);
    this.#bytes.copy(wider, 0, 0, this.#length);
    this.#bytes = wider;
  }
}
