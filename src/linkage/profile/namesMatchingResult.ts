// Columns that hold what an earlier matching, or a truth file, concluded: they describe no person and would decide
// everything, so they are never compared whatever is in them. Settings can say otherwise.
import { splitColumnName } from "./splitColumnName.ts";

const resultWords =
  / (?:cluster(?:s|id)?|entity (?:id|key|no|number)|ent id|ground ?truth|true? (?:id|label|cluster|match|entity)|truth|gold(?:en)?|match (?:group|set|id)|group id|dedup(?:e|ed|lication)?|duplicate (?:of|group)|dup (?:of|group)|same as|is (?:match|duplicate)) /;

/** True where the column is named like a conclusion of matching: cluster_id, entity id, ground truth, duplicate_of … */
export function namesMatchingResult(columnName: string): boolean {
  return resultWords.test(` ${splitColumnName(columnName).join(" ")} `);
}
