// What a live index is made of, for the functions that work on all of it.
import type { CutLevels } from "../cluster/cutLevels.ts";
import type { ReplayPool } from "../cluster/replayPool.ts";
import type { Model } from "../model.ts";
import type { LevelHints } from "./levelHints.ts";
import type { LiveFields } from "./liveFields.ts";
import type { NumberMarks } from "./numberMarks.ts";
import type { PoolMemory } from "./poolMemory.ts";
import type { RecordKeys } from "./recordKeys.ts";
import type { RowLinks } from "./rowLinks.ts";
import type { RowStore } from "./rowStore.ts";

/** Rulings by record number; each is told by both of its records. Withdrawn and unknown records are passed over. */
export interface DecisionGraph {
  sameOf(record: number): readonly number[];
  differentOf(record: number): readonly number[];
}

export interface LiveParts {
  readonly model: Model;
  readonly rows: RowStore;
  readonly fields: LiveFields;
  readonly links: RowLinks;
  readonly recordKeys: RecordKeys;
  readonly pools: PoolMemory;
  readonly replay: ReplayPool;
  readonly marks: NumberMarks;
  readonly levels: CutLevels;
  readonly levelHints: LevelHints;
}
