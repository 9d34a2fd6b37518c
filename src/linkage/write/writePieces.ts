// Writes a new file from pieces of bytes that come one after another.
import { open } from "node:fs/promises";
import { asUnwritable } from "./replaceFolder.ts";

/** What `pieces` throws is thrown on. @throws NamesakeError OUTPUT_UNWRITABLE */
export async function writePieces(
  path: string,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  try {
    const handle = await open(path, "w");
    try {
      for await (const piece of pieces) {
        for (let from = 0; from < piece.length; ) {
          from += (await handle.write(piece, from, piece.length - from)).bytesWritten;
        }
      }
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw asUnwritable(error, path);
  }
}
