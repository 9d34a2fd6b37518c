// Numbers and codes without the words before them that say nothing (profile/findPrefixes.ts).

/** A word of two letters and more, what parts it from the rest, and a rest with a digit in it. A letter alone may be half of a code. */
export const prefixed = /^(\p{L}{2,12})[\s./:#-]+((?=.*\d).*\S)\s*$/u;

/** The value without one of these words, in lower case, before it. */
export function withoutPrefix(raw: string, prefixes: readonly string[]): string {
  const [, word, rest] = prefixed.exec(raw.trim()) ?? [];
  return word !== undefined && rest !== undefined && prefixes.includes(word.toLowerCase()) ? rest : raw;
}
