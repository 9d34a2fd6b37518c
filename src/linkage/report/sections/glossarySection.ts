// The words of the report in plain language.
import { html } from "../html.ts";
import type { ReportSection } from "../parts/reportSection.ts";

const terms: readonly (readonly [string, string])[] = [
  ["Record", "One row of one source, with its identifier there."],
  ["Source", "A system or file that supplies records."],
  ["Field", "A named attribute of a record with a type: given name, birth date, postcode."],
  [
    "Standardise",
    "Turn a value into a form in which it can be compared: case, accents, punctuation, the order of a date. The value as read is kept.",
  ],
  [
    "Placeholder",
    "A value that stands for “unknown”, such as 01/01/1900. It is treated as missing, so that it cannot make two people alike.",
  ],
  ["Blocking rule", "A key that two records must share to be compared at all. It saves work and may miss matches."],
  ["Candidate pair", "Two records that share the key of at least one blocking rule."],
  [
    "Comparison and level",
    "How one field (or a group of fields) of two records is compared. Its levels go from best agreement (“exact”) down to “all other”.",
  ],
  ["m", "How often a level occurs among pairs of the same person. It says how reliable the field is."],
  ["u", "How often a level occurs among pairs of different persons. It says how easily the field agrees by chance."],
  [
    "Match weight",
    "Evidence in bits: log2 of m divided by u for each comparison, summed, plus the prior. Above zero a match is more likely than not; each further bit doubles the odds.",
  ],
  [
    "Match probability",
    "The match weight as a probability: 0 bits is 50%, 3 bits about 89%, 7 bits about 99%, 10 bits 99.9%.",
  ],
  ["Prior", "How likely two records are to match before any field is looked at."],
  [
    "Term frequency",
    "How common a value is. Agreement on a rare surname says more than agreement on a common one, and weighs more.",
  ],
  [
    "Threshold",
    "The match weight from which a pair is a link. Pairs a little below, from the review threshold on, are doubtful.",
  ],
  ["Link", "A pair at or above the threshold."],
  ["Cluster", "Records that this run puts together as one person."],
  ["Precision", "The share of linked pairs that are right. Low precision means strangers are merged."],
  ["Recall", "The share of matching pairs that were found. Low recall means one person appears as several."],
];

/** Always the same. */
export function glossarySection(): ReportSection {
  return {
    id: "glossary",
    heading: "Glossary",
    body: html`<dl class="glossary">${terms.map(([term, meaning]) => html`<div><dt>${term}</dt><dd>${meaning}</dd></div>`)}</dl>`,
  };
}
