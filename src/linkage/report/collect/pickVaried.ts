// Chooses from ranked items so that no group fills the list: the best of each group first, then the rest.

/** At most `count` of `items` (best first), in their order. */
export function pickVaried<Item>(items: readonly Item[], count: number, groupOf: (item: Item) => string): Item[] {
  const seen = new Set<string>();
  const firsts = new Set<Item>();
  for (const item of items) {
    const group = groupOf(item);
    if (firsts.size < count && !seen.has(group)) firsts.add(item);
    seen.add(group);
  }
  let room = count - firsts.size;
  return items.filter((item) => {
    if (firsts.has(item)) return true;
    room -= 1;
    return room >= 0;
  });
}
