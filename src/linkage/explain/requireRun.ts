// Tells a folder that a run was written to from any other.
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { NamesakeError } from "../../shared/errors.ts";

/** The files without which a folder is no run. @throws NamesakeError RUN_INVALID */
export async function requireRun(run: string): Promise<void> {
  for (const name of ["model.json", "settings.json", "summary.json"]) {
    const facts = await stat(join(run, name)).catch(() => null);
    if (facts === null || !facts.isFile()) throw new NamesakeError("RUN_INVALID", join(run, name));
  }
}
