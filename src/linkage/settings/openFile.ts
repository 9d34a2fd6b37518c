// Where the files of a model are read from: the file system, unless a caller keeps them elsewhere and would rather not copy
// them out, since frequencies are names of people.
import { createReadStream } from "node:fs";

/** The bytes of the file at a path, in chunks; it fails as the file system does where there is none (ENOENT). */
export type OpenFile = (path: string) => AsyncIterable<Uint8Array>;

export const openFile: OpenFile = (path) => createReadStream(path, { highWaterMark: 1 << 18 });

/** All bytes. @throws what `open` throws */
export async function readAll(open: OpenFile, path: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of open(path)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
