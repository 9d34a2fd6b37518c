// Named typed arrays as a stream of bytes and back: a heading, sections each with its checksum, an end that counts them.
// Whatever is cut short, altered or of another version is refused, never half read. Little-endian, as all hosts of ours.
import { crc32 } from "node:zlib";
import { NamesakeError } from "../../shared/errors.ts";

const magic = "NAMESAKE-INDEX-1";
const chunkSize = 4 * 1024 * 1024;
/** Bytes before a section's name: length of the name, type of the values, number of bytes (two integers). */
const headSize = 16;
const sectionsMax = 100_000;

const types = [Uint8Array, Uint16Array, Int32Array, Uint32Array, Float64Array] as const;
export type SectionValues = Uint8Array | Uint16Array | Int32Array | Uint32Array | Float64Array;
export type Section = readonly [name: string, values: SectionValues];

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The chunks (at most 4 MiB) of some sections. Arrays are handed out as they are: they must not change meanwhile. */
export function* writeSections(sections: Iterable<Section>): Generator<Uint8Array> {
  yield encoder.encode(magic);
  let count = 0;
  for (const [name, values] of sections) {
    const heading = writeHeading(name, values);
    yield heading;
    let checksum = crc32(heading);
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    for (let from = 0; from < bytes.length; from += chunkSize) {
      const chunk = bytes.subarray(from, from + chunkSize);
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
    yield new Uint8Array(Uint32Array.of(checksum).buffer);
    count += 1;
  }
  const end = writeHeading("", Uint32Array.of(count));
  yield end;
  const total = new Uint8Array(Uint32Array.of(count).buffer);
  yield total;
  yield new Uint8Array(Uint32Array.of(crc32(total, crc32(end))).buffer);
}

function writeHeading(name: string, values: SectionValues): Uint8Array {
  const text = encoder.encode(name);
  const heading = new Uint8Array(headSize + text.length);
  const type = types.findIndex((Type) => values instanceof Type);
  const low = values.byteLength % 2 ** 32;
  new Uint32Array(heading.buffer, 0, 4).set([text.length, type, low, Math.floor(values.byteLength / 2 ** 32)]);
  heading.set(text, headSize);
  return heading;
}

/**
 * Reads what writeSections wrote, in chunks of any size.
 * @throws NamesakeError SNAPSHOT_INVALID for anything else
 */
export async function readSections(chunks: AsyncIterable<Uint8Array>): Promise<Map<string, SectionValues>> {
  const reader = new ChunkReader(chunks);
  if (decoder.decode(await reader.take(magic.length)) !== magic) throw refuse("it has no heading of this version");
  const sections = new Map<string, SectionValues>();
  for (;;) {
    const head = await reader.take(headSize);
    const [nameLength = 0, type = 0, low = 0, high = 0] = new Uint32Array(head.buffer, 0, 4);
    const Type = types[type];
    const size = low + high * 2 ** 32;
    if (nameLength > 1000 || Type === undefined || size % Type.BYTES_PER_ELEMENT !== 0 || size > 2 ** 40) {
      throw refuse("a section is damaged");
    }
    const nameBytes = await reader.take(nameLength);
    const bytes = await reader.take(size);
    const checksum = crc32(bytes, crc32(nameBytes, crc32(head)));
    const written = new Uint32Array((await reader.take(4)).buffer)[0];
    const name = decoder.decode(nameBytes);
    if (checksum !== written || sections.has(name) || sections.size > sectionsMax) throw refuse("a section is damaged");
    const values = new Type(bytes.buffer, 0, size / Type.BYTES_PER_ELEMENT);
    if (name !== "") {
      sections.set(name, values);
      continue;
    }
    if (values[0] !== sections.size) throw refuse("sections are missing");
    await reader.requireEnd();
    return sections;
  }
}

export const refuse = (what: string): NamesakeError => new NamesakeError("SNAPSHOT_INVALID", what);

/** Bytes of a stream by number, however they come. */
class ChunkReader {
  readonly #iterator: AsyncIterator<Uint8Array>;
  #chunk: Uint8Array = new Uint8Array(0);

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#iterator = chunks[Symbol.asyncIterator]();
  }

  /** The next `size` bytes in an array of their own. Memory is taken as bytes come, so that a wrong size costs none. */
  async take(size: number): Promise<Uint8Array<ArrayBuffer>> {
    let bytes = new Uint8Array(Math.min(size, 64 * chunkSize));
    for (let filled = 0; filled < size; ) {
      if (this.#chunk.length === 0 && !(await this.#advance())) throw refuse("it ends too early");
      const part = this.#chunk.subarray(0, size - filled);
      if (filled + part.length > bytes.length) {
        const wider = new Uint8Array(Math.min(size, Math.max(bytes.length * 4, filled + part.length)));
        wider.set(bytes.subarray(0, filled));
        bytes = wider;
      }
      bytes.set(part, filled);
      this.#chunk = this.#chunk.subarray(part.length);
      filled += part.length;
    }
    return bytes;
  }

  async requireEnd(): Promise<void> {
    if (this.#chunk.length > 0 || (await this.#advance())) throw refuse("it goes on after its end");
  }

  async #advance(): Promise<boolean> {
    do {
      const next = await this.#iterator.next();
      if (next.done === true) return false;
      this.#chunk = next.value;
    } while (this.#chunk.length === 0);
    return true;
  }
}
