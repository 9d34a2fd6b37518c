// Tells from a file's first bytes what it is; its name decides nothing, because names lie.
import { extractText, type TextEncoding } from "./extractText.ts";

export type DetectedFormat =
  | { readonly kind: "empty" }
  | { readonly kind: "gzip" }
  | { readonly kind: "parquet" }
  | { readonly kind: "binary"; readonly what: string }
  | { readonly kind: "csv" | "ndjson" | "jsonArray"; readonly encoding: TextEncoding };

const signatures: readonly (readonly [string, string])[] = [
  ["504b0304", "a ZIP archive or spreadsheet (.xlsx, .ods)"],
  ["d0cf11e0a1b11ae1", "an old spreadsheet or document (.xls, .doc)"],
  ["25504446", "a PDF"],
  ["89504e47", "an image"],
  ["ffd8ff", "an image"],
  ["53514c69746520666f726d6174", "an SQLite database"],
  ["7f454c46", "a program"],
  ["4f626a01", "an Avro file"],
  ["4f5243", "an ORC file"],
  ["4152524f5731", "an Arrow file"],
  ["28b52ffd", "a Zstandard archive"],
  ["425a68", "a bzip2 archive"],
  ["fd377a585a", "an XZ archive"],
  ["fffe0000", "text in UTF-32"],
];

/** Detects from `head`, the first bytes of the file (64 KiB or the whole of it). */
export function detectFormat(head: Uint8Array): DetectedFormat {
  if (head.length === 0) return { kind: "empty" };
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const start = bytes.subarray(0, 16).toString("hex");
  if (start.startsWith("1f8b")) return { kind: "gzip" };
  if (start.startsWith("50415231")) return { kind: "parquet" };
  for (const [signature, what] of signatures) if (start.startsWith(signature)) return { kind: "binary", what };
  const encoding = detectEncoding(bytes);
  const text = extractText(bytes, encoding);
  if (text.trim() === "")
    return bytes.includes(0) && encoding === "utf-8" ? { kind: "binary", what: "not text" } : { kind: "empty" };
  if (shareOfControls(text) > 0.02) return { kind: "binary", what: "not text" };
  return { kind: detectStructure(text), encoding };
}

/** UTF-16 by its byte order mark, or by zero bytes at every second place; the rest is UTF-8 with exceptions (decodeText.ts). */
function detectEncoding(bytes: Buffer): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const length = Math.min(bytes.length, 4096) & ~1;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) evenZeros += 1;
    if (bytes[i + 1] === 0) oddZeros += 1;
  }
  if (oddZeros > length * 0.2 && evenZeros < length * 0.02) return "utf-16le";
  if (evenZeros > length * 0.2 && oddZeros < length * 0.02) return "utf-16be";
  return "utf-8";
}

function shareOfControls(text: string): number {
  let controls = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 11 && code !== 12) controls += 1;
  }
  return controls / text.length;
}

function detectStructure(text: string): "csv" | "ndjson" | "jsonArray" {
  const trimmed = text.trimStart();
  if (/^\[\s*\{\s*(?:"|\})/.test(trimmed)) return "jsonArray";
  return /^\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\})/.test(trimmed) ? "ndjson" : "csv";
}
