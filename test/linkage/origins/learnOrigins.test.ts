// Origins of names against people whose origins are known: dependence is recovered, and none is seen where there is none.
import assert from "node:assert/strict";
import { test } from "node:test";
import { dependenceOf } from "../../../src/linkage/origins/fitOrigins.ts";
import { learnOrigins } from "../../../src/linkage/origins/learnOrigins.ts";
import type { NameField, StandardRecords } from "../../../src/linkage/standardise/standardRecords.ts";
import { createRandom } from "../../../src/shared/random.ts";
import { prepare } from "../madeUpRecords.ts";

interface Origin {
  readonly share: number;
  readonly given: readonly string[];
  readonly surnames: readonly string[];
}

const syllables = ["ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va"];

/** Distinct names that begin with all sorts of letters; those of one `kind` differ from those of another. */
const inventNames = (kind: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => {
    const [first, second, third] = [i % 16, Math.floor(i / 16) % 16, (i * 7) % 16];
    return `${syllables[first]}${syllables[second]}${kind}${syllables[third]}`;
  });

/** Common names come first: the share of name i falls with i. */
const draw = (names: readonly string[], random: () => number): string =>
  names[Math.floor(names.length * random() ** 2)] ?? "";

function makeUp(origins: readonly Origin[], count: number, seed: number): StandardRecords {
  const random = createRandom(seed);
  const rows = Array.from({ length: count }, (_, id) => {
    let left = random();
    const origin = origins.find(({ share }) => {
      left -= share;
      return left < 0;
    });
    const { given, surnames } = origin ?? (origins[0] as Origin);
    return { id: String(id), given_name: draw(given, random), surname: draw(surnames, random) };
  });
  return prepare(rows, { given_name: "givenName", surname: "surname" }).records;
}

const threeOrigins: readonly Origin[] = [
  { share: 0.7, given: inventNames("x", 200), surnames: inventNames("xx", 500) },
  { share: 0.2, given: inventNames("y", 150), surnames: inventNames("yy", 300) },
  { share: 0.1, given: inventNames("z", 100), surnames: inventNames("zz", 200) },
];

const nameField = (records: StandardRecords): NameField =>
  records.fields.find((field) => field.kind === "name") as NameField;

function codeOf(records: StandardRecords, name: string): number {
  const { strings } = nameField(records).dictionary;
  return Array.from({ length: strings.count }, (_, code) => strings.at(code)).indexOf(name);
}

test("common names of one origin depend as much as the origin is rare, and names of two hardly occur together", () => {
  const records = makeUp(threeOrigins, 20_000, 1);
  const origins = learnOrigins(records);
  assert.ok(origins !== null && origins.count >= 3);
  for (const { share, given, surnames } of threeOrigins) {
    for (const place of [0, 3, 10]) {
      const g = codeOf(records, given[place] ?? "");
      const s = codeOf(records, surnames[place] ?? "");
      const dependence = dependenceOf(origins, g, s);
      assert.ok(Math.abs(Math.log(dependence * share)) < 0.35, `${dependence} of an origin of ${share}`);
    }
  }
  const [first, second] = threeOrigins;
  const apart = dependenceOf(
    origins,
    codeOf(records, first?.given[0] ?? ""),
    codeOf(records, second?.surnames[0] ?? ""),
  );
  assert.ok(apart < 0.2, String(apart));
});

test("names that are independent have no origins", () => {
  const { given, surnames } = threeOrigins[0] as Origin;
  assert.equal(learnOrigins(makeUp([{ share: 1, given, surnames }], 20_000, 2)), null);
});

test("what slips make of each person's names is no origin", () => {
  const random = createRandom(3);
  const misspell = (name: string): string => {
    if (random() < 0.5) return name;
    const at = 2 + Math.floor(random() * (name.length - 2));
    return `${name.slice(0, at)}${syllables[Math.floor(random() * 16)]}${name.slice(at + 1)}`;
  };
  const { given, surnames } = threeOrigins[0] as Origin;
  const rows = Array.from({ length: 1500 }, () => [draw(given, random), draw(surnames, random)] as const).flatMap(
    ([first, last], person) =>
      Array.from({ length: 8 }, (_, i) => {
        return { id: `${person}.${i}`, given_name: misspell(first), surname: misspell(last) };
      }),
  );
  const { records } = prepare(rows, { given_name: "givenName", surname: "surname" });
  assert.equal(learnOrigins(records), null);
});

test("files with few combinations of names, or without both, have none", () => {
  assert.equal(learnOrigins(makeUp(threeOrigins, 300, 4)), null);
  const rows = [{ id: "1", surname: "Ba" }];
  assert.equal(learnOrigins(prepare(rows, { surname: "surname" }).records), null);
});

test("records in any number of copies have the same origins: each combination counts once", () => {
  const records = makeUp(threeOrigins, 6000, 5);
  const twice = new Int32Array(records.cells.length * 2);
  twice.set(records.cells);
  twice.set(records.cells, records.cells.length);
  const doubled = { ...records, recordCount: records.recordCount * 2, cells: twice };
  assert.deepEqual(learnOrigins(doubled), learnOrigins(records));
});
