// A person's name from whatever columns hold it: parts, a full name, or both. A full name beside its parts is not a
// second piece of evidence: it only fills what the parts lack (a missing surname, middle names).
import { plainText } from "../../shared/plainText.ts";
import { editSignature } from "../compare/similarity/editSignature.ts";
import type { NameOrder } from "../profile/columnProfile.ts";
import type { FieldPlan } from "./fieldPlan.ts";
import { flattenLists } from "./flattenLists.ts";
import { Interner } from "./interner.ts";
import { letterMasks } from "./letterMasks.ts";
import { nicknameLists, type Spellings } from "./nicknameLists.ts";
import type { PlannedColumn } from "./plannedColumn.ts";
import { signText } from "./signText.ts";
import type { SlotBuilder } from "./slotBuilder.ts";
import type { NameField, Slot, TextField } from "./standardRecords.ts";
import { isUnvowelled, unvowelledMark } from "./values/consonants.ts";
import { isEastAsianSurname, joinSyllables } from "./values/eastAsianNames.ts";
import { orderByWords } from "./values/orderByWords.ts";
import { splitFullName } from "./values/splitFullName.ts";
import { splitInitials } from "./values/splitInitials.ts";
import { standardiseName } from "./values/standardiseName.ts";
import { standardiseNameSuffix } from "./values/standardiseNameSuffix.ts";

/** Codes of the parts that one raw value gives; −1 where it gives none. */
interface NameParts {
  readonly given: Int32Array;
  readonly middle: Int32Array;
  readonly surname: Int32Array;
  readonly suffix: Int32Array;
}

const noSpellings: readonly Spellings[] = [];

interface NameFieldResult {
  readonly field: NameField;
  /** Generation suffixes (junior, III) where any were found. */
  readonly suffixField: TextField | null;
}

export function buildNameField(
  plan: FieldPlan,
  columns: readonly PlannedColumn[],
  slots: SlotBuilder,
): NameFieldResult {
  const names = new Interner();
  const suffixes = new Interner();
  const parsed = columns.map((column) => ({ column, parts: parseColumn(column, names, suffixes) }));
  const recordCount = columns[0]?.column.codes.length ?? 0;
  const given = new Int32Array(recordCount).fill(-1);
  const middle = new Int32Array(recordCount).fill(-1);
  const surname = new Int32Array(recordCount).fill(-1);
  const suffix = new Int32Array(recordCount).fill(-1);
  const joiner = new NameJoiner(names);
  const fillFirst = (target: Int32Array, codes: Int32Array, raw: Int32Array): void => {
    for (let record = 0; record < recordCount; record += 1) {
      const code = raw[record]!;
      if (code >= 0 && target[record]! < 0) target[record] = codes[code]!;
    }
  };
  const join = (target: Int32Array, codes: Int32Array, raw: Int32Array): void => {
    for (let record = 0; record < recordCount; record += 1) {
      const code = raw[record]!;
      if (code >= 0) target[record] = joiner.join(target[record]!, codes[code]!);
    }
  };
  const ofType = (type: string) => parsed.filter(({ column }) => column.plan.type === type);
  for (const [index, { column, parts }] of ofType("givenName").entries()) {
    const raw = column.column.codes;
    if (index === 0) fillFirst(given, parts.given, raw);
    else join(middle, parts.given, raw);
    join(middle, parts.middle, raw);
  }
  for (const { column, parts } of ofType("middleName")) join(middle, parts.surname, column.column.codes);
  for (const { column, parts } of ofType("surname")) join(surname, parts.surname, column.column.codes);
  for (const { column, parts } of ofType("fullName")) {
    const raw = column.column.codes;
    for (let record = 0; record < recordCount; record += 1) {
      const code = raw[record]!;
      if (code < 0) continue;
      fillFromFullName(joiner, { given, middle, surname }, record, parts, code);
    }
  }
  for (const { column } of parsed) {
    if (column.plan.type === "fullName" || column.plan.nameOrder === null) continue;
    fillFromWholeNames(column, column.plan.nameOrder, { given, middle, surname }, names, joiner);
  }
  joinEastAsianNames({ given, middle, surname }, names);
  for (const { column, parts } of parsed) fillFirst(suffix, parts.suffix, column.column.codes);
  const slotOf = (codes: Int32Array): Slot | null =>
    codes.some((code) => code >= 0) ? slots.add(codes, names.count) : null;
  // Slots count over the whole dictionary, so every name, single tokens of longer ones included, is interned before.
  const tokens = tokenise(names);
  const givenSlot = slotOf(given);
  const middleSlot = slotOf(middle);
  const surnameSlot = slotOf(surname);
  const strings = names.pack();
  const hasUnvowelled = columns.some(({ plan: own }) => own.hasUnvowelled === true);
  const nicknames = nicknameLists(strings, { spellings: plan.spellings ?? noSpellings, hasUnvowelled });
  const field: NameField = {
    kind: "name",
    name: "name",
    dictionary: { strings, masks: letterMasks(strings) },
    given: givenSlot,
    middle: middleSlot,
    surname: surnameSlot,
    ...tokens,
    ...nicknames,
    isOfWholes: columns.some(({ plan: own }) => own.type === "fullName" || own.nameOrder !== null),
    hasUnvowelled,
  };
  return { field, suffixField: buildSuffixField(plan, suffix, suffixes, slots) };
}

/** Eun-ji and Eunji, Jean-Pierre and Jeanpierre are one given name each, not a first and a middle one. */
const innerHyphen = /(?<=\p{L})[-‐‑](?=\p{L})/gu;

const asIs = (tokens: readonly string[]): readonly string[] => tokens;
const markAll = (tokens: readonly string[]): readonly string[] => tokens.map((token) => token + unvowelledMark);

function parseColumn({ column, plan, isPlaceholder }: PlannedColumn, names: Interner, suffixes: Interner): NameParts {
  const count = column.values.count;
  const parts: NameParts = {
    given: new Int32Array(count).fill(-1),
    middle: new Int32Array(count).fill(-1),
    surname: new Int32Array(count).fill(-1),
    suffix: new Int32Array(count).fill(-1),
  };
  for (let code = 0; code < count; code += 1) {
    if (isPlaceholder[code]) continue;
    const raw = plainText(column.values.at(code));
    const written = plan.hasUnvowelled === true && isUnvowelled(raw) ? markAll : asIs;
    if (plan.type === "nameSuffix") {
      parts.suffix[code] = suffixes.intern(standardiseNameSuffix(raw) ?? "");
    } else if (plan.type === "fullName") {
      const usual = plan.nameOrder ?? "givenFirst";
      const order = plan.nameWords === undefined ? usual : orderByWords(raw, usual, plan.nameWords);
      const full = splitFullName(raw, order);
      const [first = "", ...others] = written(full.given);
      parts.given[code] = names.intern(first);
      parts.middle[code] = names.intern(others.join(" "));
      parts.surname[code] = names.intern(written(full.surname).join(" "));
      parts.suffix[code] = suffixes.intern(full.suffix ?? "");
    } else {
      const isSurname = plan.type === "surname";
      const { tokens, suffix } = standardiseName(
        isSurname ? raw : raw.replace(innerHyphen, ""),
        isSurname ? "surname" : "given",
      );
      parts.suffix[code] = suffixes.intern(suffix ?? "");
      if (plan.type === "givenName") {
        const [first = "", ...others] = written(plan.hasInitials === true ? splitInitials(tokens) : tokens);
        parts.given[code] = names.intern(first);
        parts.middle[code] = names.intern(others.join(" "));
      } else {
        parts.surname[code] = names.intern(written(tokens).join(" "));
      }
    }
  }
  return parts;
}

function fillFromFullName(
  joiner: NameJoiner,
  target: { given: Int32Array; middle: Int32Array; surname: Int32Array },
  record: number,
  parts: NameParts,
  code: number,
): void {
  const given = target.given[record]!;
  const surname = target.surname[record]!;
  if (given < 0 && surname < 0) {
    target.given[record] = parts.given[code]!;
    target.surname[record] = parts.surname[code]!;
    target.middle[record] = joiner.join(target.middle[record]!, parts.middle[code]!);
    return;
  }
  const used = joiner.join(joiner.join(given, surname), target.middle[record]!);
  const left = [parts.given[code]!, parts.middle[code]!, parts.surname[code]!].map((part) =>
    joiner.without(part, used),
  );
  if (surname < 0) {
    const last = left.findLast((part) => part >= 0) ?? -1;
    target.surname[record] = last;
    for (const part of left) if (part !== last) target.middle[record] = joiner.join(target.middle[record]!, part);
  } else if (given < 0) {
    const first = left.find((part) => part >= 0) ?? -1;
    target.given[record] = first;
    for (const part of left) if (part !== first) target.middle[record] = joiner.join(target.middle[record]!, part);
  } else {
    for (const part of left) target.middle[record] = joiner.join(target.middle[record]!, part);
  }
}

/** Where a column of one part holds whole names: of records that lack the other part, the texts of several words. */
function fillFromWholeNames(
  { column, plan, isPlaceholder }: PlannedColumn,
  order: NameOrder,
  target: { readonly given: Int32Array; readonly middle: Int32Array; readonly surname: Int32Array },
  names: Interner,
  joiner: NameJoiner,
): void {
  const { given, middle, surname } = target;
  const other = plan.type === "surname" ? given : surname;
  for (let record = 0; record < other.length; record += 1) {
    const code = column.codes[record]!;
    if (other[record]! >= 0 || code < 0 || isPlaceholder[code] === 1) continue;
    const raw = plainText(column.values.at(code));
    const whole = splitFullName(raw, order);
    if (whole.given.length === 0 || whole.surname.length === 0) continue;
    const written = plan.hasUnvowelled === true && isUnvowelled(raw) ? markAll : asIs;
    const [first = "", ...others] = written(whole.given);
    given[record] = names.intern(first);
    surname[record] = names.intern(written(whole.surname).join(" "));
    // All words but the first stand in the middle already, where the column is that of the given name.
    if (plan.type === "givenName") {
      middle[record] = joiner.without(joiner.without(middle[record]!, given[record]!), surname[record]!);
    } else middle[record] = joiner.join(middle[record]!, names.intern(others.join(" ")));
  }
}

/** Two syllables beside a surname of China or Korea become one given name; so where the two stand in each other's place. */
function joinEastAsianNames(
  { given, middle, surname }: { given: Int32Array; middle: Int32Array; surname: Int32Array },
  names: Interner,
): void {
  // By code: 0 not asked yet, 1 such a surname, 2 none.
  const known = new Uint8Array(names.count);
  const standsAs = (code: number): boolean => {
    known[code] ||= isEastAsianSurname(names.text(code)) ? 1 : 2;
    return known[code] === 1;
  };
  for (let record = 0; record < given.length; record += 1) {
    const [first, rest, last] = [given[record]!, middle[record]!, surname[record]!];
    if (first < 0 || last < 0) continue;
    if (rest >= 0 && standsAs(last)) {
      const [own = "", ...others] = joinSyllables([names.text(first), ...names.text(rest).split(" ")]);
      given[record] = names.intern(own);
      middle[record] = others.length === 0 ? -1 : names.intern(others.join(" "));
    } else if (rest < 0 && standsAs(first) && !standsAs(last)) {
      surname[record] = names.intern(joinSyllables(names.text(last).split(" ")).join(" "));
    }
  }
}

/** Joins and parts names by code, remembering the texts. */
class NameJoiner {
  readonly #names: Interner;
  readonly #joined = new Map<number, number>();

  constructor(names: Interner) {
    this.#names = names;
  }

  join(left: number, right: number): number {
    if (left < 0 || left === right) return right < 0 ? left : right;
    if (right < 0) return left;
    const key = left * 67108864 + right;
    const known = this.#joined.get(key);
    if (known !== undefined) return known;
    const tokens = this.#names.text(left).split(" ");
    const added = this.#names
      .text(right)
      .split(" ")
      .filter((token) => !tokens.includes(token));
    const code = this.#names.intern([...tokens, ...added].join(" "));
    this.#joined.set(key, code);
    return code;
  }

  /** The name without the tokens that `used` holds. */
  without(code: number, used: number): number {
    if (code < 0 || used < 0) return code;
    const usedTokens = new Set(this.#names.text(used).split(" "));
    const left = this.#names
      .text(code)
      .split(" ")
      .filter((token) => !usedTokens.has(token));
    return this.#names.intern(left.join(" "));
  }
}

function tokenise(names: Interner): { tokenOffsets: Uint32Array; tokens: Int32Array } {
  const wholeCount = names.count;
  const lists: number[][] = [];
  for (let code = 0; code < wholeCount; code += 1) {
    const parts = names.text(code).split(" ");
    lists.push(parts.length === 1 ? [code] : parts.map((part) => names.intern(part)));
  }
  for (let code = wholeCount; code < names.count; code += 1) lists.push([code]);
  const { offsets, values } = flattenLists(lists);
  return { tokenOffsets: offsets, tokens: values };
}

function buildSuffixField(
  plan: FieldPlan,
  codes: Int32Array,
  suffixes: Interner,
  slots: SlotBuilder,
): TextField | null {
  if (suffixes.count === 0) return null;
  const slot = slots.add(codes, suffixes.count);
  const strings = suffixes.pack();
  return {
    kind: "suffix",
    name: `${plan.name}_suffix`,
    slot,
    dictionary: { strings, masks: letterMasks(strings) },
    signatures: signText(strings, editSignature),
    coarse: null,
    local: null,
    numbers: null,
  };
}
