// Which of several values a single view shows first, by a stated rule. What cannot change is what most records say; what
// does change is what was seen last.
import type { Model } from "../../linkage/model.ts";

export interface HeldValue {
  readonly value: string;
  /** Records that hold it. */
  readonly count: number;
  /** ISO 8601: when it was last observed, else received. */
  readonly last: string;
}

export const rules = {
  most: "held by most records; of equals the one observed last",
  last: "observed last; of equals the one held by most records",
} as const;

/** Kinds of fields that stay with a person. */
const lasting: ReadonlySet<string> = new Set(["date", "sex", "document"]);

type RulesByColumn = ReadonlyMap<string, keyof typeof rules>;

const rulesByModel = new WeakMap<Pick<Model, "fields">, RulesByColumn>();

/** The rule of each column; columns that the model does not read follow "last". */
export function rulesOfColumns(model: Pick<Model, "fields">): RulesByColumn {
  const known = rulesByModel.get(model);
  if (known !== undefined) return known;
  const made = listRules(model);
  rulesByModel.set(model, made);
  return made;
}

function listRules(model: Pick<Model, "fields">): RulesByColumn {
  return new Map(
    model.fields.flatMap(({ kind, columns }) =>
      columns.map(({ column, type }) => {
        const isLasting = lasting.has(kind) || type === "givenName";
        return [column, isLasting ? "most" : "last"] as const;
      }),
    ),
  );
}

/** Values in the order of the rule, the chosen one first; ties by the text itself. */
export function orderValues<T extends HeldValue>(values: readonly T[], rule: keyof typeof rules): T[] {
  const byCount = (a: T, b: T): number => b.count - a.count;
  const byLast = (a: T, b: T): number => (a.last < b.last ? 1 : a.last > b.last ? -1 : 0);
  const byText = (a: T, b: T): number => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0);
  const [first, second] = rule === "most" ? [byCount, byLast] : [byLast, byCount];
  return [...values].sort((a, b) => first(a, b) || second(a, b) || byText(a, b));
}
