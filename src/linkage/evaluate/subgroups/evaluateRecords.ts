// Error rates of groups of people for clusters of any tool: the records are read for what they say of groups, not linked.
import { currentDay } from "../../../shared/currentDay.ts";
import { profileColumns } from "../../profile/profileColumns.ts";
import type { ReadOptions } from "../../read/readOptions.ts";
import { readRecords } from "../../read/readRecords.ts";
import type { SubgroupsShown } from "../../report/reportData.ts";
import { planFields } from "../../standardise/fieldPlan.ts";
import { standardiseTable } from "../../standardise/standardiseTable.ts";
import { evaluateSubgroups } from "./evaluateSubgroups.ts";
import { groupRecords } from "./groupRecords.ts";
import { readClusterCodes } from "./readClusterCodes.ts";

export interface RecordsEvaluated {
  /** Files of clusters found and true, as `evaluate` takes them. */
  readonly clusters: string;
  readonly truth: string;
  readonly acrossOnly: boolean;
  readonly read: ReadOptions;
}

/** @throws NamesakeError as readRecords does, and CLUSTERS_INVALID where a file names no record of the input */
export async function evaluateRecords({
  clusters,
  truth,
  acrossOnly,
  read,
}: RecordsEvaluated): Promise<SubgroupsShown[]> {
  const { table } = await readRecords(read);
  const currentYear = currentDay().getUTCFullYear();
  const profiles = profileColumns(table, { types: {}, dateOrders: {}, currentYear });
  const records = standardiseTable(table, planFields(profiles, currentYear));
  const found = await readClusterCodes(clusters, table);
  const known = await readClusterCodes(truth, table);
  // Only records that both name are evaluated.
  const truthOf = known.map((cluster, record) => (found[record]! < 0 ? -1 : cluster));
  const groupings = groupRecords(table, profiles, records, currentYear);
  return evaluateSubgroups(found, truthOf, groupings, { acrossSources: acrossOnly ? table.sourceOf : null });
}
