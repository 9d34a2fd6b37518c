// Curves and histories may have thousands of points; charts and tables show an even selection that keeps both ends.

/** At most `countMax` (at least 2) of the items, evenly spaced, always with the first and the last. */
export function thinEvenly<Item>(items: readonly Item[], countMax: number): readonly Item[] {
  if (items.length <= countMax) return items;
  const step = (items.length - 1) / (countMax - 1);
  return Array.from({ length: countMax }, (_, index) => items[Math.round(index * step)]).filter(
    (item): item is Item => item !== undefined,
  );
}
