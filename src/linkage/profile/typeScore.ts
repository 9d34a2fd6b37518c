// How well a column's content fits one meaning; every scorer yields these, and names of columns add a bounded bonus later.
import type { SemanticType } from "./semanticType.ts";

export interface TypeScore {
  readonly type: SemanticType;
  /** 0 … 1: how well the content alone fits. */
  readonly fit: number;
  /** What spoke for it, in words a person understands. */
  readonly reason: string;
}

/** "92 %" from a share of 0 … 1. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  return `${rounded === 100 && share < 1 ? "over 99" : rounded} %`;
}
