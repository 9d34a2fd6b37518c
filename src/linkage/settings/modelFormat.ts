// What a model file calls itself, and the hash that tells one model from another.
import { createHash } from "node:crypto";
import type { Model } from "../model.ts";
import { canonicalJson } from "./json/canonicalJson.ts";
import { hashStopKeys } from "./stopKeyLines.ts";

export const modelFormat = "namesake-model";
export const modelVersion = 1;

/** Stands among a model's notes from the first time that it is read after a change by hand. */
export const editedNote = "The model was changed by hand after it was trained.";

/** SHA-256 over the canonical content of a model, as hexadecimal digits; frequencies and stop keys enter by their own. */
export function hashModel(model: Model, frequenciesSha256: string): string {
  const blocking = { ...model.blocking, stopKeys: hashStopKeys(model.blocking) };
  const content = { ...model, blocking, frequencies: frequenciesSha256, format: modelFormat, version: modelVersion };
  return createHash("sha256").update(canonicalJson(content)).digest("hex");
}
