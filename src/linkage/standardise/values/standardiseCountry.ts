// A country or nationality as its ISO 3166 code, from codes, everyday names, and the names that Unicode's CLDR gives in
// eight languages. The table is built at the first use.
import { countryCodes, otherCountryNames } from "./countryCodes.ts";
import { foldWords } from "./foldWords.ts";

const languages = ["en", "fr", "de", "es", "it", "nl", "pt", "pl"];
let codeByName: ReadonlyMap<string, string> | null = null;

/**
 * Lower-case two-letter code: GB, UK, GBR, United Kingdom, Royaume-Uni and British give "gb". What is not known stays
 * as folded words; null where nothing is left. Idempotent.
 */
export function standardiseCountry(raw: string): string | null {
  const text = foldWords(raw);
  if (text === "") return null;
  codeByName ??= buildTable();
  return codeByName.get(text) ?? text;
}

function buildTable(): Map<string, string> {
  const table = new Map<string, string>();
  const add = (name: string, code: string): void => {
    if (!table.has(name)) table.set(name, code);
  };
  for (const [two] of countryCodes) add(two, two);
  for (const [two, three] of countryCodes) add(three, two);
  for (const [code, names] of otherCountryNames) for (const name of names) add(name, code);
  for (const language of languages) {
    const displayNames = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
    for (const [two] of countryCodes) {
      const name = displayNames.of(two.toUpperCase());
      if (name !== undefined) add(foldWords(name), two);
    }
  }
  return table;
}
