// Cuts links into components that are small enough to be clustered whole: where one is too large, at higher floors, up to
// the threshold of a link; what is too large even so is divided, strongest links first, so that no record is given up.
// What decisions say is the same is never cut.
import { type LinkList, LinkListBuilder } from "../score/linkList.ts";
import { findComponents, forEachComponent } from "./components.ts";
import { divideComponents } from "./divideComponents.ts";

export interface CutOptions {
  /** Natural log odds from which a link may bring two records into one component. */
  readonly componentFloor: number;
  /** Larger components are cut: at a higher floor, one nat at a time, then by dividing them. */
  readonly componentSizeMax: number;
  /** Natural log odds above which two clusters are one person. */
  readonly threshold: number;
}

export interface CutLinks {
  /** Records, rows or units: whatever the links join. */
  readonly count: number;
  readonly links: LinkList;
  /** Pairs that are never cut: left and right in turn. */
  readonly same: Int32Array;
}

/**
 * Calls `visit` with the members of each component of two or more, ascending. More than `componentSizeMax` are only
 * those that `same` alone joins.
 */
export function cutComponents(cut: CutLinks, options: CutOptions, visit: (members: Int32Array) => void): void {
  cutFrom(cut, options.componentFloor, options, visit);
}

function cutFrom(cut: CutLinks, floor: number, options: CutOptions, visit: (members: Int32Array) => void): void {
  const { count, links, same } = cut;
  const oversized = new Uint8Array(count);
  let hasOversized = false;
  forEachComponent(findComponents(links, count, floor, same), (members) => {
    if (members.length <= options.componentSizeMax) {
      visit(members);
      return;
    }
    hasOversized = true;
    for (const member of members) oversized[member] = 1;
  });
  if (!hasOversized) return;
  const isLast = floor + 1 > options.threshold;
  const nextFloor = isLast ? floor : floor + 1;
  const left = { count, links: keepLinks(links, oversized, nextFloor), same: keepSame(same, oversized) };
  if (isLast) forEachComponent(divideComponents(left, options.componentSizeMax), visit);
  else cutFrom(left, nextFloor, options, visit);
}

function keepLinks(links: LinkList, isKept: Uint8Array, floor: number): LinkList {
  const kept = new LinkListBuilder();
  for (let i = 0; i < links.count; i += 1) {
    if (isKept[links.left[i]!] === 1 && links.logOdds[i]! >= floor) {
      kept.push(links.left[i]!, links.right[i]!, links.logOdds[i]!, links.rule[i]!);
    }
  }
  return kept.finish();
}

function keepSame(same: Int32Array, isKept: Uint8Array): Int32Array {
  return same.filter((_, at) => isKept[same[at - (at % 2)]!] === 1);
}
