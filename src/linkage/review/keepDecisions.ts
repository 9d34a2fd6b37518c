// Rulings made on a run outlive it: where its folder is written anew, the file of them stays beside the new results.
import { copyFile, stat } from "node:fs/promises";
import { join } from "node:path";

const name = "decisions.csv";

/** Copies the rulings of the folder `from`, where there are any, into the folder `to`. */
export async function keepDecisions(from: string, to: string): Promise<void> {
  const facts = await stat(join(from, name)).catch(() => null);
  if (facts?.isFile() === true) await copyFile(join(from, name), join(to, name));
}
