// Origins as classes between which given name and surname are independent: the table of combinations as a sum of products
// (latent classes: Hofmann 1999), by expectation–maximisation from given groups of names.

import type { NameGroups } from "./groupNames.ts";
import { countByCode, type NameCells } from "./nameCells.ts";

/** Origins of names: rows of `count` numbers by code that sum to 1; of names that do not occur, the shares of all. */
export interface Origins {
  readonly count: number;
  /** Of all combinations. */
  readonly shares: Float64Array;
  readonly given: Float64Array;
  readonly surname: Float64Array;
}

/** Combinations of average origin added to those of each name: names met once or twice prove no origin. */
const pseudoCells = 2;
/** Further rounds fit the very combinations given, and fit others worse. */
const rounds = 5;
/** Weight of an origin that is not the group's, beside it, at the start. */
const otherGroup = 0.05;

/** Expected combinations of each origin. */
interface Sums {
  /** By code · count + origin. */
  readonly given: Float64Array;
  readonly surname: Float64Array;
  readonly totals: Float64Array;
}

export function fitOrigins(cells: NameCells, groups: NameGroups, count: number): Origins {
  const size = groups.given.length;
  let sums = sumOrigins(cells, size, count, (g, s, k) => {
    return (groups.given[g] === k ? 1 : otherGroup) * (groups.surname[s] === k ? 1 : otherGroup);
  });
  for (let round = 1; round <= rounds; round += 1) sums = nextRound(cells, sums, cells.count);
  return originsOf(cells, sums);
}

/**
 * Origins of all names from those of some, by one more round.
 * @param cells all combinations @param size their codes are below it @param codes of the numbers that `known` goes by
 */
export function giveOrigins(known: Origins, codes: Int32Array, cells: NameCells, size: number): Origins {
  const { count, shares } = known;
  // Place of a name among the known ones, −1 for others: these are of all origins as all names are.
  const numberOf = new Int32Array(size).fill(-1);
  codes.forEach((code, number) => {
    numberOf[code] = number;
  });
  const shareOf = (own: Float64Array, code: number, k: number): number => {
    const number = numberOf[code]!;
    return number < 0 ? shares[k]! : own[number * count + k]!;
  };
  return originsOf(
    cells,
    sumOrigins(
      cells,
      size,
      count,
      (g, s, k) => (shareOf(known.given, g, k) * shareOf(known.surname, s, k)) / shares[k]!,
    ),
  );
}

/** Uses up the sums: of millions of names there is one row a name and part, not two. */
function originsOf(cells: NameCells, { given, surname, totals }: Sums): Origins {
  const count = totals.length;
  const size = given.length / count;
  const shares = totals.map((total) => total / cells.count);
  return {
    count,
    shares,
    given: shareOut(given, countByCode(cells.given, size), shares),
    surname: shareOut(surname, countByCode(cells.surname, size), shares),
  };
}

/** @param cellCount combinations behind `sums` */
function nextRound(cells: NameCells, { given, surname, totals }: Sums, cellCount: number): Sums {
  const count = totals.length;
  const added = totals.map((total) => (pseudoCells * total) / cellCount);
  return sumOrigins(
    cells,
    given.length / count,
    count,
    (g, s, k) => ((given[g * count + k]! + added[k]!) * (surname[s * count + k]! + added[k]!)) / totals[k]!,
  );
}

/** @param weigh how likely a combination is of an origin, up to a factor of the combination's */
function sumOrigins(
  cells: NameCells,
  size: number,
  count: number,
  weigh: (given: number, surname: number, origin: number) => number,
): Sums {
  const sums = {
    given: new Float64Array(size * count),
    surname: new Float64Array(size * count),
    totals: new Float64Array(count),
  };
  const weights = new Float64Array(count);
  for (let cell = 0; cell < cells.count; cell += 1) {
    const g = cells.given[cell]!;
    const s = cells.surname[cell]!;
    let sum = 0;
    for (let k = 0; k < count; k += 1) {
      weights[k] = weigh(g, s, k);
      sum += weights[k]!;
    }
    for (let k = 0; k < count; k += 1) {
      const share = weights[k]! / sum;
      sums.given[g * count + k]! += share;
      sums.surname[s * count + k]! += share;
      sums.totals[k]! += share;
    }
  }
  return sums;
}

/** In place. */
function shareOut(sums: Float64Array, counts: Float64Array, shares: Float64Array): Float64Array {
  for (let place = 0; place < sums.length; place += 1) {
    const k = place % shares.length;
    sums[place] = (sums[place]! + pseudoCells * shares[k]!) / (counts[(place - k) / shares.length]! + pseudoCells);
  }
  return sums;
}

/** How much more often the two names stand together than if names were independent. */
export function dependenceOf({ count, shares, given, surname }: Origins, g: number, s: number): number {
  let sum = 0;
  for (let k = 0; k < count; k += 1) sum += (given[g * count + k]! * surname[s * count + k]!) / shares[k]!;
  return sum;
}
