// Loads a model file for scoring: everything is checked first, then given exactly as it was written. A file changed by
// hand is accepted and says so from then on.
import { dirname, join } from "node:path";
import { NamesakeError } from "../../shared/errors.ts";
import type { FrequencyTables } from "../compare/frequencies.ts";
import type { Model } from "../model.ts";
import { hashFrequencies } from "./frequencyLines.ts";
import { freezeDeep } from "./json/freezeDeep.ts";
import { JsonPlace } from "./json/jsonPlace.ts";
import { asFileError, parseJsonBytes, readJsonFile } from "./json/readJsonFile.ts";
import { editedNote, hashModel, modelFormat, modelVersion } from "./modelFormat.ts";
import { type OpenFile, openFile, readAll } from "./openFile.ts";
import { readFrequencies } from "./readFrequencies.ts";
import type { FrequencySource } from "./readFrequencyTables.ts";
import { readModel } from "./readModel.ts";
import { alignStopKeys, type RuleStopKeys, readStopKeyFile, type StopKeySource } from "./readStopKeys.ts";

export interface LoadedModel {
  readonly model: Model;
  /** The hash of what was read, 64 hexadecimal digits. */
  readonly hash: string;
  /** True where the file is not as it was written: its own hash does not fit or was removed. */
  readonly isEdited: boolean;
  /** Version of namesake that wrote the file. */
  readonly engine: string | undefined;
}

/**
 * The model at `path`; where it was changed by hand, its training notes end with a sentence that says so.
 * @param open where the file and those that it names are read from, if not the file system
 * @throws NamesakeError MODEL_INVALID with every mistake, and FILE_* for the file itself
 * @example const model = await loadModel("run1/model.json");
 */
export async function loadModel(path: string, open: OpenFile = openFile): Promise<Model> {
  const { model, isEdited } = await readModelFile(path, open);
  if (!isEdited || model.training.notes.includes(editedNote)) return model;
  return { ...model, training: { ...model.training, notes: [...model.training.notes, editedNote] } };
}

/** As loadModel, with what the file says of itself. */
export async function readModelFile(path: string, open: OpenFile = openFile): Promise<LoadedModel> {
  const content =
    open === openFile
      ? await readJsonFile(path, "MODEL_INVALID")
      : parseJsonBytes(await readAll(open, path), path, "MODEL_INVALID");
  requireModel(path, content);
  const mistakes: string[] = [];
  const reading = readModel(new JsonPlace(content, "", mistakes));
  if (mistakes.length > 0) throw new NamesakeError("MODEL_INVALID", mistakes);
  const { tables, sha256 } = await loadFrequencies(reading.frequencies, path, open);
  const { blocking, ...rest } = reading.model;
  const stopKeys = alignStopKeys(await loadStopKeys(reading.stopKeys, path, open), blocking.rules);
  // Typed arrays cannot be frozen.
  const model: Model = {
    ...freezeDeep(rest),
    blocking: Object.freeze({ ...freezeDeep(blocking), stopKeys: Object.freeze(stopKeys) }),
    frequencies: tables,
  };
  const hash = hashModel(model, sha256);
  return { model: Object.freeze(model), hash, isEdited: hash !== reading.hash, engine: reading.engine };
}

/** What is no model of ours, or of a later version, would only fail in a hundred places. */
function requireModel(path: string, content: unknown): void {
  const { format, version } = (content ?? {}) as Record<string, unknown>;
  if (format !== modelFormat)
    throw new NamesakeError("MODEL_INVALID", `${path} is no model: its format is not "${modelFormat}"`);
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) {
    throw new NamesakeError("MODEL_INVALID", "version: must be a whole number");
  }
  if (version > modelVersion) {
    const what = `${version} is newer than this version of namesake understands (${modelVersion})`;
    throw new NamesakeError("MODEL_INVALID", `version: ${what}`);
  }
}

async function loadFrequencies(
  source: FrequencySource,
  path: string,
  open: OpenFile,
): Promise<{ tables: FrequencyTables; sha256: string }> {
  if ("tables" in source) return { tables: source.tables, sha256: hashFrequencies(source.tables) };
  const { file, sha256 } = source;
  const { tables } = await readBeside(path, "frequencies", file, (beside) => readFrequencies(beside, sha256, open));
  return { tables, sha256 };
}

async function loadStopKeys(source: StopKeySource, path: string, open: OpenFile): Promise<readonly RuleStopKeys[]> {
  if ("lists" in source) return source.lists;
  const { file, sha256 } = source;
  const { lists } = await readBeside(path, "blocking.stopKeys", file, (beside) =>
    readStopKeyFile(beside, sha256, open),
  );
  return lists;
}

/** What `read` makes of `file`, which stands beside the model at `path`; `key`: where the model names it. */
async function readBeside<Reading extends object>(
  path: string,
  key: string,
  file: string,
  read: (beside: string) => Promise<Reading | { readonly mistake: string }>,
): Promise<Reading> {
  const refuse = (what: string): NamesakeError => new NamesakeError("MODEL_INVALID", `${key}: ${file} ${what}`);
  const beside = join(dirname(path), file);
  const reading = await read(beside).catch((error: unknown) => {
    const failure = asFileError(error, beside);
    throw failure instanceof NamesakeError && failure.code === "FILE_NOT_FOUND"
      ? refuse("is missing beside the model")
      : failure;
  });
  if ("mistake" in reading) throw refuse(reading.mistake);
  return reading;
}
