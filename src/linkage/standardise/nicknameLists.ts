// Which names are forms of one name, as the groups that each is in: those of the built-in list, for each pair of spellings that a
// model has learnt one of its own, and where names stand without their vowels beside others, one for each reading of the consonants.
import { hashText } from "../../shared/hashText.ts";
import { flattenLists } from "./flattenLists.ts";
import type { NameField, StandardRecords } from "./standardRecords.ts";
import { consonantKeys, hasUnvowelledMark, unvowelledMark } from "./values/consonants.ts";
import { nicknameGroupCount, nicknameGroupsOf } from "./values/nicknames.ts";

/** Two standardised names that are written for each other. */
export type Spellings = readonly [one: string, other: string];

export type NicknameLists = Pick<NameField, "nicknameOffsets" | "nicknameGroups">;

/** Groups of consonants have this number and higher ones. */
const consonantGroupMin = 2 ** 30;
/** The last group of names without vowels, and of no others. */
const unvowelledGroup = 2 ** 31 - 1;

/** @param texts by code */
export function nicknameLists(
  texts: Iterable<string>,
  { spellings, hasUnvowelled }: { readonly spellings: readonly Spellings[]; readonly hasUnvowelled: boolean },
): NicknameLists {
  const learnt = learntGroups(spellings);
  // Those of the built-in list stand first, and have the lower numbers.
  const lists = Array.from(texts, (text) => [
    ...[...nicknameGroupsOf(text)].sort((a, b) => a - b),
    ...(learnt.get(text) ?? []),
    ...(hasUnvowelled ? consonantGroups(text) : []),
  ]);
  const { offsets, values } = flattenLists(lists);
  return { nicknameOffsets: offsets, nicknameGroups: values };
}

/** Ascending. */
function consonantGroups(name: string): number[] {
  const groups = consonantKeys(name).map((key) => consonantGroupMin + (hashText(key) >>> 3));
  groups.sort((a, b) => a - b);
  return hasUnvowelledMark(name) ? [...groups, unvowelledGroup] : groups;
}

/**
 * Keys by which a name finds others in an index: its groups but for those of consonants, which stand below 0 where they are those of
 * a name without vowels, so that either kind finds the other.
 */
export function indexKeys({ nicknameOffsets, nicknameGroups }: NicknameLists, code: number): number[] {
  const own = [...nicknameGroups.subarray(nicknameOffsets[code], nicknameOffsets[code + 1])];
  const isBare = own.at(-1) === unvowelledGroup;
  return (isBare ? own.slice(0, -1) : own).map((group) => (isBare && group >= consonantGroupMin ? -group : group));
}

/** Of the keys of a word in an index those that other words of its kind share, and that a word typed like it therefore has too. */
export const isSharedKey = (key: number): boolean => key >= 0 && key < consonantGroupMin;

/** Keys of what a typed word may stand for in the other kind of script. */
export const otherScriptKeys = (typed: string): number[] => [
  ...consonantGroups(typed).map((group) => -group),
  ...consonantGroups(typed + unvowelledMark).slice(0, -1),
];

/** Whether a name has a spelling that a model has learnt. */
export function hasLearntSpelling({ nicknameOffsets, nicknameGroups }: NicknameLists, code: number): boolean {
  for (let i = nicknameOffsets[code]!; i < nicknameOffsets[code + 1]!; i += 1) {
    if (nicknameGroups[i]! >= nicknameGroupCount) return nicknameGroups[i]! < consonantGroupMin;
  }
  return false;
}

/** Whether two names share a group; one of consonants counts between a name without vowels and one with them alone. */
export function shareGroup({ nicknameOffsets, nicknameGroups }: NicknameLists, a: number, b: number): boolean {
  let [i, j] = [nicknameOffsets[a]!, nicknameOffsets[b]!];
  const [endA, endB] = [nicknameOffsets[a + 1]!, nicknameOffsets[b + 1]!];
  // Groups of a name are ascending: of a name with many spellings there are hundreds.
  while (i < endA && j < endB) {
    const difference = nicknameGroups[i]! - nicknameGroups[j]!;
    if (difference === 0) {
      if (nicknameGroups[i]! < consonantGroupMin) return true;
      const isBareA = nicknameGroups[endA - 1] === unvowelledGroup;
      return isBareA !== (nicknameGroups[endB - 1] === unvowelledGroup);
    }
    if (difference < 0) i += 1;
    else j += 1;
  }
  return false;
}

/** Hashes of a name's readings without vowels, none where names have no such groups: 0 never is one. */
export function consonantHashes({ nicknameOffsets, nicknameGroups }: NicknameLists, code: number): number[] {
  const own = nicknameGroups.subarray(nicknameOffsets[code], nicknameOffsets[code + 1]);
  return [...own].filter((group) => group >= consonantGroupMin && group !== unvowelledGroup);
}

/** By the list of a model: a single record should not have it indexed again. */
const indexes = new WeakMap<readonly Spellings[], ReadonlyMap<string, readonly number[]>>();

function learntGroups(spellings: readonly Spellings[]): ReadonlyMap<string, readonly number[]> {
  const known = indexes.get(spellings);
  if (known !== undefined) return known;
  const groups = new Map<string, number[]>();
  spellings.forEach((pair, index) => {
    for (const text of pair) {
      const own = groups.get(text);
      if (own === undefined) groups.set(text, [nicknameGroupCount + index]);
      else own.push(nicknameGroupCount + index);
    }
  });
  indexes.set(spellings, groups);
  return groups;
}

/** The records where these spellings too are forms of one name. */
export function withSpellings(records: StandardRecords, spellings: readonly Spellings[]): StandardRecords {
  if (spellings.length === 0) return records;
  const fields = records.fields.map((field) =>
    field.kind === "name"
      ? { ...field, ...nicknameLists(field.dictionary.strings, { spellings, hasUnvowelled: field.hasUnvowelled }) }
      : field,
  );
  return { ...records, fields };
}
