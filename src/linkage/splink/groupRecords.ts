// Puts records of equal keys next to each other by taking a partition apart key by key: no key of several parts is ever
// made, and what is left alone is dropped at once, so that the later parts look at few records.

/** What one part of a key is worth per entry. */
export interface KeyColumn {
  /** Per entry a code below `size`; negative where it has none, so that it meets nobody. */
  readonly codes: Int32Array;
  readonly size: number;
}

export interface Groups {
  /** Entries of groups of two or more, group by group, each in the order given. */
  readonly members: Int32Array;
  /** Where group g starts; one more entry than groups. */
  readonly starts: Int32Array;
}

/** Groups of the entries in `order` that are equal in every column; without a column all are one group. */
export function groupRecords(order: Int32Array, columns: readonly KeyColumn[]): Groups {
  const mostTelling = [...columns].sort((a, b) => b.size - a.size);
  const all: Groups = { members: order, starts: Int32Array.of(0, order.length) };
  return mostTelling.reduce(divide, all);
}

/** Counts, places and clears the codes of one group at a time in tables that the groups share. */
function divide({ members, starts }: Groups, { codes, size }: KeyColumn): Groups {
  const places = new Int32Array(size);
  const met = new Int32Array(Math.min(size, members.length));
  const divided = new Int32Array(members.length);
  const dividedStarts = new Int32Array((members.length >> 1) + 1);
  let end = 0;
  let groupCount = 0;
  for (let group = 0; group < starts.length - 1; group += 1) {
    const from = starts[group]!;
    const to = starts[group + 1]!;
    let metCount = 0;
    for (let i = from; i < to; i += 1) {
      const code = codes[members[i]!]!;
      if (code < 0) continue;
      if (places[code] === 0) met[metCount++] = code;
      places[code]! += 1;
    }
    for (let i = 0; i < metCount; i += 1) {
      const count = places[met[i]!]!;
      places[met[i]!] = count > 1 ? end : -1;
      if (count < 2) continue;
      dividedStarts[groupCount++] = end;
      end += count;
    }
    for (let i = from; i < to; i += 1) {
      const entry = members[i]!;
      const code = codes[entry]!;
      if (code < 0 || places[code]! < 0) continue;
      divided[places[code]!] = entry;
      places[code]! += 1;
    }
    for (let i = 0; i < metCount; i += 1) places[met[i]!] = 0;
  }
  dividedStarts[groupCount] = end;
  return { members: divided.subarray(0, end), starts: dividedStarts.subarray(0, groupCount + 1) };
}
