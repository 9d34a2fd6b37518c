// Short and pet forms of given names, and spellings of one name in different transliterations. One group is one name's
// forms; a form may be in several groups (Sandy: Alexander, Sandra), so membership is not transitive across groups.
import { nicknameGroups } from "./nicknameGroups.ts";

const groupsByName: ReadonlyMap<string, readonly number[]> = indexGroups();
const none: readonly number[] = [];

/** Numbers of groups are below it. */
export const nicknameGroupCount = nicknameGroups.length;

function indexGroups(): Map<string, number[]> {
  const index = new Map<string, number[]>();
  nicknameGroups.forEach((group, number) => {
    for (const name of new Set(group)) index.set(name, [...(index.get(name) ?? []), number]);
  });
  return index;
}

/** Ascending numbers of the groups that hold a standardised given name (one token); none where it is not known. */
export function nicknameGroupsOf(name: string): readonly number[] {
  return groupsByName.get(name) ?? none;
}

/** Whether two different standardised given names are forms of one name ("bill" and "william"). Symmetric. */
export function areNicknames(a: string, b: string): boolean {
  if (a === b) return false;
  const groupsOfB = nicknameGroupsOf(b);
  return groupsOfB.length > 0 && nicknameGroupsOf(a).some((group) => groupsOfB.includes(group));
}
