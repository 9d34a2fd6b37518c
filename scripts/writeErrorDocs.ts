// Writes docs/errors.md from the catalogue of errors, the only place where errors are described by hand.
// Run it after changing the catalogue: npm run docs:errors. A test compares both.
import { writeFileSync } from "node:fs";
import { type CatalogueEntry, catalogue } from "../src/shared/errors.ts";

const introduction = `# Errors

Each expected failure has a code, an exit status of the command line and an HTTP status. The command line prints the code
in square brackets, then where the failure is, then what to do. This page is written from \`src/shared/errors.ts\` by
\`npm run docs:errors\`.

Exit status: 0 done, 1 a bug in Namesake, 2 the call is wrong, 3 an input, 4 settings or a model, 5 the output, 6 resources,
130 interrupted.
`;

/** The whole page for these entries, in Markdown. */
export function errorDocs(entries: Readonly<Record<string, CatalogueEntry>>): string {
  const rows = Object.entries(entries).map(
    ([code, { exitStatus, httpStatus, message, next }]) =>
      `| \`${code}\` | ${exitStatus} | ${httpStatus} | ${message} | ${next} |`,
  );
  const header = ["| Code | Exit status | HTTP status | What happened | What to do |", "|---|---|---|---|---|"];
  return `${introduction}\n${[...header, ...rows].join("\n")}\n`;
}

if (import.meta.main) writeFileSync(new URL("../docs/errors.md", import.meta.url), errorDocs(catalogue));
