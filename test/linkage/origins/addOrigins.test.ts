// What of names is told twice, on made-up records where it is known: sexes of given names, names in e-mail addresses.
import assert from "node:assert/strict";
import { test } from "node:test";
import { collectFrequencies } from "../../../src/linkage/compare/frequencies.ts";
import { alignFrequencies, PairComparer } from "../../../src/linkage/compare/pairComparer.ts";
import { addOrigins } from "../../../src/linkage/origins/addOrigins.ts";
import { learnOrigins } from "../../../src/linkage/origins/learnOrigins.ts";
import type { SemanticType } from "../../../src/linkage/profile/semanticType.ts";
import { createRandom } from "../../../src/shared/random.ts";
import { prepare } from "../madeUpRecords.ts";

type Row = Record<string, string> & { id: string };

const types = { given_name: "givenName", surname: "surname", sex: "sex", email: "email" } as const;
const surnames = ["barlow", "castleton", "drummond", "ellington", "fairweather", "grantham", "holloway", "ingram"];
const women = ["agatha", "beatrice", "clementine", "dorothea"];
const men = ["ambrose", "bartholomew", "cuthbert", "dominic"];
const domains = ["post.example", "mail.example", "inbox.example"];

/** Half women; sam is either. `address`: of a record, by its names and a number below 90. */
function makeUp(address: (given: string, surname: string, number: number) => string): Row[] {
  const random = createRandom(5);
  const draw = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? "";
  return Array.from({ length: 3000 }, (_, id) => {
    const isWoman = random() < 0.5;
    const given = random() < 0.1 ? "sam" : draw(isWoman ? women : men);
    const surname = draw(surnames);
    const email = `${address(given, surname, 10 + Math.floor(random() * 80))}@${draw(domains)}`;
    return { id: String(id), given_name: given, surname, sex: isWoman ? "female" : "male", email };
  });
}

/** What the comparison adds to log u, of two records put behind the others. */
function adjustOf(
  rows: readonly Row[],
  pair: readonly [Partial<Row>, Partial<Row>],
  comparison: string,
  columns: Readonly<Record<string, SemanticType>> = types,
): number {
  const [left, right] = pair;
  const blank = Object.fromEntries(Object.keys(columns).map((name) => [name, ""]));
  const added = [left, right].map((row, place) => ({ ...blank, ...row, id: `z${place}` }));
  const { records } = prepare([...rows, ...added], columns);
  const comparer = new PairComparer(
    records,
    alignFrequencies(records, addOrigins(collectFrequencies(records), records, learnOrigins(records))),
  );
  const evidence = comparer.compare(rows.length, rows.length + 1);
  return evidence.logUAdjust[comparer.comparisons.findIndex(({ name }) => name === comparison)] ?? Number.NaN;
}

const random = createRandom(9);
const anyLetters = (): string =>
  Array.from({ length: 9 }, () => "bcdfghjklmnpqrstvwxz"[Math.floor(random() * 20)]).join("");
const named = makeUp((given, surname, number) => `${given}.${surname}${number}`);
const unnamed = makeUp(() => anyLetters());

test("the sex beside a given name that tells it adds nothing; beside one of both sexes, or none alike, it stays as it is", () => {
  const alike = (given_name: string, sex: string) =>
    [
      { given_name, sex },
      { given_name, sex },
    ] as const;
  const alone = (given_name: string) => [{ given_name }, { given_name }] as const;
  const added = (given: string, sex: string) =>
    adjustOf(unnamed, alike(given, sex), "given_name") - adjustOf(unnamed, alone(given), "given_name");
  assert.ok(Math.abs(added("agatha", "female") - Math.LN2) < 0.05);
  assert.ok(Math.abs(added("cuthbert", "male") - Math.LN2) < 0.05);
  assert.ok(Math.abs(added("sam", "male")) < 0.1);
  assert.equal(added("agatha", "male"), 0);
});

const namesakes = (right: Partial<Row>): readonly [Partial<Row>, Partial<Row>] => [
  { given_name: "agatha", surname: "barlow", email: "agatha.barlow17@post.example" },
  { given_name: "agatha", surname: "barlow", email: "agatha.barlow18@post.example", ...right },
];

test("addresses of namesakes that are made of their names are alike by these", () => {
  assert.ok(adjustOf(named, namesakes({}), "email") > 5);
  assert.ok(adjustOf(named, namesakes({ email: "agathabarlow18@post.example" }), "email") > 5);
});

test("where hardly any address holds a name, those that do are held to be alike by a guess", () => {
  assert.ok(adjustOf(unnamed, namesakes({}), "email") > 5);
});

test("one name in both addresses counts in whatever part the records have it", () => {
  const left = { given_name: "agatha", surname: "barlow", email: "barlow17@post.example" };
  const right = { given_name: "barlow", surname: "ingram", email: "barlow18@post.example" };
  const adjust = adjustOf(named, [left, right], "email");
  assert.ok(adjust > 0);
  assert.equal(adjustOf(named, [right, left], "email"), adjust);
});

test("addresses of people of other names, or without names, are weighed as they are", () => {
  assert.equal(adjustOf(named, namesakes({ given_name: "sam", surname: "ingram" }), "email"), 0);
  const [left] = namesakes({});
  const initials: readonly [Partial<Row>, Partial<Row>] = [
    { ...left, email: "tigerlily17@post.example" },
    { ...left, email: "tigerlily18@post.example" },
  ];
  assert.equal(adjustOf(named, initials, "email"), 0);
});

test("which record stands left changes nothing", () => {
  const [left, right] = namesakes({ email: "barlow.agatha3@mail.example" });
  assert.equal(adjustOf(named, [left, right], "email"), adjustOf(named, [right, left], "email"));
});

test("a given name that is the other's middle name pays for the origin that it and their surname share", () => {
  // One in five is of the second people; common names come first.
  const invent = (kind: string, count: number): string[] =>
    Array.from({ length: count }, (_, i) =>
      `${"bdfgklmnprst"[i % 12]}o${kind}${"aeiou"[i % 5]}${"bdfgklmnprst"[(i * 7) % 11]}${i}`.replaceAll(
        /\d/g,
        (digit) => "aeioubdfgk"[Number(digit)] ?? "",
      ),
    );
  const draw = (list: readonly string[]): string => list[Math.floor(list.length * random() ** 2)] ?? "";
  const peoples = [
    { surnames: invent("xx", 300), given: invent("x", 120) },
    { surnames: invent("vv", 150), given: invent("v", 60) },
  ] as const;
  const rows = Array.from({ length: 10_000 }, (_, id): Row => {
    const people = peoples[id % 5 === 0 ? 1 : 0];
    const [given_name, middle_name] = [draw(people.given), draw(people.given)];
    return { id: String(id), given_name, middle_name, surname: draw(people.surnames) };
  });
  const [others, own] = peoples;
  const charge = (surname: string): number =>
    adjustOf(
      rows,
      [
        { given_name: own.given[0] ?? "", surname },
        { given_name: own.given[1] ?? "", middle_name: own.given[0] ?? "", surname },
      ],
      "given_name",
      { given_name: "givenName", middle_name: "middleName", surname: "surname" },
    );
  const [ofOne, ofTwo] = [charge(own.surnames[0] ?? ""), charge(others.surnames[0] ?? "")];
  assert.ok(ofOne > 1, `${ofOne} of one origin of a fifth of all people`);
  assert.ok(ofTwo < 0.1, `${ofTwo} of two`);
});
