// Tables of pairs written by hand: what each comparator makes of the errors that people and machines make.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { SemanticType } from "../../../../src/linkage/profile/semanticType.ts";
import { comparePair, levelOf, type Values } from "./comparePair.ts";

type Row = readonly [left: string, right: string, level: string];

function checkTable(type: SemanticType, rows: readonly Row[]): void {
  for (const [left, right, level] of rows) {
    assert.equal(levelOf(type, left, right), level, `${left} | ${right}`);
    assert.equal(levelOf(type, right, left), level, `${right} | ${left}`);
  }
}

test("birth dates", () => {
  checkTable("birthDate", [
    ["1981-07-04", "1981-07-04", "exact"],
    ["1981-07-04", "04/07/1981", "exact"],
    ["1981-07-04", "1981-04-07", "day and month swapped"],
    ["1981-07-14", "1981-07-15", "one digit differs"],
    ["1981-07-14", "1991-07-14", "one digit differs"],
    ["1981-07-14", "1981-07-41", "missing"],
    ["1981-07-12", "1981-07-21", "one digit differs"],
    ["1981-07-14", "1918-07-14", "one digit differs"],
    ["1981-07-14", "1981-01-01", "same year, part unknown"],
    ["1981-07-14", "1981", "same year, part unknown"],
    ["1981-07-14", "1981-07", "same year, part unknown"],
    ["1981-07-14", "1964-07-14", "same day and month"],
    ["1981-07-14", "1981-07-29", "same year and day or month"],
    ["1981-07-14", "1981-12-14", "same year and day or month"],
    ["1981-07-14", "1981-03-15", "two digits differ"],
    ["1981-07-14", "1981-11-29", "same year"],
    ["1981-07-14", "1982-12-29", "a year apart"],
    ["1981-07-14", "1982", "a year apart"],
    ["1981-07-14", "1955-11-29", "different"],
    ["1981-01-01", "1982-01-01", "years alone, near"],
    ["1981-01-01", "1983-01-01", "years alone, apart"],
    ["1981-01-01", "1982", "years alone, near"],
    ["1981", "1991", "years alone, apart"],
    ["1981-01-01", "1991-01-01", "years alone, apart"],
    ["1981-01-01", "1981", "same year, part unknown"],
    ["1981-07-14", "1945", "different"],
  ]);
});

const names = { given: "givenName", middle: "middleName", surname: "surname" } as const;

/** Many records of the same names, so that no name is rare. */
const crowd = (...texts: readonly string[]): Values[] =>
  texts.flatMap((text) => {
    const [given = "", middle = "", surname = ""] = text.split("|");
    return Array.from({ length: 5 }, () => ({ given, middle, surname }));
  });

/** "given|middle|surname" of two records to the levels of given name, surname and order. */
function checkNames(
  rows: readonly (readonly [string, string, { given: string; surname: string; order: string; middle?: string }])[],
  others: readonly Values[] = [],
): void {
  const parse = (text: string): Values => {
    const [given = "", middle = "", surname = ""] = text.split("|");
    return { given, middle, surname };
  };
  for (const [left, right, expected] of rows) {
    for (const [a, b] of [
      [left, right],
      [right, left],
    ] as const) {
      const { levels } = comparePair(names, parse(a), parse(b), others);
      const found = { given: levels.given_name, surname: levels.surname, order: levels.name_order };
      const { middle, ...parts } = expected;
      assert.deepEqual(found, parts, `${a} and ${b}`);
      if (middle !== undefined) assert.equal(levels.middle_name, middle, `middle names of ${a} and ${b}`);
    }
  }
}

test("names: spelling, nicknames, initials", () => {
  checkNames([
    ["Mary||Smith", "MARY||smith", { given: "exact", surname: "exact", order: "both names agree" }],
    ["Zoë||O'Brien", "Zoe||OBrien", { given: "exact", surname: "exact", order: "both names agree" }],
    ["Catherine||Smith", "Katherine||Smyth", { given: "near, rare", surname: "near, rare", order: "both names agree" }],
    ["William||Smith", "Bill||Smith", { given: "nickname", surname: "exact", order: "both names agree" }],
    ["Elizabeth||Smith", "Liz||Smith", { given: "nickname", surname: "exact", order: "both names agree" }],
    ["William||Smith", "W||Smith", { given: "initial", surname: "exact", order: "in place" }],
    ["William||Smith", "B||Smith", { given: "different, rare", surname: "exact", order: "in place" }],
    ["William||Smith", "||Smith", { given: "missing", surname: "exact", order: "in place" }],
    ["William||Smith", "Gudrun||Okafor", { given: "different, rare", surname: "different, rare", order: "in place" }],
    ["Anna||Smith-Jones", "Anna||Jones", { given: "exact", surname: "similar", order: "in place" }],
  ]);
});

test("names of several parts: one that is dropped or stands elsewhere, and one that is another", () => {
  const surnames = (level: string) => ({ given: "exact", surname: level, order: "in place" });
  checkNames([
    ["Ana||Muñoz García", "Ana||García", surnames("similar")],
    ["Ana||Muñoz García", "Ana||García Muñoz", { ...surnames("near, rare"), order: "both names agree" }],
    ["Ana||Muñoz García", "Ana||Delgado García", surnames("different, rare")],
    ["Ana||González Pérez", "Ana||González López", surnames("different, rare")],
    ["Ana||González Pérez", "Ana||Gonzales Peres", { ...surnames("near, rare"), order: "both names agree" }],
  ]);
});

test("names: particles come and go", () => {
  const near = { given: "exact", surname: "near, rare", order: "both names agree" };
  checkNames([
    ["Ana||dos Santos", "Ana||Santos", near],
    ["Ana||Lima dos Santos", "Ana||de Lima Santos", near],
    ["Jan||de Vries", "Jan||Vries", near],
    ["Jan||Vries, de", "Jan||de Vries", { ...near, surname: "exact" }],
    ["Jan||Devlin", "Jan||Lin", { given: "exact", surname: "different, rare", order: "in place" }],
  ]);
});

test("names: two given names in the other order", () => {
  const turned = { given: "other's middle name", middle: "agree", surname: "exact", order: "in place" };
  checkNames([
    ["Werner|Heinrich|Meyer", "Heinrich|Werner|Meyer", turned],
    ["Thaumas|Daniel|Meyer", "Daniel|Thomas|Meyer", turned],
    ["Werner|Otto|Meyer", "Heinrich|Werner|Meyer", { ...turned, middle: "conflict" }],
  ]);
});

test("names: consonants that sound alike, in any spelling and from any alphabet", () => {
  checkNames([
    ["Otto||Keller", "Otto||Köhler", { given: "exact", surname: "near, rare", order: "both names agree" }],
    ["Khatoon||Novak", "Khatun||Novak", { given: "near, rare", surname: "exact", order: "both names agree" }],
    ["Catherine||Xu", "Kathryn||Xu", { given: "nickname", surname: "exact", order: "both names agree" }],
    ["Anna||Faisal", "Anna||فيصل", { given: "exact", surname: "similar", order: "in place" }],
    ["Zora||Novak", "Soraya||Novak", { given: "similar", surname: "exact", order: "in place" }],
    ["Jon||Novak", "Jane||Novak", { given: "different, rare", surname: "exact", order: "in place" }],
    ["Lea||Novak", "Lou||Novak", { given: "different, rare", surname: "exact", order: "in place" }],
  ]);
});

test("names: two given names written as one", () => {
  checkNames([
    ["Yuanmei||Lund", "Yuan Mei||Lund", { given: "near, rare", surname: "exact", order: "both names agree" }],
    ["Yuanmei||Lund", "Yuan|Mei|Lund", { given: "near, rare", surname: "exact", order: "both names agree" }],
    [
      "Annamariaeva||Smith",
      "Anna Maria Eva||Smith",
      { given: "near, rare", surname: "exact", order: "both names agree" },
    ],
    ["Yuanmeili||Lund", "Yuan|Mei|Lund", { given: "similar", surname: "exact", order: "in place" }],
    ["Yuan||Lund", "Yuanmei|Li|Lund", { given: "similar", surname: "exact", order: "in place" }],
  ]);
});

test("names: beside a surname of China or Korea two syllables are one given name", () => {
  const same = { given: "exact", surname: "exact", order: "both names agree" };
  checkNames([
    ["Yuanmei||Zeng", "Yuan Mei||Zeng", same],
    ["Yuan|Mei|Zeng", "YUAN-MEI||ZENG", same],
    ["Grace|Yuan Mei|Zeng", "Grace|Yuanmei|Zeng", { ...same, middle: "agree" }],
    ["Zeng||Yuan Mei", "Zeng||Yuanmei", same],
    ["Yuan||Zeng", "Yuanmei|Li|Zeng", { given: "similar", surname: "exact", order: "in place" }],
  ]);
});

test("names: rare and common ones apart", () => {
  const others = crowd("William||Smith", "Gudrun||Okafor", "Willam||Smyth");
  checkNames(
    [
      ["William||Smith", "Gudrun||Okafor", { given: "different", surname: "different", order: "in place" }],
      ["William||Smith", "Willam||Smyth", { given: "near", surname: "near", order: "both names agree" }],
    ],
    others,
  );
});

test("names: swapped, displaced, and from the middle", () => {
  const others = crowd("Mary||Smith", "Gudrun||Okafor", "Otto|Gudrun|Smith");
  checkNames(
    [
      ["Gudrun||Okafor", "Okafor||Gudrun", { given: "exact", surname: "exact", order: "swapped" }],
      ["Gudrun||Okafor", "Okafor||Gudrum", { given: "near, rare", surname: "exact", order: "swapped" }],
      ["||Smith", "||Okafor", { given: "missing", surname: "different", order: "in place" }],
      ["Mary||", "Gudrun||", { given: "different", surname: "missing", order: "in place" }],
      ["Gudrun||Okafor", "Okafor||", { given: "missing", surname: "exact", order: "displaced" }],
      ["Otto|Gudrun|Smith", "Gudrun||Smith", { given: "other's middle name", surname: "exact", order: "in place" }],
      [
        "Otto|Gudrun|Smith",
        "Otto|G|Smith",
        { given: "exact", surname: "exact", order: "both names agree", middle: "initial" },
      ],
      [
        "Otto|Gudrun|Smith",
        "Otto|Gudrum|Smith",
        { given: "exact", surname: "exact", order: "both names agree", middle: "agree" },
      ],
      [
        "Otto|Gudrun|Smith",
        "Otto|Helga|Smith",
        { given: "exact", surname: "exact", order: "both names agree", middle: "conflict" },
      ],
      [
        "Otto|Gudrun|Smith",
        "Otto||Smith",
        { given: "exact", surname: "exact", order: "both names agree", middle: "missing" },
      ],
    ],
    others,
  );
});

test("addresses", () => {
  checkTable("addressLine", [
    ["12 High Street", "12 High St", "exact"],
    ["12 High Street", "High Street 12", "exact"],
    ["Flat 3 12 Larchwood Gardens", "12 Larchwood Gardens", "same, one part differs"],
    ["12 Larchwood Gardens", "12 Larchwod Gardens", "same, one part differs"],
    ["12 Larchwood Gardens", "14 Larchwood Gardens", "similar"],
    ["12 Larchwood Gardens", "87 Mill Lane", "different"],
    ["12 Larchwood Gardens", "", "missing"],
  ]);
});

test("relatives' names: words in any order, but for the surname that both persons have", () => {
  checkTable("relativeName", [
    ["Carol Greenford", "GREENFORD, Carol", "exact"],
    ["Caroline Anna Greenford", "Karoline Anna Greenford", "same, one part differs"],
    ["Carol Greenford", "Linda Greenford", "some part shared"],
    ["Carol Greenford", "Linda Harper", "different"],
  ]);
  const types = { surname: "surname", mother: "relativeName" } as const;
  const compare = (surname: string, mother: string, otherSurname: string, other: string) =>
    comparePair(types, { surname, mother }, { surname: otherSurname, mother: other });
  const levelBeside = (...values: Parameters<typeof compare>): string | undefined => compare(...values).levels.mother;
  assert.equal(levelBeside("Greenford", "Carol Greenford", "Greenford", "Linda Greenford"), "different");
  assert.equal(levelBeside("Greenford", "Carol Greenford", "Harper", "Linda Greenford"), "some part shared");
  assert.equal(levelBeside("Greenford", "Carol Greenford", "Greenford", "Carol Greenford"), "exact");
  assert.equal(
    levelBeside("Greenford", "Greenford", "Greenford", "Carol Greenford"),
    "similar",
    "nothing else to compare",
  );
  // Of three Greenfords two have this mother: log 2/4 for all records, log 2/3 for those of the surname.
  const others = [
    { surname: "Greenford", mother: "Linda Greenford" },
    { surname: "Harper", mother: "Rosa Moss" },
  ];
  const row = { surname: "Greenford", mother: "Carol Greenford" };
  const { logUAdjust } = comparePair(types, row, row, others);
  assert.ok(Math.abs((logUAdjust[1] ?? 0) - Math.log(2 / 3)) < 1e-9, String(logUAdjust));
});

test("e-mail addresses", () => {
  checkTable("email", [
    ["mary.smith@example.org", "Mary.Smith@EXAMPLE.org", "exact"],
    ["mary.smith@example.org", "mary.smth@example.org", "near"],
    ["mary.smith@example.org", "mary.smith@quite-another-place.com", "same local part"],
    ["mary.smith@example.org", "bob@example.org", "same domain"],
    ["mary.smith@example.org", "zebulon77@quite-another-place.com", "different"],
    ["mary.smith@example.org", "", "missing"],
    ["mary.smith62@example.org", "mary.smith63@example.org", "near"],
    ["mary.smith62@example.org", "mary.smith85@example.org", "same domain"],
    ["marysmith5979@example.org", "marysmith2525@another.com", "different"],
    ["mary.smith62@example.org", "mary.smith@example.org", "near"],
  ]);
});

test("phone numbers", () => {
  checkTable("phone", [
    ["020 7946 0123", "+44 20 7946 0123", "exact"],
    ["020 7946 0123", "020 7946 0128", "one digit differs"],
    ["020 7946 0123", "020 7946 0132", "one digit differs"],
    ["020 7946 0123", "0161 496 0555", "different"],
    ["020 7946 0123", "n/a", "missing"],
  ]);
});

test("a husband's name with an ending for his wife is hers, where it is no name of its own", () => {
  const given = (left: string, right: string): string =>
    comparePair(
      { given: "givenName", surname: "surname" },
      { given: left, surname: "Varga" },
      { given: right, surname: "Varga" },
    ).levels["given_name"] ?? "";
  assert.equal(given("Szabolcsné", "Szabolcs"), "different, rare");
  assert.equal(given("Andras", "Andrasne"), "different, rare");
  assert.equal(given("Szabolcsné", "Szabolcsne"), "exact");
  assert.equal(given("Jean", "Jeanne"), "near, rare");
});

test("words of whole names in another order", () => {
  const read = (left: string, right: string): string[] => {
    const { levels } = comparePair({ x: "fullName" }, { x: left }, { x: right }, [{ x: "Ann Bea Clark" }]);
    return ["given_name", "surname", "middle_name", "name_order"].map((name) => levels[name] ?? "");
  };
  const rows: readonly (readonly [string, string, ...string[]])[] = [
    ["John Paul Smith", "Smith John Paul", "exact", "exact", "agree", "swapped"],
    ["John Smith", "Smith John Paul", "exact", "exact", "missing", "swapped"],
    ["John Paul Smith", "Smyth John Paul", "exact", "near, rare", "agree", "swapped"],
    ["John Paul Smith", "Smith John Peter", "exact", "exact", "conflict", "swapped"],
    ["Smith, John Paul", "Smith John P", "exact", "exact", "initial", "swapped"],
    // Other people's names agree in part, or in an initial, and are read as they stand, or crosswise.
    ["John Paul Smith", "Brown John Paul", "other's middle name", "different, rare", "conflict", "in place"],
    ["J Paul Smith", "Smith J Peter", "different, rare", "exact", "conflict", "swapped"],
  ];
  for (const [left, right, ...expected] of rows) {
    assert.deepEqual(read(left, right), expected, `${left} | ${right}`);
    assert.deepEqual(read(right, left), expected, `${right} | ${left}`);
  }
});

test("postcodes, towns, documents, sex, codes", () => {
  checkTable("postcode", [
    ["SW1A 1AA", "sw1a1aa", "exact"],
    ["SW1A 1AA", "SW1A 1AB", "near"],
    ["SW1A 1AA", "SW1A 2BX", "same district"],
    ["SW1A 1AA", "M1 3FF", "different"],
  ]);
  checkTable("town", [
    ["St. Albans", "Saint Albans", "exact"],
    ["Manchester", "Manchestr", "near"],
    ["Manchester", "Leeds", "different"],
  ]);
  checkTable("document", [
    ["AB 12 34 56 C", "ab123456c", "exact"],
    ["AB123456C", "AB123457C", "one character differs"],
    ["AB123456C", "AB654321C", "different"],
    ["V8188595", "V8188598", "given out next to each other"],
    ["V8188595", "V8188612", "different"],
    ["V8188595", "V8188575", "given out next to each other"],
    ["V8188595", "V8188525", "one character differs"],
    ["V8188595", "V8188695", "one character differs"],
    ["1235", "1238", "one character differs"],
  ]);
  checkTable("sex", [
    ["F", "female", "exact"],
    ["F", "Male", "different"],
  ]);
  checkTable("age", [
    ["30", "30", "exact"],
    ["30", "31", "one apart"],
    ["30", "34", "up to five apart"],
    ["30", "50", "different"],
  ]);
});
