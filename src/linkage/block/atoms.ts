// Atoms: what a blocking key can be made of. Each turns a record into one or more 32-bit hashes of a part of a field;
// a key is one atom or a combination of atoms. Hashes are pure functions of the comparable values and the frequencies of
// the model: what other records there are changes none.
import { hashText, mixBits } from "../../shared/hashText.ts";
import type { PackedStrings } from "../../shared/packedStrings.ts";
import { sharedUint32 } from "../../shared/sharedArrays.ts";
import type { AlignedFrequencies } from "../compare/pairComparer.ts";
import { consonantHashes } from "../standardise/nicknameLists.ts";
import type { DateField, Field, NameField, Slot, TextField, TokenField } from "../standardise/standardRecords.ts";
import { soundex } from "../standardise/values/soundex.ts";

/** Per dictionary code a list of hashes (0 never stands for one). */
export interface HashLists {
  readonly position: number;
  /** Where no code has more than one: per code its hash, 0 for none. Else null. */
  readonly single: Uint32Array | null;
  readonly offsets: Uint32Array;
  readonly hashes: Uint32Array;
}

export interface Atom {
  readonly name: string;
  /** Atoms of one group say much the same and are not combined. */
  readonly group: string;
  /** A record's hashes are those of all parts; `sum` adds one hash of every part instead (order does not matter). */
  readonly parts: readonly HashLists[];
  readonly isSum: boolean;
}

/** An atom whose hashes are yet to be made. */
interface AtomPlan extends Omit<Atom, "parts"> {
  readonly makeParts: () => HashLists[];
}

/**
 * @param frequencies those of the model, aligned with the dictionaries of these fields
 * @param wanted names of atoms; all where absent
 */
export function listAtoms(
  fields: readonly Field[],
  frequencies: AlignedFrequencies,
  wanted?: ReadonlySet<string>,
): Atom[] {
  return planAtoms(fields, frequencies)
    .filter(({ name }) => wanted === undefined || wanted.has(name))
    .map(({ name, group, isSum, makeParts }) => ({ name, group, isSum, parts: makeParts() }));
}

function planAtoms(fields: readonly Field[], frequencies: AlignedFrequencies): AtomPlan[] {
  return fields.flatMap((field): AtomPlan[] => {
    switch (field.kind) {
      case "name":
        return nameAtoms(field);
      case "date":
        return dateAtoms(field);
      case "address":
      case "organisation":
      case "relative":
        return tokenAtoms(field, frequencies);
      case "sex":
      case "suffix":
        return [textAtom(field.name, field, (text) => text)];
      default:
        return textAtoms(field);
    }
  });
}

function hashLists(slot: Slot, size: number, hashesOf: (code: number) => readonly number[]): HashLists {
  const single = sharedUint32(size);
  for (let code = 0; code < size; code += 1) {
    if (slot.counts[code] === 0) continue;
    const hashes = hashesOf(code);
    if (hashes.length > 1) return listHashes(slot, size, hashesOf);
    single[code] = hashes[0] ?? 0;
  }
  return { position: slot.position, single, offsets: new Uint32Array(0), hashes: new Uint32Array(0) };
}

function listHashes(slot: Slot, size: number, hashesOf: (code: number) => readonly number[]): HashLists {
  const offsets = sharedUint32(size + 1);
  const all: number[] = [];
  for (let code = 0; code < size; code += 1) {
    if (slot.counts[code]! > 0) for (const hash of hashesOf(code)) all.push(hash);
    offsets[code + 1] = all.length;
  }
  const hashes = sharedUint32(all.length);
  hashes.set(all);
  return { position: slot.position, single: null, offsets, hashes };
}

const hashOne = (text: string): readonly number[] => (text === "" ? [] : [hashText(text)]);

function stringAtom(
  name: string,
  group: string,
  slot: Slot,
  strings: PackedStrings,
  part: (text: string) => string,
): AtomPlan {
  const makeParts = () => [hashLists(slot, strings.count, (code) => hashOne(part(strings.at(code))))];
  return { name, group, isSum: false, makeParts };
}

const joined = (text: string): string => text.replaceAll(" ", "");
const longEnough = (text: string, length: number): string => (text.length >= length ? text : "");

function nameAtoms(field: NameField): AtomPlan[] {
  const { given, surname, middle, dictionary, tokenOffsets, tokens } = field;
  const { strings } = dictionary;
  const atoms: AtomPlan[] = [];
  for (const [slot, part] of [
    [given, "given_name"],
    [surname, "surname"],
  ] as const) {
    if (slot === null) continue;
    const add = (name: string, of: (text: string) => string): void => {
      atoms.push(stringAtom(name, part, slot, strings, of));
    };
    add(part, joined);
    add(`${part} first 3`, (text) => longEnough(joined(text).slice(0, 3), 3));
    add(`${part} letters 2-4`, (text) => longEnough(joined(text).slice(1, 4), 3));
    add(`${part} sound`, (text) => soundex(joined(text)));
    if (field.hasUnvowelled) {
      const makeParts = () => [hashLists(slot, strings.count, (code) => consonantHashes(field, code))];
      atoms.push({ name: `${part} consonants`, group: part, isSum: false, makeParts });
    }
    if (part === "given_name") add(`${part} initial`, (text) => text.slice(0, 1));
  }
  const slots = [given, middle, surname].filter((slot) => slot !== null);
  const tokenHashes = (code: number): number[] => {
    const hashes: number[] = [];
    for (let i = tokenOffsets[code]!; i < tokenOffsets[code + 1]!; i += 1) {
      const text = strings.at(tokens[i]!);
      if (text.length > 1) hashes.push(hashText(text));
    }
    return hashes;
  };
  const makeTokens = () => slots.map((slot) => hashLists(slot, strings.count, tokenHashes));
  if (slots.length > 1) atoms.push({ name: "any name", group: "names", isSum: false, makeParts: makeTokens });
  if (given !== null && surname !== null) {
    const makeWhole = () =>
      [given, surname].map((slot) => hashLists(slot, strings.count, (code) => hashOne(joined(strings.at(code)))));
    atoms.push({ name: "both names", group: "names", isSum: true, makeParts: makeWhole });
  }
  return atoms;
}

function dateAtoms({ name, slot, dates }: DateField): AtomPlan[] {
  const atom = (part: string, of: (year: number, month: number, day: number) => number): AtomPlan => ({
    name: part === "" ? name : `${name} ${part}`,
    group: name,
    isSum: false,
    makeParts: () => [
      hashLists(slot, dates.length, (code) => {
        const date = dates[code]!;
        const number = of(Math.floor(date / 10000), Math.floor(date / 100) % 100, date % 100);
        return number === 0 ? [] : [mixBits(number) || 1];
      }),
    ],
  });
  return [
    atom("", (year, month, day) => year * 10000 + month * 100 + day),
    atom("year", (year) => year),
    atom("month and day", (_, month, day) => (month * 100 + day > 101 && day > 0 ? month * 100 + day : 0)),
    atom("year and month", (year, month) => (month > 0 ? year * 100 + month : 0)),
    atom("year and day", (year, _, day) => (day > 0 ? year * 100 + day : 0)),
  ];
}

function textAtom(name: string, field: TextField, part: (text: string) => string): AtomPlan {
  return stringAtom(name, field.name, field.slot, field.dictionary.strings, part);
}

function textAtoms(field: TextField): AtomPlan[] {
  const { name } = field;
  const atoms = [textAtom(name, field, joined)];
  const codes = (label: string, numbers: Int32Array | null): void => {
    if (numbers === null) return;
    const makeParts = () => [
      hashLists(field.slot, numbers.length, (code) => (numbers[code] === 0 ? [] : [numbers[code]! >>> 0])),
    ];
    atoms.push({ name: `${name} ${label}`, group: name, isSum: false, makeParts });
  };
  if (field.kind === "email") {
    codes("local part", field.local);
    codes("domain", field.coarse);
  }
  if (field.kind === "postcode") codes("district", field.coarse);
  if (field.kind === "phone") atoms.push(textAtom(`${name} last 7`, field, (text) => longEnough(text, 7).slice(-7)));
  if (field.kind === "town") atoms.push(textAtom(`${name} first 4`, field, (text) => longEnough(text.slice(0, 4), 4)));
  return atoms;
}

/** The rarest words and the rarest number of a text, rarest by the model; of equally rare ones the first in order of text. */
function tokenAtoms(field: TokenField, { slots }: AlignedFrequencies): AtomPlan[] {
  const { name, slot, tokens, tokenOffsets, tokenDictionary, dictionary, isNumber } = field;
  const counts = slots[`${name}.tokens`]?.counts ?? new Uint32Array(isNumber.length).fill(1);
  // Codes of tokens are in the order of their texts.
  const rarest = (code: number, wanted: 0 | 1, most: number): number[] =>
    [...tokens.subarray(tokenOffsets[code]!, tokenOffsets[code + 1]!)]
      .filter((token) => isNumber[token] === wanted)
      .sort((a, b) => counts[a]! - counts[b]! || a - b)
      .slice(0, most);
  const lists = (wanted: 0 | 1, most: number) => (): HashLists[] => {
    const hashes = Uint32Array.from(tokenDictionary.strings, hashText);
    const hashesOf = (code: number) => rarest(code, wanted, most).map((token) => hashes[token]!);
    return [hashLists(slot, dictionary.strings.count, hashesOf)];
  };
  const words = { name: `${name} word`, group: name, isSum: false, makeParts: lists(0, 2) };
  if (field.kind === "relative") return [words];
  return [words, { name: `${name} number`, group: name, isSum: false, makeParts: lists(1, 1) }];
}
