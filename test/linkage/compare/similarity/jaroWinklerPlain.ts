// The plain Jaro–Winkler that the fast one must equal bit for bit.

export function jaroWinklerPlain(a: string, b: string): number {
  const jaro = jaroPlain(a, b);
  if (jaro <= 0.7 || jaro === 1) return jaro;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

export function jaroPlain(a: string, b: string): number {
  if (a.length === 0 || b.length === 0) return 0;
  const window = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Set<number>();
  const matchedA: string[] = [];
  [...a].forEach((letter, i) => {
    for (let j = Math.max(0, i - window); j <= i + window && j < b.length; j += 1) {
      if (b[j] === letter && !taken.has(j)) {
        taken.add(j);
        matchedA.push(letter);
        return;
      }
    }
  });
  if (matchedA.length === 0) return 0;
  const matchedB = [...taken].sort((x, y) => x - y).map((j) => b[j]);
  const outOfPlace = matchedA.filter((letter, k) => letter !== matchedB[k]).length;
  const matches = matchedA.length;
  return (matches / a.length + matches / b.length + (matches - Math.floor(outOfPlace / 2)) / matches) / 3;
}
