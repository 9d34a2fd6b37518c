// Makes a client: a name, the purposes it holds, and the sources and fields it may see. Its key is returned once.
import { NamesakeError } from "../shared/errors.ts";
import type { ClientRow, PersonStore } from "../store/personStore.ts";
import { createAccessKey, hashAccessKey } from "./clients/accessKey.ts";

export interface ClientRequest {
  /** Unique; 1 to 100 characters without control characters. */
  readonly name: string;
  /** Codes, at least one; letters, digits and . _ : - */
  readonly purposes: readonly string[];
  /** Names of sources, at least one; null for all. */
  readonly sources: readonly string[] | null;
  /** Names of fields (columns as in the sources), at least one; null for all. */
  readonly fields: readonly string[] | null;
}

const namePattern = /^[^\p{Cc}\p{Cs}]{1,100}$/u;
const purposePattern = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/;

/**
 * Adds a client to the store.
 *
 * @returns the client and its key, which is stored nowhere
 * @throws NamesakeError CLIENT_INVALID naming every mistake, CLIENT_EXISTS
 */
export async function addClient(
  store: PersonStore,
  request: ClientRequest,
  createKey: () => string = createAccessKey,
): Promise<{ readonly client: ClientRow; readonly key: string }> {
  const mistakes = mistakesOf(request);
  if (mistakes.length > 0) throw new NamesakeError("CLIENT_INVALID", mistakes);
  const known = await store.clients();
  if (known.some(({ name }) => name === request.name)) throw new NamesakeError("CLIENT_EXISTS", "--name");
  const key = createKey();
  const client = await store.addClient({
    name: request.name,
    keyHash: hashAccessKey(key),
    purposes: [...new Set(request.purposes)],
    sources: withoutRepeats(request.sources),
    fields: withoutRepeats(request.fields),
  });
  return { client, key };
}

function mistakesOf({ name, purposes, sources, fields }: ClientRequest): string[] {
  const mistakes: string[] = [];
  if (!namePattern.test(name) || name.trim() !== name) mistakes.push("name: 1 to 100 characters, no spaces around it");
  if (purposes.length === 0) mistakes.push("purpose: at least one is needed");
  if (!purposes.every((purpose) => purposePattern.test(purpose)))
    mistakes.push("purpose: up to 64 letters, digits and . _ : -");
  for (const [what, list] of [
    ["source", sources],
    ["field", fields],
  ] as const) {
    if (list?.length === 0) mistakes.push(`${what}: at least one is needed, or '*' for all`);
    if (list?.includes("")) mistakes.push(`${what}: empty name`);
  }
  return mistakes;
}

const withoutRepeats = (list: readonly string[] | null): string[] | null => (list === null ? null : [...new Set(list)]);
