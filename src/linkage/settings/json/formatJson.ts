// JSON for people to read and edit: what fits on a line stays on one, so that a table of levels looks like a table.
// Numbers are written so that they read back bit for bit.

const widthMax = 120;

/** A plain value (no cycles, no undefined in lists) as JSON text of lines up to 120 characters where possible. */
export function formatJson(value: unknown): string {
  return `${format(value, "", 0)}\n`;
}

/** `used`: characters of the line that stand before and after the value. */
function format(value: unknown, indent: string, used: number): string {
  const short = formatInline(value);
  if (typeof value !== "object" || value === null || indent.length + used + short.length <= widthMax) return short;
  const inner = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((item) => inner + format(item, inner, 1))
    : entriesOf(value).map(([key, item]) => {
        const name = `${JSON.stringify(key)}: `;
        return inner + name + format(item, inner, name.length + 1);
      });
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${lines.join(",\n")}\n${indent}${close}`;
}

function formatInline(value: unknown): string {
  if (typeof value === "number") return formatNumber(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(formatInline).join(", ")}]`;
  const entries = entriesOf(value).map(([key, item]) => `${JSON.stringify(key)}: ${formatInline(item)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

const entriesOf = (value: object): [string, unknown][] =>
  Object.entries(value).filter(([, item]: [string, unknown]) => item !== undefined);

/** JSON.stringify turns −0 into 0. */
function formatNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error("Bug: JSON has no number that is not finite");
  return Object.is(value, -0) ? "-0" : JSON.stringify(value);
}
