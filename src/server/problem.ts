// Any failure as a problem document (RFC 9457). Expected failures come from the one catalogue; everything else is INTERNAL
// and says nothing of what happened, since an error's message may hold what was sent.

import { type ChainStep, ContradictionError } from "../persons/contradictionError.ts";
import { catalogue, type ErrorCode, NamesakeError } from "../shared/errors.ts";
import { InvalidRequest, type RequestMistake } from "./invalidRequest.ts";

export const problemType = "application/problem+json";

export interface Problem {
  /** urn:namesake:problem:CODE */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ErrorCode;
  /** What to do. */
  readonly next: string;
  readonly errors?: readonly RequestMistake[];
  /** The chain of rulings that a refused decision contradicts. */
  readonly chain?: readonly ChainStep[];
  readonly gone?: "split" | "withdrawn";
  readonly successors?: readonly string[];
}

/** The problem document of an error. */
export function problemOf(error: unknown): Problem {
  const expected = expectedError(error);
  const { httpStatus: status, message, next } = catalogue[expected.code];
  const type = `urn:namesake:problem:${expected.code}`;
  const detail = expected.where.length === 0 ? message : `${message} ${expected.where.join("; ")}`;
  const problem = { type, title: message, status, detail, code: expected.code, next };
  if (expected instanceof InvalidRequest) return { ...problem, errors: expected.mistakes };
  return expected instanceof ContradictionError ? { ...problem, chain: expected.chain } : problem;
}

/** True for a failure that is a bug and belongs in the log. */
export const isBug = (error: unknown): boolean => expectedError(error).code === "INTERNAL";

/** Fastify's and Node's own codes, as ours. */
const foreign: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "CONTENT_TYPE_UNSUPPORTED",
  FST_ERR_CTP_BODY_TOO_LARGE: "BODY_TOO_LARGE",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "REQUEST_MALFORMED",
  FST_ERR_CTP_EMPTY_JSON_BODY: "BODY_NOT_JSON",
  FST_ERR_BAD_URL: "REQUEST_MALFORMED",
  FST_ERR_MAX_PARAM_LENGTH: "REQUEST_MALFORMED",
  ERR_HTTP_REQUEST_TIMEOUT: "REQUEST_TIMEOUT",
  HPE_HEADER_OVERFLOW: "HEADERS_TOO_LARGE",
  ECONNRESET: "REQUEST_MALFORMED",
  ECONNABORTED: "REQUEST_MALFORMED",
};

function expectedError(error: unknown): NamesakeError {
  if (error instanceof NamesakeError) return error;
  const code = (error as { code?: unknown } | null)?.code;
  const known = typeof code === "string" && Object.hasOwn(foreign, code) ? foreign[code] : undefined;
  return new NamesakeError(known ?? "INTERNAL", [], { cause: error });
}
