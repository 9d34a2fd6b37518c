// Clients as an administrator sees them: everything but the hash of the key.
import type { ClientRow, PersonStore } from "../store/personStore.ts";

export type ClientListing = Omit<ClientRow, "keyHash">;

/** All clients, revoked ones too, in the order in which they were made. */
export async function listClients(store: PersonStore): Promise<ClientListing[]> {
  const rows = await store.clients();
  return rows.toSorted((a, b) => a.number - b.number).map(({ keyHash: _, ...listing }) => listing);
}
