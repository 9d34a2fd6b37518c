// Writes the links of a run: pairs are described and put into words on the threads of the run, piece by piece, and go into
// the file in order.
import type { RunFacts } from "../linkRun.ts";
import { tabulateWeights } from "../score/scoringModel.ts";
import { threadScript } from "../threads/threadScript.ts";
import { runJobs } from "../threads/workTeam.ts";
import { describeLinks } from "./describeLinks.ts";
import { createLinkText, type LinkTextContext } from "./linkText.ts";
import { type LinkPairs, listLinkPairs } from "./listLinkPairs.ts";
import { layOutLinks } from "./writeLinks.ts";
import { writeTableText } from "./writeTable.ts";

/** Below this many links one thread is done before a second has started. */
const parallelLinksMin = 100_000;

/**
 * All rows are written when this is done; Parquet is made of them by `finish`, beside whatever else is to be done.
 * @throws NamesakeError OUTPUT_UNWRITABLE, INTERRUPTED; so does `finish`
 */
export async function writeScoredLinks(
  facts: RunFacts,
  output: { readonly path: string; readonly format: "csv" | "parquet" },
): Promise<{ readonly finish: () => Promise<void> }> {
  const { collapsed, frequencies, model, measured, read, scored, signal, memoryBytes } = facts;
  const { recordIds, sources, sourceOf } = read.table;
  const context: LinkTextContext = {
    records: collapsed.records,
    frequencies,
    model: model.scoring,
    ruleLabels: [...measured.map(({ rule }) => rule.name), "identical"],
    table: { recordIds, sources, sourceOf },
  };
  const threads = scored.links.count < parallelLinksMin ? 1 : facts.threads;
  const work = { script: threadScript(import.meta.url, "linkTextWorker"), context, start: createLinkText };
  const rows = runJobs<LinkTextContext, LinkPairs, Uint8Array>(work, listLinkPairs(facts), { threads, signal });
  return writeTableText({ ...output, columns: listColumns(facts, context), rows, signal, memoryBytes });
}

/** Names and types of the columns, as a file without links has them. */
function listColumns({ comparer }: RunFacts, { model, ruleLabels, table }: LinkTextContext) {
  const none = new Int32Array(0);
  const pairs = { leftRow: none, rightRow: none, left: none, right: none, rule: none };
  return layOutLinks(table, describeLinks({ model, tables: tabulateWeights(model), comparer, ruleLabels }, pairs));
}
