// Training pairs under spellings that were learnt from them: those whose names are spellings of each other are compared anew.
import type { PairComparer } from "../compare/pairComparer.ts";
import { hasLearntSpelling } from "../standardise/nicknameLists.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import type { TrainingPairs } from "./trainingPairs.ts";

/** Changes `levels` and `logUAdjust`. @param records with the spellings, as the comparer has them */
export function respellPairs(pairs: TrainingPairs, records: StandardRecords, comparer: PairComparer): void {
  const { cells, stride, fields } = records;
  const field = fields.find((candidate) => candidate.kind === "name");
  if (field === undefined) return;
  const isSpelt = Uint8Array.from({ length: field.nicknameOffsets.length - 1 }, (_, code) =>
    hasLearntSpelling(field, code) ? 1 : 0,
  );
  const positions = [field.given, field.surname].flatMap((slot) => (slot === null ? [] : [slot.position]));
  const hasSpelt = (record: number): boolean =>
    positions.some((position) => isSpelt[cells[record * stride + position]!] === 1);
  for (let pair = 0, row = 0; pair < pairs.count; pair += 1, row += pairs.comparisonCount) {
    const [left, right] = [pairs.left[pair]!, pairs.right[pair]!];
    if (!hasSpelt(left) || !hasSpelt(right)) continue;
    const { levels, logUAdjust } = comparer.compare(left, right);
    for (let c = 0; c < pairs.comparisonCount; c += 1) {
      pairs.levels[row + c] = levels[c]!;
      pairs.logUAdjust[row + c] = logUAdjust[c]!;
    }
  }
}
