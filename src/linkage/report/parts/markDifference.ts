// Two values side by side with the stretch in which they differ marked: what a reviewer's eye would have to search for.
import { clipText } from "../clipText.ts";
import { type Html, html } from "../html.ts";

export type Agreement = "same" | "alike" | "different" | "missing";

/** "alike": equal but for case, accents, punctuation and spaces. `undefined` is a missing value. */
export function compareShown(left: string | undefined, right: string | undefined): Agreement {
  if (left === undefined || right === undefined) return "missing";
  if (left === right) return "same";
  const fold = (text: string) =>
    text
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[\p{M}\p{P}\s]/gu, "");
  return fold(left) === fold(right) ? "alike" : "different";
}

function markMiddle(characters: readonly string[], head: number, tail: number): Html {
  const middle = characters.slice(head, characters.length - tail).join("");
  return html`${characters.slice(0, head).join("")}${middle === "" ? null : html`<mark>${middle}</mark>`}${characters.slice(characters.length - tail).join("")}`;
}

/** Both values, cut to `charactersMax`, with the part between their common beginning and common end marked. */
export function markDifference(left: string, right: string, charactersMax: number): readonly [Html, Html] {
  const a = Array.from(clipText(left, charactersMax));
  const b = Array.from(clipText(right, charactersMax));
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  return [markMiddle(a, head, tail), markMiddle(b, head, tail)];
}
