// Holds m within what errors can do: a match class that hardly agrees in a field has become something else.
import type { ComparisonKind } from "../compare/comparison.ts";
import { normalise } from "./initialModel.ts";

/** Raises the agreeing levels to the least share that they must hold, and exact agreement above each other agreement. */
export function holdAgreement(kind: ComparisonKind, m: readonly number[]): number[] {
  const held = raiseAgreement(kind, m, kind.agreementMin);
  const nearest = Math.max(...held.filter((_, index) => index > 0 && kind.levels[index]?.agrees === true), 0);
  if ((held[0] ?? 0) < nearest && kind.role === "personal") held[0] = nearest;
  return normalise(held);
}

const agreementOf = (kind: ComparisonKind, m: readonly number[]): number =>
  kind.levels.reduce((sum, level, index) => (level.agrees ? sum + (m[index] ?? 0) : sum), 0);

/** m with its agreeing levels raised to hold at least `agreementMin` together. */
function raiseAgreement(kind: ComparisonKind, m: readonly number[], agreementMin: number): number[] {
  const agreement = agreementOf(kind, m);
  if (agreement >= agreementMin) return [...m];
  const up = agreementMin / Math.max(agreement, 1e-9);
  const down = (1 - agreementMin) / Math.max(1 - agreement, 1e-9);
  return m.map((value, index) => value * (kind.levels[index]?.agrees === true ? up : down));
}
