// Our blocking keys as SQL over columns, where Splink can say them; a rule is exported whole or not at all.
import type { FieldPlan } from "../standardise/fieldPlan.ts";

/** Parts of a text or of a date written YYYY-MM-DD, by the end of an atom's name (block/atoms.ts); `{}` is the column. */
const partSql: Readonly<Record<string, string>> = {
  "": "{}",
  "first 3": "substr({}, 1, 3)",
  "letters 2-4": "substr({}, 2, 3)",
  initial: "substr({}, 1, 1)",
  year: "substr({}, 1, 4)",
  "month and day": "substr({}, 6, 5)",
  "year and month": "substr({}, 1, 7)",
  "year and day": "substr({}, 1, 4) || substr({}, 9, 2)",
  "last 7": "right({}, 7)",
  "first 4": "substr({}, 1, 4)",
  "local part": "NULLIF(regexp_extract({}, '^[^@]+', 0), '')",
  domain: "NULLIF(regexp_extract({}, '@.+$', 0), '')",
};

/** The rule as `l.… = r.… AND …`, or null where one of its keys cannot be said. `columnOf`: by field or part of a name. */
export function exportRule(atoms: readonly string[], columnOf: ReadonlyMap<string, string>): string | null {
  if (atoms.length === 0) return "1 = 1";
  const parts = atoms.map((atom) => exportAtom(atom, columnOf));
  return parts.includes(null) ? null : parts.join(" AND ");
}

function exportAtom(atom: string, columnOf: ReadonlyMap<string, string>): string | null {
  if (atom === "both names") {
    const names = ["given_name", "surname"].map((part) => exportAtom(part, columnOf));
    return names.includes(null) ? null : names.join(" AND ");
  }
  for (const [field, column] of columnOf) {
    const part = atom === field ? "" : atom.startsWith(`${field} `) ? atom.slice(field.length + 1) : null;
    const sql = part === null ? undefined : partSql[part];
    if (sql !== undefined) return `${sql.replaceAll("{}", `l.${column}`)} = ${sql.replaceAll("{}", `r.${column}`)}`;
  }
  return null;
}

/** SQL names of the columns that each field, and each part of a name, stands in alone. */
export function singleColumns(fields: readonly FieldPlan[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { name, kind, columns } of fields) {
    if (kind !== "name") {
      const [only] = columns;
      if (columns.length === 1 && only !== undefined && isWhole(only.type)) found.set(name, quoteName(only.column));
      continue;
    }
    for (const [type, part] of nameParts) {
      const own = columns.filter((column) => column.type === type);
      const isSplit = columns.some((column) => column.type === "fullName");
      if (own[0] !== undefined && own.length === 1 && !isSplit) found.set(part, quoteName(own[0].column));
    }
  }
  return found;
}

const nameParts = [
  ["givenName", "given_name"],
  ["middleName", "middle_name"],
  ["surname", "surname"],
] as const;

/** Day, month and year in columns of their own make a date only together. */
const isWhole = (type: string): boolean => !/^birth(Year|Month|Day)$/.test(type);

/** A name as SQL writes it. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
