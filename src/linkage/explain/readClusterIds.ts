// Looks up the clusters of two records in the clusters file of a run, in DuckDB, so that a file of millions stays there.
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { NamesakeError } from "../../shared/errors.ts";
import { loadFile } from "../read/loadFile.ts";
import { quoteText, withDatabase } from "../read/openDatabase.ts";
import type { RecordShown } from "../report/reportData.ts";

interface Pair<Value> {
  readonly left: Value;
  readonly right: Value;
}

/** @throws NamesakeError RUN_INVALID where there is no clusters file, or it lacks one of the records */
export async function readClusterIds(run: string, pair: Pair<RecordShown>): Promise<Pair<string>> {
  const path = await findClusters(run);
  return withDatabase({}, async (database) => {
    const { columnNames } = await loadFile(database, { path, source: "clusters" }, "clusters");
    const [record, cluster, source] = ["record_id", "cluster_id", "source"].map((name) => columnNames.indexOf(name));
    if (record === undefined || record < 0 || cluster === undefined || cluster < 0) {
      throw new NamesakeError("RUN_INVALID", `${path} lacks record_id or cluster_id`);
    }
    const find = async (shown: RecordShown): Promise<string> => {
      const ofSource =
        shown.source === null || source === undefined || source < 0
          ? ""
          : ` AND c${source} = ${quoteText(shown.source)}`;
      const sql = `SELECT c${cluster} FROM clusters WHERE c${record} = ${quoteText(shown.recordId)}${ofSource}`;
      const [row] = (await database.connection.runAndReadAll(sql)).getRows();
      if (typeof row?.[0] !== "string") throw new NamesakeError("RUN_INVALID", `${path} lacks a record of the inputs`);
      return row[0];
    };
    return { left: await find(pair.left), right: await find(pair.right) };
  });
}

async function findClusters(run: string): Promise<string> {
  for (const name of ["clusters.csv", "clusters.parquet"]) {
    const path = join(run, name);
    if ((await stat(path).catch(() => null))?.isFile() === true) return path;
  }
  throw new NamesakeError("RUN_INVALID", join(run, "clusters.csv"));
}
