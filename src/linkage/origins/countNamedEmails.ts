// How alike the e-mail addresses of namesakes are because they are made of names: addresses of records drawn at random, one
// of each two written with the other's names. Chance alone, as u is: no pair is taken for one person or for two.
import { createRandom } from "../../shared/random.ts";
import { relationOf } from "../compare/comparators/textComparator.ts";
import { emailLevels, findName } from "../compare/namedEmails.ts";
import { encodeValues } from "../read/encodeValues.ts";
import { buildTextField } from "../standardise/buildTextField.ts";
import { SlotBuilder } from "../standardise/slotBuilder.ts";
import type { NameField, StandardRecords, TextField } from "../standardise/standardRecords.ts";

/** Pairs drawn of any two addresses, and of addresses with names of their records. */
const anyPairs = 30_000;
const namedPairs = 2000;
/** Records with a name in their address, below which the guess stands for what they would tell. */
const recordsMin = 50;
/** By level, in percent: a guess at how alike two addresses are that hold the same names. */
const guess = [0, 2, 30, 10, 35, 8, 15];
/** Records looked at, evenly spread. */
const recordsMax = 60_000;
/** Of the draws: the same records give the same model. */
const seed = 1;

/** A record whose address holds names of its own. */
interface NamedRecord {
  readonly email: number;
  readonly given: number;
  readonly surname: number;
  /** 1 where the address holds the given name, 2 the surname, 3 both. */
  readonly held: number;
}

/** Pairs by sharing · emailLevels + level; all 0 where no address holds a name. */
export function countNamedEmails(records: StandardRecords, name: NameField, emails: TextField): Uint32Array {
  const counts = new Uint32Array(4 * emailLevels);
  const named = listNamed(records, name, emails);
  const random = createRandom(seed);
  const draw = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  for (const sharing of [1, 2, 3]) {
    const own = named.filter(({ held }) => (held & sharing) === sharing);
    const ofSharing = counts.subarray(sharing * emailLevels, (sharing + 1) * emailLevels);
    if (own.length < recordsMin) {
      if (own.length > 0) ofSharing.set(guess);
      continue;
    }
    const pairs = Array.from({ length: namedPairs }, () => [draw(own), draw(own)] as const).filter(isOfTwo);
    const lefts = pairs.map(([left]) => emails.dictionary.strings.at(left.email));
    const rights = pairs.map(([left, right]) => rewrite(right, left, sharing, { name, emails }));
    countLevels(lefts, rights, ofSharing);
  }
  if (counts.some((count) => count > 0)) countAny(named, emails, draw, counts);
  return counts;
}

/** Records with the same names may be one person's. */
const isOfTwo = ([a, b]: readonly [NamedRecord, NamedRecord]): boolean =>
  a.email !== b.email && (a.given !== b.given || a.surname !== b.surname);

function listNamed({ recordCount, cells, stride }: StandardRecords, name: NameField, emails: TextField): NamedRecord[] {
  const { strings } = emails.dictionary;
  const names = name.dictionary.strings;
  const holds = (email: number, code: number): boolean => code >= 0 && findName(strings, email, names, code) !== null;
  const named: NamedRecord[] = [];
  const step = Math.max(1, Math.floor(recordCount / recordsMax));
  for (let row = 0; row < recordCount; row += step) {
    const codeOf = (position: number | undefined): number =>
      position === undefined ? -1 : cells[row * stride + position]!;
    const email = codeOf(emails.slot.position);
    if (email < 0) continue;
    const [given, surname] = [codeOf(name.given?.position), codeOf(name.surname?.position)];
    const held = (holds(email, given) ? 1 : 0) + (holds(email, surname) ? 2 : 0);
    named.push({ email, given, surname, held });
  }
  return named;
}

function countAny(
  named: readonly NamedRecord[],
  emails: TextField,
  draw: <T>(list: readonly T[]) => T,
  counts: Uint32Array,
): void {
  const relate = relationOf("email");
  for (let i = 0; i < anyPairs; i += 1) {
    const [a, b] = [draw(named), draw(named)];
    if (isOfTwo([a, b])) counts[relate(emails, a.email, b.email)]! += 1;
  }
}

/** The address of a record with the names that it shares written as those of another. */
function rewrite(
  record: NamedRecord,
  other: NamedRecord,
  sharing: number,
  { name, emails }: { readonly name: NameField; readonly emails: TextField },
): string {
  const { strings } = emails.dictionary;
  const names = name.dictionary.strings;
  const start = strings.offsets[record.email]!;
  const text = strings.at(record.email);
  const pieces = [
    ...((sharing & 1) === 0 ? [] : [{ own: record.given, others: other.given }]),
    ...((sharing & 2) === 0 ? [] : [{ own: record.surname, others: other.surname }]),
  ].map(({ own, others }) => ({ stretch: findName(strings, record.email, names, own)!, text: names.at(others) }));
  // From the end on, so that what is yet to be replaced stays where it is; of names in one another the later one goes.
  let rewritten = text;
  let end = text.length;
  for (const { stretch, text: replacement } of pieces.sort((a, b) => b.stretch.from - a.stretch.from)) {
    const [from, to] = [stretch.from - start, stretch.to - start];
    if (to > end) continue;
    rewritten = rewritten.slice(0, from) + replacement.replace(/[^a-z]/g, "") + rewritten.slice(to);
    end = from;
  }
  return rewritten;
}

/** Adds the levels of two lists of addresses, place by place. */
function countLevels(lefts: readonly string[], rights: readonly string[], counts: Uint32Array): void {
  const slots = new SlotBuilder(lefts.length + rights.length);
  const column = encodeValues("email", [...lefts, ...rights], true);
  const plan = {
    column: "email",
    type: "email",
    dateOrder: null,
    nameOrder: null,
    latestYear: null,
    placeholders: [],
  } as const;
  const planned = { column, plan, isPlaceholder: new Uint8Array(column.values.count) };
  const field = buildTextField({ name: "email", kind: "email", columns: [plan] }, [planned], slots);
  const { cells, stride } = slots.finish();
  const relate = relationOf("email");
  for (let i = 0; i < lefts.length; i += 1) {
    const a = cells[i * stride + field.slot.position]!;
    const b = cells[(lefts.length + i) * stride + field.slot.position]!;
    if (a < 0 || b < 0) continue;
    counts[a === b ? 1 : relate(field, a, b)]! += 1;
  }
}
