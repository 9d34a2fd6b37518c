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
  DECISIONS_INVALID: {
    exitStatus: 3,
    httpStatus: 400,
    message: "The decisions cannot be used.",
    next: "Give columns kind (same or different), left_id and right_id, with left_source and right_source where sources share identifiers.",
  },
  DECISIONS_CONTRADICT: {
    exitStatus: 3,
    httpStatus: 409,
    message: "The decisions contradict each other.",
    next: "Withdraw one of those named: no clusters obey them all.",
  },
  LABELS_INVALID: {
    exitStatus: 3,
    httpStatus: 400,
    message: "The labels cannot be used.",
    next: "Give columns kind (same or different), left_id, right_id, or columns record_id, cluster_id; sources where they share identifiers; and no model, for labels teach and a model given learns nothing.",
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
    next: "Start it again when ready; nothing was written, but for what is named here as stored.",
  },
  REQUEST_INVALID: {
    exitStatus: 4,
    httpStatus: 400,
    message: "The request does not have the shape that the route takes.",
    next: "Correct each of the places named; /openapi.json has the schemas.",
  },
  REQUEST_MALFORMED: {
    exitStatus: 4,
    httpStatus: 400,
    message: "The request is not HTTP that can be read.",
    next: "Check the address, its escapes and the headers.",
  },
  BODY_NOT_JSON: {
    exitStatus: 4,
    httpStatus: 400,
    message: "The body is not JSON in UTF-8.",
    next: "Send one JSON object (for bulk ingest, one on each line).",
  },
  BODY_TOO_DEEP: {
    exitStatus: 4,
    httpStatus: 400,
    message: "The body nests deeper than any request of this service needs.",
    next: "Send fields as a flat object of texts.",
  },
  BODY_TOO_LARGE: {
    exitStatus: 4,
    httpStatus: 413,
    message: "The body or line is larger than is taken.",
    next: "Send records one a line to POST /v1/records; a line may have 1 MiB.",
  },
  TEXT_NOT_ALLOWED: {
    exitStatus: 4,
    httpStatus: 400,
    message: "A text holds a NUL or half of a surrogate pair.",
    next: "Remove the character; texts are Unicode.",
  },
  CURSOR_INVALID: {
    exitStatus: 4,
    httpStatus: 400,
    message: "The cursor was not given out by this service for this request.",
    next: "Start again without a cursor, and send cursors back unchanged with the same request.",
  },
  CONTENT_TYPE_UNSUPPORTED: {
    exitStatus: 4,
    httpStatus: 415,
    message: "The body's content type is not taken here.",
    next: "Send application/json, or application/x-ndjson for bulk ingest.",
  },
  REQUEST_TIMEOUT: {
    exitStatus: 6,
    httpStatus: 408,
    message: "The request did not arrive in time.",
    next: "Send it again, faster or in smaller parts.",
  },
  HEADERS_TOO_LARGE: {
    exitStatus: 4,
    httpStatus: 431,
    message: "The headers are larger than is taken.",
    next: "Send fewer or shorter headers.",
  },
  ROUTE_NOT_FOUND: {
    exitStatus: 2,
    httpStatus: 404,
    message: "There is nothing at this address.",
    next: "See /docs for the routes.",
  },
  METHOD_NOT_ALLOWED: {
    exitStatus: 2,
    httpStatus: 405,
    message: "The route does not take this method.",
    next: "Use one of the methods in the Allow header.",
  },
  KEY_MISSING: {
    exitStatus: 2,
    httpStatus: 401,
    message: "The request has no key.",
    next: "Send Authorization: Bearer KEY; namesake clients add makes a key.",
  },
  KEY_INVALID: {
    exitStatus: 2,
    httpStatus: 401,
    message: "The key is not that of a client, or was revoked.",
    next: "Ask for a new key.",
  },
  PURPOSE_MISSING: {
    exitStatus: 2,
    httpStatus: 403,
    message: "The request names no purpose.",
    next: "Send Purpose: CODE, one of those agreed for the client.",
  },
  PURPOSE_NOT_ALLOWED: {
    exitStatus: 2,
    httpStatus: 403,
    message: "The client does not hold this purpose.",
    next: "Send a purpose agreed for the client, or have it added.",
  },
  SOURCE_NOT_ALLOWED: {
    exitStatus: 2,
    httpStatus: 403,
    message: "The client may not write records of this source.",
    next: "Use a source agreed for the client, or have it added.",
  },
  CLIENT_INVALID: {
    exitStatus: 2,
    httpStatus: 400,
    message: "The client cannot be made as described.",
    next: "Correct each of the places named.",
  },
  CLIENT_EXISTS: {
    exitStatus: 2,
    httpStatus: 409,
    message: "A client has that name already.",
    next: "Choose another name, or revoke the client first.",
  },
  CLIENT_NOT_FOUND: {
    exitStatus: 2,
    httpStatus: 404,
    message: "No client has that name.",
    next: "See namesake clients list.",
  },
  PERSON_NOT_FOUND: {
    exitStatus: 2,
    httpStatus: 404,
    message: "No person has that identifier, or none that the client may see.",
    next: "Check the identifier and the client's sources.",
  },
  PERSON_GONE: {
    exitStatus: 2,
    httpStatus: 410,
    message: "The person is no more: it was split, or all its records were withdrawn.",
    next: "Use the successors named, if any.",
  },
  RATE_LIMITED: {
    exitStatus: 6,
    httpStatus: 429,
    message: "The client sends more requests than it may.",
    next: "Wait as long as Retry-After says, then send fewer at once.",
  },
  OVERLOADED: {
    exitStatus: 6,
    httpStatus: 503,
    message: "The server has more to do than it can.",
    next: "Wait as long as Retry-After says, then try again.",
  },
  NOT_READY: {
    exitStatus: 6,
    httpStatus: 503,
    message: "The server cannot answer yet.",
    next: "Wait as long as Retry-After says, then try again.",
  },
  STOPPING: {
    exitStatus: 6,
    httpStatus: 503,
    message: "The server is stopping; what was not acknowledged was not done.",
    next: "Send it again to another server, or when this one is back.",
  },
  ADDRESS_IN_USE: {
    exitStatus: 6,
    httpStatus: 500,
    message: "The address cannot be listened on.",
    next: "Choose another --port or --host.",
  },
  INTERNAL: {
    exitStatus: 1,
    httpStatus: 500,
    message: "The server failed: a bug in Namesake.",
    next: "Report it with the time of the request; nothing of this request was kept.",
  },
  STORE_NAME_INVALID: {
    exitStatus: 2,
    httpStatus: 400,
    message: "The store's name is not understood.",
    next: "Write sqlite:PATH, or postgres://USER:PASSWORD@HOST:PORT/DATABASE.",
  },
  STORE_NOT_FOUND: {
    exitStatus: 3,
    httpStatus: 503,
    message: "There is no store there.",
    next: "Check the name; namesake index load makes a store.",
  },
  STORE_NOT_NAMESAKE: {
    exitStatus: 3,
    httpStatus: 503,
    message: "The database is not a store of Namesake, or is damaged.",
    next: "Check the name; restore a back-up where the store is damaged.",
  },
  STORE_NEWER: {
    exitStatus: 3,
    httpStatus: 503,
    message: "The store was written by a newer version of Namesake.",
    next: "Use that version or a later one; this one has changed nothing.",
  },
  STORE_IN_USE: {
    exitStatus: 6,
    httpStatus: 503,
    message: "Another process keeps this index.",
    next: "Stop it first, or send records to its API; several servers can share a store on PostgreSQL.",
  },
  STORE_LOCKED: {
    exitStatus: 6,
    httpStatus: 503,
    message: "Another program holds the store locked.",
    next: "Try again; end the program that has the database open for writing.",
  },
  STORE_READ_ONLY: {
    exitStatus: 5,
    httpStatus: 503,
    message: "The store cannot be written.",
    next: "Check permissions of the database and its folder; nothing was changed.",
  },
  STORE_FULL: {
    exitStatus: 6,
    httpStatus: 507,
    message: "There is no space left for the store.",
    next: "Free space where the database lies and try again; nothing was changed.",
  },
  STORE_UNAVAILABLE: {
    exitStatus: 6,
    httpStatus: 503,
    message: "The store cannot be reached.",
    next: "Check that the database runs and admits this user, and try again.",
  },
  STORE_BACKUP_FAILED: {
    exitStatus: 5,
    httpStatus: 500,
    message: "The back-up was not made.",
    next: "Name a new file in a folder with enough space; on PostgreSQL use pg_dump.",
  },
  FIELD_UNKNOWN: {
    exitStatus: 4,
    httpStatus: 400,
    message: "A field has a name that the index does not know.",
    next: "Use one of the names given.",
  },
  RECORD_INVALID: {
    exitStatus: 4,
    httpStatus: 400,
    message: "The record cannot be taken as it is.",
    next: "Correct what is named; other records of the request are taken.",
  },
  VERSION_OLDER: {
    exitStatus: 4,
    httpStatus: 409,
    message: "The index holds a newer version of the record.",
    next: "Leave the record as it is, or send its current version.",
  },
  VERSION_CONFLICT: {
    exitStatus: 4,
    httpStatus: 409,
    message: "The index holds other content under the same version of the record.",
    next: "Send a higher version with changed content.",
  },
  DECISION_NOT_FOUND: {
    exitStatus: 3,
    httpStatus: 404,
    message: "No decision has that identifier, or none that the client may see.",
    next: "Check the identifier.",
  },
  DECISION_INVALID: {
    exitStatus: 4,
    httpStatus: 400,
    message: "The decision cannot be taken as it is.",
    next: "Correct what is named.",
  },
  REVIEW_NOT_FOUND: {
    exitStatus: 3,
    httpStatus: 404,
    message: "No review has that identifier, or none that the client may see.",
    next: "Check the identifier; reviews close when what they are about has changed.",
  },
  REVIEW_CLAIMED: {
    exitStatus: 3,
    httpStatus: 409,
    message: "Another reviewer has claimed the review.",
    next: "Take another review, or wait until it is released.",
  },
  INDEX_DIFFERS: {
    exitStatus: 3,
    httpStatus: 500,
    message: "The persons of the store are not those that its records and decisions make.",
    next: "Report it; namesake index load --model-only with the model's run derives the persons anew.",
  },
  INDEX_CHANGING: {
    exitStatus: 6,
    httpStatus: 503,
    message: "The index was written to while it was verified.",
    next: "Verify when no records come, or verify a backup.",
  },
  SNAPSHOT_INVALID: {
    exitStatus: 6,
    httpStatus: 500,
    message: "The snapshot of the index cannot be used.",
    next: "Remove it; the index is then built again from the records of the store.",
  },
  MODEL_MISSING: {
    exitStatus: 3,
    httpStatus: 503,
    message: "The store holds no model.",
    next: "Load one with namesake index load --run DIR.",
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
