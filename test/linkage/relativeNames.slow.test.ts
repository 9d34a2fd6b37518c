// Sisters and brothers share surname, home and their mother's name: her name helps to find one person's records, and never
// makes one person of two.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { link } from "../../src/linkage/link.ts";
import type { LinkRun } from "../../src/linkage/linkRun.ts";
import { createRandom } from "../../src/shared/random.ts";
import { type MadeUpRow, madeUpRecords, shuffled, withoutColumns } from "./madeUpRecords.ts";

const mothers = madeUpRecords({ records: 900, seed: 41 }).filter(({ given_name }) => given_name !== "");
const children = madeUpRecords({ records: 4000, seed: 42 }).filter(({ given_name }) => given_name !== "");

/** Families of one to four children, each in one to three records with mistakes. `person` is the truth. */
function makeRows(): (MadeUpRow & { person: string })[] {
  const random = createRandom(6);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const rows: (MadeUpRow & { person: string })[] = [];
  for (let family = 0; family < 500; family += 1) {
    const { surname = "", town = "", given_name: mother = "" } = mothers[family % mothers.length]!;
    const maiden = pick(mothers).surname ?? "";
    let year = 1950 + Math.floor(random() * 50);
    for (let child = 0, count = 1 + Math.floor(random() * 4); child < count; child += 1) {
      const { given_name: given = "" } = pick(children);
      year += 1 + Math.floor(random() * 3);
      const born = `${year}-${10 + Math.floor(random() * 3)}-${10 + Math.floor(random() * 18)}`;
      for (let copy = 0, copies = 1 + Math.floor(random() * 3); copy < copies; copy += 1) {
        const isWrong = random() < 0.1;
        rows.push({
          unique_id: `r${rows.length}`,
          person: `${family}-${child}`,
          first_name: random() < 0.08 ? given.slice(0, 1) : given,
          last_name: isWrong ? `${surname.slice(1)}e` : surname,
          birth_date: random() < 0.05 ? born.replace(/\d$/, "9") : born,
          town: random() < 0.1 ? (pick(mothers).town ?? "") : town,
          mother_name: random() < 0.1 ? "" : random() < 0.2 ? mother : `${mother} ${maiden}`,
        });
      }
    }
  }
  return shuffled(rows, 3) as (MadeUpRow & { person: string })[];
}

const rows = makeRows();
const personOf = new Map(rows.map(({ unique_id, person }) => [unique_id ?? "", person]));

/** Pairs of one cluster that are one person's, and that are not; `missed`: pairs of one person apart. */
function measure(run: LinkRun): { right: number; wrong: number; missed: number } {
  const clusters = new Map([...run.clusters()].map(({ recordId, clusterId }) => [recordId, clusterId]));
  const found = { right: 0, wrong: 0, missed: 0 };
  const ids = [...clusters.keys()];
  ids.forEach((one, i) => {
    for (const other of ids.slice(i + 1)) {
      const isJoined = clusters.get(one) === clusters.get(other);
      const isOne = personOf.get(one) === personOf.get(other);
      if (isJoined) found[isOne ? "right" : "wrong"] += 1;
      else if (isOne) found.missed += 1;
    }
  });
  return found;
}

describe("mothers' names", () => {
  let run: LinkRun;
  before(async () => {
    run = await link({ input: withoutColumns(rows, "person"), idColumn: "unique_id", threads: 1 });
  });

  test("are a field of their own, not a part of the person's name", () => {
    const fields = run.model.fields.map(({ kind, columns }) => [kind, columns.map(({ column }) => column)]);
    assert.deepEqual(
      fields.filter(([kind]) => kind === "relative" || kind === "name"),
      [
        ["name", ["first_name", "last_name"]],
        ["relative", ["mother_name"]],
      ],
    );
  });

  test("hardly ever join two children of one mother", () => {
    const { right, wrong, missed } = measure(run);
    assert.ok(wrong <= 0.005 * right, `${wrong} wrong of ${right + wrong}`);
    assert.ok(missed <= 0.03 * right, `${missed} missed of ${right + missed}`);
  });

  test("find records that would be missed without them", async () => {
    const without = withoutColumns(rows, "person", "mother_name");
    const plain = measure(await link({ input: without, idColumn: "unique_id", threads: 1 }));
    const told = measure(run);
    assert.ok(told.missed + told.wrong < plain.missed + plain.wrong, JSON.stringify({ told, plain }));
  });
});
