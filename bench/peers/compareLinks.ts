// Holds two lists of links against each other, link by link.
import { DuckDBInstance } from "@duckdb/node-api";

export interface LinkDifferences {
  /** Pairs in both, in the first alone, in the second alone. */
  readonly both: number;
  readonly onlyPeer: number;
  readonly onlyOurs: number;
  /** Largest difference of two weights of one pair, in bits. */
  readonly weightDifferenceMax: number;
  /** Pairs whose weights differ by more than 1e-6, and whose rule differs. */
  readonly weightsApart: number;
  readonly rulesApart: number;
}

const tolerance = 1e-6;

/** `peer`: Splink's links as Parquet; `ours`: links.parquet of `namesake model score`. The side of a record is no difference. */
export async function compareLinks(peer: string, ours: string): Promise<LinkDifferences> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const sided = (left: string, right: string, file: string): string =>
    `SELECT least(${left}, ${right}) AS a, greatest(${left}, ${right}) AS b, match_weight, CAST(match_key AS INTEGER) AS rule FROM '${file}'`;
  const result = await connection.runAndReadAll(
    `SELECT count(*) FILTER (p.a IS NOT NULL AND o.a IS NOT NULL), count(*) FILTER (o.a IS NULL), count(*) FILTER (p.a IS NULL),
       coalesce(max(abs(p.match_weight - o.match_weight)), 0),
       count(*) FILTER (abs(p.match_weight - o.match_weight) > ${tolerance}), count(*) FILTER (p.rule <> o.rule)
     FROM (${sided("unique_id_l", "unique_id_r", peer)}) AS p
     FULL JOIN (${sided("record_id_left", "record_id_right", ours)}) AS o USING (a, b)`,
  );
  const [both, onlyPeer, onlyOurs, weightDifferenceMax, weightsApart, rulesApart] = (result.getRows()[0] ?? []).map(
    Number,
  );
  connection.closeSync();
  instance.closeSync();
  return {
    both: both ?? 0,
    onlyPeer: onlyPeer ?? 0,
    onlyOurs: onlyOurs ?? 0,
    weightDifferenceMax: weightDifferenceMax ?? 0,
    weightsApart: weightsApart ?? 0,
    rulesApart: rulesApart ?? 0,
  };
}
