// Long values are cut for showing, by whole code points, so that one huge value cannot break the page or its size limit.

/** The text itself, or its first `charactersMax` − 1 code points and an ellipsis. */
export function clipText(text: string, charactersMax: number): string {
  if (text.length <= charactersMax) return text;
  const head = Array.from(text.slice(0, charactersMax * 2));
  return head.length <= charactersMax && text.length <= charactersMax * 2
    ? text
    : `${head.slice(0, charactersMax - 1).join("")}…`;
}
