// UUIDs of version 7 (RFC 9562): in order of time, so that new persons stand at the end of an index of identifiers.
// Node 24 makes none of that version itself.
import { randomBytes } from "node:crypto";

/** 48 bits of milliseconds, then 74 random bits. */
export function randomUUIDv7(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
