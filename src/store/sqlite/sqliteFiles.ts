// Named files in a SQLite store. A file is written chunk by chunk under a new number, each chunk its own transaction, so
// that a large one does not keep others from writing; its last step puts it in the place of the file before.

import { SqliteConnection } from "./sqliteConnection.ts";
import type { WriteLane } from "./writeLane.ts";

const sql = {
  begin: "insert into files (name, is_complete) values (?, 0) returning number",
  addChunk: "insert into file_chunks (file, part, bytes) values (?, ?, ?)",
  complete: "update files set is_complete = 1 where number = ?",
  retire: "update files set is_complete = 0 where name = ? and is_complete = 1 returning number",
  find: "select number from files where name = ? and is_complete = 1",
  readChunk: "select bytes from file_chunks where file = ? and part = ?",
  dropChunk: "delete from file_chunks where file = ? and part = (select max(part) from file_chunks where file = ?1)",
  drop: "delete from files where number = ?",
};

export async function writeSqliteFile(
  lane: WriteLane,
  name: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  const { connection } = lane;
  const file = await lane.transact(() => connection.value(sql.begin, name) as number);
  try {
    let part = 0;
    for await (const chunk of chunks) {
      await lane.transact(() => connection.run(sql.addChunk, file, part, chunk));
      part++;
    }
  } catch (error) {
    await dropFile(lane, file).catch(() => undefined);
    throw error;
  }
  const retired = await lane.transact(() => {
    const before = connection.value(sql.retire, name) as number | null;
    connection.run(sql.complete, file);
    return before;
  });
  if (retired !== null) await dropFile(lane, retired);
}

/** The file's chunks, from a view of the store that a later `writeFile` does not change. */
export function readSqliteFile(connection: SqliteConnection, name: string): AsyncIterable<Uint8Array> | null {
  if (connection.value(sql.find, name) === null) return null;
  return readChunks(connection.path, name);
}

async function* readChunks(path: string, name: string): AsyncGenerator<Uint8Array> {
  const connection = new SqliteConnection(path, { isReadOnly: true, cacheMib: 1 });
  try {
    connection.execute("begin");
    const file = connection.value(sql.find, name);
    for (let part = 0; ; part++) {
      const chunk = connection.get(sql.readChunk, file, part) as readonly [Uint8Array] | null;
      if (chunk === null) return;
      yield chunk[0];
    }
  } finally {
    connection.close();
  }
}

async function dropFile(lane: WriteLane, file: number): Promise<void> {
  const { connection } = lane;
  while ((await lane.transact(() => connection.run(sql.dropChunk, file))) > 0);
  await lane.transact(() => connection.run(sql.drop, file));
}

/** Removes what a process that ended while it wrote a file has left; only for the one process that writes files. */
export function dropUnfinishedFiles(connection: SqliteConnection): void {
  connection.execute(`delete from file_chunks where file in (select number from files where is_complete = 0);
    delete from files where is_complete = 0`);
}
