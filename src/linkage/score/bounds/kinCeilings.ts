// Ceilings of one part of a name by how its spellings may relate.
import { nameLevel } from "../../compare/comparators/nameComparator.ts";
import { slack } from "./boundColumn.ts";
import type { LevelRatios } from "./levelRatios.ts";

/** By `kinship`, each the best of the levels that remain possible; all 0 where the part is not compared. */
export function kinCeilings(ratios: LevelRatios | null): Float64Array {
  if (ratios === null) return new Float64Array(5);
  const different = ratios.bestOf(nameLevel.differentRare, nameLevel.different);
  const similar = Math.max(different, ratios.of(nameLevel.similar));
  const initial = Math.max(different, ratios.of(nameLevel.initial));
  const nickname = Math.max(similar, ratios.of(nameLevel.nickname));
  const near = Math.max(nickname, ratios.bestOf(nameLevel.nearRare, nameLevel.near));
  return Float64Array.of(near, nickname, initial, similar, different).map((ceiling) => ceiling + slack);
}
