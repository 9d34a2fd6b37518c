// The textbook edit distances that the fast ones must equal: one full table.

export function distancePlain(a: string, b: string, swaps: boolean): number {
  const table: number[][] = [];
  const cell = (i: number, j: number): number => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i <= a.length; i += 1) {
    const row: number[] = [];
    table.push(row);
    for (let j = 0; j <= b.length; j += 1) {
      let cost = i === 0 && j === 0 ? 0 : Math.min(cell(i - 1, j) + 1, cell(i, j - 1) + 1);
      if (i > 0 && j > 0) cost = Math.min(cost, cell(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (swaps && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, cell(i - 2, j - 2) + 1);
      }
      row.push(cost);
    }
  }
  return cell(a.length, b.length);
}
