// Numbers of documents and cards: what separates their groups differs between systems, the rest is theirs.
import { foldText } from "./foldText.ts";

/** Upper-case ASCII letters and digits alone; ".0" that a spreadsheet added is dropped. null where nothing is left. Idempotent. */
export function standardiseDocument(raw: string): string | null {
  const text = foldText(raw)
    .replace(/^(\d+)\.0$/, "$1")
    .replace(/[^a-z0-9]/g, "")
    .toUpperCase();
  return text === "" ? null : text;
}
