// Where a text stops being JSON. JSON.parse says so only sometimes, and quotes the text around it, which may be
// personal data; so the place is found by walking the tokens.

/** Line and column, both from 1. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

const token =
  /[\t\n\r ]*(?:([{}[\],:])|("(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;

type Wanted = "value" | "valueOrEnd" | "key" | "keyOrEnd" | "colon" | "commaOrEnd" | "nothing";

/** The first place that no JSON text can have; the end of the text where it stops too early. */
export function locateJsonMistake(text: string): TextPosition {
  const open: string[] = [];
  let wanted: Wanted = "value";
  let at = 0;
  for (;;) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (match === null) return positionAt(text, at);
    const [all, mark, string] = match;
    const next = follow(wanted, open, mark, string !== undefined);
    if (next === null) return positionAt(text, at);
    wanted = next;
    at += all.length;
  }
}

/** What may stand after this token, or null where the token may not stand here. Keeps `open` in step. */
function follow(wanted: Wanted, open: string[], mark: string | undefined, isString: boolean): Wanted | null {
  const isValueWanted = wanted === "value" || wanted === "valueOrEnd";
  const isKeyWanted = wanted === "key" || wanted === "keyOrEnd";
  if (mark === "{" || mark === "[") {
    if (!isValueWanted) return null;
    open.push(mark);
    return mark === "{" ? "keyOrEnd" : "valueOrEnd";
  }
  if (mark === "}" || mark === "]") {
    const isEndAllowed = wanted === "commaOrEnd" || wanted === (mark === "}" ? "keyOrEnd" : "valueOrEnd");
    if (!isEndAllowed || open.pop() !== (mark === "}" ? "{" : "[")) return null;
    return afterValue(open);
  }
  if (mark === ",") return wanted === "commaOrEnd" ? (open.at(-1) === "{" ? "key" : "value") : null;
  if (mark === ":") return wanted === "colon" ? "value" : null;
  if (isKeyWanted) return isString ? "colon" : null;
  return isValueWanted ? afterValue(open) : null;
}

const afterValue = (open: readonly string[]): Wanted => (open.length === 0 ? "nothing" : "commaOrEnd");

function positionAt(text: string, at: number): TextPosition {
  const place = at + (/^[\t\n\r ]*/.exec(text.slice(at))?.[0].length ?? 0);
  const before = text.slice(0, place).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
