// Decides whether a client may ask at all, and makes the access context that every read needs. Pure.
import { NamesakeError } from "../../shared/errors.ts";
import type { AccessContext } from "../accessContext.ts";
import type { KnownClient } from "../clients/authenticator.ts";

/**
 * The access context of one request.
 *
 * @param purpose the code that the request names
 * @param route the route's pattern, such as "GET /v1/persons/{id}"
 * @throws NamesakeError PURPOSE_MISSING, PURPOSE_NOT_ALLOWED
 */
export function grantAccess(client: KnownClient, purpose: string | undefined, route: string): AccessContext {
  if (purpose === undefined || purpose === "") throw new NamesakeError("PURPOSE_MISSING", []);
  if (!client.purposes.has(purpose)) throw new NamesakeError("PURPOSE_NOT_ALLOWED", []);
  return {
    client: client.number,
    clientName: client.name,
    purpose,
    sources: client.sources,
    fields: client.fields,
    route,
  };
}
