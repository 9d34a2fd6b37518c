// Which names are forms of one name, as the groups that each is in: those of the built-in list, and for each pair of spellings
// that a model has learnt one of its own.
import { flattenLists } from "./flattenLists.ts";
import type { NameField, StandardRecords } from "./standardRecords.ts";
import { nicknameGroupCount, nicknameGroupsOf } from "./values/nicknames.ts";

/** Two standardised names that are written for each other. */
export type Spellings = readonly [one: string, other: string];

export type NicknameLists = Pick<NameField, "nicknameOffsets" | "nicknameGroups">;

/** @param texts by code */
export function nicknameLists(texts: Iterable<string>, spellings: readonly Spellings[]): NicknameLists {
  const learnt = learntGroups(spellings);
  // Those of the built-in list stand first, and have the lower numbers.
  const lists = Array.from(texts, (text) =>
    [...nicknameGroupsOf(text)].sort((a, b) => a - b).concat(learnt.get(text) ?? []),
  );
  const { offsets, values } = flattenLists(lists);
  return { nicknameOffsets: offsets, nicknameGroups: values };
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
    field.kind === "name" ? { ...field, ...nicknameLists(field.dictionary.strings, spellings) } : field,
  );
  return { ...records, fields };
}
