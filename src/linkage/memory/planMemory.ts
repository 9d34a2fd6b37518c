// How a run keeps to the memory it is allowed: fewer threads, and less for DuckDB, which then spills to disk. What cannot
// fit is refused before it starts, with what would.
import { NamesakeError } from "../../shared/errors.ts";
import { databaseBytesMin, databaseBytesWanted, estimateMemory, type InputSize, peakOf } from "./estimateMemory.ts";

export interface MemoryPlan {
  readonly threads: number;
  /** What DuckDB may hold while it reads; it spills what is more. */
  readonly databaseBytes: number;
}

/**
 * @param allowedBytes of the whole process; null: whatever the machine has
 * @throws NamesakeError MEMORY_TOO_SMALL with the memory that would do, where not even one thread fits
 */
export function planMemory(size: InputSize, threads: number, allowedBytes: number | null): MemoryPlan {
  const wanted = databaseBytesWanted(size);
  if (allowedBytes === null) return { threads, databaseBytes: Math.max(unlimitedBytesMin, wanted) };
  for (let some = threads; some >= 1; some -= 1) {
    const estimate = estimateMemory(size, some);
    if (peakOf(estimate) > allowedBytes) continue;
    const left = allowedBytes - estimate.read + Math.min(databaseBytesMin, wanted);
    return { threads: some, databaseBytes: Math.max(databaseBytesMin, Math.min(wanted, left)) };
  }
  throw new NamesakeError("MEMORY_TOO_SMALL", [
    `about ${size.recordCount.toLocaleString("en")} records in ${size.columnCount} columns need ${inMebibytes(peakOf(estimateMemory(size, 1)))} on one thread`,
    `--memory ${inMebibytes(allowedBytes)} was given`,
  ]);
}

/** Where nothing limits a run, small files are read without DuckDB's looking at its memory. */
const unlimitedBytesMin = 2 ** 30;

/** Rounded up, in the form in which --memory takes it. */
const inMebibytes = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20)}M`;
