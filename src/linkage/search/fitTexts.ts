// Values of fields that are one piece: e-mails, phones, documents, postcodes, codes. A value fits whole, by its end (the
// last digits of a phone), by its beginning, or by its area.
import { hashText } from "../../shared/hashText.ts";
import type { TextField } from "../standardise/standardRecords.ts";
import { type Fits, keepBetter } from "./valueMatch.ts";

const encoder = new TextEncoder();

/**
 * @param text what is looked for, standardised as the field's values are
 * @param partMin letters from which a part of a value may fit
 */
export function fitTexts(text: string, { dictionary, coarse }: TextField, partMin: number): Fits {
  const fits: Fits = new Map();
  const asked = encoder.encode(text);
  if (asked.length === 0) return fits;
  const { bytes, offsets, count } = dictionary.strings;
  const first = asked[0]!;
  const last = asked[asked.length - 1]!;
  const area = coarse === null ? 0 : hashText(text) | 0;
  for (let code = 0; code < count; code += 1) {
    const from = offsets[code]!;
    const to = offsets[code + 1]!;
    const size = to - from;
    if (area !== 0 && coarse![code] === area) fits.set(code, { similarity: 1, manner: "area" });
    if (size < asked.length) continue;
    if (size === asked.length) {
      if (bytes[from] === first && sameAt(bytes, from, asked)) fits.set(code, { similarity: 1, manner: "exact" });
      continue;
    }
    if (asked.length < partMin) continue;
    const part = { similarity: 0.5 + (0.45 * asked.length) / size, manner: "begins so" } as const;
    if (bytes[from] === first && sameAt(bytes, from, asked)) keepBetter(fits, code, part);
    else if (bytes[to - 1] === last && sameAt(bytes, to - asked.length, asked)) {
      keepBetter(fits, code, { ...part, manner: "ends so" });
    }
  }
  return fits;
}

function sameAt(bytes: Uint8Array, from: number, asked: Uint8Array): boolean {
  for (let i = 0; i < asked.length; i += 1) if (bytes[from + i] !== asked[i]) return false;
  return true;
}
