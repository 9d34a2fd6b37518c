// One text for one content, whatever the order of keys and the white space: what a hash is taken of.

/** JSON without white space, keys sorted by UTF-16 units, undefined left out. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const keys = Object.keys(value).sort();
  const parts = keys.flatMap((key) => {
    const item = (value as Record<string, unknown>)[key];
    return item === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(item)}`];
  });
  return `{${parts.join(",")}}`;
}
