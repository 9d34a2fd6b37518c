// Settles columns of numbers and codes by what stands beside them: an age goes with the birth year, 1 and 2 are sexes where they go
// with female and male given names, a house number stands next to a street.
import { plainText } from "../../shared/plainText.ts";
import { bonusOf, type ColumnDraft, fitOf, reasonsFor, settle } from "./columnDraft.ts";
import { parseDateText } from "./parseDateText.ts";
import { scoreAgesOfInfants } from "./scoreNumbers.ts";
import { createSexCounter, givenNamesOf, sexContrast } from "./sexCodes.ts";
import { percent } from "./typeScore.ts";

/** Year per dictionary code of a column of birth dates or years; 0 where unreadable. */
function yearsOf(draft: ColumnDraft, pivot: number): Int32Array {
  const { values } = draft.summary.column;
  const years = new Int32Array(values.count);
  for (let code = 0; code < values.count; code += 1) {
    const text = plainText(values.at(code));
    const reading = draft.type === "birthYear" ? null : parseDateText(text, pivot);
    const year = draft.type === "birthYear" ? Number(text) : (reading?.dayFirst ?? reading?.monthFirst)?.year;
    if (year !== undefined && year > 1700 && year < 2200) years[code] = year;
  }
  return years;
}

/** Records with both from which they show anything. */
const seenMin = 10;

/** Share of records whose number plus birth year lies within a year of the commonest sum, and how many have both. */
function ageAgreement(age: ColumnDraft, birth: ColumnDraft, pivot: number): readonly [share: number, seen: number] {
  const years = yearsOf(birth, pivot);
  const numbers = Array.from({ length: age.summary.column.values.count }, (_, code) =>
    Number(plainText(age.summary.column.values.at(code))),
  );
  const sums = new Map<number, number>();
  let seen = 0;
  for (let record = 0; record < age.summary.recordCount; record += 1) {
    const year = years[birth.summary.column.codes[record]!];
    const number = numbers[age.summary.column.codes[record]!];
    if (year === undefined || year === 0 || number === undefined || !Number.isInteger(number)) continue;
    seen += 1;
    sums.set(year + number, (sums.get(year + number) ?? 0) + 1);
  }
  let most = 0;
  for (const [sum, count] of sums) most = Math.max(most, count + (sums.get(sum - 1) ?? 0) + (sums.get(sum + 1) ?? 0));
  return [seen < seenMin ? 0 : most / seen, seen];
}

/** Share of records in which a year goes with an age, below which it is of something else: people start to work in other years. */
const goesWithAgeMin = 0.2;

/** Years that are not called birth years, and do not go with ages that are called so, become codes. */
function resolveOtherYears(drafts: readonly ColumnDraft[], currentYear: number): void {
  const age = drafts.find((draft) => draft.type === "age" && bonusOf(draft, "age") > 0);
  if (age === undefined) return;
  for (const draft of drafts) {
    if (draft.type !== "birthYear" || draft.isFixed || bonusOf(draft, "birthYear") > 0) continue;
    const [agreement, seen] = ageAgreement(age, draft, currentYear % 100);
    if (seen < seenMin || agreement >= goesWithAgeMin) continue;
    settle(draft, "code", 0.4, [`years that do not go with the ages in ${age.summary.name}`]);
  }
}

/** Beside a column that is called the age, numbers like ages are something else: a place in a list, a room. */
function resolveOtherAges(drafts: readonly ColumnDraft[]): void {
  const named = drafts.find((draft) => draft.type === "age" && bonusOf(draft, "age") > 0);
  if (named === undefined) return;
  for (const draft of drafts) {
    if (draft.type === "age" && !draft.isFixed && bonusOf(draft, "age") === 0)
      settle(draft, "number", 0.4, [`numbers beside the ages in ${named.summary.name}`]);
  }
}

/** Share of records in which the age is that of the birth date, and of the ages that have one beside them, from which it says the same twice. */
const followsMin = 0.9;
const besideMin = 0.9;

/** Raises columns to age where age plus birth year is nearly the same number everywhere, and takes others for amounts. */
export function resolveAges(drafts: readonly ColumnDraft[], currentYear: number): void {
  resolveOtherYears(drafts, currentYear);
  resolveOtherAges(drafts);
  const birth = drafts.find((draft) => draft.type === "birthDate" || draft.type === "birthYear");
  if (birth === undefined) return;
  for (const draft of drafts) {
    if (fitOf(draft, "age") === 0 || draft.isFixed) continue;
    const [agreement, seen] = ageAgreement(draft, birth, currentYear % 100);
    if (agreement > followsMin && seen >= besideMin * draft.summary.filledCount)
      settle(draft, "notForMatching", 0.9, [
        `ages that follow from ${birth.summary.name} in ${percent(agreement)} of records`,
      ]);
    else if (agreement > 0.7)
      settle(draft, "age", 0.95, [`goes with the year in ${birth.summary.name} in ${percent(agreement)} of records`]);
    else if (draft.type === "age" && bonusOf(draft, "age") === 0)
      settle(draft, "number", 0.4, [`numbers that do not go with the year in ${birth.summary.name}`]);
  }
}

/** Codes that go with the sex of given names, or two main ones that without names are called so, become the sex. */
export function resolveSexCodes(drafts: readonly ColumnDraft[]): void {
  if (drafts.some((draft) => draft.type === "sex")) return;
  const given = givenNamesOf(drafts);
  if (given === undefined) resolveNamedSex(drafts);
  else resolveSexBesideNames(drafts, given);
}

function resolveSexBesideNames(drafts: readonly ColumnDraft[], given: ColumnDraft): void {
  const countSexes = createSexCounter(given);
  for (const draft of drafts) {
    if (draft.isFixed || draft.summary.distinctCount > 6 || draft.summary.distinctCount < 2) continue;
    if (!["code", "number", "notForMatching", "birthMonth"].includes(draft.type) && fitOf(draft, "sex") === 0) continue;
    const contrast = sexContrast(countSexes(draft));
    if (contrast > 0.6)
      settle(draft, "sex", 0.9, [`its values go with female and male given names (contrast ${contrast.toFixed(2)})`]);
  }
}

/** Share of two values from which a column that is called the sex is one, whatever codes it has. */
const mainValuesMin = 0.95;

/** Where there are no names to go with, the column's own name says what two values mean. */
function resolveNamedSex(drafts: readonly ColumnDraft[]): void {
  for (const draft of drafts) {
    const { counts, filledCount, distinctCount } = draft.summary;
    if (draft.isFixed || bonusOf(draft, "sex") <= 0 || distinctCount < 2 || distinctCount > 6) continue;
    const [first = 0, second = 0] = [...counts].sort((left, right) => right - left);
    if (first + second < filledCount * mainValuesMin) continue;
    settle(draft, "sex", 0.85, ["named like a sex, with two main values"]);
  }
}

/** Numbers next to a column of streets become house numbers. */
export function resolveHouseNumbers(drafts: readonly ColumnDraft[]): void {
  for (const [position, draft] of drafts.entries()) {
    if (
      draft.isFixed ||
      fitOf(draft, "houseNumber") < 0.1 ||
      !["number", "code", "age", "houseNumber", "birthDay"].includes(draft.type)
    )
      continue;
    if (bonusOf(draft, "age") > 0 || bonusOf(draft, "number") > 0) continue;
    if (scoreAgesOfInfants(draft.summary).length > 0) continue;
    const neighbours = [drafts[position - 1], drafts[position + 1], drafts[position + 2]];
    const street = neighbours.find(
      (other) => other !== undefined && (other.type === "street" || other.type === "addressLine"),
    );
    if (street === undefined) continue;
    settle(draft, "houseNumber", 0.8, [
      ...reasonsFor(draft, "houseNumber"),
      `stands beside the street in ${street.summary.name}`,
    ]);
  }
}
