// Picks the identifier where none was named: a column that is complete, unique within each source and looks like an
// identifier by name or content. What belongs to a person (e-mail, phone, document number, date, name) never qualifies,
// because it must stay a matching field.
import type { RawColumn } from "./rawRecords.ts";
import { splitColumnName } from "./splitColumnName.ts";

export interface IdentifierChoice {
  /** Index of the column, or −1 where row numbers serve. */
  readonly index: number;
  readonly reason: string;
}

const bestNames = ["uniqueid", "recordid", "recid", "id", "uuid", "guid", "uid", "rowid", "recordkey", "key"];
const idTokens = new Set([
  "id",
  "uid",
  "uuid",
  "guid",
  "key",
  "ref",
  "reference",
  "record",
  "rec",
  "identifier",
  "recid",
]);
/** A column of nothing but these words numbers the rows: NUM, Sl_No, volgnr, no_urut. */
const rowNumberTokens = new Set(
  "num no nr nro number nummer numero sl sr serial seq lfd lfdnr volgnr row line urut".split(" "),
);
const personalTokens = new Set(
  (
    "email mail phone tel telephone mobile cell fax name surname forename firstname lastname fullname first last given " +
    "family birth dob birthdate birthday date age ssn social soc sec passport licence license national nhs nino tax " +
    "voter driver drivers insurance card medicare aadhaar pan iban vat tin cpf dni nie pesel bsn curp account address " +
    "addr street postcode postal zip city town country house household cluster group truth parent " +
    "mother father spouse gender sex amount time timestamp title identity document doc visa permit"
  ).split(" "),
);

/** 0 is the best name, 10 and more merely ends like an identifier, 100 says nothing, Infinity is a person's own value. */
function rankName(name: string): number {
  const words = splitColumnName(name);
  const best = bestNames.indexOf(words.join(""));
  if (best >= 0) return best;
  if (words.some((word) => personalTokens.has(word))) return Number.POSITIVE_INFINITY;
  const last = words.at(-1);
  if (last !== undefined && idTokens.has(last)) return 20 + words.length;
  if (words.some((word) => idTokens.has(word)) || /(?:^|[a-z])(?:id|key|ref)$/.test(words.join("")))
    return 40 + words.length;
  if (words.length > 0 && words.every((word) => rowNumberTokens.has(word))) return 60 + words.length;
  return 100;
}

/** Opaque by content: UUIDs, hexadecimal, counters, or one fixed shape of prefix and digits. Looks at up to 2,000 values. */
function looksOpaque(column: RawColumn): boolean {
  const count = column.values.count;
  if (count < 20) return false;
  const step = Math.max(1, Math.floor(count / 2000));
  const sample: string[] = [];
  for (let i = 0; i < count; i += step) sample.push(column.values.at(i));
  const share = (pattern: RegExp): number => sample.filter((value) => pattern.test(value)).length / sample.length;
  if (share(/^\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?$/i) > 0.99) return true;
  if (share(/^(?=.*\d)[0-9a-f]{12,64}$/i) > 0.95 && share(/[a-f]/i) > 0.9) return true;
  if (share(/^\d{1,15}$/) === 1) return isDenseCounter(sample, count);
  const prefix = /^[a-z]*/i.exec(sample[0] as string)?.[0] ?? "";
  const hasOnePrefix = prefix !== "" && sample.every((value) => value.startsWith(prefix));
  return hasOnePrefix && share(/^[a-z]{1,8}[-_:#]?\d+(?:[-_:][a-z0-9]+)*$/i) > 0.99;
}

function isDenseCounter(sample: readonly string[], count: number): boolean {
  let least = Number.POSITIVE_INFINITY;
  let greatest = 0;
  for (const value of sample) {
    least = Math.min(least, Number(value));
    greatest = Math.max(greatest, Number(value));
  }
  return greatest - least < count * 2 && least <= count;
}

/**
 * Chooses among `columns`; `isUniqueAndComplete` says whether a column identifies every record within its source.
 * The choice depends on names, values and the order of columns, never on the order of rows.
 */
export function chooseIdentifier(
  columns: readonly RawColumn[],
  isUniqueAndComplete: (column: RawColumn) => boolean,
): IdentifierChoice {
  const candidates: { index: number; rank: number; why: string }[] = [];
  let repeated: string | null = null;
  columns.forEach((column, index) => {
    const rank = rankName(column.name);
    if (rank === Number.POSITIVE_INFINITY) return;
    const unique = isUniqueAndComplete(column);
    if (!unique && rank < 20) repeated ??= column.name;
    if (!unique) return;
    if (rank < 100) candidates.push({ index, rank, why: "is named like an identifier" });
    else if (looksOpaque(column)) candidates.push({ index, rank, why: "holds opaque codes" });
  });
  candidates.sort((a, b) => a.rank - b.rank || a.index - b.index);
  const chosen = candidates[0];
  if (chosen === undefined) {
    const note =
      repeated === null ? "" : ` (column "${repeated}" is named like one, but is empty or repeated in some records)`;
    return {
      index: -1,
      reason: `Row numbers identify the records: no column is complete, unique and looks like an identifier${note}.`,
    };
  }
  const others = candidates.slice(1).map((candidate) => `"${columns[candidate.index]?.name}"`);
  const preferred = others.length === 0 ? "" : `; preferred to ${others.slice(0, 5).join(", ")}`;
  const name = columns[chosen.index]?.name;
  return {
    index: chosen.index,
    reason: `Column "${name}" identifies the records: it is complete, unique and ${chosen.why}${preferred}.`,
  };
}
