// Writes the links of a run: pairs are described and put into words on the threads of the run, piece by piece, and go into
// the file in order.
import type { RunFacts } from "../linkRun.ts";
import { tabulateWeights } from "../score/scoringModel.ts";
import { createTeam } from "../team/createTeam.ts";
import type { Team } from "../team/team.ts";
import { describeLinks } from "./describeLinks.ts";
import type { LinkTextContext } from "./linkText.ts";
import { type LinkPairs, listLinkPairs } from "./listLinkPairs.ts";
import { layOutLinks } from "./writeLinks.ts";
import { type TableText, writeTableText } from "./writeTable.ts";

/** Below this many links one thread is done before a second has started. */
const parallelLinksMin = 100_000;

/**
 * Beside whatever else is to be done: threads and DuckDB do the work.
 * @throws NamesakeError OUTPUT_UNWRITABLE, INTERRUPTED
 */
export async function writeScoredLinks(
  facts: RunFacts,
  output: Pick<TableText, "path" | "format" | "onRowsTaken"> & { readonly team: Team | null },
): Promise<void> {
  const { collapsed, frequencies, model, measured, read, scored, signal, memoryBytes } = facts;
  const { recordIds, sources, sourceOf } = read.table;
  const context: LinkTextContext = {
    records: collapsed.records,
    frequencies,
    model: model.scoring,
    ruleLabels: [...measured.map(({ rule }) => rule.name), "identical"],
    table: { recordIds, sources, sourceOf },
  };
  const { path, format, onRowsTaken } = output;
  const columns = listColumns(facts, context);
  const team = output.team ?? createTeam(scored.links.count < parallelLinksMin ? 1 : facts.threads, signal);
  try {
    const rows = textInOrder(team, context, listLinkPairs(facts));
    await writeTableText({ path, format, columns, rows, signal, memoryBytes, onRowsTaken });
  } finally {
    if (output.team === null) await team.close();
  }
}

/** Pieces at work, a thread; as many more wait to be written. */
const piecesAhead = 6;

async function* textInOrder(
  team: Team,
  context: LinkTextContext,
  pieces: Iterable<LinkPairs>,
): AsyncGenerator<Uint8Array> {
  const crew = team.assign("linkText", context);
  let atWork = Promise.resolve<Uint8Array[]>([]);
  for (const jobs of inBatches(pieces, team.threads * piecesAhead)) {
    const done = await atWork;
    atWork = crew.run<Uint8Array>(jobs);
    // Whoever stops reading here never learns how that ended.
    atWork.catch(() => undefined);
    yield* done;
  }
  yield* await atWork;
}

function* inBatches<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/** Names and types of the columns, as a file without links has them. */
function listColumns({ comparer }: RunFacts, { model, ruleLabels, table }: LinkTextContext) {
  const none = new Int32Array(0);
  const pairs = { leftRow: none, rightRow: none, left: none, right: none, rule: none };
  return layOutLinks(table, describeLinks({ model, tables: tabulateWeights(model), comparer, ruleLabels }, pairs));
}
