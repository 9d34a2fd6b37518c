// Records of one person in two scripts and two code lists: which values stand for each other, and that bounds, saved models and
// questions in real time know it as the plain way does.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { link } from "../../../src/linkage/link.ts";
import { findWritings } from "../../../src/linkage/standardise/findWritings.ts";
import { createRandom } from "../../../src/shared/random.ts";
import { assertBoundsKeepAll, assertIndexLinksAlike } from "../compare/plainOracle.ts";
import { prepare, withoutColumns } from "../madeUpRecords.ts";

const given =
  "محمد:Mohammed علي:Ali حسين:Hussein حسن:Hassan خالد:Khaled أحمد:Ahmed يوسف:Youssef فاطمة:Fatima سلمى:Salma جمال:Jamal قاسم:Qasem وائل:Wael نادر:Nader سعيد:Saeed إبراهيم:Ibrahim مريم:Mariam زينب:Zainab طارق:Tareq رشيد:Rashid نبيل:Nabil";
const surnames =
  "الحمادي:Alhammadi الشيباني:Alshaibani القحطاني:Alqahtani منصور:Mansour درويش:Darwish حداد:Haddad خوري:Khoury نصار:Nassar شاهين:Shahin بركات:Barakat الزين:Alzein سليمان:Sulaiman حمدان:Hamdan عواد:Awad مراد:Murad كنعان:Kanaan صباغ:Sabbagh غانم:Ghanem فرحات:Farhat ملحم:Melhem";
const towns = "دمشق:Damascus حلب:Aleppo حمص:Homs درعا:Daraa الرقة:Raqqa";
const states = "متزوج:married أعزب:single أرمل:widowed";

const pairsOf = (texts: string) => texts.split(" ").map((text) => text.split(":") as [string, string]);

/** People in the list of an office that writes Arabic and in that of one that writes Latin letters. */
function makeRows(persons: number) {
  const random = createRandom(8);
  const draw = (texts: string): [string, string] => {
    const all = pairsOf(texts);
    return all[Math.floor(random() * all.length)]!;
  };
  return Array.from({ length: persons }, (_, i) => {
    const [name, surname, town, state] = [draw(given), draw(surnames), draw(towns), draw(states)];
    const year = 1950 + Math.floor(random() * 50);
    const day = 10 + Math.floor(random() * 18);
    const born = `${year}-0${1 + Math.floor(random() * 9)}-${day}`;
    const number = String(10_000_000 + Math.floor(random() * 89_999_999));
    return [0, 1]
      .filter((side) => side === i % 2 || random() < 0.5)
      .map((side) => ({
        id: `${1000 + i}${"ab"[side]}`,
        person: String(i),
        office: ["Damascus", "Geneva"][side]!,
        given_name: name[side]!,
        surname: surname[side]!,
        born,
        town: town[side]!,
        civil_status: state[side]!,
        document: random() < 0.5 ? number : "",
      }));
  }).flat();
}

const types = {
  given_name: "givenName",
  surname: "surname",
  born: "birthDate",
  town: "town",
  civil_status: "code",
  document: "document",
} as const;

test("values of one source stand for another's where records that share a number show it", () => {
  const rows = makeRows(600);
  assert.equal(findWritings(prepare(withoutColumns(rows, "person", "office"), types).records).size, 0, "one source");
  const found = findWritings(prepare(withoutColumns(rows, "person"), types, { sourceColumn: "office" }).records);
  assert.equal(Object.keys(found.get("town") ?? {}).length, 5);
  assert.equal(Object.keys(found.get("civil_status") ?? {}).length, 3);
  const written = new Map(Object.entries(found.get("civil_status") ?? {}));
  const standing = [...written].flat();
  assert.equal(new Set(standing).size, 6);
});

test("values that both sources use, and ones that go together by chance, are left as they are", () => {
  const rows = makeRows(600);
  const random = createRandom(2);
  const shuffled = rows.map((row) => ({
    ...row,
    civil_status: `${row.office[0]}${Math.floor(random() * 3)}`,
    town: "Homs",
  }));
  const { records } = prepare(withoutColumns(shuffled, "person"), types, { sourceColumn: "office" });
  assert.deepEqual([...findWritings(records)], []);
});

test("bounded scoring finds what the plain way finds where names stand without their vowels", () => {
  const rows = withoutColumns(makeRows(300), "person", "office");
  return assertBoundsKeepAll(prepare(rows, types, { hasUnvowelled: true }));
});

test("people are found across scripts; a saved model links as its run, and an index in memory scores as both", async () => {
  const rows = makeRows(700);
  const input = { input: rows, threads: 1, idColumn: "id", sourceColumn: "office", truth: "person" };
  const out = mkdtempSync(join(tmpdir(), "namesake-test-"));
  try {
    const run = await link(input);
    const { precision, recall } = run.facts.evaluation!.measures;
    assert.ok(precision > 0.9 && recall > 0.9, `${precision} ${recall}`);
    const columns = run.model.fields.flatMap((field) => field.columns);
    assert.ok(columns.some(({ column, hasUnvowelled }) => column === "surname" && hasUnvowelled));
    assert.equal(Object.keys(columns.find(({ column }) => column === "town")?.writings ?? {}).length, 5);
    assert.ok(run.summary.notes.some((note) => note.includes("civil_status")));
    await run.write({ out, overwrite: true });
    const again = await link({ ...input, model: join(out, "model.json") });
    assert.deepEqual(again.facts.clusters.clusterOf, run.facts.clusters.clusterOf);
    assert.deepEqual(again.facts.scored.links.logOdds, run.facts.scored.links.logOdds);
    assertIndexLinksAlike(again, rows, ({ office }) => office ?? "");
  } finally {
    rmSync(out, { recursive: true });
  }
});
