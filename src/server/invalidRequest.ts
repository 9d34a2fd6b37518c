// A request that is JSON but not of the shape that its route takes: every mistake with its place, never a value.
import { NamesakeError } from "../shared/errors.ts";

export interface RequestMistake {
  /** Where: the body (JSON pointer), the query, the path or a header (name). */
  readonly in: "body" | "query" | "path" | "header";
  /** JSON pointer (RFC 6901) into that part: "/fields/surname"; "" is the whole. */
  readonly pointer: string;
  readonly detail: string;
}

export class InvalidRequest extends NamesakeError {
  readonly mistakes: readonly RequestMistake[];

  constructor(mistakes: readonly RequestMistake[], code: "REQUEST_INVALID" | "TEXT_NOT_ALLOWED" = "REQUEST_INVALID") {
    super(
      code,
      mistakes.map((mistake) => `${mistake.in} ${mistake.pointer}: ${mistake.detail}`),
    );
    this.mistakes = mistakes;
  }
}
