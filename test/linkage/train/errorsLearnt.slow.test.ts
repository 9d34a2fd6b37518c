// A whole run over a few fields with many errors: how often they are wrong, and how many matches there are, is learnt though
// the pairs with most errors never meet; and twins are not expected where contacts tell them from wrong names and show none.
import assert from "node:assert/strict";
import { test } from "node:test";
import { link } from "../../../src/linkage/link.ts";
import { createRandom } from "../../../src/shared/random.ts";

const syllables = ["ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "wu", "za"];

const personCount = 5000;
const recordsEach = 4;
/** Share of records with another person's birth date, and of those that lack a name, each. */
const wrongDate = 0.1;
const missingName = 0.3;

/** In random order, none of them twins. `wrongName`: share of records with another given name. */
function writePeople(seed: number, wrongName = 0): Record<string, string>[] {
  const random = createRandom(seed);
  const pick = (count: number): number => Math.floor(random() * count);
  const word = (length: number): string => Array.from({ length }, () => syllables[pick(syllables.length)]).join("");
  const names = Array.from({ length: 200 }, () => word(3));
  const surnames = Array.from({ length: 600 }, () => word(4));
  const date = (): string =>
    `${1930 + pick(80)}-${String(1 + pick(12)).padStart(2, "0")}-${String(1 + pick(28)).padStart(2, "0")}`;
  // Some names are common, most are not.
  const skewed = (list: readonly string[]): string => list[Math.floor(list.length * random() ** 2)] ?? "";
  const rows = Array.from({ length: personCount }, () => {
    const [given, surname, born] = [skewed(names), skewed(surnames), date()];
    const contacts =
      wrongName === 0 ? {} : { phone: `07${100_000_000 + pick(899_999_999)}`, passport: `P${pick(9_999_999)}` };
    return Array.from({ length: recordsEach }, () => ({
      ...contacts,
      given_name: random() < missingName ? "" : random() < wrongName ? skewed(names) : given,
      surname: random() < missingName ? "" : surname,
      birth_date: random() < wrongDate ? date() : born,
    }));
  }).flat();
  return rows
    .map((row) => ({ row, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ row }, index) => ({ id: String(index), ...row }));
}

test("matches and their errors are learnt to be as many as they are", async () => {
  const { model } = await link({ input: writePeople(1), idColumn: "id" });
  const date = model.scoring.comparisons.find(({ kind }) => kind === "date");
  const different = date?.m.at(-1) ?? 0;
  const truth = (1 - (1 - wrongDate) ** 2) * (date?.u.at(-1) ?? 0);
  assert.ok(Math.abs(different - truth) < 0.08, `${different} of pairs differ wholly in birth date, truly ${truth}`);
  const matches = (personCount * recordsEach * (recordsEach - 1)) / 2;
  const expected = model.training.expectedMatches;
  assert.ok(Math.abs(expected / matches - 1) < 0.1, `${expected} of ${matches} matches are expected`);
});

const wrongNameShare = 0.1;

test("where a telephone and a document tell twins from wrong given names and show none, hardly any is expected", async () => {
  const { model } = await link({ input: writePeople(2, wrongNameShare), idColumn: "id" });
  const { twinPrior = 1, comparisons } = model.scoring;
  const twins = twinPrior * model.training.pairCount;
  // Three in a hundred people are a twin.
  const typical = 0.015 * personCount;
  assert.ok(twins < 0.1 * typical, `${twins} pairs of twins, typically ${typical}`);
  const given = comparisons.find(({ kind }) => kind === "givenName");
  const wrong = (given?.m ?? []).slice(-2).reduce((sum, share) => sum + share, 0);
  assert.ok(wrong > 0.1, `${wrong} of given names are wrong, truly ${1 - (1 - wrongNameShare) ** 2}`);
});
