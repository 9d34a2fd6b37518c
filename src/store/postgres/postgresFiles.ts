// Named files in PostgreSQL. A file is written in one transaction, which replaces the file before it; who reads that one
// goes on reading it.
import { assert } from "../../shared/assert.ts";
import { takingLock } from "./postgresLocks.ts";
import type { PostgresPool } from "./postgresPool.ts";

const sql = {
  begin: "insert into files (name, is_complete) values ($1, 0) returning number",
  addChunk: "insert into file_chunks (file, part, bytes) values ($1, $2, $3)",
  find: "select number from files where name = $1 and is_complete = 1",
  dropChunks: "delete from file_chunks where file in (select number from files where name = $1 and is_complete = 1)",
  drop: "delete from files where name = $1 and is_complete = 1",
  complete: "update files set is_complete = 1 where number = $1",
  readChunk: (file: number, part: number) => `select bytes from file_chunks where file = ${file} and part = ${part}`,
};

export async function writePostgresFile(
  pool: PostgresPool,
  name: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  await pool.transact(async (session) => {
    const number = (await session.rows(sql.begin, [name]))[0]?.[0];
    assert(typeof number === "number", "a file has a number");
    let part = 0;
    for await (const chunk of chunks) await session.rows(sql.addChunk, [number, part++, Buffer.from(chunk)]);
    await session.script(`select ${takingLock(pool.address.schema, "file")}`);
    await session.rows(sql.dropChunks, [name]);
    await session.rows(sql.drop, [name]);
    await session.rows(sql.complete, [number]);
  });
}

export async function readPostgresFile(pool: PostgresPool, name: string): Promise<AsyncIterable<Uint8Array> | null> {
  const found = await pool.rows(sql.find, [name]);
  return found.length === 0 ? null : readChunks(pool, name);
}

async function* readChunks(pool: PostgresPool, name: string): AsyncGenerator<Uint8Array> {
  const session = await pool.borrow();
  let isSound = false;
  try {
    await session.script("begin isolation level repeatable read read only");
    const number = (await session.rows(sql.find, [name]))[0]?.[0];
    for (let part = 0; typeof number === "number"; part++) {
      const chunk = await session.bytes(sql.readChunk(number, part));
      if (chunk === null) break;
      yield chunk;
    }
    await session.script("commit");
    isSound = true;
  } finally {
    session.client.release(!isSound);
  }
}
