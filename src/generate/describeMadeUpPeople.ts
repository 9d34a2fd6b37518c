// The README.md beside made-up data: what it is, how it was made, which errors it holds as asked and as counted, and
// where the names come from.
import { cultureNames } from "./cultures/cultureNames.ts";
import { errorKinds } from "./errors/errorRates.ts";
import type { GenerateCounts } from "./generatePeople.ts";
import { namedAfterFatherShare } from "./persons/addChildren.ts";
import { agePyramid } from "./persons/agePyramid.ts";
import { makeSourceProfiles } from "./records/sourceProfile.ts";
import { isoDate } from "./records/takeDown.ts";
import type { GeneratePlan } from "./resolveGeneratePlan.ts";

function row(...cells: readonly (string | number)[]): string {
  return `| ${cells.join(" | ")} |`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}

function parameters(plan: GeneratePlan): string[] {
  const weights = plan.cultures.map((culture) => `${culture.definition.name}=${culture.weight}`).join(", ");
  const { records, seed, duplicateShare, recordsPerDuplicate, sources, overlap, oneRecordPerSource } = plan;
  const { errorRate, missingRate, householdShare, twinsShare, formatDifferences, dateFormat, fields, today } = plan;
  const listed = {
    records,
    seed,
    duplicateShare,
    recordsPerDuplicate,
    sources,
    overlap,
    oneRecordPerSource,
    errorRate,
    missingRate,
    householdShare,
    twinsShare,
    formatDifferences,
    dateFormat,
    referenceDate: isoDate(today),
    cultures: weights,
    fields: fields.join(", "),
  };
  return Object.entries(listed).map(([name, value]) => row(name, String(value)));
}

function errors(counts: GenerateCounts): string[] {
  return [...counts.errors].map(([kind, count]) => {
    const made = count.chances === 0 ? "–" : percent(count.made / count.chances);
    return row(kind, errorKinds[kind].what, errorKinds[kind].chance, percent(count.expectedRate), made, count.made);
  });
}

/** The text of README.md for a finished run. */
export function describeMadeUpPeople(plan: GeneratePlan, counts: GenerateCounts): string {
  const sourceNames = makeSourceProfiles(plan.sources, plan.formatDifferences).map((profile) => profile.name);
  return `# Made-up people

Nobody here exists. These ${counts.records} records of ${counts.people} people were made by \`namesake generate\`. Names,
addresses and numbers have realistic forms and may by chance be somebody's; e-mail domains end in the reserved
\`.example\`, and national identifiers begin with letters that are never issued.

- \`records.csv\`: the records in random order. \`unique_id\` is opaque.
- \`truth.csv\`: \`unique_id\`, \`cluster_id\`; records of one person share the \`cluster_id\`.

## Figures
${row("what", "count")}
${row("---", "---")}
${row("records", counts.records)}
${row("people", counts.people)}
${row("people with several records", counts.peopleWithSeveralRecords)}
${row("true pairs", counts.truePairs)}
${row("homes", counts.households)}
${row("people who are a twin", counts.twins)}
${row("sons with the father's name", counts.sonsNamedAfterFather)}

## Parameters
The same parameters and version give the same files, byte for byte. Nothing depends on the clock.

${row("parameter", "value")}
${row("---", "---")}
${parameters(plan).join("\n")}

Sources: ${sourceNames.join(", ")}. Each holds its own fields and has its own habits.

## Errors
Rates are per chance and averaged over the sources, which differ in their habits; *asked for* includes the factors.

${row("kind", "what", "chance", "asked for", "counted", "errors")}
${row("---", "---", "---", "---:", "---:", "---:")}
${errors(counts).join("\n")}

## How people are made
- Homes first: families (half of the homes of several people), lone parents, shared flats, couples; and people alone.
  Members share address and landline, and surnames by the custom of their culture.
- ${percent(namedAfterFatherShare)} of families give a son the father's name. Twins share birth date and surname.
- Ages of adults follow the shape of the United Kingdom's population (Office for National Statistics, mid-year
  estimates, Open Government Licence v3), in percent by five years: ${agePyramid.join(", ")}.
- Homes change every 13 years or so; marriage changes surnames; documents are renewed every 10 years (5 for children);
  phones and e-mail change too. A record shows the person as of a day, on average four years back.
- Name frequencies follow the Zipf–Mandelbrot law (Zanette & Manrubia, Physica A 295, 2001; Fox & Lasker, International
  Statistical Review 51, 1983); given names also follow fashions by year of birth. Namesakes arise from that alone.

## Where the names come from
- The lists of @faker-js/faker (MIT licence), locales en_GB, en_IE, en_IN, en_NG, en_GH, yo_NG, fr_SN, pl, zh_CN, es,
  es_MX, de, fr, el, ru. Its random draws are not used.
- Common names in their order, spellings, Arabic and South Asian names, nicknames, building elements of surnames, town
  names with postcode areas: written for Namesake (facts of common knowledge), Apache-2.0.
- Latin forms of Chinese and Cyrillic by any-ascii (ISC licence).
- Cultures known: ${cultureNames.join(", ")}. Their shares are a choice, not a statistic.
`;
}
