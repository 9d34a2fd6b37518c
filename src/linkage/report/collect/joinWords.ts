// Lists words as a sentence does.

/** ["a", "b", "c"], "or" → "a, b or c". */
export function joinWords(words: readonly string[], last: "and" | "or"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}
