// Words that some records write before a number or code and others leave out: RC/302648 and 302648, Blk C5 and C5.
import { plainText } from "../../shared/plainText.ts";
import type { Column } from "../read/recordTable.ts";
import { prefixed } from "../standardise/values/withoutPrefix.ts";
import type { SemanticType } from "./semanticType.ts";

const prefixedTypes: ReadonlySet<SemanticType> = new Set(["document", "postcode", "code"]);

/** Records that must begin with a word, and their share of all, … */
const recordsMin = 20;
const shareMin = 0.005;
/** … and the share of these whose rest stands alone in other records. */
const aloneMin = 0.2;

/** Words, in lower case and ascending, that say nothing before the values of a column; `counts` by code. */
export function findPrefixes(type: SemanticType, { values }: Pick<Column, "values">, counts: Uint32Array): string[] {
  if (!prefixedTypes.has(type) || !mayHavePrefixes(values)) return [];
  const alone = new Set<string>();
  const found = new Map<string, { rest: string; count: number }[]>();
  let filled = 0;
  for (let code = 0; code < counts.length; code += 1) {
    const count = counts[code]!;
    if (count === 0) continue;
    filled += count;
    const text = plainText(values.at(code)).trim();
    const [, word, rest] = prefixed.exec(text) ?? [];
    if (word === undefined || rest === undefined) alone.add(text.toLowerCase());
    else {
      const own = found.get(word.toLowerCase()) ?? [];
      found.set(word.toLowerCase(), own);
      own.push({ rest: rest.toLowerCase(), count });
    }
  }
  const isPrefix = (rests: readonly { rest: string; count: number }[]): boolean => {
    const all = rests.reduce((sum, { count }) => sum + count, 0);
    const known = rests.reduce((sum, { rest, count }) => (alone.has(rest) ? sum + count : sum), 0);
    return all >= Math.max(recordsMin, shareMin * filled) && known >= aloneMin * all;
  };
  return [...found].flatMap(([word, rests]) => (isPrefix(rests) ? [word] : [])).sort();
}

/** Values of a large dictionary of which one at least must begin with a word. */
const valuesLookedAt = 5000;

function mayHavePrefixes(values: Column["values"]): boolean {
  const step = Math.max(1, Math.floor(values.count / valuesLookedAt));
  for (let code = 0; code < values.count; code += step)
    if (prefixed.test(plainText(values.at(code)).trim())) return true;
  return false;
}
