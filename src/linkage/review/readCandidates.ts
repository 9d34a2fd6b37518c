// Finds in the files of a run the pairs worth asking about: between clusters those nearest to the threshold, inside
// clusters the bridges that hold them together. DuckDB reads the files, so that only these few come here.
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { NamesakeError } from "../../shared/errors.ts";
import type { RecordName } from "../linkOptions.ts";
import { loadFile } from "../read/loadFile.ts";
import { type Database, withDatabase } from "../read/openDatabase.ts";
import type { CandidatePair } from "./candidatePair.ts";
import { findBridges } from "./findBridges.ts";

/** Pairs between clusters that are looked at, and clusters whose bridges are. */
const betweenMax = 2000;
const clustersMax = 1000;
/** Bits above the threshold up to which a link is weak. */
const weakBits = 10;

/**
 * Candidates in no order. `threshold`: match weight in bits from which pairs are links.
 * @throws NamesakeError RUN_INVALID where the files of the run are absent or lack columns
 */
export async function readCandidates(run: string, threshold: number): Promise<CandidatePair[]> {
  const clustersFile = await findRunFile(run, "clusters");
  const linksFile = await findRunFile(run, "links");
  return withDatabase({}, async (database) => {
    await loadClusters(database, clustersFile);
    await loadLinks(database, linksFile);
    const between = await readPairs(
      database,
      `SELECT * FROM paired WHERE left_cluster <> right_cluster ORDER BY abs(weight - ${threshold}), left_id, right_id LIMIT ${betweenMax}`,
    );
    const inside = await readPairs(
      database,
      `WITH weak AS (SELECT left_cluster AS cluster, min(weight) AS least FROM paired WHERE left_cluster = right_cluster
         GROUP BY left_cluster HAVING min(weight) < ${threshold + weakBits} ORDER BY least, cluster LIMIT ${clustersMax})
       SELECT paired.* FROM paired JOIN weak ON left_cluster = cluster AND right_cluster = cluster
       ORDER BY cluster, weight DESC, left_id, right_id LIMIT 200000`,
    );
    const bridges = findBridges(inside).filter(({ matchWeight }) => matchWeight < threshold + weakBits);
    return [...between, ...bridges];
  });
}

async function findRunFile(run: string, name: string): Promise<string> {
  for (const ending of ["parquet", "csv"]) {
    const path = join(run, `${name}.${ending}`);
    if ((await stat(path).catch(() => null))?.isFile() === true) return path;
  }
  throw new NamesakeError("RUN_INVALID", join(run, `${name}.csv`));
}

async function loadClusters(database: Database, path: string): Promise<void> {
  const { columnNames } = await loadFile(database, { path, source: "clusters" }, "clusters_file");
  const column = columnReader(columnNames, path);
  await database.connection.run(
    `CREATE TABLE clusters AS SELECT ${column.orEmpty("source")} AS source, ${column.needed("record_id")} AS id,
       ${column.needed("cluster_id")} AS cluster, count(*) OVER (PARTITION BY ${column.needed("cluster_id")}) AS size
     FROM clusters_file`,
  );
}

async function loadLinks(database: Database, path: string): Promise<void> {
  const { columnNames } = await loadFile(database, { path, source: "links" }, "links_file");
  const column = columnReader(columnNames, path);
  const levels = columnNames.flatMap((name, index) => (name.startsWith("level_") ? [`coalesce(c${index}, '')`] : []));
  await database.connection.run(
    `CREATE TABLE paired AS SELECT l.left_source, l.left_id, l.right_source, l.right_id, l.weight, l.pattern,
       a.cluster AS left_cluster, b.cluster AS right_cluster, (a.size * b.size)::INTEGER AS at_stake
     FROM (SELECT ${column.orEmpty("source_left")} AS left_source, ${column.needed("record_id_left")} AS left_id,
         ${column.orEmpty("source_right")} AS right_source, ${column.needed("record_id_right")} AS right_id,
         CAST(${column.needed("match_weight")} AS DOUBLE) AS weight,
         ${levels.length === 0 ? "''" : `concat_ws('|', ${levels.join(", ")})`} AS pattern
       FROM links_file) AS l
     JOIN clusters AS a ON a.id = l.left_id AND a.source = l.left_source
     JOIN clusters AS b ON b.id = l.right_id AND b.source = l.right_source`,
  );
}

function columnReader(names: readonly string[], path: string) {
  return {
    needed: (name: string): string => {
      if (!names.includes(name)) throw new NamesakeError("RUN_INVALID", `${path} lacks ${name}`);
      return `c${names.indexOf(name)}`;
    },
    /** Absent where the run has one source. */
    orEmpty: (name: string): string => (names.includes(name) ? `coalesce(c${names.indexOf(name)}, '')` : "''"),
  };
}

async function readPairs(database: Database, sql: string): Promise<CandidatePair[]> {
  const found = await database.connection.runAndReadAll(
    `SELECT left_source, left_id, right_source, right_id, left_cluster, right_cluster, weight, pattern, at_stake FROM (${sql})`,
  );
  return found.getRows().map((row) => {
    const [leftSource, leftId, rightSource, rightId, leftCluster, rightCluster, weight, pattern, atStake] = row;
    return {
      left: nameOf(leftSource, leftId),
      right: nameOf(rightSource, rightId),
      leftCluster: String(leftCluster),
      rightCluster: String(rightCluster),
      matchWeight: Number(weight),
      pattern: String(pattern),
      pairsAtStake: Number(atStake),
    };
  });
}

function nameOf(source: unknown, id: unknown): RecordName {
  return source === "" ? { id: String(id) } : { source: String(source), id: String(id) };
}
