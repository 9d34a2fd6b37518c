// Names that two offices write in their own way are learnt as one name each, from records that agree in all else; names that
// merely meet in families are not.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { link } from "../../../src/linkage/link.ts";
import type { LinkRun } from "../../../src/linkage/linkRun.ts";
import { createRandom } from "../../../src/shared/random.ts";
import { type MadeUpRow, shuffled } from "../madeUpRecords.ts";

/** As two offices write them. */
const surnames = [
  ["Darwish", "Derviş"],
  ["Zhukovskij", "Schukowski"],
  ["Xiao", "Hsiu"],
  ["Qureshi", "Kurayši"],
  ["Giannakis", "Yiannaki"],
  ["Papadopoulos", "Papadopoulos"],
  ["Ivanov", "Ivanov"],
  ["Lindqvist", "Lindqvist"],
] as const;
const given = "Amira Bruno Celia Dario Edith Frida Gustav Hilda Igor Jonas Klara Lorenz Mira Nestor Olga".split(" ");

/** Every third person is in both offices' lists; twins of other names share surname and birth date. */
function makeRows(seed: number): MadeUpRow[] {
  const random = createRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const rows: MadeUpRow[] = [];
  for (let person = 0; person < 900; person += 1) {
    const names = pick(surnames);
    const born = `${1930 + Math.floor(random() * 80)}-0${1 + Math.floor(random() * 9)}-${10 + Math.floor(random() * 18)}`;
    const add = (name: string, office: 0 | 1): void => {
      rows.push({ unique_id: `r${rows.length}`, given_name: name, surname: names[office], birth_date: born });
    };
    const own = pick(given);
    add(own, 0);
    if (person % 3 === 0) add(own, 1);
    if (person % 25 === 0) add(pick(given.filter((name) => name !== own)), 0);
  }
  return shuffled(rows, seed);
}

const rows = makeRows(5);
const clustersOf = (run: LinkRun): Map<string, string> =>
  new Map([...run.clusters()].map(({ recordId, clusterId }) => [recordId, clusterId]));
const spellingsOf = ({ model }: LinkRun): readonly (readonly [string, string])[] => model.fields[0]?.spellings ?? [];
const folder = mkdtempSync(join(tmpdir(), "namesake-spellings-"));
let run: LinkRun;
before(async () => {
  run = await link({ input: rows, idColumn: "unique_id", threads: 1 });
});
after(() => rmSync(folder, { recursive: true, force: true }));

test("what offices write for each other is learnt, and nothing else", () => {
  assert.deepEqual(spellingsOf(run), [
    ["darwish", "dervis"],
    ["giannakis", "yiannaki"],
    ["hsiu", "xiao"],
    ["kuraysi", "qureshi"],
    ["schukowski", "zhukovskij"],
  ]);
  assert.ok(run.summary.notes.some((note) => note.startsWith("5 pairs of names stand for each other")));
});

test("records under another spelling join their person", () => {
  const clusters = clustersOf(run);
  const bySurname = new Map<string, MadeUpRow[]>();
  for (const row of rows) {
    const key = `${row.given_name} ${row.birth_date}`;
    bySurname.set(key, [...(bySurname.get(key) ?? []), row]);
  }
  const alike = [...bySurname.values()].filter(
    ([one, other]) => one?.surname === "Xiao" && other?.surname === "Hsiu" && one !== other,
  );
  assert.ok(alike.length > 5);
  for (const [one, other] of alike) assert.equal(clusters.get(one!.unique_id!), clusters.get(other!.unique_id!));
});

test("the order of rows changes nothing, and a model that was written links as the one that was trained", async () => {
  const other = await link({ input: shuffled(rows, 9), idColumn: "unique_id", threads: 1 });
  assert.deepEqual(spellingsOf(other), spellingsOf(run));
  assert.deepEqual(clustersOf(other), clustersOf(run));
  await run.write({ out: join(folder, "run") });
  const again = await link({
    input: rows,
    idColumn: "unique_id",
    threads: 1,
    model: join(folder, "run", "model.json"),
  });
  assert.deepEqual(spellingsOf(again), spellingsOf(run));
  assert.deepEqual(clustersOf(again), clustersOf(run));
});
