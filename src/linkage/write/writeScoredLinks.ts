// Writes the links of a run: pairs are described and put into words on the threads of the run, piece by piece, and go into
// the file in order.
import type { RunFacts } from "../linkRun.ts";
import { tabulateWeights } from "../score/scoringModel.ts";
import { createTeam } from "../team/createTeam.ts";
import { describeLinks } from "./describeLinks.ts";
import type { LinkTextContext } from "./linkText.ts";
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
  const rows = textInOrder(context, listLinkPairs(facts), { threads, signal });
  return writeTableText({ ...output, columns: listColumns(facts, context), rows, signal, memoryBytes });
}

/** Pieces at work or waiting to be written, a thread. */
const piecesAhead = 8;

async function* textInOrder(
  context: LinkTextContext,
  pieces: Iterable<LinkPairs>,
  { threads, signal }: { readonly threads: number; readonly signal: AbortSignal | undefined },
): AsyncGenerator<Uint8Array> {
  const team = createTeam(threads, signal);
  try {
    const crew = team.assign("linkText", context);
    let jobs: LinkPairs[] = [];
    for (const piece of pieces) {
      jobs.push(piece);
      if (jobs.length < threads * piecesAhead) continue;
      yield* await crew.run<Uint8Array>(jobs);
      jobs = [];
    }
    yield* await crew.run<Uint8Array>(jobs);
  } finally {
    await team.close();
  }
}

/** Names and types of the columns, as a file without links has them. */
function listColumns({ comparer }: RunFacts, { model, ruleLabels, table }: LinkTextContext) {
  const none = new Int32Array(0);
  const pairs = { leftRow: none, rightRow: none, left: none, right: none, rule: none };
  return layOutLinks(table, describeLinks({ model, tables: tabulateWeights(model), comparer, ruleLabels }, pairs));
}
