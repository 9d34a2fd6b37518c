// One line of bulk ingest as the service takes it, or what is wrong with it.
import type { RecordInput } from "../../persons/personService.ts";
import { NamesakeError } from "../../shared/errors.ts";
import { compileValidator } from "../body/compileValidator.ts";
import { parseJson } from "../body/parseJson.ts";
import { recordInput } from "../routes/recordInput.ts";
import { RecordLine } from "../schemas/recordSchemas.ts";
import type { Line } from "./splitLines.ts";

const validate = compileValidator(RecordLine, "body");
const whitespace = new Set([0x20, 0x09, 0x0d]);

/** True for a line that says nothing, and is passed over. */
export const isBlank = (line: Line): boolean => line?.every((byte) => whitespace.has(byte)) ?? false;

/**
 * The record of a line.
 *
 * @throws NamesakeError what is wrong with the line
 */
export function readRecordLine(line: Line, depthMax: number): RecordInput {
  if (line === null) throw new NamesakeError("BODY_TOO_LARGE", []);
  const outcome = validate(parseJson(line, depthMax));
  if ("error" in outcome) throw outcome.error;
  const record = outcome.value as RecordLine;
  return recordInput(record, record);
}
