// The doubtful pairs of a run: scored at or above its review threshold, yet in different clusters. They are what a human
// should look at first in an index that is loaded from it.
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { quoteText, withDatabase } from "../../linkage/read/openDatabase.ts";
import type { RecordKey } from "../../store/personStore.ts";

export interface DoubtfulPair {
  readonly left: RecordKey;
  readonly right: RecordKey;
  readonly probability: number;
}

/** More than reviewers will ever see; the rest comes as records change. */
const pairsMax = 50_000;

/** Likeliest first; none where the run's links were removed. `source`: of all records where the run has but one. */
export async function readDoubtful(run: string, source: string | null, signal?: AbortSignal): Promise<DoubtfulPair[]> {
  const links = await findTable(run, "links");
  const clusters = await findTable(run, "clusters");
  if (links === null || clusters === null) return [];
  const on = (side: "left" | "right", name: string): string =>
    `links.record_id_${side} = ${name}.record_id${source === null ? ` AND links.source_${side} = ${name}.source` : ""}`;
  const sourceOf = (side: "left" | "right"): string => (source === null ? `source_${side}` : quoteText(source));
  return withDatabase(signal === undefined ? {} : { signal }, async ({ connection }) => {
    const result = await connection.runAndReadAll(
      `SELECT ${sourceOf("left")}, record_id_left, ${sourceOf("right")}, record_id_right, match_probability::DOUBLE AS p
       FROM ${links} AS links JOIN ${clusters} AS a ON ${on("left", "a")} JOIN ${clusters} AS b ON ${on("right", "b")}
       WHERE a.cluster_id <> b.cluster_id
       ORDER BY p DESC, record_id_left, record_id_right LIMIT ${pairsMax}`,
    );
    return result.getRows().map(([leftSource, left, rightSource, right, p]) => ({
      left: { source: String(leftSource), id: String(left) },
      right: { source: String(rightSource), id: String(right) },
      probability: Number(p),
    }));
  });
}

async function findTable(run: string, name: string): Promise<string | null> {
  const isThere = async (path: string): Promise<boolean> => (await stat(path).catch(() => null))?.isFile() === true;
  const parquet = join(run, `${name}.parquet`);
  if (await isThere(parquet)) return `read_parquet(${quoteText(parquet)})`;
  const csv = join(run, `${name}.csv`);
  return (await isThere(csv)) ? `read_csv(${quoteText(csv)}, all_varchar = true, header = true)` : null;
}
