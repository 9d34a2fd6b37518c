// Surnames and given names that a language builds from parts (Ash+ford, Kowal+ewski, Ade+bayo): all combinations,
// so that a million people have tens of thousands of surnames, as real populations do.

/** Every beginning with every end; a doubled or clashing letter at the seam is left out. Parts are separated by spaces. */
export function combineParts(beginnings: string, ends: string): string[] {
  const combined: string[] = [];
  for (const beginning of beginnings.split(/\s+/)) {
    for (const end of ends.split(/\s+/)) {
      const seam = beginning.at(-1)?.toLowerCase();
      combined.push(seam === end[0] && "aeiouy".includes(seam ?? "") ? beginning + end.slice(1) : beginning + end);
    }
  }
  return combined;
}
