// Two words that only together are a value: "LS1 4AB" is one postcode, "AB 123 456" one document. They are joined where
// the whole is found and a part of it is not.

import type { SearchTerm } from "./parseSearchText.ts";
import type { AskedTerm } from "./searchIndex.ts";

interface Fitted<Slots> {
  readonly shown: string;
  readonly slots: Slots;
}

/** Terms in order with where they fit, neighbours joined where that says more. */
export function joinPieces<Slots extends readonly unknown[]>(
  asked: readonly AskedTerm[],
  fit: (asked: AskedTerm) => Slots,
): Fitted<Slots>[] {
  const fitted: Fitted<Slots>[] = [];
  for (let i = 0; i < asked.length; i += 1) {
    const own = asked[i]!;
    const next = asked[i + 1];
    const joined = next === undefined ? null : joinTerms(own.term, next.term);
    if (joined !== null && next !== undefined) {
      const whole = fit({ term: joined, columns: own.columns });
      if (whole.length > 0) {
        fitted.push({ shown: joined.shown, slots: whole });
        i += 1;
        continue;
      }
    }
    fitted.push({ shown: own.term.shown, slots: fit(own) });
  }
  return fitted;
}

/** Words of which at least one has a digit. */
function joinTerms(left: SearchTerm, right: SearchTerm): SearchTerm | null {
  if (left.kind !== "word" || right.kind !== "word") return null;
  if (!/\d/.test(left.text) || !/[\da-z]/.test(right.text)) return null;
  const shown = `${left.shown} ${right.shown}`;
  return { kind: "word", shown, text: left.text + right.text };
}
