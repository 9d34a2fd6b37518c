// Uses postcodes to recognise towns: the first characters of a postcode go with the town, and hardly with anything else. Counted over
// distinct postcodes, so that several records of one person do not pass for evidence.
import { bonusOf, type ColumnDraft, fitOf, settle } from "./columnDraft.ts";
import { foldText } from "./foldText.ts";
import type { SemanticType } from "./semanticType.ts";
import { shareOf } from "./summariseColumn.ts";

const openTypes = new Set(["surname", "givenName", "code", "town", "freeText", "region"]);

/** More distinct postcodes than this are thinned out: every k-th in byte order, whatever the order of rows. */
const postcodesMax = 20_000;

function areaOf(postcode: string): string {
  const folded = foldText(postcode).replaceAll(" ", "");
  return /^[a-z]/.test(folded) ? folded.slice(0, 2) : folded.slice(0, folded.length <= 4 ? 2 : 3);
}

/** Commonest text per distinct postcode, grouped by the postcode's area. */
function textsByArea(postcode: ColumnDraft, text: ColumnDraft): Map<string, Map<number, number>> {
  const perPostcode = new Map<number, number>();
  const best = new Map<number, number>();
  const codes = postcode.summary.column.codes;
  const texts = text.summary.column.codes;
  const width = text.summary.column.values.count;
  const step = Math.max(1, Math.floor(postcode.summary.column.values.count / postcodesMax));
  for (let record = 0; record < codes.length; record += 1) {
    const code = codes[record]!;
    const value = texts[record]!;
    if (code < 0 || value < 0 || code % step !== 0) continue;
    const key = code * width + value;
    const count = (perPostcode.get(key) ?? 0) + 1;
    perPostcode.set(key, count);
    const held = best.get(code);
    const heldCount = held === undefined ? 0 : (perPostcode.get(code * width + held) ?? 0);
    if (held === undefined || count > heldCount || (count === heldCount && value < held)) best.set(code, value);
  }
  const areas = new Map<string, Map<number, number>>();
  for (const [code, value] of best) {
    const area = areaOf(postcode.summary.column.values.at(code));
    const counts = areas.get(area) ?? new Map<number, number>();
    counts.set(value, (counts.get(value) ?? 0) + 1);
    areas.set(area, counts);
  }
  return areas;
}

/** Mean share of the commonest text in areas of at least eight postcodes, less its share over all areas; 0 where unknown. */
export function areaLift(postcode: ColumnDraft, text: ColumnDraft): number {
  const overall = new Map<number, number>();
  let modal = 0;
  let seen = 0;
  for (const counts of textsByArea(postcode, text).values()) {
    let sum = 0;
    let most = 0;
    for (const [value, count] of counts) {
      sum += count;
      most = Math.max(most, count);
      overall.set(value, (overall.get(value) ?? 0) + count);
    }
    if (sum < 8) continue;
    modal += most;
    seen += sum;
  }
  if (seen < 100) return 0;
  const total = [...overall.values()].reduce((sum, count) => sum + count, 0);
  return modal / seen - Math.max(...overall.values()) / total;
}

/** The column that goes best with the postcode's area becomes the town, where names of columns say nothing else. */
export function resolveTowns(drafts: readonly ColumnDraft[]): void {
  const postcode = drafts.find((draft) => draft.type === "postcode" || fitOf(draft, "postcode") >= 0.4);
  if (postcode === undefined) return;
  const texts = drafts.filter(
    (draft) =>
      draft !== postcode && openTypes.has(draft.type) && draft.bonus.size === 0 && draft.summary.distinctCount >= 8,
  );
  const ranked = texts
    .filter((draft) => shareOf(draft.summary, (value) => /^[\p{L}\p{M}]{3}/u.test(value.text)) > 0.8)
    .map((draft) => ({ draft, lift: areaLift(postcode, draft) }))
    .sort((left, right) => right.lift - left.lift);
  const [first, second] = ranked;
  if (first === undefined || first.lift < 0.25 || first.lift < 2 * (second?.lift ?? 0)) return;
  if (postcode.type !== "postcode")
    settle(postcode, "postcode", 0.75, [`goes with the places in ${first.draft.summary.name}`]);
  if (first.draft.type === "region" && fitOf(first.draft, "region") > 0.5) return;
  settle(first.draft, "town", 0.85, [`goes with the first characters of the postcode in ${postcode.summary.name}`]);
}

const addressTypes = new Set(["postcode", "street", "addressLine", "houseNumber", "region"]);

/** Share of the rarer column's distinct values that the other has too. */
function sharedVocabulary(left: ColumnDraft, right: ColumnDraft): number {
  const [small, large] = [left, right].sort(
    (one, other) => one.summary.sample.length - other.summary.sample.length,
  ) as [ColumnDraft, ColumnDraft];
  const known = new Set(large.summary.sample.map((value) => value.folded));
  return (
    small.summary.sample.filter((value) => known.has(value.folded)).length / Math.max(1, small.summary.sample.length)
  );
}

/**
 * Without a town so far, a column of words that the lexicon hardly knows, beside a postcode or street, is the town: unless it shares
 * values with a column of surnames.
 */
export function resolveUnknownTowns(drafts: readonly ColumnDraft[]): void {
  if (drafts.some((draft) => draft.type === "town")) return;
  const names = drafts.filter((draft) => draft.type === "surname" || draft.type === "givenName").slice(0, 20);
  for (const [position, draft] of drafts.entries()) {
    const isOpen =
      draft.type === "surname" ||
      draft.type === "givenName" ||
      draft.type === "fullName" ||
      (draft.type === "code" && draft.summary.distinctCount >= 12);
    if (!isOpen || draft.isFixed || draft.bonus.size > 0 || fitOf(draft, "town") === 0) continue;
    const others = names.filter((other) => other !== draft);
    const isBeside = [drafts[position - 1], drafts[position + 1]].some(
      (other) => other !== undefined && addressTypes.has(other.type),
    );
    if (!isBeside || others.length < 2 || others.some((other) => sharedVocabulary(draft, other) > 0.1)) continue;
    settle(draft, "town", 0.5, ["words beside a postcode or street, shared with no column of names"]);
    return;
  }
}

const lineTypes: ReadonlySet<SemanticType> = new Set([
  "town",
  "region",
  "surname",
  "givenName",
  "fullName",
  "freeText",
  "code",
]);

/** Addr3, but not address1_city. */
const isNumberedLine = (draft: ColumnDraft): boolean =>
  bonusOf(draft, "addressLine") >= 1 && /\d$/.test(draft.summary.name);

/**
 * Of several columns named as lines of an address (Addr3, Addr4) none is the town: the same stands now in this line, now in that, as
 * many lines as there are before.
 */
export function resolveAddressLines(drafts: readonly ColumnDraft[]): void {
  const lines = drafts.filter((draft) => !draft.isFixed && lineTypes.has(draft.type) && isNumberedLine(draft));
  if (lines.length < 2) return;
  for (const draft of lines) settle(draft, "addressLine", 0.7, ["named like one of several lines of an address"]);
}

/** A second column of place-like texts beside the street is a part of the address: a building, an estate, a hamlet. */
export function resolveAddressParts(drafts: readonly ColumnDraft[]): void {
  const towns = drafts.filter((draft) => draft.type === "town");
  for (const [position, draft] of drafts.entries()) {
    const isOpen =
      draft.type === "town" || draft.type === "surname" || draft.type === "freeText" || draft.type === "fullName";
    if (!isOpen || draft.isFixed || draft.bonus.has(draft.type)) continue;
    const isBesideStreet = [drafts[position - 1], drafts[position + 1]].some(
      (other) => other?.type === "street" || other?.type === "addressLine",
    );
    const several = shareOf(draft.summary, (value) => value.words.length >= 2);
    const fuller = towns.some(
      (other) => other !== draft && other.summary.filledCount > 1.2 * draft.summary.filledCount,
    );
    const built = fitOf(draft, "addressLine") > 0;
    if (isBesideStreet && several > 0.25 && (fuller || (built && towns.some((other) => other !== draft)))) {
      settle(draft, "addressLine", 0.6, ["texts of several words beside a street, with the town in another column"]);
    }
  }
}
