// COPY … TO STDOUT in binary over the driver's connection: a row's bytes as they are. The driver itself reads bytes as
// hexadecimal text, which takes twice the room and most of the time.
// https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-COPY, …/sql-copy.html#SQL-COPY-BINARY-FORMAT
import type { ClientBase, Connection, Submittable } from "pg";

class CopyOut implements Submittable {
  readonly #text: string;
  readonly #settle: (outcome: Buffer | Error) => void;
  readonly #pieces: Buffer[] = [];

  constructor(text: string, settle: (outcome: Buffer | Error) => void) {
    this.#text = text;
    this.#settle = settle;
  }

  submit(connection: Connection): void {
    (connection as unknown as { query(text: string): void }).query(this.#text);
  }

  /** The piece is the driver's own, which it writes over. */
  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    this.#pieces.push(Buffer.from(chunk));
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.#settle(Buffer.concat(this.#pieces));
  }

  handleError(error: Error): void {
    this.#settle(error);
  }
}

const signatureBytes = 11;

/** The bytes that a query of one column and at most one row answers, or null where it answers no row. */
export async function copyBytes(client: ClientBase, query: string): Promise<Uint8Array | null> {
  const copied = await new Promise<Buffer>((resolve, reject) => {
    const settle = (outcome: Buffer | Error) => (outcome instanceof Error ? reject(outcome) : resolve(outcome));
    client.query(new CopyOut(`copy (${query}) to stdout (format binary)`, settle));
  });
  // A signature, flags, the length of an extension and that; then for each row the number of its columns, −1 after the last.
  const row = signatureBytes + 8 + copied.readInt32BE(signatureBytes + 4);
  if (copied.readInt16BE(row) < 0) return null;
  const length = copied.readInt32BE(row + 2);
  return copied.subarray(row + 6, row + 6 + length);
}
