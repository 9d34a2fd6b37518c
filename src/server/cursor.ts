// Cursors of lists: opaque texts that carry the service's own cursor, bound by a checksum to the client and the request
// they were given out for, so that a made-up, damaged or borrowed one is refused before anything is read.
import { createHash } from "node:crypto";
import { NamesakeError } from "../shared/errors.ts";

const sumLength = 12;
const cursorLengthMax = 4096;

/**
 * The service's cursor as clients see it.
 *
 * @param scope what it is good for: the client, the route and the request without its cursor, as JSON text
 */
export function sealCursor(inner: string, scope: string): string {
  const text = Buffer.from(inner, "utf8").toString("base64url");
  return `${checksum(inner, scope)}${text}`;
}

/**
 * The service's cursor in one that `sealCursor` made for the same scope.
 *
 * @throws NamesakeError CURSOR_INVALID
 */
export function openCursor(cursor: string, scope: string): string {
  if (cursor.length > cursorLengthMax) throw new NamesakeError("CURSOR_INVALID", []);
  const inner = Buffer.from(cursor.slice(sumLength), "base64url").toString("utf8");
  if (sealCursor(inner, scope) !== cursor) throw new NamesakeError("CURSOR_INVALID", []);
  return inner;
}

const checksum = (inner: string, scope: string): string =>
  createHash("sha256").update(`${scope}\n${inner}`).digest("base64url").slice(0, sumLength);
