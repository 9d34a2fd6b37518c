// Compares two rows as the engine does and names the levels, so that tests read as tables of pairs.
import { type ComparisonKind, comparisonKinds } from "../../../../src/linkage/compare/comparison.ts";
import type { SemanticType } from "../../../../src/linkage/profile/semanticType.ts";
import { prepare } from "../../madeUpRecords.ts";

export type Values = Readonly<Record<string, string>>;
type Types = Readonly<Record<string, SemanticType>>;

export interface Compared {
  /** Comparison name to the label of its level, "missing" included. */
  readonly levels: Readonly<Record<string, string>>;
  readonly logUAdjust: readonly number[];
}

/** `others` are further records, which make values common. */
export function comparePair(types: Types, left: Values, right: Values, others: readonly Values[] = []): Compared {
  const rows = [left, right, ...others].map((row, i) => ({ ...row, id: String(i).padStart(6, "0") }));
  const { comparer } = prepare(rows, types);
  const evidence = comparer.compare(0, 1);
  const levels = comparer.comparisons.map(({ name, kind }, index): [string, string] => {
    const { levels: definitions }: ComparisonKind = comparisonKinds[kind];
    const level = evidence.levels[index] ?? 0;
    return [name, level === 0 ? "missing" : (definitions[level - 1]?.label ?? "?")];
  });
  return { levels: Object.fromEntries(levels), logUAdjust: [...evidence.logUAdjust] };
}

/** The level of the only comparison of one column. */
export function levelOf(type: SemanticType, left: string, right: string, others: readonly string[] = []): string {
  const { levels } = comparePair(
    { x: type },
    { x: left },
    { x: right },
    others.map((x) => ({ x })),
  );
  return Object.values(levels)[0] ?? "none";
}
