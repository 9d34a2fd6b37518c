// Holds m within what errors can do: a match class that hardly agrees in a field has become something else.
import { type ComparisonKind, comparisonKinds, nameKinds } from "../compare/comparison.ts";
import { cutContradictions, type Learnt } from "./cutContradictions.ts";
import { normalise } from "./initialModel.ts";

/**
 * Cuts what contradicts as strangers do to what is believed of the kind; in names and what a person alone has, raises exact
 * agreement above each other agreement.
 */
export function holdAgreement(learnt: Learnt): number[] {
  const kind: ComparisonKind = comparisonKinds[learnt.kind];
  const held = cutContradictions(learnt, 1 - kind.agreementMin);
  const nearest = Math.max(...held.filter((_, index) => index > 0 && kind.levels[index]?.agrees === true), 0);
  if ((held[0] ?? 0) < nearest && (kind.role === "personal" || nameKinds.has(learnt.kind))) held[0] = nearest;
  return normalise(held);
}
