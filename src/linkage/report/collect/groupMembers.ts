// Members by group: a counting sort that keeps their order.

/** members[offsets[group]] … members[offsets[group + 1]] are in that group, ascending. */
export interface GroupedMembers {
  readonly offsets: Uint32Array;
  readonly members: Int32Array;
}

/** `groupOf` per member its group from 0, or −1 for none. */
export function groupMembers(groupOf: Int32Array): GroupedMembers {
  let groupCount = 0;
  for (let member = 0; member < groupOf.length; member += 1) groupCount = Math.max(groupCount, groupOf[member]! + 1);
  const offsets = new Uint32Array(groupCount + 1);
  for (let member = 0; member < groupOf.length; member += 1)
    if (groupOf[member]! >= 0) offsets[groupOf[member]! + 1]! += 1;
  for (let group = 0; group < groupCount; group += 1) offsets[group + 1]! += offsets[group]!;
  const next = offsets.slice(0, groupCount);
  const members = new Int32Array(offsets[groupCount] ?? 0);
  for (let member = 0; member < groupOf.length; member += 1) {
    const group = groupOf[member]!;
    if (group < 0) continue;
    members[next[group]!] = member;
    next[group]! += 1;
  }
  return { offsets, members };
}
