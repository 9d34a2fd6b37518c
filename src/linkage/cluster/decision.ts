// Rulings of people or source systems that two records are, or are not, the same person. They stand above every weight.

export type DecisionKind = "same" | "different";

/** A ruling on two records, given by their indexes; which of the two stands left does not matter. */
export interface Decision {
  readonly left: number;
  readonly right: number;
  readonly kind: DecisionKind;
}
