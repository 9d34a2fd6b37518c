// Where a person has lived: homes change every so many years, and people who move in together share them from then on.
import type { Address } from "./addressBook.ts";
import { daysInYears } from "./calendar.ts";
import { type Dated, valueOn } from "./person.ts";
import type { World } from "./world.ts";

const yearsBetweenMoves = 13;

/** Homes backwards from today: the present one, then earlier ones, until before `since` or four are known. */
export function drawHomes(world: World, since: number, present?: Address): Dated<Address>[] {
  const { random, addresses, today } = world;
  const homes: Dated<Address>[] = [];
  let address = present ?? addresses.draw(random);
  let from = today - 30 - Math.floor(random.exponential(daysInYears(yearsBetweenMoves)));
  while (from > since && homes.length < 3) {
    homes.push({ from, value: address });
    address = addresses.draw(random, address);
    from -= 100 + Math.floor(random.exponential(daysInYears(yearsBetweenMoves)));
  }
  homes.push({ from: since, value: address });
  return homes.reverse();
}

/** Own homes before `together`, the shared ones from then on. */
export function joinHomes(
  own: readonly Dated<Address>[],
  shared: readonly Dated<Address>[],
  together: number,
): Dated<Address>[] {
  const before = own.filter((home) => home.from < together);
  const first = valueOn(shared, together);
  const after = shared.filter((home) => home.from > together);
  return first === undefined ? before : [...before, { from: together, value: first }, ...after];
}
