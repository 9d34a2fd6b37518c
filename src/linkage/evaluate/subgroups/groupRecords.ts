// Puts records into groups of people by what fields mean, never by what columns are called: sex, age, and the origin of
// the name as far as its script and our lexicon tell. Who cannot be placed is in the group "unknown".
import type { ColumnProfile } from "../../profile/columnProfile.ts";
import { foldText } from "../../profile/foldText.ts";
import { lookUpName } from "../../profile/lexicon/nameLexicon.ts";
import type { SemanticType } from "../../profile/semanticType.ts";
import type { RecordTable } from "../../read/recordTable.ts";
import type { StandardRecords } from "../../standardise/standardRecords.ts";

export interface Grouping {
  readonly dimension: "sex" | "age" | "origin of the name";
  /** Names of the groups; the first is "unknown". */
  readonly groups: readonly string[];
  /** Per record the index of its group. */
  readonly groupOf: Uint8Array;
}

/** Groupings for which there is a field. `records`: all records of the table, in its order. */
export function groupRecords(
  table: RecordTable,
  profiles: readonly ColumnProfile[],
  records: StandardRecords,
  currentYear: number,
): Grouping[] {
  return [groupBySex(records), groupByAge(records, currentYear), groupByOrigin(table, profiles)].filter(
    (grouping) => grouping !== null,
  );
}

class Groups {
  readonly names: string[] = ["unknown"];
  readonly #indexOf = new Map([["unknown", 0]]);

  /** 255 groups at most; what comes after is unknown. */
  index(name: string): number {
    const known = this.#indexOf.get(name);
    if (known !== undefined) return known;
    if (this.names.length > 255) return 0;
    this.#indexOf.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}

const sexNames: Readonly<Record<string, string>> = { f: "female", m: "male", x: "other" };
/** Systems' own codes stay as they are: which is which differs. */
const nameSex = (text: string): string => sexNames[text] ?? `recorded as ${text.slice(0, 12)}`;

function groupBySex({ fields, cells, stride, recordCount }: StandardRecords): Grouping | null {
  const field = fields.find(({ kind }) => kind === "sex");
  if (field === undefined || field.kind !== "sex") return null;
  const groups = new Groups();
  const ofCode = Array.from(field.dictionary.strings, (text) => groups.index(nameSex(text)));
  const groupOf = Uint8Array.from({ length: recordCount }, (_, record) => {
    return ofCode[cells[record * stride + field.slot.position]!] ?? 0;
  });
  return { dimension: "sex", groups: groups.names, groupOf };
}

const ageBands: readonly (readonly [least: number, name: string])[] = [
  [80, "80 and over"],
  [65, "65 to 79"],
  [45, "45 to 64"],
  [30, "30 to 44"],
  [18, "18 to 29"],
  [0, "under 18"],
];
/** Files of people most of whom are older than this are of the past: spans of birth years say more than ages. */
const ageMax = 100;
const spanYears = 20;

function groupByAge({ fields, cells, stride, recordCount }: StandardRecords, currentYear: number): Grouping | null {
  const field = fields.find(({ kind }) => kind === "date");
  if (field === undefined || field.kind !== "date") return null;
  const years = Int32Array.from({ length: recordCount }, (_, record) =>
    Math.floor((field.dates[cells[record * stride + field.slot.position]!] ?? 0) / 10_000),
  );
  const known = years.filter((year) => year > 0).sort();
  const isPast = currentYear - (known[known.length >> 1] ?? currentYear) > ageMax;
  const groups = new Groups();
  const nameOf = (year: number): string => {
    const start = Math.floor(year / spanYears) * spanYears;
    if (isPast) return `born ${start} to ${start + spanYears - 1}`;
    return ageBands.find(([least]) => currentYear - year >= least)?.[1] ?? "unknown";
  };
  const groupOf = Uint8Array.from(years, (year) => (year <= 0 ? 0 : groups.index(nameOf(year))));
  return { dimension: "age", groups: groups.names, groupOf };
}

/** The name that origin is read from: the first of these that the file has. */
const nameTypes: readonly SemanticType[] = ["surname", "fullName", "givenName"];

function groupByOrigin(table: RecordTable, profiles: readonly ColumnProfile[]): Grouping | null {
  const typeOf = new Map(profiles.map(({ name, type }) => [name, type]));
  const type = nameTypes.find((wanted) => table.columns.some(({ name }) => typeOf.get(name) === wanted));
  if (type === undefined) return null;
  const groups = new Groups();
  const groupOf = new Uint8Array(table.recordCount);
  for (const { name, codes, values } of table.columns) {
    if (typeOf.get(name) !== type) continue;
    const ofCode = Array.from(values, (text) => groups.index(originOf(text, type)));
    for (let record = 0; record < groupOf.length; record += 1) {
      if (groupOf[record] === 0 && codes[record]! >= 0) groupOf[record] = ofCode[codes[record]!]!;
    }
  }
  return { dimension: "origin of the name", groups: groups.names, groupOf };
}

const scripts = ["Cyrillic", "Greek", "Arabic", "Hebrew", "Han", "Hiragana", "Katakana", "Hangul", "Devanagari"].map(
  (name) => ({ name, letters: new RegExp(`\\p{Script=${name}}`, "u") }),
);

/** Of names in Latin letters, whether the lexicon lists them: it knows names of Europe and North America best. */
function originOf(text: string, type: SemanticType): string {
  const script = scripts.find(({ letters }) => letters.test(text));
  if (script !== undefined) return `${script.name} letters`;
  if (!/\p{Script=Latin}/u.test(text)) return /\p{Letter}/u.test(text) ? "other letters" : "unknown";
  const isListed = foldText(text)
    .split(" ")
    .some((word) => {
      const levels = lookUpName(word);
      if (levels === undefined) return false;
      return type === "surname" ? levels.surname > 0 : levels.surname + levels.female + levels.male > 0;
    });
  return isListed ? "Latin letters, name in the lexicon" : "Latin letters, name not in the lexicon";
}
