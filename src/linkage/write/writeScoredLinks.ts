// Writes the links of a run: pairs are described on the threads of the run, piece by piece, and go into the file in order.
import type { RunFacts } from "../linkRun.ts";
import { createTeam } from "../team/createTeam.ts";
import type { Team } from "../team/team.ts";
import { createLinkDescriber, type DescribedLinks, type LinkContext } from "./describeLinks.ts";
import { type LinkPairs, listLinkPairs } from "./listLinkPairs.ts";
import type { TablePiece } from "./outputColumn.ts";
import { layOutLinks } from "./writeLinks.ts";
import { type TableOutput, writeTablePieces } from "./writeTable.ts";

/** Below this many links one thread is done before a second has started. */
const parallelLinksMin = 100_000;

/**
 * Beside whatever else is to be done: threads and DuckDB do the work.
 * @throws NamesakeError OUTPUT_UNWRITABLE, INTERRUPTED
 */
export async function writeScoredLinks(
  facts: RunFacts,
  output: Pick<TableOutput, "path" | "format" | "onRowsTaken"> & {
    readonly team: Team | null;
    /** Called for each piece of the links in turn. */
    readonly onDescribed?: (pairs: LinkPairs, links: DescribedLinks) => void;
  },
): Promise<void> {
  const { collapsed, frequencies, model, measured, read, scored, signal, memoryBytes } = facts;
  const context: LinkContext = {
    records: collapsed.records,
    frequencies,
    model: model.scoring,
    ruleLabels: [...measured.map(({ rule }) => rule.name), "identical"],
  };
  const { path, format, onRowsTaken, onDescribed } = output;
  const columns = layOutLinks(read.table, createLinkDescriber(context)(noPairs));
  const layOut = (pairs: LinkPairs, links: DescribedLinks): TablePiece => {
    onDescribed?.(pairs, links);
    return { columns: layOutLinks(read.table, links), rowCount: links.count };
  };
  const team = output.team ?? createTeam(scored.links.count < parallelLinksMin ? 1 : facts.threads, signal);
  try {
    const pieces = describeInOrder(team, context, listLinkPairs(facts), layOut);
    await writeTablePieces(pieces, { path, format, columns, signal, memoryBytes, onRowsTaken });
  } finally {
    if (output.team === null) await team.close();
  }
}

const none = new Int32Array(0);
const noPairs: LinkPairs = { leftRow: none, rightRow: none, left: none, right: none, rule: none };

/** Pieces at work, a thread; as many more wait to be written. */
const piecesAhead = 3;

async function* describeInOrder(
  team: Team,
  context: LinkContext,
  pieces: Iterable<LinkPairs>,
  layOut: (pairs: LinkPairs, links: DescribedLinks) => TablePiece,
): AsyncGenerator<TablePiece> {
  const crew = team.assign("links", context);
  let before: readonly LinkPairs[] = [];
  let atWork = Promise.resolve<DescribedLinks[]>([]);
  for (const batch of inBatches(pieces, team.threads * piecesAhead)) {
    const done = await atWork;
    atWork = crew.runBeside<DescribedLinks>(batch);
    // Whoever stops reading here never learns how that ended.
    atWork.catch(() => undefined);
    for (const [index, links] of done.entries()) yield layOut(before[index]!, links);
    before = batch;
  }
}

/** The last batch is empty. */
function* inBatches<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
  yield [];
}
