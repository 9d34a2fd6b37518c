// Rows of the links file as bytes: what a thread makes of a piece of the pairs.
import { type AlignedFrequencies, PairComparer } from "../compare/pairComparer.ts";
import type { RecordTable } from "../read/recordTable.ts";
import { type ScoringModel, tabulateWeights } from "../score/scoringModel.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { csvRows } from "./csvRows.ts";
import { describeLinks } from "./describeLinks.ts";
import type { LinkPairs } from "./listLinkPairs.ts";
import { layOutLinks } from "./writeLinks.ts";

export interface LinkTextContext {
  /** Rows as they were scored. */
  readonly records: StandardRecords;
  readonly frequencies: AlignedFrequencies;
  readonly model: ScoringModel;
  readonly ruleLabels: readonly string[];
  readonly table: Pick<RecordTable, "recordIds" | "sources" | "sourceOf">;
}

/** The function given back makes CSV rows of pairs. */
export function createLinkText(context: LinkTextContext): (pairs: LinkPairs) => Uint8Array<ArrayBuffer> {
  const { records, frequencies, model, ruleLabels, table } = context;
  const comparer = new PairComparer(records, frequencies);
  const scene = { model, tables: tabulateWeights(model), comparer, ruleLabels };
  return (pairs) => {
    const links = describeLinks(scene, pairs);
    return joinPieces([...csvRows(layOutLinks(table, links), links.count)]);
  };
}

function joinPieces(pieces: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const [first = new Uint8Array(0)] = pieces;
  return pieces.length <= 1 ? first : new Uint8Array(Buffer.concat(pieces));
}
