// Which column says where a record comes from, where nobody has said it: the wave of a survey, the list, the year of a return, whether
// an entry is of a birth or a burial. Whoever is in one of its values is in others too, and hardly ever twice in one: records that are
// one person's by what they share then agree in it far less often than strangers do, while in all that describes a person they agree
// more often.
import { mixBits } from "../../shared/hashText.ts";
import { agreementLift, readColumn } from "../compare/told/agreementLift.ts";
import { tellingValues } from "../compare/told/tellingValues.ts";
import { splitColumnName } from "../profile/splitColumnName.ts";
import type { Column, RecordTable } from "../read/recordTable.ts";
import { bornNameKey, identifierKeys, type Key, keyLimit, nameKeys, pairsSharing } from "./sharedKeys.ts";
import { type SourcesBy, sourcesOf } from "./sourcesBy.ts";
import type { Field, StandardRecords } from "./standardRecords.ts";

/** Different values of such a column, and the share of records that have one, and that have the commonest. */
const valuesMax = 60;
const filledMin = 0.99;
const commonestMax = 0.98;
/** Of the agreement that chance would have, what is left among pairs that share a key. */
const ratioMax = 0.55;
/** Standard deviations that the agreement stays below chance. */
const deviationsMin = 4.5;
/** Of how much more often records could agree in a field and the column together than by chance, the share from which one tells the other. */
const toldMin = 0.5;
/** Fields by which records without names are found alike. */
const codeKinds: ReadonlySet<Field["kind"]> = new Set([
  "code",
  "sex",
  "town",
  "postcode",
  "number",
  "houseNumber",
  "date",
]);
const codesMin = 2;

/** The column with its values; null where none is one. @param records the table's, standardised */
export function findSourceColumn(table: RecordTable, records: StandardRecords): SourcesBy | null {
  // In whatever order the columns stand, one of two that say the same is taken.
  const candidates = table.columns.filter(mayBeSource).sort((a, b) => (a.name < b.name ? -1 : 1));
  if (candidates.length === 0) return null;
  const hasNames = records.fields.some(({ kind }) => kind === "name");
  const shared = hasNames ? namedKeys(records).map(pairsSharing) : [];
  let best: Column | null = null;
  let most = 0;
  for (const column of candidates) {
    const pairs = hasNames ? shared : codedKeys(column, records).map(pairsSharing);
    const agreements = pairs.map((own) => countAgreement(column, own));
    const missing = Math.max(
      0,
      ...agreements.filter(isMissing).map(({ pairs, same, chance }) => chance - same / pairs),
    );
    // Of several the one that is called so, else the one of the fewest values, which says most: a wave rather than its interviewer.
    const weight = isNamedSource(column) ? 1 + missing : missing;
    if (weight > most) [best, most] = [column, weight];
  }
  return best === null ? null : sourcesOf(best);
}

const sourceWords: ReadonlySet<string> = new Set(
  "source src dataset database datasource quelle fuente fonte bron kilde kalla zrodlo zdroj forras lahde kaynak".split(
    " ",
  ),
);

const fillers: ReadonlySet<string> = new Set("system sys name code id set data type".split(" "));

/** What is called source and nothing else: that of an income is none. */
function isNamedSource({ name }: Column): boolean {
  const words = splitColumnName(name);
  return (
    words.some((word) => sourceWords.has(word)) && words.every((word) => sourceWords.has(word) || fillers.has(word))
  );
}

function mayBeSource({ codes, values }: Column): boolean {
  if (values.count < 2 || values.count > valuesMax) return false;
  const counts = new Uint32Array(values.count);
  let filled = 0;
  for (const code of codes) {
    if (code < 0) continue;
    counts[code]! += 1;
    filled += 1;
  }
  return filled >= filledMin * codes.length && Math.max(...counts) <= commonestMax * filled;
}

function namedKeys(records: StandardRecords): Key[] {
  const born = bornNameKey(records);
  return [...(born === null ? [] : [born]), ...nameKeys(records), ...identifierKeys(records)];
}

/** All codes together that do not follow from the column, and all but one of them, for each may have changed. */
function codedKeys(column: Column, records: StandardRecords): Key[] {
  const { recordCount } = records;
  const own = readColumn(recordCount, (record) => column.codes[record]!);
  const most = agreementLift(own, own) - 1;
  const tells = (field: Field): boolean =>
    agreementLift(own, readColumn(recordCount, tellingValues(records, field))) - 1 >= toldMin * most;
  const coded = records.fields.filter(
    (field) => codeKinds.has(field.kind) && field.name !== column.name && !tells(field),
  );
  if (coded.length < codesMin) return [];
  const parts = coded.map((field, index) => hashValues(records, field, index));
  const whole = new Uint32Array(recordCount);
  for (const part of parts) for (let record = 0; record < recordCount; record += 1) whole[record]! += part[record]!;
  const keys = [whole, ...parts.map((part) => whole.map((hash, record) => hash - part[record]!))];
  const limit = keyLimit(recordCount);
  return keys.map((key) => key.map((hash) => (mixBits(hash) < limit ? mixBits(hash) || 1 : 0)));
}

/** What is missing counts as a value. */
function hashValues({ cells, stride, recordCount }: StandardRecords, field: Field, index: number): Uint32Array {
  const { position } = (field as Exclude<Field, { kind: "name" }>).slot;
  const salt = mixBits(index + 1);
  return Uint32Array.from({ length: recordCount }, (_, record) =>
    mixBits((cells[record * stride + position]! + 2) ^ salt),
  );
}

/** Pairs of records that share a key, how many of them agree in a column, and the share that would by chance. */
interface Agreement {
  readonly pairs: number;
  readonly same: number;
  readonly chance: number;
}

function isMissing({ pairs, same, chance }: Agreement): boolean {
  const expected = chance * pairs;
  const deviations = (expected - same) / Math.sqrt(expected * (1 - chance) + 1);
  return same <= ratioMax * expected && deviations >= deviationsMin;
}

function countAgreement({ codes, values }: Column, pairs: readonly number[]): Agreement {
  const counts = new Uint32Array(values.count);
  let both = 0;
  let same = 0;
  for (let i = 0; i < pairs.length; i += 2) {
    const [left, right] = [codes[pairs[i]!]!, codes[pairs[i + 1]!]!];
    if (left < 0 || right < 0) continue;
    counts[left]! += 1;
    counts[right]! += 1;
    both += 1;
    if (left === right) same += 1;
  }
  const chance = counts.reduce((sum, count) => sum + (count / Math.max(1, 2 * both)) ** 2, 0);
  return { pairs: both, same, chance };
}
