// How two values as read agree, for showing: the model's own comparison is in the waterfall beside it.

export type Agreement = "same" | "alike" | "different" | "missing";

function fold(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}\p{P}\s]/gu, "");
}

/** "alike": equal but for case, accents, punctuation and spaces. `undefined` is a missing value. */
export function compareShown(left: string | undefined, right: string | undefined): Agreement {
  if (left === undefined || right === undefined) return "missing";
  if (left === right) return "same";
  const folded = fold(left);
  return folded !== "" && folded === fold(right) ? "alike" : "different";
}
