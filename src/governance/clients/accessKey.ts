// Keys of clients: 256 random bits, shown once. Only their SHA-256 is stored; a key of full entropy needs no salt and no
// slow hash, since nobody can guess it.
import { createHash, randomBytes } from "node:crypto";

const prefix = "nsk_";
const keyBytes = 32;
const form = /^nsk_[A-Za-z0-9_-]{43}$/;

/**
 * A new key: `nsk_` (so that scanners of leaked secrets know it) and 43 letters of base64url.
 *
 * @param random gives that many random bytes; for tests
 */
export function createAccessKey(random: (size: number) => Uint8Array = randomBytes): string {
  return prefix + Buffer.from(random(keyBytes)).toString("base64url");
}

/** True where a text has the form of a key; what has not need not be looked up. */
export const isAccessKey = (text: string): boolean => form.test(text);

/** SHA-256 of a key as 64 hexadecimal digits, as the store keeps it. */
export const hashAccessKey = (key: string): string => createHash("sha256").update(key, "utf8").digest("hex");
