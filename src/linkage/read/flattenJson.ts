// Flattens one JSON object into columns: {"name": {"first": "A"}} gives name.first; ["a", "b"] gives "a; b"; an array of
// objects gives one column a key with the objects' values joined.

/** Column name to text; null and empty values are left out. */
export function flattenJson(item: Readonly<Record<string, unknown>>): Map<string, string> {
  const row = new Map<string, string>();
  addObject(row, "", item, 0);
  return row;
}

const depthMax = 16;

function addObject(
  row: Map<string, string>,
  prefix: string,
  item: Readonly<Record<string, unknown>>,
  depth: number,
): void {
  for (const [key, value] of Object.entries(item))
    addValue(row, prefix === "" ? key : `${prefix}.${key}`, value, depth);
}

function addValue(row: Map<string, string>, name: string, value: unknown, depth: number): void {
  if (value === null || value === undefined || value === "") return;
  if (Array.isArray(value) && depth < depthMax) {
    for (const part of value) addValue(row, name, part, depth + 1);
  } else if (typeof value === "object" && depth < depthMax) {
    addObject(row, name, value as Record<string, unknown>, depth + 1);
  } else {
    const text = (typeof value === "object" ? JSON.stringify(value) : String(value))
      .toWellFormed()
      .replaceAll("\0", "");
    const before = row.get(name);
    row.set(name, before === undefined ? text : `${before}; ${text}`);
  }
}
