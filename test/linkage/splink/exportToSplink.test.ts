// Our model as Splink settings: what is said can be read back and scored, and what is not said is listed.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { runCli } from "../../../src/cli/runCli.ts";
import { link } from "../../../src/linkage/link.ts";
import { exportToSplink } from "../../../src/linkage/splink/exportToSplink.ts";
import { loadSplinkModel } from "../../../src/linkage/splink/loadSplinkModel.ts";
import { createTestContext } from "../../cli/testContext.ts";
import { makeFiles } from "../read/temporaryFiles.ts";

/** Persons with one or two records each; a second one has a slip in the surname. */
function madeUpRows() {
  const givens = ["Anna", "Brian", "Carla", "David", "Emma", "Frank", "Grace", "Henry"];
  const surnames = ["Archer", "Bishop", "Carter", "Dawson", "Ellis", "Fletcher", "Gibson", "Harper"];
  return Array.from({ length: 64 }, (_, person) => {
    const row = {
      given_name: givens[person % 8] ?? "",
      surname: surnames[Math.floor(person / 8)] ?? "",
      birth_date: `19${50 + (person % 40)}-0${1 + (person % 9)}-${10 + (person % 17)}`,
      postcode: `AB${1 + (person % 9)} ${person % 7}CD`,
    };
    const second = { ...row, surname: `${row.surname.slice(0, -1)}x` };
    return [{ unique_id: `a${person}`, ...row }, ...(person % 2 === 0 ? [{ unique_id: `b${person}`, ...second }] : [])];
  }).flat();
}

test("an exported model is read back, covers its comparisons, and finds the second records", async (context) => {
  const folder = await makeFiles(context, {});
  const run = await link({ input: madeUpRows(), idColumn: "unique_id" });
  await run.write({ out: join(folder, "run") });
  const cli = createTestContext();
  const out = join(folder, "splink.json");
  assert.equal(await runCli(["model", "export", join(folder, "run"), "--to", "splink", "--out", out], cli), 0);
  assert.match(cli.printed(), /comparison name_order: has no equal in Splink/);
  const { model } = await loadSplinkModel(out);
  assert.deepEqual(
    model.comparisons.map(({ name }) => name),
    ["given_name", "surname", "birth_date", "postcode"],
  );
  assert.equal(model.prior, run.model.scoring.prior);
  for (const { levels } of model.comparisons) {
    const own = levels.filter(({ isNull }) => !isNull);
    for (const figure of ["m", "u"] as const) {
      const sum = own.reduce((total, level) => total + level[figure], 0);
      assert.ok(Math.abs(sum - 1) < 0.02, `${figure} is whole`);
    }
    assert.equal(levels[1]?.frequency !== null, true);
  }
});

test("a rule that lives by a limit on blocks, or that Splink cannot say, is left out and listed", async () => {
  const run = await link({ input: madeUpRows(), idColumn: "unique_id" });
  const blocking = {
    rules: [["given_name"], ["surname sound"], ["surname", "birth_date year"], ["both names"]],
    blockSizeMax: 50,
    blockSizeCeiling: 400,
    stopKeys: [],
  };
  const { settings, leftOut } = exportToSplink({ ...run.model, blocking }, { pairsPerRecordMax: 1 });
  const { blocking_rules_to_generate_predictions: rules } = settings as {
    blocking_rules_to_generate_predictions: { blocking_rule: string }[];
  };
  assert.deepEqual(
    rules.map((rule) => rule.blocking_rule),
    [
      'l."surname" = r."surname" AND substr(l."birth_date", 1, 4) = substr(r."birth_date", 1, 4)',
      'l."given_name" = r."given_name" AND l."surname" = r."surname"',
    ],
  );
  assert.ok(
    leftOut.some((line) =>
      /^blocking rule given_name: without a limit on blocks it would make some .* pairs$/.test(line),
    ),
  );
  assert.ok(leftOut.includes("blocking rule surname sound: has no equal in Splink"));
});
