// Where a term of a search may stand: per slot the values that it may mean. A word is looked for wherever words are; a
// date only among dates; digits among phones, documents and codes.

import type { Field, TextField } from "../standardise/standardRecords.ts";
import { standardiseCountry } from "../standardise/values/standardiseCountry.ts";
import { standardiseDocument } from "../standardise/values/standardiseDocument.ts";
import { standardisePhone } from "../standardise/values/standardisePhone.ts";
import { standardisePostcode } from "../standardise/values/standardisePostcode.ts";
import { fitDates } from "./fitDates.ts";
import { fitTexts } from "./fitTexts.ts";
import type { SearchTerm } from "./parseSearchText.ts";
import type { Fits } from "./valueMatch.ts";
import type { WordIndex } from "./wordIndex.ts";

/**
 * Null where a term of this kind is not looked for in the field.
 * @param words those of the field's values, where it is found by words: what fits are words then, else values
 */
export function fitTerm(term: SearchTerm, field: Field, words: WordIndex | null): Fits | null {
  switch (field.kind) {
    case "date":
      return term.kind === "date" ? fitDates(term.readings, field.dates, field.dates.length) : null;
    case "name":
      return term.kind === "word" && !/\d/.test(term.text) ? (words?.fit(term.text) ?? null) : null;
    case "address":
    case "organisation":
    case "relative":
      return term.kind === "word" ? (words?.fit(term.text) ?? null) : null;
    case "town":
    case "text":
      return term.kind === "word" && !/^\d+$/.test(term.text) ? (words?.fit(term.text) ?? null) : null;
    default:
      return fitText(term, field);
  }
}

function fitText(term: SearchTerm, field: TextField): Fits | null {
  switch (field.kind) {
    case "email":
      if (term.kind === "email") return fitTexts(term.text, field, Number.POSITIVE_INFINITY);
      return null;
    case "phone":
      if (term.kind !== "digits") return null;
      return fitTexts(standardisePhone(term.shown) ?? term.text, field, 6);
    case "document":
      return term.kind === "email" || term.kind === "date" || !/\d/.test(term.text)
        ? null
        : fitTexts(standardiseDocument(term.shown) ?? "", field, 6);
    case "postcode": {
      const isPostcode = (term.kind === "word" || term.kind === "digits") && /\d/.test(term.text);
      return isPostcode ? fitTexts(standardisePostcode(term.text)?.text ?? "", field, 3) : null;
    }
    default: {
      if (term.kind === "email" || term.kind === "date") return null;
      const fits = fitTexts(term.text, field, Number.POSITIVE_INFINITY);
      const country = standardiseCountry(term.shown);
      return fits.size > 0 || country === null ? fits : fitTexts(country, field, Number.POSITIVE_INFINITY);
    }
  }
}
