// One kind by its name, smaller than the bench has it.
import assert from "node:assert/strict";
import { kinds } from "../../../bench/accuracy/kinds/kinds.ts";
import type { RecordSet } from "../../../bench/accuracy/recordSets/recordSet.ts";
import { Random } from "../../../src/generate/random/random.ts";

export function makeKind(name: string, scale = 0.5): RecordSet {
  const kind = kinds.find((known) => known.name === name) ?? assert.fail(`no kind is called ${name}`);
  return kind.make(new Random(2), scale);
}
