// Writes one text file that must not be there yet, with the failures of the catalogue.
import { mkdir, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { NamesakeError } from "../../shared/errors.ts";

/** @throws NamesakeError OUTPUT_EXISTS, OUTPUT_UNWRITABLE */
export async function writeNewFile(path: string, text: string, overwrite: boolean): Promise<void> {
  const exists = await stat(path).then(
    () => true,
    () => false,
  );
  if (exists && !overwrite) throw new NamesakeError("OUTPUT_EXISTS", path);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  } catch (error) {
    throw new NamesakeError("OUTPUT_UNWRITABLE", path, { cause: error });
  }
}
