// 32-bit hashes that depend on the text alone: block keys and cluster identifiers must be the same on every machine.

/** 32-bit hash of a text's UTF-16 units, never 0 (FNV-1a with a final mix). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mixBits(hash) || 1;
}

/** Final mix of MurmurHash3 (public domain): every input bit reaches every output bit. Unsigned 32 bits. */
export function mixBits(hash: number): number {
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
