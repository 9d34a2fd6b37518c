// The memory plan of a run, from what it is asked to link.
import { availableParallelism } from "node:os";
import type { LinkOptions } from "../linkOptions.ts";
import { isRowInput } from "../read/rowInput.ts";
import { databaseBytesMin } from "./estimateMemory.ts";
import { measureInput } from "./measureInput.ts";
import { type MemoryPlan, planMemory } from "./planMemory.ts";

/** Rows from memory are there already, and are not counted. @throws NamesakeError MEMORY_TOO_SMALL, FILE_* */
export async function planRun({ input, memoryBytes, threads }: LinkOptions): Promise<MemoryPlan> {
  const asked = threads ?? availableParallelism();
  if (isRowInput(input)) return { threads: asked, databaseBytes: databaseBytesMin };
  const size = await measureInput(typeof input === "string" ? [input] : input);
  return planMemory(size, asked, memoryBytes ?? null);
}
