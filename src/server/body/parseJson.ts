// Bytes to a checked JSON value. V8's parser does not recurse, so depth costs nothing before it is refused; its messages
// quote the input and are never passed on.
import { NamesakeError } from "../../shared/errors.ts";
import { checkTexts } from "./checkTexts.ts";

const decoder = new TextDecoder("utf-8", { fatal: true });

/**
 * The value of a JSON text in UTF-8.
 *
 * @throws NamesakeError BODY_NOT_JSON, BODY_TOO_DEEP, TEXT_NOT_ALLOWED
 */
export function parseJson(bytes: Uint8Array, depthMax: number): unknown {
  const value = parseText(decode(bytes));
  checkTexts(value, depthMax);
  return value;
}

function decode(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new NamesakeError("BODY_NOT_JSON", "The bytes are not UTF-8.");
  }
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const position = /position (\d+)/.exec((error as Error).message)?.[1];
    throw new NamesakeError("BODY_NOT_JSON", position === undefined ? [] : `The mistake is at character ${position}.`);
  }
}
