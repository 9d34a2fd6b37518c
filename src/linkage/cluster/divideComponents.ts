// Divides components that no floor makes small enough: records are joined strongest links first, and a link that would
// make a piece too large is passed over. A pure function of the component's links.
import type { LinkList } from "../score/linkList.ts";
import { type Components, listComponents } from "./components.ts";
import type { CutLinks } from "./cutComponents.ts";
import { DisjointSets } from "./disjointSets.ts";

/** Links of one step of strength are taken in the order of records. */
const stepsPerNat = 4;

/**
 * Pieces of two to `sizeMax` records, larger where the pairs of `same` alone join them: those come first, whatever their
 * number. O(links), for components of millions of links.
 */
export function divideComponents({ links, count, same }: CutLinks, sizeMax: number): Components {
  const joined = new DisjointSets(count);
  for (let i = 0; i < same.length; i += 2) joined.join(same[i]!, same[i + 1]!);
  for (const link of strongestFirst(links)) joined.join(links.left[link]!, links.right[link]!, sizeMax);
  return listComponents(joined, count);
}

/** Indexes of links by falling strength in steps, in the list's order within a step (counting sort). */
function strongestFirst({ count, logOdds }: LinkList): Uint32Array {
  const steps = Int32Array.from(logOdds, (odds) => Math.floor(odds * stepsPerNat));
  const highest = steps.reduce((most, step) => Math.max(most, step), Number.MIN_SAFE_INTEGER);
  const lowest = steps.reduce((least, step) => Math.min(least, step), Number.MAX_SAFE_INTEGER);
  const starts = new Uint32Array(count === 0 ? 1 : highest - lowest + 2);
  for (const step of steps) starts[highest - step + 1]! += 1;
  for (let i = 1; i < starts.length; i += 1) starts[i]! += starts[i - 1]!;
  const order = new Uint32Array(count);
  steps.forEach((step, link) => {
    order[starts[highest - step]!++] = link;
  });
  return order;
}
