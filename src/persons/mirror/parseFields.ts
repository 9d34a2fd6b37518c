// The texts of a record as its row holds them.

/** Texts by column. */
export const parseFields = (fields: string): Record<string, string> => JSON.parse(fields) as Record<string, string>;

/** The row's text: keys sorted, so that equal contents are equal texts. */
export function formatFields(fields: Readonly<Record<string, string>>): string {
  const names = Object.keys(fields).sort();
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, fields[name]])));
}
