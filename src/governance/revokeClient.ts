// Takes a client's key away. Servers forget it within the life of their cache of keys (see clients/authenticator.ts).
import { NamesakeError } from "../shared/errors.ts";
import type { PersonStore } from "../store/personStore.ts";

/**
 * Revokes the client of that name; revoking again changes nothing.
 *
 * @throws NamesakeError CLIENT_NOT_FOUND
 */
export async function revokeClient(store: PersonStore, name: string): Promise<void> {
  const known = (await store.clients()).find((client) => client.name === name);
  if (known === undefined) throw new NamesakeError("CLIENT_NOT_FOUND", "--name");
  if (known.revokedAt === null) await store.revokeClient(name);
}
