// The columns of records.csv beside unique_id and source, in file order. Their names are those of a plain administrative
// file; nothing in Namesake may depend on them.

export const columnNames = [
  "given_name",
  "middle_name",
  "surname",
  "sex",
  "birth_date",
  "nationality",
  "address_line_1",
  "address_line_2",
  "town",
  "postcode",
  "phone",
  "email",
  "national_id",
  "document_number",
  "recorded_on",
] as const;

export type ColumnName = (typeof columnNames)[number];

/** recorded_on says when a source took the record down; it is left out unless asked for. */
export const defaultColumns: readonly ColumnName[] = columnNames.filter((name) => name !== "recorded_on");

/** The values of one record, "" where missing. The birth date is ISO 8601 until it is formatted. */
export type RecordValues = Record<ColumnName, string>;

/** One made-up record. */
export interface MadeUpRecord extends RecordValues {
  /** Opaque and unique; says nothing of the person or of the order of making. */
  unique_id: string;
  source: string;
  /** The truth: records of one person share it. */
  cluster_id: string;
}
