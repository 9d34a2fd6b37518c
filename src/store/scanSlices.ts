// Pages through rows by number, for mirrors, exports and verification: the one loop over the store's scans.

/**
 * Slices of rows in order, none of them empty.
 * @param scan at most `size` rows from a number on, as PersonStore's scanRecords and scanPersons
 */
export async function* scanSlices<Row extends { readonly number: number }>(
  scan: (from: number, size: number) => Promise<readonly Row[]>,
  size: number,
): AsyncGenerator<readonly Row[]> {
  for (let from = 0; ; ) {
    const rows = await scan(from, size);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    from = last.number + 1;
  }
}
