// Finds the client of a key. What the store said is remembered for two seconds, so that a request costs no look-up and a
// revoked key still stops at once for people; unknown keys are remembered too, in bounded number.
import { NamesakeError } from "../../shared/errors.ts";
import type { ClientRow, PersonStore } from "../../store/personStore.ts";
import { hashAccessKey, isAccessKey } from "./accessKey.ts";
import { RevokedKey } from "./revokedKey.ts";

const defaultLifeMs = 2000;
const keysMax = 10_000;

/** What a request needs of a client, with its lists as sets. */
export interface KnownClient {
  readonly number: number;
  readonly name: string;
  readonly purposes: ReadonlySet<string>;
  readonly sources: ReadonlySet<string> | null;
  readonly fields: ReadonlySet<string> | null;
}

export interface Authenticator {
  /**
   * The client of a key.
   * @throws NamesakeError KEY_INVALID where no client has it; RevokedKey where its client has it no more
   */
  clientOf(key: string): Promise<KnownClient>;
}

interface Remembered {
  readonly until: number;
  /** A number: of the client whose key was revoked. */
  readonly client: Promise<KnownClient | number | null>;
}

export interface AuthenticatorOptions {
  /** Milliseconds that never go back. */
  readonly now?: () => number;
  /** Milliseconds that an answer of the store is remembered. */
  readonly lifeMs?: number;
}

/** An authenticator over the store's clients. */
export function createAuthenticator(
  store: Pick<PersonStore, "clientByKeyHash">,
  { now = () => performance.now(), lifeMs = defaultLifeMs }: AuthenticatorOptions = {},
): Authenticator {
  const remembered = new Map<string, Remembered>();
  const lookUp = (key: string): Remembered["client"] => {
    const client = store.clientByKeyHash(hashAccessKey(key)).then(knownClient);
    if (remembered.size >= keysMax) remembered.clear();
    remembered.set(key, { until: now() + lifeMs, client });
    client.catch(() => remembered.delete(key));
    return client;
  };
  return {
    async clientOf(key) {
      if (!isAccessKey(key)) throw new NamesakeError("KEY_INVALID", []);
      const entry = remembered.get(key);
      const client = await (entry !== undefined && entry.until > now() ? entry.client : lookUp(key));
      if (client === null) throw new NamesakeError("KEY_INVALID", []);
      if (typeof client === "number") throw new RevokedKey(client);
      return client;
    },
  };
}

function knownClient(row: ClientRow | null): KnownClient | number | null {
  if (row === null) return null;
  if (row.revokedAt !== null) return row.number;
  return {
    number: row.number,
    name: row.name,
    purposes: new Set(row.purposes),
    sources: row.sources === null ? null : new Set(row.sources),
    fields: row.fields === null ? null : new Set(row.fields),
  };
}
