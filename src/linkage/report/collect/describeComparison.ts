// What each kind of comparison looks at, in a sentence for the reader of a report.
import type { ComparisonKindName } from "../../compare/comparison.ts";

const descriptions: Readonly<Record<ComparisonKindName, string>> = {
  givenName:
    "First given names, with near spellings, nicknames and initials; crossed with the surname where that fits better.",
  surname: "Surnames, with near spellings; a part of a longer surname counts as similar.",
  middleName: "Further given names: whether any agrees, or an initial does.",
  nameOrder: "Whether given name and surname stand in the same fields in both records, or are swapped.",
  suffix: "Generation suffixes such as junior or III.",
  date: "Birth dates, by how dates go wrong: swapped day and month, a wrong digit, a year known alone.",
  email: "E-mail addresses: the whole, the part before the @, and the domain.",
  phone: "Telephone numbers in international form.",
  document: "Numbers that belong to one person.",
  postcode: "Postcodes: the whole, then the district.",
  town: "Names of towns, with near spellings.",
  tokens: "Words and numbers in any order; what is shared weighs by how rare it is.",
  relative: "Words of a relative's name in any order; what is shared weighs by how rare it is, and families share it.",
  sex: "Sex or gender.",
  houseNumber: "House numbers.",
  number: "Numbers, by how far they are apart.",
  code: "Codes and short texts, with near spellings.",
};

export function describeComparison(kind: ComparisonKindName): string {
  return descriptions[kind];
}
