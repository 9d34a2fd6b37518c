// Chooses from ranked items so that no group fills the list: first those that share no group with a better one, then the
// rest.

/** At most `count` of `items` (best first), in their order; an item may be of several groups. */
export function pickVaried<Item>(
  items: readonly Item[],
  count: number,
  groupsOf: (item: Item) => readonly number[],
): Item[] {
  const seen = new Set<number>();
  const firsts = new Set<Item>();
  for (const item of items) {
    if (firsts.size === count) break;
    const groups = groupsOf(item);
    if (!groups.some((group) => seen.has(group))) firsts.add(item);
    for (const group of groups) seen.add(group);
  }
  let room = count - firsts.size;
  return items.filter((item) => {
    if (firsts.has(item)) return true;
    room -= 1;
    return room >= 0;
  });
}
