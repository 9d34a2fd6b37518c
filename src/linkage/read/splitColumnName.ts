// Makes column names comparable whatever their case, accents and punctuation.

/** Lower-case words of a column name: "recordID" and "record-id" both give record, id. */
export function splitColumnName(name: string): string[] {
  return name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== "");
}
