// Finds the files that a run read, from the notes in its settings.json.
import { join } from "node:path";
import { NamesakeError } from "../../shared/errors.ts";
import { readJsonFile } from "../settings/json/readJsonFile.ts";

/**
 * Paths of the run's inputs, as resolved then, else as given.
 * @throws NamesakeError RUN_INVALID where settings.json names none, FILE_NOT_FOUND where it was standard input
 */
export async function readRunInputs(run: string): Promise<string[]> {
  const file = join(run, "settings.json");
  const content = (await readJsonFile(file, "RUN_INVALID")) as { $inputs?: unknown } | null;
  const inputs: unknown[] = Array.isArray(content?.$inputs) ? content.$inputs : [];
  if (inputs.length === 0) throw new NamesakeError("RUN_INVALID", `${file}: $inputs names no files`);
  return inputs.map((input) => {
    const { path, file: given } = (input ?? {}) as Readonly<Record<string, unknown>>;
    const found = typeof path === "string" ? path : given;
    if (typeof found !== "string") throw new NamesakeError("RUN_INVALID", `${file}: $inputs names no files`);
    if (found === "-" || given === "standard input") {
      throw new NamesakeError("FILE_NOT_FOUND", "standard input, which the run read, cannot be read again");
    }
    return found;
  });
}
