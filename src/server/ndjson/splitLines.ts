// Splits a stream of bytes into lines as they come, holding no more than one line. A line over the limit is told as such
// and its bytes are dropped, so that nobody can fill the memory with one line.

/** The bytes of a line, or null for one that was too long. */
export type Line = Uint8Array | null;

const lineFeed = 0x0a;

/** Takes chunks, gives complete lines (without their line feed). */
export class LineSplitter {
  readonly #bytesMax: number;
  #parts: Uint8Array[] = [];
  #bytes = 0;
  #isTooLong = false;

  /** @param bytesMax bytes of the longest line that is kept */
  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax;
  }

  /** The lines that end in this chunk, in order. */
  push(chunk: Uint8Array): Line[] {
    const lines: Line[] = [];
    let from = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, from)) {
      this.#keep(chunk.subarray(from, end));
      lines.push(this.#take());
      from = end + 1;
    }
    this.#keep(chunk.subarray(from));
    return lines;
  }

  /** The last line where the stream does not end with a line feed. */
  finish(): Line[] {
    return this.#bytes > 0 || this.#isTooLong ? [this.#take()] : [];
  }

  #keep(part: Uint8Array): void {
    if (part.length === 0 || this.#isTooLong) return;
    this.#bytes += part.length;
    if (this.#bytes <= this.#bytesMax) this.#parts.push(part);
    else {
      this.#isTooLong = true;
      this.#parts = [];
    }
  }

  #take(): Line {
    const line = this.#isTooLong ? null : Buffer.concat(this.#parts);
    this.#parts = [];
    this.#bytes = 0;
    this.#isTooLong = false;
    return line;
  }
}
