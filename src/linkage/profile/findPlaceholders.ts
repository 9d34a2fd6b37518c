// Finds values that stand for "unknown". Words and patterns are sure; a value shared far beyond the next ones counts only in
// columns whose values should be one person's own (documents, e-mail, phones), because a common surname is no placeholder.
import { plainText } from "../../shared/plainText.ts";
import type { Column } from "../read/recordTable.ts";
import { parseDateText } from "./parseDateText.ts";
import type { SemanticType } from "./semanticType.ts";

const unknownWords = [
  "unknown",
  "unk",
  "unkn",
  "u/k",
  "unidentified",
  "not known",
  "inconnu",
  "unbekannt",
  "desconocido",
];
const personWords =
  "male|female|man|woman|boy|girl|person|persons|people|adult|youth|child|suspect|offender|driver|patient|m|f".split(
    "|",
  );

/** "Unknown male" and "female unknown": what is written where nobody knows the name. */
const unknownPersons = unknownWords.flatMap((unknown) =>
  personWords.flatMap((person) => [`${unknown} ${person}`, `${person} ${unknown}`]),
);

const placeholderWords = new Set([
  ...unknownPersons,
  ...(
    "baby|baby boy|baby girl|babyboy|babygirl|infant|infant boy|infant girl|male infant|female infant|newborn|new born|" +
    "recien nacido|recién nacido|recien nacida|neonato|neonata|unidentified|unnamed|u/k|unknown|unk|unkn|unknwn|not known|notknown|unknown unknown|n/a|na|n.a.|n a|n\\a|#n/a|nan|nil|nill|null|(null)|\\n|none|no data|nodata|missing|" +
    "not available|not applicable|not given|not stated|not provided|not recorded|not specified|unspecified|undefined|" +
    "undisclosed|refused|declined|withheld|unavailable|anonymous|tbc|tba|tbd|to follow|test|testing|xx|xxx|xxxx|xxxxx|" +
    "xxxxxx|zz|zzz|zzzz|zzzzz|?|??|???|-|--|---|.|..|...|_|*|**|***|no name|noname|no fixed abode|nfa|no email|noemail|" +
    "no phone|blank|empty|(blank)|(empty)|inconnu|inconnue|desconocido|desconocida|desconhecido|sconosciuto|sconosciuta|" +
    "unbekannt|onbekend|ukendt|ukjent|okand|okänd|nieznany|nieznane|nepoznato|keine angabe|k.a.|sin dato|sin datos|" +
    "non renseigne|non renseigné|brak|brak danych|nieznana|non disponibile|none@none.com|test@test.com|noemail@noemail.com|" +
    "no@email.com|noreply@noreply.com|a@a.com|na@na.com|none@none|unknown@unknown.com|x@x.com"
  ).split("|"),
]);

/** Words of `placeholderWords` that are also real values of these types ("Na" and "Nil" are names, NA is Namibia). */
const realInNames = new Set([
  "na",
  "nil",
  "none",
  "nan",
  "test",
  "null",
  "nill",
  "brak",
  "xx",
  "zz",
  "unk",
  "baby",
  "infant",
]);
const nameTypes: ReadonlySet<SemanticType> = new Set(["givenName", "middleName", "surname", "fullName", "country"]);

const placeholderDate =
  /^(?:(?:0?1[-/. ]0?1[-/. ](?:1900|1901|1800|0001)|(?:1900|1901|1800|0001|0000|9999)[-/.]?0?1[-/.]?0?1|0?0[-/.]0?0[-/.]0{2,4}|0000[-/.]?00[-/.]?00|31[-/.]12[-/.]9999|9999[-/.]?12[-/.]?31|12[-/.]31[-/.]9999|(?:99[-/.]99[-/.]|9999[-/.]99[-/.]99).*|1753[-/.]01[-/.]01|0?1[-/. ]jan(?:uary)?[-/. ]1900))(?:[T ]00:00.*)?$/i;

const sequences = new Set([
  "123456",
  "1234567",
  "12345678",
  "123456789",
  "1234567890",
  "0123456789",
  "012345678",
  "987654321",
  "9876543210",
]);

const isSeparator = (code: number): boolean => code === 32 || (code >= 40 && code <= 47);

/** One character repeated, at least `least` times, apart from separators: 999999, 000-00-0000, 11111111. */
function isRepeated(text: string, least: number): boolean {
  let seen = 0;
  let first = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (isSeparator(code)) continue;
    if (seen === 0) first = code;
    else if (code !== first) return false;
    seen += 1;
  }
  return seen >= least;
}

const longestPlaceholder = 26;

/** Whether a raw value stands for "unknown" whatever the column's type. */
export function isPlaceholderText(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length > longestPlaceholder || trimmed === "") return false;
  const first = trimmed.charCodeAt(0);
  if (first >= 48 && first <= 57) {
    return isRepeated(trimmed, 5) || sequences.has(trimmed) || placeholderDate.test(trimmed);
  }
  return placeholderWords.has(trimmed.toLowerCase()) || /^[xX?*.#-]{3,}$/.test(trimmed);
}

/** Dictionary codes, ascending, of values of a column that stand for "unknown" by their text alone. */
export function findPlaceholders({ values }: Pick<Column, "values">, counts: Uint32Array): number[] {
  const { bytes, offsets } = values;
  const found: number[] = [];
  for (let code = 0; code < counts.length; code += 1) {
    if (counts[code] === 0 || !mayBePlaceholder(bytes, offsets[code]!, offsets[code + 1]!)) continue;
    if (isPlaceholderText(plainText(values.at(code)))) found.push(code);
  }
  return found;
}

const space = 32;
const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;
const lowerCase = (byte: number): number => (byte >= 65 && byte <= 90 ? byte + 32 : byte);
const shape = (length: number, first: number): number => length * 128 + lowerCase(first);

/** Length and first character of the words, and of what a pattern repeats. */
const wordShapes = new Set([...placeholderWords].map((word) => shape(word.length, word.charCodeAt(0))));
const repeatedBytes = new Set([..."xX?*.#-"].map((text) => text.charCodeAt(0)));
/** What the dates of `placeholderDate` begin with. */
const dateBeginnings = new Set(
  "01|1-|1/|1.|1 |19|18|00|99|0-|0/|0.|31|12|17".split("|").map((two) => two.charCodeAt(0) * 128 + two.charCodeAt(1)),
);

/** False only where isPlaceholderText is false: spares most values of a large dictionary from becoming strings. */
export function mayBePlaceholder(bytes: Uint8Array, start: number, end: number): boolean {
  let [from, to] = [start, end];
  for (let i = from; i < to; i += 1) if (bytes[i]! > 127) return true;
  while (from < to && bytes[from]! <= space) from += 1;
  while (from < to && bytes[to - 1]! <= space) to -= 1;
  const length = to - from;
  if (length === 0 || length > longestPlaceholder) return false;
  const first = bytes[from]!;
  if (!isDigit(first)) return wordShapes.has(shape(length, first)) || (length > 2 && repeatedBytes.has(first));
  if (dateBeginnings.has(first * 128 + (bytes[from + 1] ?? 0))) return true;
  return (sequenceBeginnings.has(first) && length <= 10) || isRepeatedBytes(bytes, from, to, 5) === true;
}

const sequenceBeginnings = new Set([...sequences].map((sequence) => sequence.charCodeAt(0)));

/** As isRepeated; null where the bytes are not all ASCII and do not say. */
function isRepeatedBytes(bytes: Uint8Array, from: number, to: number, least: number): boolean | null {
  let seen = 0;
  let first = 0;
  for (let i = from; i < to; i += 1) {
    const byte = bytes[i]!;
    if (byte > 127) return null;
    if (isSeparator(byte)) continue;
    if (seen === 0) first = byte;
    else if (byte !== first) return false;
    seen += 1;
  }
  return seen >= least;
}

const ownTypes: ReadonlySet<SemanticType> = new Set(["email", "phone", "document"]);
const oneValueShare = 50;

/** Adjusts the placeholders of a column once its type is known: real short names are given back, heaps added. */
export function refinePlaceholders(
  type: SemanticType,
  column: Column,
  counts: Uint32Array,
  byText: readonly number[],
): number[] {
  let codes = [...byText];
  if (nameTypes.has(type)) {
    codes = codes.filter((code) => {
      const text = plainText(column.values.at(code)).trim().toLowerCase();
      return !(realInNames.has(text) && counts[code]! < 5);
    });
  }
  if (type === "sex" || type === "age" || type === "birthMonth" || type === "birthDay" || type === "houseNumber") {
    codes = codes.filter((code) => !/^\d{1,3}$/.test(plainText(column.values.at(code)).trim()));
  }
  if (type === "birthDate") codes = refineDates(column, counts, codes);
  if (codedTypes.has(type)) codes.push(...missingCodes(column, counts));
  if (ownTypes.has(type)) codes.push(...heapedCodes(counts, new Set(codes)), ...zeroCodes(column, counts));
  return [...new Set(codes)].sort((left, right) => left - right);
}

const codedTypes: ReadonlySet<SemanticType> = new Set(["code", "number", "age", "birthYear", "sex", "region"]);
/** What surveys write where a question was not asked or not answered. */
const missingCode = /^-(?:[1-9]|[6-9][6-9]|[6-9]{3})(?:\.0+)?$/;
/** Share of a column's other values that are numbers from 0 on. */
const numbersMin = 0.8;

/** Negative codes of a column whose other values are numbers, none of them negative. */
function missingCodes({ values }: Column, counts: Uint32Array): number[] {
  const missing: number[] = [];
  let numbers = 0;
  let others = 0;
  for (let code = 0; code < counts.length; code += 1) {
    if (counts[code] === 0) continue;
    const text = values.at(code).trim();
    if (missingCode.test(text)) missing.push(code);
    else if (text.startsWith("-")) return [];
    else if (/^\d+(?:[.,]\d+)?$/.test(text)) numbers += 1;
    else others += 1;
    if (missing.length === 0 && code >= lookMax) return [];
  }
  return numbers >= 2 && numbers >= numbersMin * (numbers + others) ? missing : [];
}

/** Distinct values, the first of which would hold a code that many records have. */
const lookMax = 1000;

/** Values shared by more than `oneValueShare` times the median of the 100 most frequent, and by at least 50 records. */
function heapedCodes(counts: Uint32Array, ignored: ReadonlySet<number>): number[] {
  const frequent: number[] = [];
  for (let code = 0; code < counts.length; code += 1) if (counts[code]! > 1 && !ignored.has(code)) frequent.push(code);
  frequent.sort((left, right) => counts[right]! - counts[left]! || left - right);
  const top = frequent.slice(0, 100);
  const median = counts[top[Math.floor(top.length / 2)] ?? -1] ?? 1;
  return top.filter((code) => counts[code]! >= oneValueShare && counts[code]! > oneValueShare * median);
}

function zeroCodes({ values }: Column, counts: Uint32Array): number[] {
  const { bytes, offsets } = values;
  const found: number[] = [];
  for (let code = 0; code < counts.length; code += 1) {
    if (counts[code] === 0) continue;
    const isFound =
      isRepeatedBytes(bytes, offsets[code]!, offsets[code + 1]!, 4) ?? isRepeated(plainText(values.at(code)), 4);
    if (isFound) found.push(code);
  }
  return found;
}

/** 1 January of these years stands for "unknown" where the data do not reach back that far. */
const dubiousYears = new Set([1753, 1800, 1900, 1901]);

/** Gives 01/01/1900 back where births of those years are common, and adds 1 January 1970 where it is heaped far beyond its neighbours. */
function refineDates(column: Column, counts: Uint32Array, byText: readonly number[]): number[] {
  const firstDays = new Map<number, { codes: number[]; count: number }>();
  const perYear = new Map<number, number>();
  for (let code = 0; code < counts.length; code += 1) {
    const date = counts[code]! > 0 ? parseDateText(plainText(column.values.at(code)), 99)?.dayFirst : undefined;
    if (!date) continue;
    perYear.set(date.year, (perYear.get(date.year) ?? 0) + counts[code]!);
    if (date.month !== 1 || date.day !== 1) continue;
    const entry = firstDays.get(date.year) ?? { codes: [], count: 0 };
    entry.codes.push(code);
    entry.count += counts[code]!;
    firstDays.set(date.year, entry);
  }
  const codes = new Set(byText);
  for (const [year, { codes: ofYear, count }] of firstDays) {
    if (!dubiousYears.has(year) && year !== 1970) continue;
    const around = [-3, -2, -1, 1, 2, 3].map((step) => year + step);
    const births = around.reduce((sum, other) => sum + (perYear.get(other) ?? 0), 0) / 6;
    const firsts = around.reduce((sum, other) => sum + (firstDays.get(other)?.count ?? 0), 0) / 6;
    const isHeaped = count >= 10 && count > 10 * (firsts + 1) && count > 0.5 * births;
    const isBeyond = dubiousYears.has(year) && births * 3 < count;
    for (const code of ofYear) {
      if (isHeaped || isBeyond) codes.add(code);
      else codes.delete(code);
    }
  }
  return [...codes];
}
