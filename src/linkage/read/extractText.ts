// Text of a file's first bytes for detection alone: whole characters, no byte order mark, no NUL.
import { isUtf8 } from "node:buffer";

export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be";

/** Decodes `head`, which may end inside a character. Text that is not UTF-8 is taken for Windows-1252. */
export function extractText(head: Buffer, encoding: TextEncoding): string {
  if (encoding !== "utf-8") {
    const whole = Buffer.from(head.subarray(0, head.length & ~1));
    if (encoding === "utf-16be") whole.swap16();
    return new TextDecoder("utf-16le").decode(whole).replaceAll("\0", "");
  }
  let end = head.length;
  while (end > 0 && head.length - end < 4 && (head[end - 1]! & 0xc0) === 0x80) end -= 1;
  if (end > 0 && head[end - 1]! >= 0xc0) end -= 1;
  const whole = isUtf8(head) ? head : head.subarray(0, end);
  const label = isUtf8(whole) ? "utf-8" : "windows-1252";
  return new TextDecoder(label).decode(whole).replaceAll("\0", "");
}
