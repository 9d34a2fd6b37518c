// Cuts links into components that are small enough to be clustered whole: what is too large is looked at again at the next
// level, which keeps fewer links. What decisions say is the same is never cut.
import { type LinkList, LinkListBuilder } from "../score/linkList.ts";
import { findComponents, forEachComponent } from "./components.ts";
import { CutLevels, type LevelOptions } from "./cutLevels.ts";

export interface CutOptions extends LevelOptions {
  /** Larger components are cut. */
  readonly componentSizeMax: number;
}

export interface CutLinks {
  /** Records, rows or units: whatever the links join. */
  readonly count: number;
  readonly links: LinkList;
  /** Pairs that are never cut: left and right in turn. */
  readonly same: Int32Array;
  /** Side of each: 32 bits that follow from its first record alone (sideOf). Asked for in large components only. */
  readonly sideOf: (one: number) => number;
}

/**
 * Calls `visit` with the members of each component of two or more, ascending. More than `componentSizeMax` are only
 * those that `same` alone joins.
 */
export function cutComponents(cut: CutLinks, options: CutOptions, visit: (members: Int32Array) => void): void {
  const sizeMax = options.componentSizeMax;
  const large: Int32Array[] = [];
  forEachComponent(findComponents(cut.links, cut.count, options.componentFloor, cut.same), (members) => {
    if (members.length <= sizeMax) visit(members);
    else large.push(members);
  });
  if (large.length === 0) return;
  const levels = new CutLevels(options);
  let left = narrow(cut, large, null, cut.sideOf);
  for (let level = nextLevel(levels, 0, left.links); ; level = nextLevel(levels, level, left.links)) {
    const kept = { ...left, links: keepLinks(left, levels, level) };
    const still: Int32Array[] = [];
    forEachComponent(findComponents(kept.links, kept.count, Number.NEGATIVE_INFINITY, kept.same), (members) => {
      if (members.length <= sizeMax || level === levels.last) visit(members.map((member) => kept.names[member]!));
      else still.push(members);
    });
    if (still.length === 0) return;
    left = narrow(kept, still, kept, cut.sideOf);
  }
}

interface LargeLinks {
  readonly count: number;
  readonly links: LinkList;
  readonly same: Int32Array;
  /** Per place its number among all that is cut, ascending. */
  readonly names: Int32Array;
  readonly sides: Int32Array;
}

/** What concerns the members of some components alone, by their places in ascending order. */
function narrow(
  { count, links, same }: Omit<CutLinks, "sideOf">,
  components: readonly Int32Array[],
  known: { readonly names: Int32Array; readonly sides: Int32Array } | null,
  sideOf: CutLinks["sideOf"],
): LargeLinks {
  const placeOf = new Int32Array(count).fill(-1);
  for (const members of components) for (const member of members) placeOf[member] = 0;
  const kept: number[] = [];
  for (let member = 0; member < count; member += 1) {
    if (placeOf[member] === -1) continue;
    placeOf[member] = kept.length;
    kept.push(member);
  }
  const builder = new LinkListBuilder();
  for (let i = 0; i < links.count; i += 1) {
    const [left, right] = [placeOf[links.left[i]!]!, placeOf[links.right[i]!]!];
    if (left >= 0 && right >= 0) builder.push(left, right, links.logOdds[i]!, 0);
  }
  return {
    count: kept.length,
    links: builder.finish(),
    same: same.map((member) => placeOf[member]!).filter((place) => place >= 0),
    names: Int32Array.from(kept, (member) => known?.names[member] ?? member),
    sides: Int32Array.from(kept, (member) => known?.sides[member] ?? sideOf(member)),
  };
}

/** The next level that may drop one of these links. */
function nextLevel(levels: CutLevels, level: number, { count, logOdds }: LinkList): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < count; i += 1) least = Math.min(least, logOdds[i]!);
  return levels.firstToDrop(least, level);
}

function keepLinks({ links, sides }: LargeLinks, levels: CutLevels, level: number): LinkList {
  const [floor, sure] = [levels.floorOf(level), levels.sureOf(level)];
  const kept = new LinkListBuilder(links.count);
  for (let i = 0; i < links.count; i += 1) {
    const [left, right, odds] = [links.left[i]!, links.right[i]!, links.logOdds[i]!];
    if (odds < floor || (odds < sure && !levels.keeps(level, sides[left]!, sides[right]!))) continue;
    kept.push(left, right, odds, 0);
  }
  return kept.finish();
}
