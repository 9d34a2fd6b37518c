// Streams a text file as well-formed UTF-8 in blocks of whole lines. A line that is not UTF-8 is read as Windows-1252,
// line by line, so that files of mixed encodings come out right; NUL bytes are dropped.
import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import type { TextEncoding } from "./extractText.ts";

const lineFeed = 10;
const carriageReturn = 13;
const blockBytes = 4 << 20;
/** A line longer than this is cut into blocks; the CSV scanner rejects it anyway. */
const lineBytesMax = 8 << 20;

export interface DecodedText {
  readonly blocks: AsyncGenerator<Buffer>;
  /** Known once the blocks are read: the bytes yielded differ from the file's (a byte order mark apart). */
  readonly isChanged: () => boolean;
  readonly hasByteOrderMark: () => boolean;
}

/** `endsWithCarriageReturn`: lines end in a lone CR (old Mac); it is turned into LF. */
export function decodeText(
  path: string,
  encoding: TextEncoding,
  options: { endsWithCarriageReturn?: boolean; signal?: AbortSignal | undefined } = {},
): DecodedText {
  let changed = encoding !== "utf-8" || options.endsWithCarriageReturn === true;
  let marked = false;

  async function* blocks(): AsyncGenerator<Buffer> {
    let carried = Buffer.alloc(0);
    let isFirst = true;
    for await (const chunk of decodeUnicode(path, encoding, options.signal)) {
      let block: Buffer = carried.length === 0 ? chunk : Buffer.concat([carried, chunk]);
      if (options.endsWithCarriageReturn)
        for (let i = 0; i < block.length; i += 1) if (block[i] === carriageReturn) block[i] = lineFeed;
      if (isFirst && block.length >= 3) {
        marked = block[0] === 0xef && block[1] === 0xbb && block[2] === 0xbf;
        if (marked) block = block.subarray(3);
        isFirst = false;
      }
      let cut = block.lastIndexOf(lineFeed) + 1;
      if (cut === 0 && block.length > lineBytesMax) cut = block.length;
      carried = Buffer.from(block.subarray(cut));
      if (cut > 0) yield repair(block.subarray(0, cut));
    }
    if (carried.length > 0) yield repair(carried);
  }

  function repair(block: Buffer): Buffer {
    let repaired = block;
    if (!isUtf8(repaired)) {
      changed = true;
      repaired = decodeLines(repaired);
    }
    if (repaired.includes(0)) {
      changed = true;
      repaired = Buffer.from(repaired.filter((byte) => byte !== 0));
    }
    return repaired;
  }

  return { blocks: blocks(), isChanged: () => changed, hasByteOrderMark: () => marked };
}

async function* decodeUnicode(
  path: string,
  encoding: TextEncoding,
  signal: AbortSignal | undefined,
): AsyncGenerator<Buffer> {
  const stream = createReadStream(path, { highWaterMark: blockBytes, ...(signal === undefined ? {} : { signal }) });
  if (encoding === "utf-8") {
    for await (const chunk of stream) yield chunk as Buffer;
    return;
  }
  const decoder = new TextDecoder(encoding);
  for await (const chunk of stream) yield Buffer.from(decoder.decode(chunk as Buffer, { stream: true }), "utf8");
  yield Buffer.from(decoder.decode(), "utf8");
}

const windowsDecoder = new TextDecoder("windows-1252");

function decodeLines(block: Buffer): Buffer {
  const lines: Buffer[] = [];
  for (let from = 0; from < block.length; ) {
    const found = block.indexOf(lineFeed, from);
    const to = found < 0 ? block.length : found + 1;
    const line = block.subarray(from, to);
    lines.push(isUtf8(line) ? line : Buffer.from(windowsDecoder.decode(line), "utf8"));
    from = to;
  }
  return Buffer.concat(lines);
}
