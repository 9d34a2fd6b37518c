// First guess of one column on its own: content scores, the name's bonus, and the type that both point to.
import type { Column } from "../read/recordTable.ts";
import { type ColumnDraft, chooseType, emptinessOf, settle } from "./columnDraft.ts";
import { findPlaceholders } from "./findPlaceholders.ts";
import { interpretColumnName } from "./interpretColumnName.ts";
import { namesMatchingResult } from "./namesMatchingResult.ts";
import { namesParentsSurname, namesRelative } from "./namesRelative.ts";
import { scoreCategories } from "./scoreCategories.ts";
import { scoreContacts } from "./scoreContacts.ts";
import { scoreDates } from "./scoreDates.ts";
import { scoreDocuments } from "./scoreDocuments.ts";
import { isAlphabetic, scoreNames } from "./scoreNames.ts";
import { scoreNumbers } from "./scoreNumbers.ts";
import { scorePlaces } from "./scorePlaces.ts";
import { scorePostcodes } from "./scorePostcodes.ts";
import type { SemanticType } from "./semanticType.ts";
import { type ColumnSummary, countCodes, shareOf, summariseColumn } from "./summariseColumn.ts";
import type { TypeScore } from "./typeScore.ts";

function scoreContent(summary: ColumnSummary, currentYear: number): Map<SemanticType, TypeScore> {
  const best = new Map<SemanticType, TypeScore>();
  const scores = [
    ...scoreContacts(summary),
    ...scoreDates(summary, currentYear % 100),
    ...scoreDocuments(summary),
    ...scorePostcodes(summary, currentYear),
    ...scoreNumbers(summary, currentYear),
    ...scorePlaces(summary),
    ...scoreNames(summary),
    ...scoreCategories(summary),
  ];
  for (const score of scores) if (score.fit > (best.get(score.type)?.fit ?? 0)) best.set(score.type, score);
  return best;
}

/** Share of values in letters from which what is named like a relative's name is no number of a relative. */
const relativeLettersMin = 0.7;

/** What a person has alone. Of a relative it is shared with the family, as places and telephones are anyway. */
const ownTypes: ReadonlySet<SemanticType> = new Set([
  "givenName",
  "middleName",
  "surname",
  "fullName",
  "nameSuffix",
  "sex",
  "birthDate",
  "birthYear",
  "birthMonth",
  "birthDay",
  "age",
  "email",
  "document",
]);

/** Draft of a column; `fixedType` is what the settings say. */
export function draftColumn(column: Column, fixedType: SemanticType | undefined, currentYear: number): ColumnDraft {
  const counts = countCodes(column);
  const summary = summariseColumn(column, counts, findPlaceholders(column, counts));
  const empty = emptinessOf(summary);
  const scores = empty === null ? scoreContent(summary, currentYear) : new Map<SemanticType, TypeScore>();
  const base = { summary, scores, bonus: interpretColumnName(column.name) };
  if (fixedType !== undefined) {
    return { ...base, isFixed: true, type: fixedType, confidence: 1, reasons: ["set by the settings"] };
  }
  if (namesMatchingResult(column.name)) {
    const reasons = ["named like the result of an earlier matching, which is no evidence of its own"];
    return { ...base, isFixed: true, type: "notForMatching", confidence: 0.95, reasons };
  }
  const relative = empty === null && !namesParentsSurname(column.name) ? namesRelative(column.name) : null;
  if (relative === "name" && shareOf(summary, isAlphabetic) >= relativeLettersMin) {
    return { ...base, isFixed: true, type: "relativeName", confidence: 0.9, reasons: ["named like a relative's name"] };
  }
  const draft: ColumnDraft = {
    ...base,
    isFixed: empty !== null,
    type: "notForMatching",
    confidence: 0.95,
    reasons: [],
  };
  if (empty === null) chooseType(draft);
  else draft.reasons = [empty];
  if (relative !== null && ownTypes.has(draft.type)) {
    const reasons = ["named like something of a relative, which families share"];
    return { ...draft, isFixed: true, type: "code", confidence: 0.6, reasons };
  }
  if (empty === null && draft.type === "notForMatching" && draft.reasons.length === 0)
    settle(draft, "notForMatching", 0.4, ["named like a key or a date of an event"]);
  return draft;
}
