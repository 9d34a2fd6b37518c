// A key that is no longer good but whose client is known, so that its use can be put on record.
import { NamesakeError } from "../../shared/errors.ts";

/** KEY_INVALID, 401: the answer does not tell a revoked key from one that nobody has. */
export class RevokedKey extends NamesakeError {
  /** Number of the client. */
  readonly client: number;

  constructor(client: number) {
    super("KEY_INVALID", []);
    this.client = client;
  }
}
