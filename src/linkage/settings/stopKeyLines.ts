// Stop keys as JSON lines, one a rule, so that a model of many does not bury what a person reads in it.
import { createHash } from "node:crypto";
import type { BlockingModel } from "../model.ts";

export const stopKeyFormat = "namesake-stop-keys";
export const stopKeyVersion = 1;

type WithStopKeys = Pick<BlockingModel, "rules" | "stopKeys">;

export function countStopKeys({ stopKeys }: WithStopKeys): number {
  return stopKeys.reduce((sum, keys) => sum + keys.length, 0);
}

/** A header, then {rule, keys} of each rule that has any, in the order of the rules. */
export function* stopKeyLines(blocking: WithStopKeys): Generator<string> {
  const header = { format: stopKeyFormat, version: stopKeyVersion, keys: countStopKeys(blocking) };
  yield `${JSON.stringify(header)}\n`;
  for (const [index, rule] of blocking.rules.entries()) {
    const keys = [...(blocking.stopKeys[index] ?? [])];
    if (keys.length > 0) yield `${JSON.stringify({ rule, keys })}\n`;
  }
}

/** SHA-256 of the lines as hexadecimal digits. */
export function hashStopKeys(blocking: WithStopKeys): string {
  const hash = createHash("sha256");
  for (const text of stopKeyLines(blocking)) hash.update(text);
  return hash.digest("hex");
}
