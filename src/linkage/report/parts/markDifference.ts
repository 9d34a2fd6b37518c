// Two values side by side with what differs marked, word by word or, within one word, letter by letter: what a
// reviewer's eye would have to search for.
import { clipText } from "../clipText.ts";
import { type Html, html } from "../html.ts";

const tokensMax = 60;

/** Which of the tokens of `a` and `b` belong to their longest common subsequence, case aside. */
function commonTokens(a: readonly string[], b: readonly string[]): readonly [readonly boolean[], readonly boolean[]] {
  const isEqual = (i: number, j: number) => a[i]?.toLowerCase() === b[j]?.toLowerCase();
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row = lengths[i] ?? [];
    for (let j = b.length - 1; j >= 0; j -= 1) {
      row[j] = isEqual(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const inA = a.map(() => false);
  const inB = b.map(() => false);
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (isEqual(i, j)) {
      inA[i] = true;
      inB[j] = true;
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return [inA, inB];
}

/** Tokens with runs of uncommon ones inside one `mark`; white space at the ends of a run stays outside. */
function markTokens(tokens: readonly string[], isCommon: readonly boolean[]): Html {
  const parts: Html[] = [];
  for (let index = 0; index < tokens.length; ) {
    const start = index;
    const common = isCommon[start];
    while (index < tokens.length && isCommon[index] === common) index += 1;
    const text = tokens.slice(start, index).join("");
    const [, before = "", middle = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
    parts.push(common || middle === "" ? html`${text}` : html`${before}<mark>${middle}</mark>${after}`);
  }
  return html`${parts}`;
}

/** Which letters lie in the common beginning or the common end: a swap is then marked as a whole. */
function commonEnds(a: readonly string[], b: readonly string[]): readonly [readonly boolean[], readonly boolean[]] {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const isEnd = (letters: readonly string[]) =>
    letters.map((_, index) => index < head || index >= letters.length - tail);
  return [isEnd(a), isEnd(b)];
}

/** Both values, cut to `charactersMax`, with what the other lacks marked; values of one word by letter, others by word. */
export function markDifference(left: string, right: string, charactersMax: number): readonly [Html, Html] {
  const texts = [clipText(left, charactersMax), clipText(right, charactersMax)] as const;
  const words = texts.map((text) => text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]+/gu) ?? []);
  const byWord = texts.some((text) => /\S\s+\S/.test(text)) && words.every((tokens) => tokens.length <= tokensMax);
  const [a = [], b = []] = byWord ? words : texts.map((text) => Array.from(text));
  const [inA, inB] = byWord ? commonTokens(a, b) : commonEnds(a, b);
  return [markTokens(a, inA), markTokens(b, inB)];
}
