// Loads Splink's model file for scoring; a level or rule that cannot be read stops it, since leaving one out would score
// every pair differently from Splink.
import { NamesakeError } from "../../shared/errors.ts";
import { JsonPlace } from "../settings/json/jsonPlace.ts";
import { readJsonFile } from "../settings/json/readJsonFile.ts";
import { readSplinkModel } from "./readSplinkModel.ts";
import type { SplinkModel } from "./splinkModel.ts";

export interface LoadedSplinkModel {
  readonly model: SplinkModel;
  /** The parsed file. */
  readonly document: unknown;
}

/**
 * The model at `path`, written by Splink 4 or 5 or by importSplinkModel.
 * @throws NamesakeError MODEL_INVALID with the place of everything that cannot be read, and FILE_* for the file itself
 */
export async function loadSplinkModel(path: string): Promise<LoadedSplinkModel> {
  const document = await readJsonFile(path, "MODEL_INVALID");
  if (!isSplinkModel(document)) {
    throw new NamesakeError("MODEL_INVALID", `${path} is no Splink model: it has no comparisons with levels`);
  }
  const mistakes: string[] = [];
  const model = await readSplinkModel(new JsonPlace(document, "", mistakes));
  if (mistakes.length > 0) throw new NamesakeError("MODEL_INVALID", mistakes);
  return { model, document };
}

/** True where a parsed JSON file looks like Splink's settings or saved model, and not like a model of our own. */
export function isSplinkModel(document: unknown): boolean {
  if (typeof document !== "object" || document === null) return false;
  const { comparisons } = document as { comparisons?: unknown };
  const first: unknown = Array.isArray(comparisons) ? comparisons[0] : undefined;
  return typeof first === "object" && first !== null && "comparison_levels" in first;
}
