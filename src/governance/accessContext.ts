// Who asks, for which purpose, and what they may see: an argument of every function that reads personal data.

export interface AccessContext {
  /** Number of the client in the store. */
  readonly client: number;
  readonly clientName: string;
  /** Purpose code of this request; one that the client holds. */
  readonly purpose: string;
  /** Sources whose records the client may see; null for all. */
  readonly sources: ReadonlySet<string> | null;
  /** Names of fields (columns as in the sources) that the client may see; null for all. */
  readonly fields: ReadonlySet<string> | null;
  /** The route or command asked, as a pattern without identifiers: "GET /v1/persons/{id}", "index export". */
  readonly route: string;
}

/** True where the client may see records of the source. */
export const maySeeSource = ({ sources }: AccessContext, source: string): boolean =>
  sources === null || sources.has(source);

/** True where the client may see the field. */
export const maySeeField = ({ fields }: AccessContext, field: string): boolean => fields === null || fields.has(field);
