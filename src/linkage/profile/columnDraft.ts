// The working state of one column while its type is decided: content scores, the name's bonus, and the choice so far.
import type { NameBonus } from "./interpretColumnName.ts";
import type { SemanticType } from "./semanticType.ts";
import type { ColumnSummary } from "./summariseColumn.ts";
import { percent, type TypeScore } from "./typeScore.ts";

export interface ColumnDraft {
  readonly summary: ColumnSummary;
  /** Best content score per type. */
  readonly scores: ReadonlyMap<SemanticType, TypeScore>;
  readonly bonus: NameBonus;
  /** True where the settings give the type: nothing changes it. */
  readonly isFixed: boolean;
  type: SemanticType;
  confidence: number;
  reasons: string[];
}

const bonusWeight = 0.4;
const leastTotal = 0.24;
/** What a type loses where the column's name clearly says another one. */
const otherNamePenalty = 0.1;

/** Types whose values can be recognised for certain: a column's name alone never gives one. */
const contentTypes: ReadonlySet<SemanticType> = new Set([
  "birthDate",
  "birthYear",
  "birthMonth",
  "birthDay",
  "age",
  "email",
  "phone",
  "postcode",
  "sex",
  "houseNumber",
]);
const letterTypes: ReadonlySet<SemanticType> = new Set([
  "givenName",
  "middleName",
  "surname",
  "fullName",
  "nameSuffix",
  "relativeName",
  "organisation",
  "town",
  "region",
  "country",
  "nationality",
  "street",
  "addressLine",
  "freeText",
]);

export const typeWords: Readonly<Record<SemanticType, string>> = {
  givenName: "a given name",
  middleName: "a middle name",
  surname: "a surname",
  fullName: "a full name",
  nameSuffix: "a name suffix",
  relativeName: "a relative's name",
  organisation: "an organisation",
  sex: "a sex",
  birthDate: "a birth date",
  birthYear: "a birth year",
  birthMonth: "a birth month",
  birthDay: "a birth day",
  age: "an age",
  addressLine: "an address",
  houseNumber: "a house number",
  street: "a street",
  town: "a town",
  region: "a region",
  postcode: "a postcode",
  country: "a country",
  nationality: "a nationality",
  email: "an e-mail address",
  phone: "a phone number",
  document: "a document number",
  code: "a code",
  number: "an amount",
  freeText: "a free text",
  notForMatching: "something not for matching",
};

/** Content fit of a type, 0 where the content does not speak for it. */
export function fitOf(draft: ColumnDraft, type: SemanticType): number {
  return draft.scores.get(type)?.fit ?? 0;
}

/** Bonus that the column's name gives a type, 0 where none. */
export function bonusOf(draft: ColumnDraft, type: SemanticType): number {
  return draft.bonus.get(type) ?? 0;
}

/** Content fit plus weighted bonus; 0 where the content rules the type out. */
export function totalOf(draft: ColumnDraft, type: SemanticType): number {
  const fit = fitOf(draft, type);
  const bonus = bonusOf(draft, type);
  if (bonus === 0) return fit - penaltyOf(draft, type);
  if (fit > 0.02 || bonus < 0) return fit + bonusWeight * bonus;
  return allowsNameAlone(draft.summary, type) ? 0.75 * bonusWeight * bonus + 0.1 : 0;
}

/** Of a type that the name does not point to, where it clearly points to another one. */
function penaltyOf(draft: ColumnDraft, type: SemanticType): number {
  if (!isClearlyNamed(draft)) return 0;
  const isMistaken = mistakenFor.some(
    ({ named, types }) => types.has(type) && named.some((own) => bonusOf(draft, own) >= clearBonus),
  );
  return isMistaken ? mistakenPenalty : otherNamePenalty;
}

/** What looks like something else whatever it is called: places named after people, postcodes of many digits. */
const mistakenFor: readonly { readonly named: readonly SemanticType[]; readonly types: ReadonlySet<SemanticType> }[] = [
  { named: ["town", "region", "country", "street"], types: new Set(["fullName", "givenName", "surname"]) },
  { named: ["postcode"], types: new Set(["document", "phone", "number"]) },
];
const mistakenPenalty = 0.5;
const clearBonus = 0.8;

const isClearlyNamed = (draft: ColumnDraft): boolean => [...draft.bonus.values()].some((bonus) => bonus >= clearBonus);

function allowsNameAlone(summary: ColumnSummary, type: SemanticType): boolean {
  const numeric = summary.sample.filter((value) => /^[\d\s.,:/+-]+$/.test(value.text)).length;
  const isNumeric = numeric > summary.sample.length * 0.5;
  if (type === "sex") return summary.distinctCount <= 6;
  if (contentTypes.has(type)) return false;
  if (type === "document") return isNumeric || summary.sample.some((value) => /\d/.test(value.text));
  return letterTypes.has(type) ? !isNumeric : true;
}

/** Chooses the type of one column on its own; sets type, confidence and reasons. */
export function chooseType(draft: ColumnDraft): void {
  const types = new Set<SemanticType>([...draft.scores.keys(), ...draft.bonus.keys()]);
  const ranked = [...types]
    .map((type) => [type, totalOf(draft, type)] as const)
    .sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1));
  const [best, second] = ranked;
  if (best === undefined || best[1] < leastTotal) {
    settle(draft, "code", 0.2, ["nothing speaks clearly for any type"]);
    return;
  }
  const margin = best[1] - (second?.[1] ?? 0);
  const confidence = Math.min(0.99, 0.55 * Math.min(1, best[1]) + 0.45 * Math.min(1, margin / 0.4));
  settle(draft, best[0], confidence, reasonsFor(draft, best[0]));
}

/** Reasons for a type from content and name. */
export function reasonsFor(draft: ColumnDraft, type: SemanticType): string[] {
  const reasons: string[] = [];
  const score = draft.scores.get(type);
  if (score !== undefined && score.fit > 0.02) reasons.push(score.reason);
  if (bonusOf(draft, type) > 0) reasons.push(`named like ${typeWords[type]}`);
  return reasons;
}

/** Sets the type of a draft, unless the settings fixed it. `confidence` is rounded to 2 digits. */
export function settle(draft: ColumnDraft, type: SemanticType, confidence: number, reasons: string[]): void {
  if (draft.isFixed) return;
  draft.type = type;
  draft.confidence = Math.round(Math.max(0.05, Math.min(0.99, confidence)) * 100) / 100;
  draft.reasons = reasons;
}

/** Columns that say nothing whatever their meaning; null where the column has something to say. */
export function emptinessOf(summary: ColumnSummary): string | null {
  if (summary.filledCount === 0) return "no values";
  if (summary.distinctCount === 1) return "the same value everywhere";
  const filled = summary.filledCount / summary.recordCount;
  if (filled < 0.01 && summary.recordCount >= 100) return `only ${percent(filled)} filled`;
  return null;
}
