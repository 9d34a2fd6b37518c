// Takes over a Splink model: checked to the last level, then written with every figure that scoring uses.
import { join } from "node:path";
import { NamesakeError } from "../../shared/errors.ts";
import { formatJson } from "../settings/json/formatJson.ts";
import { bindModel } from "./bindModel.ts";
import { describeSplinkModel } from "./describeSplinkModel.ts";
import { loadSplinkModel } from "./loadSplinkModel.ts";
import type { SplinkModel } from "./splinkModel.ts";
import { writeNewFile } from "./writeNewFile.ts";

export interface ImportedModel {
  readonly model: SplinkModel;
  /** The file written. */
  readonly path: string;
}

/**
 * Writes the model of `from` to `out`: a file where it ends in .json, else a folder that gets a model.json.
 * @throws NamesakeError MODEL_INVALID with the place of every level and rule that cannot be read or scored; FILE_*;
 *   OUTPUT_EXISTS unless `overwrite`; OUTPUT_UNWRITABLE
 */
export async function importSplinkModel(from: string, out: string, overwrite = false): Promise<ImportedModel> {
  const { model } = await loadSplinkModel(from);
  const { mistakes } = bindModel(model);
  if (mistakes.length > 0) throw new NamesakeError("MODEL_INVALID", mistakes);
  const path = out.endsWith(".json") ? out : join(out, "model.json");
  await writeNewFile(path, formatJson(describeSplinkModel(model)), overwrite);
  return { model, path };
}
