// The one catalogue of expected failures: code, exit status, HTTP status, what happened, what to do next.
// Bugs are not here: they are asserted (assert.ts) and crash the job, never the data.

export interface CatalogueEntry {
  /** Exit status of the command line: 2 the call is wrong, 3 an input, 4 settings or a model, 5 the output, 6 resources, 130 interrupted. */
  readonly exitStatus: number;
  readonly httpStatus: number;
  /** What happened, in one sentence, without personal data. */
  readonly message: string;
  /** What the user can do next. */
  readonly next: string;
}

export const catalogue = {
  USAGE: { exitStatus: 2, httpStatus: 400, message: "The command was not understood.", next: "See namesake --help." },
  FILE_NOT_FOUND: {
    exitStatus: 3,
    httpStatus: 400,
    message: "The file does not exist.",
    next: "Check the path; quote a glob.",
  },
  FILE_UNREADABLE: {
    exitStatus: 3,
    httpStatus: 400,
    message: "The file cannot be opened.",
    next: "Check its permissions.",
  },
  FILE_IS_DIRECTORY: {
    exitStatus: 3,
    httpStatus: 400,
    message: "The path is a directory, not a file.",
    next: "Name its files, or a quoted glob such as 'folder/*.csv'.",
  },
  FILE_EMPTY: {
    exitStatus: 3,
    httpStatus: 400,
    message: "The file holds no records.",
    next: "Give a file with a header and at least one row.",
  },
  FILE_NOT_TABULAR: {
    exitStatus: 3,
    httpStatus: 400,
    message: "The file is not CSV, Parquet or NDJSON text that can be read.",
    next: "Export it as CSV, Parquet or NDJSON.",
  },
  COLUMN_NOT_FOUND: {
    exitStatus: 3,
    httpStatus: 400,
    message: "A column that was asked for is not in the file.",
    next: "Use one of the columns listed.",
  },
  COLUMNS_NOT_USABLE: {
    exitStatus: 3,
    httpStatus: 400,
    message: "No column can be used for matching.",
    next: "Give columns that describe a person, or set their types with --settings.",
  },
  IDENTIFIER_NOT_UNIQUE: {
    exitStatus: 3,
    httpStatus: 400,
    message: "The identifier column is empty or repeated in some records.",
    next: "Name another column with --id, or leave --id out to use row numbers.",
  },
  TOO_MANY_COLUMNS: {
    exitStatus: 3,
    httpStatus: 400,
    message: "The file has more columns than can be read.",
    next: "Keep the columns that describe a person.",
  },
  SETTINGS_INVALID: {
    exitStatus: 4,
    httpStatus: 400,
    message: "The settings file has mistakes.",
    next: "Correct each of the places named.",
  },
  MODEL_INVALID: {
    exitStatus: 4,
    httpStatus: 400,
    message: "The model file cannot be used.",
    next: "Use a model.json that namesake wrote, for the same kind of data.",
  },
  TRUTH_INVALID: {
    exitStatus: 3,
    httpStatus: 400,
    message: "The truth cannot be used.",
    next: "Give a file with record identifier and cluster identifier as its first two columns, or the name of a column.",
  },
  CLUSTERS_INVALID: {
    exitStatus: 3,
    httpStatus: 400,
    message: "The clusters cannot be used.",
    next: "Give a file with record identifier and cluster identifier, each record once, as namesake link writes it.",
  },
  RUN_INVALID: {
    exitStatus: 3,
    httpStatus: 400,
    message: "The folder is not a finished run.",
    next: "Name a folder that namesake link wrote.",
  },
  RECORD_NOT_FOUND: {
    exitStatus: 3,
    httpStatus: 404,
    message: "No record has that identifier.",
    next: "Check the identifier; write source:id where several sources share it.",
  },
  OUTPUT_EXISTS: {
    exitStatus: 5,
    httpStatus: 409,
    message: "The output folder exists already.",
    next: "Choose another --out, or add --overwrite.",
  },
  OUTPUT_UNWRITABLE: {
    exitStatus: 5,
    httpStatus: 500,
    message: "The output cannot be written.",
    next: "Check permission and free space of the folder; nothing was left there.",
  },
  MEMORY_TOO_SMALL: {
    exitStatus: 6,
    httpStatus: 507,
    message: "The run does not fit in the memory allowed.",
    next: "Raise --memory to the figure given, or link fewer columns.",
  },
  INTERRUPTED: {
    exitStatus: 130,
    httpStatus: 499,
    message: "The run was interrupted.",
    next: "Nothing was written; start it again when ready.",
  },
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorCode = keyof typeof catalogue;

/**
 * An expected failure. `where` says which file, column, setting or argument; it must not hold personal data
 * (a column's name or a row number may stand there, a value may not).
 */
export class NamesakeError extends Error {
  readonly code: ErrorCode;
  readonly where: readonly string[];

  constructor(code: ErrorCode, where: string | readonly string[], options?: { cause?: unknown }) {
    const places = typeof where === "string" ? [where] : where;
    super(`${catalogue[code].message} ${places.join("; ")}`, options);
    this.name = "NamesakeError";
    this.code = code;
    this.where = places;
  }

  get exitStatus(): number {
    return catalogue[this.code].exitStatus;
  }

  get next(): string {
    return catalogue[this.code].next;
  }
}
