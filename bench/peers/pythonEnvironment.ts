// A Python environment of the bench's own with the peer's pinned packages, so that nothing on the machine is used or
// changed.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { measureProcess } from "../stages/measureProcess.ts";

/** Makes the environment in `folder` unless it is there; gives the path of its Python. Needs Python 3.10 and PyPI. */
export async function makePythonEnvironment(folder: string): Promise<string> {
  const python = join(folder, "bin", "python");
  const isMade = existsSync(join(folder, "made"));
  if (isMade) return python;
  await measureProcess("python3", ["-m", "venv", folder]);
  const requirements = join(import.meta.dirname, "requirements.txt");
  await measureProcess(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements]);
  await measureProcess(python, ["-c", `open(${JSON.stringify(join(folder, "made"))}, "w").close()`]);
  return python;
}
