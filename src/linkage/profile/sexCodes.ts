// What values of a column say of the sex, as given names beside them show: systems have codes of their own, 1 and 2 or K and V,
// and two systems that are linked seldom have the same.
import { standardiseSex } from "../standardise/values/standardiseSex.ts";
import type { ColumnDraft } from "./columnDraft.ts";
import { foldText } from "./foldText.ts";
import { lookUpName } from "./lexicon/nameLexicon.ts";

/** By code of a column: records whose given name is female, and those whose is male. */
interface SexesByValue {
  readonly female: Uint32Array;
  readonly male: Uint32Array;
}

/** The column that tells the sexes of people; undefined where there is none. */
export const givenNamesOf = (drafts: readonly ColumnDraft[]): ColumnDraft | undefined =>
  drafts.find(({ type }) => type === "givenName") ?? drafts.find(({ type }) => type === "fullName");

/** −1 male, 1 female, 0 unknown, per dictionary code of a column of given names. */
function sexOfNames(given: ColumnDraft): Int8Array {
  const { values } = given.summary.column;
  const sexes = new Int8Array(values.count);
  for (let code = 0; code < values.count; code += 1) {
    const levels = lookUpName(foldText(values.at(code)).split(" ")[0] ?? "");
    if (levels !== undefined) sexes[code] = Math.sign(levels.female - levels.male);
  }
  return sexes;
}

/** Counts columns against one column of given names, whose sexes are found once. */
export function createSexCounter(given: ColumnDraft): (draft: ColumnDraft) => SexesByValue {
  const sexes = sexOfNames(given);
  const names = given.summary.column.codes;
  return ({ summary: { column } }) => {
    const female = new Uint32Array(column.values.count);
    const male = new Uint32Array(column.values.count);
    for (let record = 0; record < column.codes.length; record += 1) {
      const code = column.codes[record]!;
      const sex = sexes[names[record]!];
      if (code < 0 || !sex) continue;
      (sex > 0 ? female : male)[code]! += 1;
    }
    return { female, male };
  };
}

/** Fewer people of a sex show nothing. */
const peopleMin = 5;

/** How far the values of women and of men are apart, 0 … 1: half the differences of their shares at each value. */
export function sexContrast({ female, male }: SexesByValue): number {
  const women = female.reduce((sum, count) => sum + count, 0);
  const men = male.reduce((sum, count) => sum + count, 0);
  if (women < peopleMin || men < peopleMin) return 0;
  return female.reduce((sum, count, code) => sum + Math.abs(count / women - male[code]! / men), 0) / 2;
}

/** People whose names are known that a code must have, and the share of them of one sex from which it means that sex. */
const codePeopleMin = 20;
const oneSexMin = 0.8;

/**
 * What a system's own codes mean in a column that has words for the sexes too ("M" and "F" in one source, "1" and "2" in the
 * other), by the code's folded text; null where there are no words, no codes, or no names that tell.
 */
export function sexCodesOf(draft: ColumnDraft, drafts: readonly ColumnDraft[]): Record<string, "f" | "m"> | null {
  const { values } = draft.summary.column;
  const texts = Array.from({ length: values.count }, (_, code) => standardiseSex(values.at(code)));
  const isWord = (text: string | null): boolean => text === "f" || text === "m";
  const given = givenNamesOf(drafts);
  if (given === undefined || !texts.some(isWord) || texts.every((text) => text === null || isWord(text))) return null;
  const { female, male } = createSexCounter(given)(draft);
  const found: Record<string, "f" | "m"> = {};
  texts.forEach((text, code) => {
    const [women, men] = [female[code]!, male[code]!];
    if (text === null || isWord(text) || women + men < codePeopleMin) return;
    if (women >= oneSexMin * (women + men)) found[text] = "f";
    if (men >= oneSexMin * (women + men)) found[text] = "m";
  });
  return Object.keys(found).length === 0 ? null : found;
}
