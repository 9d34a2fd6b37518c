// Profiling recognises what columns mean from what they hold, whatever they are called, in the styles of several countries.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { ColumnDrafter } from "../../../src/linkage/profile/columnDrafter.ts";
import type { ColumnProfile } from "../../../src/linkage/profile/columnProfile.ts";
import { profileColumns } from "../../../src/linkage/profile/profileColumns.ts";
import { recordTableFromRows } from "../../../src/linkage/read/recordTableFromRows.ts";
import { makePeople, type Row, renameColumns, seededRandom, styles, tableOf } from "./madeUpPeople.ts";

const currentYear = 2026;
const wholeRecord = [
  "givenName",
  "surname",
  "birthDate",
  "sex",
  "houseNumber",
  "street",
  "town",
  "postcode",
  "phone",
  "email",
  "document",
];

function profileRows(rows: readonly Row[], names: Readonly<Record<string, string>>): Map<string, ColumnProfile> {
  const profiles = profileColumns(tableOf(renameColumns(rows, names)), { currentYear });
  const byNew = new Map(profiles.map((profile) => [profile.name, profile]));
  return new Map(
    Object.entries(names).flatMap(([old, name]) => (byNew.has(name) ? [[old, byNew.get(name) as ColumnProfile]] : [])),
  );
}

const anonymous = (types: readonly string[]): Record<string, string> =>
  Object.fromEntries(types.map((type, i) => [type, `c${i + 1}`]));

/** Types of made-up columns called c1, c2 …, by the key of the input. */
function typesOf(
  columns: Readonly<Record<string, readonly (string | null)[]>>,
  names?: Readonly<Record<string, string>>,
): Record<string, string> {
  const keys = Object.keys(columns);
  const length = Math.max(...keys.map((key) => columns[key]?.length ?? 0));
  const rows = Array.from({ length }, (_, row) =>
    Object.fromEntries(keys.map((key) => [key, columns[key]?.[row] ?? null])),
  );
  const profiles = profileRows(rows, names ?? anonymous(keys));
  return Object.fromEntries(keys.map((key) => [key, profiles.get(key)?.type ?? "absent"]));
}

describe("types of a whole record", () => {
  for (const [country, style] of Object.entries(styles)) {
    const rows = makePeople(style, 300, 11);
    for (const [title, names] of [
      ["called c1 … cn", anonymous(wholeRecord)],
      ["with ordinary names", style.names],
    ] as const) {
      test(`${country} columns ${title}`, () => {
        const found = profileRows(rows, names);
        for (const type of wholeRecord) {
          if (type in names)
            assert.equal(found.get(type)?.type, type, `${type}: ${found.get(type)?.reasons.join("; ")}`);
        }
      });
    }
    test(`${country} birth date in three columns, full name and address in one`, () => {
      const wider: Row[] = rows.map((row) => ({
        ...row,
        fullName: row.givenName && row.surname ? `${row.givenName} ${row.surname}` : null,
        addressLine: `${row.houseNumber ?? 1} ${row.street ?? ""}, ${row.postcode ?? ""} ${row.town ?? ""}`,
      }));
      const types = ["fullName", "birthDay", "birthMonth", "birthYear", "addressLine", "phone"];
      const found = profileRows(wider, anonymous(types));
      for (const type of types) assert.equal(found.get(type)?.type, type, `${found.get(type)?.reasons.join("; ")}`);
      assert.equal(found.get("fullName")?.nameOrder, "givenFirst");
    });
  }
});

describe("misleading names", () => {
  const rows = makePeople(styles.British, 300, 5);
  const random = seededRandom(3);
  const other: Row[] = rows.map((row, i) => ({
    ...row,
    ethnicity: ["White", "Black", "Asian", "Mixed", "Other"][i % 5] ?? null,
    phoneType: ["HOME", "MOBILE", "WORK"][i % 3] ?? null,
    status: ["Active", "Inactive"][i % 2] ?? null,
    capacity: String(Math.floor(random() * 5000) / 10),
    birthSurname: row.surname ?? null,
  }));
  const names = {
    givenName: "first",
    surname: "last",
    birthSurname: "surname_at_birth",
    ethnicity: "ethnicity",
    phoneType: "PHONE_TYPE",
    status: "status",
    capacity: "capacity",
    town: "birth_place",
    document: "soc_sec_id",
    postcode: "id_2",
    email: "surname",
  };
  const found = profileRows(other, names);
  const expected = {
    birthSurname: "surname",
    ethnicity: "code",
    phoneType: "code",
    status: "code",
    capacity: "number",
    town: "town",
    document: "document",
    postcode: "postcode",
    email: "email",
  };
  for (const [key, type] of Object.entries(expected)) {
    test(`${names[key as keyof typeof names]} is ${type}`, () =>
      assert.equal(found.get(key)?.type, type, `${found.get(key)?.reasons.join("; ")}`));
  }

  test("a birth date called surname is a birth date, a surname called city is a surname", () => {
    const swapped = profileRows(rows, { givenName: "dob", birthDate: "surname", surname: "city", town: "first_name" });
    assert.equal(swapped.get("birthDate")?.type, "birthDate");
    assert.notEqual(swapped.get("givenName")?.type, "birthDate");
  });
});

describe("dates", () => {
  const rows = makePeople(styles.British, 200, 9);
  const parts = rows.map(
    (row) =>
      [
        row.birthYear ?? "1970",
        (row.birthMonth ?? "3").padStart(2, "0"),
        (row.birthDay ?? "4").padStart(2, "0"),
      ] as const,
  );
  const forms: Record<string, (year: string, month: string, day: string) => string> = {
    compact: (year, month, day) => year + month + day,
    "short, day first": (year, month, day) => `${Number(day)}/${Number(month)}/${year.slice(2)}`,
    "words, month first": (year, month, day) =>
      `${["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][Number(month) - 1]} ${day} ${year}`,
    "with a time": (year, month, day) => `${year}-${month}-${day}T00:00:00`,
    dotted: (year, month, day) => `${day}.${month}.${year}`,
    "month in letters": (year, month, day) =>
      `${day}-${["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][Number(month) - 1]}-${year.slice(2)}`,
  };
  for (const [form, write] of Object.entries(forms)) {
    test(`${form} is recognised without a name`, () => {
      assert.deepEqual(typesOf({ date: parts.map(([year, month, day]) => write(year, month, day)) }), {
        date: "birthDate",
      });
    });
  }

  test("of two dates the one that crowds into few years is an event's", () => {
    const random = seededRandom(4);
    const events = rows.map(
      () => `20${19 + Math.floor(random() * 5)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 9)}`,
    );
    assert.deepEqual(typesOf({ event: events, birth: parts.map((part) => part.join("-")) }), {
      event: "notForMatching",
      birth: "birthDate",
    });
  });

  const orderOf = (write: (year: string, month: string, day: string) => string, more: Row = {}): ColumnProfile => {
    const table = tableOf(parts.map(([year, month, day]) => ({ c1: write(year, month, day), ...more })));
    return profileColumns(table, { currentYear })[0] as ColumnProfile;
  };
  test("the order of day and month comes from the values that allow one order alone", () => {
    assert.equal(orderOf((year, month, day) => `${day}/${month}/${year}`).dateOrder, "dayFirst");
    assert.equal(orderOf((year, month, day) => `${month}/${day}/${year}`).dateOrder, "monthFirst");
    assert.equal(orderOf((year, month, day) => `${year}-${month}-${day}`).dateOrder, "yearFirst");
  });
  test("without evidence the day comes first, unless other columns look American; both say so", () => {
    const open = (year: string, month: string, day: string): string =>
      `${month}/${String((Number(day) % 12) + 1).padStart(2, "0")}/${year}`;
    const plain = orderOf(open);
    assert.equal(plain.dateOrder, "dayFirst");
    assert.match(plain.dateOrderReason ?? "", /default/);
    const random = seededRandom(8);
    const table = tableOf(
      parts.map(([year, month, day]) => ({
        c1: open(year, month, day),
        c2: ["TX", "CA", "NY", "OH", "NV"][Math.floor(random() * 5)] ?? null,
      })),
    );
    const american = profileColumns(table, { currentYear })[0];
    assert.equal(american?.dateOrder, "monthFirst");
    assert.match(american?.dateOrderReason ?? "", /American/);
  });
});

describe("relations between columns", () => {
  const rows = makePeople(styles.American, 300, 21);
  test("1 and 2 are sexes where they go with given names, and a code where they do not", () => {
    const sexes = rows.map((row) => (row.sex === null ? null : row.sex === "Female" ? "2" : "1"));
    const given = rows.map((row) => row.givenName ?? null);
    assert.equal(typesOf({ given, sexes }).sexes, "sex");
    assert.equal(typesOf({ given, sexes: rows.map((_, i) => String(1 + (((i * 7919) >> 3) % 2))) }).sexes, "code");
  });
  test("an age goes with the birth year", () => {
    const age = rows.map((row) => (row.birthYear ? String(2024 - Number(row.birthYear)) : null));
    const birth = rows.map((row) => row.birthDate ?? null);
    assert.deepEqual(typesOf({ birth, age }), { birth: "birthDate", age: "age" });
  });
  test("a second, mostly empty given name is a middle name", () => {
    const given = rows.map((row) => row.givenName ?? null);
    const second = given.map((_, i) => (i % 4 === 0 ? (given[(i * 7) % given.length] ?? null) : null));
    const surname = rows.map((row) => row.surname ?? null);
    assert.deepEqual(typesOf({ given, second, surname }), {
      given: "givenName",
      second: "middleName",
      surname: "surname",
    });
  });
});

describe("other columns", () => {
  const random = seededRandom(77);
  const list = (make: (i: number) => string | null): (string | null)[] =>
    Array.from({ length: 200 }, (_, i) => make(i));
  const pickOf = (text: string) => (): string => {
    const words = text.split("|");
    return words[Math.floor(random() * words.length)] ?? "";
  };
  const expected: Record<string, [string, (string | null)[]]> = {
    "a row counter": ["notForMatching", list((i) => String(1000 + i))],
    "a constant": ["notForMatching", list(() => "PERSON")],
    "a near-empty column": ["notForMatching", list((i) => (i === 5 ? "x1" : null))],
    amounts: ["number", list(() => `${Math.floor(random() * 90_000)}.${Math.floor(random() * 90) + 10}`)],
    "free text": [
      "freeText",
      list(
        (i) =>
          `called on the phone and asked for help with form ${"abcdefghij"[i % 10]} which was then sent by post again`,
      ),
    ],
    countries: ["country", list(pickOf("France|Germany|United Kingdom|Spain|Italy|Poland|Nigeria|India"))],
    nationalities: ["nationality", list(pickOf("French|German|British|Spanish|Italian|Polish|Nigerian"))],
    states: ["region", list(pickOf("NSW|VIC|QLD|WA|SA|TAS|ACT"))],
    suffixes: ["nameSuffix", list(() => (random() < 0.8 ? null : pickOf("Jr|Sr|II|III")()))],
    organisations: [
      "organisation",
      list(
        (i) =>
          `${pickOf("Acme|Globex|Initech|Umbra|Vandelay|Hooli|Stark")()} ${pickOf("Ltd|GmbH|Inc|Holdings|Bank|Services")()}${i % 40 === 0 ? " plc" : ""}`,
      ),
    ],
    initials: ["middleName", list(() => (random() < 0.4 ? null : String.fromCharCode(65 + Math.floor(random() * 24))))],
    "Canadian postcodes": [
      "postcode",
      list(() => `K${Math.floor(random() * 10)}A ${Math.floor(random() * 10)}B${Math.floor(random() * 10)}`),
    ],
    "Dutch postcodes": ["postcode", list(() => `${1000 + Math.floor(random() * 8999)} AB`)],
    "Australian postcodes": ["postcode", list(() => String(2000 + Math.floor(random() ** 2 * 5999)))],
    "web addresses": ["notForMatching", list((i) => `https://example.org/p/${i}`)],
  };
  for (const [title, [type, values]] of Object.entries(expected)) {
    test(`${title}: ${type}`, () => assert.equal(typesOf({ it: values }).it, type));
  }

  const many = (make: () => number): string[] => Array.from({ length: 6000 }, () => String(make()));
  test("whole numbers that many records share are codes, those that few share are amounts", () => {
    const area = many(() => 100 + Math.floor(random() * 300));
    const income = many(() => Math.floor(900 + random() ** 3 * 200_000));
    assert.deepEqual(typesOf({ area, income }), { area: "code", income: "number" });
  });
});

describe("names and addresses that no lexicon knows", () => {
  const random = seededRandom(31);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  /** Words that mean nothing in any language, the first of them commoner. */
  const makeWords = (count: number, length: number): string[] =>
    Array.from({ length: count }, () =>
      Array.from({ length }, () => pick([..."bdfghjklmnprstvwz"]) + pick([..."aeiou"])).join(""),
    );
  const often = <T>(list: readonly T[]): T => list[Math.floor(random() ** 2 * list.length)]!;
  const [given, surnames] = [makeWords(150, 3), makeWords(400, 4)];
  const list = (make: (i: number) => string | null): (string | null)[] =>
    Array.from({ length: 600 }, (_, i) => make(i));
  const name = (): string => `${often(given)} ${often(surnames)}`;

  test("whole names are names, not streets or towns", () => {
    assert.equal(typesOf({ it: list(name) }).it, "fullName");
  });

  test("what is named a town is no whole name, surnames stand beside given names, and share their stock", () => {
    assert.equal(typesOf({ it: list(name) }, { it: "town" }).it, "town");
    const towns = makeWords(300, 4).map((word) => `${word}ville`);
    const people = {
      known: list(() =>
        pick(
          "John Mary Peter Susan Alice Robert Emma Henry Grace Oscar Paul Laura Karen David Linda James Helen Frank Julia Simon Sarah Thomas Rachel Edward Diana Martin Claire Brian Nancy Kevin".split(
            " ",
          ),
        ),
      ),
      unknown: list(() => often(surnames)),
    };
    assert.deepEqual(typesOf(people), { known: "givenName", unknown: "surname" });
    const known =
      "Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White".split(" ");
    const places =
      "Barton Norton Sutton Preston Milton Clifton Burton Hampton Weston Easton Compton Denton Ashton".split(" ");
    const found = typesOf({
      given: people.known,
      surname: list(() => pick(known)),
      second: list(() => pick(known)),
      place: list(() => `${pick(places)}${pick(["", "", "ley", "by"])}`),
    });
    assert.deepEqual(
      [found.given, found.surname, found.second, found.place === "surname"],
      ["givenName", "surname", "surname", false],
    );
    const whole = typesOf({
      own: list(() => `${pick(people.known)} ${pick(known)}`),
      a: list(() => pick(towns)),
      b: list(() => pick(towns)),
    });
    assert.equal(whole.own, "fullName");
  });

  test("homes tell the order of whole names that no lexicon knows", () => {
    const addresses = Array.from({ length: 200 }, (_, home) => `${home + 1} ${pick(["Oak", "Elm", "Ash"])} Street`);
    const families = addresses.map(() => often(surnames));
    const orderOf = (write: (own: string, family: string) => string, sharing: number): string | null | undefined => {
      const rows = Array.from({ length: 600 }, (_, i) => {
        const home = i % 200;
        const own = pick(given);
        const family = random() < sharing ? families[home]! : pick(surnames);
        return { name: write(own, family), address: addresses[home]! };
      });
      return profileRows(rows, { name: "name", address: "address" }).get("name")?.nameOrder;
    };
    assert.equal(
      orderOf((own, family) => `${own} ${family}`, 0.9),
      "givenFirst",
    );
    assert.equal(
      orderOf((own, family) => `${family} ${own}`, 0.9),
      "surnameFirst",
    );
    // Of people with nothing in common homes tell nothing.
    assert.equal(
      orderOf((own, family) => `${family} ${own}`, 0),
      orderOf((own, family) => `${own} ${family}`, 0),
    );
  });

  test("fathers tell the order of their children's whole names", () => {
    const orderOf = (write: (own: string, family: string) => string): string | null | undefined => {
      const rows = Array.from({ length: 400 }, () => {
        const family = often(surnames);
        return { name: write(pick(given), family), father: write(pick(given), family) };
      });
      return profileRows(rows, { name: "name", father: "father_name" }).get("name")?.nameOrder;
    };
    assert.equal(
      orderOf((own, family) => `${own} ${family}`),
      "givenFirst",
    );
    assert.equal(
      orderOf((own, family) => `${family} ${own}`),
      "surnameFirst",
    );
  });

  test("titles tell names", () => {
    assert.equal(typesOf({ it: list((i) => (i % 2 === 0 ? `Mrs ${name()}` : name())) }).it, "fullName");
  });

  test("the same names under headers that say whose they are", () => {
    const columns = { own: list(name), of: list((i) => (i % 9 === 0 ? null : name())) };
    for (const [own, of] of [
      ["nome", "nome_mae"],
      ["nama", "nama ibu"],
      ["姓名", "父亲"],
      ["name", "guardian"],
    ] as const) {
      assert.deepEqual(typesOf(columns, { own, of }), { own: "fullName", of: "relativeName" });
    }
  });

  test("whole names beside the persons' own that are somebody else's are relatives'", () => {
    const own = list(name);
    const as = own.map((text, i) => (i % 3 === 0 ? (text ?? "").split(" ").reverse().join(" ") : text));
    const mothers = list((i) => (i % 9 === 0 ? null : name()));
    assert.deepEqual(typesOf({ own, as, mothers }), { own: "fullName", as: "fullName", mothers: "relativeName" });
  });

  test("what else is said of a relative is a code, and no birth date or telephone of the person", () => {
    const years = list(
      () => `19${40 + Math.floor(random() * 40)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 9)}`,
    );
    const found = typesOf({ own: list(name), of: years }, { own: "name", of: "mother_dob" });
    assert.deepEqual(found, { own: "fullName", of: "code" });
    const emails = list(() => `${pick(given)}.${pick(surnames)}@mail.org`);
    assert.equal(typesOf({ own: list(name), of: emails }, { own: "name", of: "parent_email" }).of, "code");
    const phones = list(() => `07${100_000_000 + Math.floor(random() * 800_000_000)}`);
    assert.equal(typesOf({ own: list(name), of: phones }, { own: "name", of: "mother_phone" }).of, "phone");
  });

  test("addresses in Chinese and Korean writing", () => {
    const number = (): number => 1 + Math.floor(random() * 90);
    const chinese = list(
      () => `${pick(["北京市", "上海市"])}${pick([..."英华安平"])}${pick([..."山河"])}路${number()}号`,
    );
    assert.equal(typesOf({ it: chinese }).it, "addressLine");
    const korean = list(() => `서울특별시 ${pick(["강남구", "종로구"])} ${pick(["테헤란로", "세종대로"])} ${number()}`);
    assert.equal(typesOf({ it: korean }).it, "addressLine");
  });

  test("years of centuries ago are years of birth, not postcodes", () => {
    assert.equal(typesOf({ it: list(() => String(1740 + Math.floor(random() * 100))) }).it, "birthYear");
  });
});

describe("what stands in files of carriers, offices and surveys", () => {
  const random = seededRandom(47);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const below = (count: number): number => Math.floor(random() * count);
  const two = (number: number): string => String(number).padStart(2, "0");
  const list = (make: (i: number) => string | null, count = 600): (string | null)[] =>
    Array.from({ length: count }, (_, i) => make(i));
  const people = makePeople(styles.British, 600, 21);
  const full = people.map(({ givenName, surname }) => (givenName && surname ? `${givenName} ${surname}` : null));

  test("passengers: surname, slash, given name and title", () => {
    const names = people.map(({ givenName, surname }) =>
      givenName && surname ? `${surname}/${givenName} MRS`.toUpperCase() : null,
    );
    assert.equal(typesOf({ it: names }).it, "fullName");
  });

  test("numbers that mix letters and digits anywhere are documents, but for keys that stand once", () => {
    const key = (): string => Array.from({ length: 12 }, () => pick([..."ABCDEFGHJKLMNPRSTUVWXYZ0123456789"])).join("");
    const keys = list(key);
    assert.equal(typesOf({ it: keys.map((own, i) => (i % 2 === 0 ? own : (keys[i - 1] ?? null))) }).it, "document");
    assert.equal(typesOf({ it: keys }).it, "notForMatching");
  });

  test("birth dates of six digits, and months without a day", () => {
    const born = (make: (y: number, m: number, d: number) => string): string =>
      typesOf({ it: list(() => make(1935 + below(80), 1 + below(12), 1 + below(28))) }).it ?? "";
    assert.equal(
      born((y, m, d) => `${two(y % 100)}${two(m)}${two(d)}`),
      "birthDate",
    );
    assert.equal(
      born((y, m, d) => `${two(d)}${two(m)}${two(y % 100)}`),
      "birthDate",
    );
    assert.equal(
      born((y, m) => `${y}-${two(m)}`),
      "birthDate",
    );
    assert.equal(
      born((y, m) => `${two(m)}/${y}`),
      "birthDate",
    );
    assert.equal(typesOf({ it: list(() => String(100_000 + below(800_000))) }).it === "birthDate", false);
  });

  test("numbers in digits of other scripts, and dates of other calendars", () => {
    const native = (text: string, zero: number): string =>
      text.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));
    for (const zero of [0x660, 0x6f0, 0x966, 0x9e6, 0xff10]) {
      const found = typesOf({
        born: list(() => native(`${1940 + below(60)}/${two(1 + below(12))}/${two(1 + below(28))}`, zero)),
        postcode: list(() => native(`${100 + below(30)}-${1000 + below(9000)}`, zero)),
        document: list((i) => native(`AB${10_000_000 + 7 * i}`, zero)),
        phone: list(() => native(`07${100_000_000 + below(800_000_000)}`, zero)),
      });
      assert.deepEqual(found, { born: "birthDate", postcode: "postcode", document: "document", phone: "phone" });
    }
    for (const first of [1320, 2480])
      assert.equal(
        typesOf({ it: list(() => `${first + below(60)}-${two(1 + below(6))}-${two(1 + below(28))}`) }).it,
        "birthDate",
      );
    assert.equal(typesOf({ it: list(() => `${1 + below(28)} июля ${1940 + below(60)} г.`) }).it, "birthDate");
    assert.equal(
      typesOf({ it: list(() => `昭和${10 + below(50)}年${1 + below(12)}月${1 + below(28)}日`) }).it,
      "birthDate",
    );
  });

  test("postcodes of many digits where some are grouped or the column is named so", () => {
    const brazil = list((i) => `${10_000 + below(90_000)}${i % 3 === 0 ? "-" : ""}${100 + below(900)}`);
    const iran = list(() => `${1_000_000_000 + below(900_000_000)}`);
    assert.equal(typesOf({ it: brazil }).it, "postcode");
    assert.equal(typesOf({ it: iran }, { it: "postcode" }).it, "postcode");
    assert.notEqual(typesOf({ it: iran }).it, "postcode");
    assert.equal(typesOf({ it: list(() => `H-${1000 + below(9000)}`) }, { it: "postcode" }).it, "postcode");
  });

  test("the order of six digits comes from what the calendar allows", () => {
    const orderOf = (values: (string | null)[]): string | null | undefined => {
      const rows = values.map((it) => ({ it }));
      return profileRows(rows, { it: "birth_date" }).get("it")?.dateOrder;
    };
    assert.equal(orderOf(list(() => `${two(40 + below(60))}${two(1 + below(12))}${two(1 + below(28))}`)), "yearFirst");
    assert.equal(orderOf(list(() => `${two(1 + below(28))}${two(1 + below(12))}${two(40 + below(60))}`)), "dayFirst");
  });

  test("a number that different people share is a code, one that a person's records share is a document", () => {
    const born = list(() => `${1940 + below(60)}-${two(1 + below(12))}-${two(1 + below(28))}`);
    const shared = list((i) => `Q${31_000_000 + (i >> 2)}`);
    const own = list((i) => `Q${42_000_000 + i - (i % 2)}`);
    const twice = <T>(values: readonly T[]): T[] => values.map((value, i) => (i % 2 === 0 ? value : values[i - 1]!));
    assert.equal(typesOf({ name: full, born, shared }).shared, "code");
    // Three of a family, one of them with a record more.
    const family = list((i) => `Q${53_000_000 + (i >> 2)}`);
    const repeat = <T>(values: readonly T[]): T[] => values.map((value, i) => (i % 4 === 1 ? values[i - 1]! : value));
    assert.equal(typesOf({ name: repeat(full), born: repeat(born), family }).family, "code");
    assert.equal(typesOf({ name: twice(full), born: twice(born), own }).own, "document");
    assert.equal(typesOf({ name: full, shared }).shared, "code", "names tell it where no birth date does");
    assert.equal(typesOf({ name: twice(full), own }).own, "document");
    const cars = full.map((_, i) => (i % 2 === 0 ? null : "x"));
    const partly = born.map((own, i) => (cars[i] === null ? null : own));
    assert.equal(typesOf({ name: full, born: partly, shared }).shared, "code");
  });

  test("negative codes beside numbers stand for no answer, where no number is negative", () => {
    const placeholdersOf = (values: (string | null)[]): string[] =>
      (
        profileRows(
          values.map((it) => ({ it })),
          { it: "hours" },
        ).get("it")?.placeholders ?? []
      ).map(({ value }) => value);
    assert.deepEqual(
      placeholdersOf(list((i) => (i % 3 === 0 ? "-9" : i % 7 === 0 ? "-8" : String(10 + (i % 30))))).sort(),
      ["-8", "-9"],
    );
    assert.deepEqual(placeholdersOf(list((i) => (i % 3 === 0 ? "-9" : String((i % 30) - 15)))), []);
    assert.deepEqual(placeholdersOf(list((i) => (i % 3 === 0 ? "-9" : `a${i % 4}`))), []);
  });

  test("abbreviations of three letters are no names", () => {
    const languages = "ENG POL URD SOM TUR ARA GER SPA LIT PAN HIN TAM".split(" ");
    const type = typesOf({ name: full, spoken: list((i) => languages[(i * i) % 12] ?? null) }).spoken ?? "";
    assert.ok(type !== "surname" && type !== "givenName" && type !== "town", type);
  });

  test("sources that write dates in other orders are read in theirs", () => {
    const sources = list((i) => (i % 2 === 0 ? "visa" : "work"));
    const dates = list((i) => {
      const [year, month, day] = [1940 + below(60), two(1 + below(12)), two(1 + below(28))];
      return i % 2 === 0 ? `${day}/${month}/${year}` : `${month}/${day}/${year}`;
    });
    const rows = dates.map((it, i) => ({ it, source: sources[i]! }));
    const table = recordTableFromRows(rows, { sourceColumn: "source" });
    const [profile] = profileColumns(table, { types: { it: "birthDate" }, currentYear }).filter(
      ({ name }) => name === "it",
    );
    assert.deepEqual(profile?.dateOrders, { visa: "dayFirst", work: "monthFirst" });
    const set = profileColumns(table, { types: { it: "birthDate" }, dateOrders: { it: "dayFirst" }, currentYear });
    assert.equal(set.find(({ name }) => name === "it")?.dateOrders, undefined, "settings say it");
  });

  test("all but the last digits hidden make a code", () => {
    assert.equal(typesOf({ name: full, uid: list((i) => `XXXXXXXX${1000 + ((i * 7919) % 9000)}`) }).uid, "code");
  });

  test("other names of a person are no part of the name", () => {
    const people = makePeople(styles.British, 300, 8);
    const given = people.map((person) => person["givenName"] ?? null);
    const surname = people.map((person) => person["surname"] ?? null);
    const alias = full.slice(0, 300).map((name, i) => (i % 3 === 0 ? name : null));
    const whole = given.map((own, i) => `${own} ${surname[i]}`);
    for (const name of ["ALIAS1", "aka", "other_names", "alcunha"]) {
      assert.equal(
        typesOf({ given, surname, alias }, { given: "first_name", surname: "surname", alias: name })["alias"],
        "notForMatching",
        name,
      );
      assert.equal(typesOf({ whole, alias }, { whole: "name", alias: name })["alias"], "notForMatching", name);
    }
    assert.notEqual(typesOf({ whole }, { whole: "alias" })["whole"], "notForMatching", "where it is the only name");
    const beside = typesOf({ surname, given }, { surname: "SURNAME", given: "OTHER NAMES" });
    assert.deepEqual(beside, { surname: "surname", given: "givenName" }, "other than the surname");
  });

  test("given names that stand in the middle of whole ones are the father's", () => {
    const people = makePeople(styles.British, 300, 9);
    const given = people.map((person) => person["givenName"] ?? "Ann");
    const father = given.map((_, i) => given[(i * 7 + 3) % given.length] ?? null);
    const whole = given.map((own, i) => `${own} ${father[i]} ${people[i]?.["surname"]}`);
    const names = { whole: "name", other: "v2" };
    assert.equal(typesOf({ whole, other: father }, names)["other"], "relativeName");
    assert.notEqual(typesOf({ whole, other: given }, names)["other"], "relativeName");
  });

  test("ages from birth on are no house numbers; numbers beside a birth date that they do not go with are amounts", () => {
    const ages = list(() => String(Math.min(below(95), below(95))), 3000);
    assert.equal(typesOf({ it: ages }).it, "age");
    const born = list(() => `${1940 + below(60)}-${two(1 + below(12))}-${two(1 + below(28))}`, 3000);
    assert.equal(typesOf({ it: ages, born }).it, "number");
  });

  test("years that do not go with ages are not those of birth", () => {
    const ages = list(() => String(18 + below(60)), 2000);
    const born = ages.map((age) => String(2024 - Number(age)));
    assert.equal(typesOf({ age: ages, year: born }, { age: "age", year: "v2" }).year, "birthYear");
    const began = list(() => String(1980 + below(44)), 2000);
    assert.equal(typesOf({ age: ages, year: began }, { age: "age", year: "v2" }).year, "code");
  });

  test("ages that follow from birth dates say the same twice; those of few records with a date do not", () => {
    const born = list(() => `${1940 + below(60)}-${two(1 + below(12))}-${two(1 + below(28))}`, 1000);
    const ages = born.map((date) => String(2024 - Number(date?.slice(0, 4)) + (below(30) === 0 ? 7 : 0)));
    const names = { age: "age", born: "dob" };
    assert.equal(typesOf({ age: ages, born }, names).age, "notForMatching");
    const few = born.map((date, i) => (i % 2 === 0 ? date : null));
    assert.equal(typesOf({ age: ages, born: few }, names).age, "age");
  });

  test("plain numbers of mobile telephones are told by their first digits", () => {
    const digits = (count: number): string => Array.from({ length: count }, () => below(10)).join("");
    const india = list(() => `${6 + below(4)}${digits(9)}`, 400);
    const china = list(() => `1${3 + below(7)}${digits(9)}`, 400);
    const brazil = list(() => `${1 + below(9)}${1 + below(9)}9${digits(8)}`, 400);
    assert.deepEqual(typesOf({ india, china, brazil }), { india: "phone", china: "phone", brazil: "phone" });
    assert.equal(typesOf({ it: list(() => `${1 + below(9)}${digits(9)}`, 400) }).it, "document");
  });

  test("beside a column that is called the age, other numbers like ages are none", () => {
    const numbers = (): (string | null)[] => list(() => String(1 + below(99)), 2000);
    const columns = { age: numbers(), place: numbers() };
    assert.deepEqual(typesOf(columns, { age: "Alder", place: "Lobenr" }), { age: "age", place: "number" });
    assert.equal(typesOf(columns, { age: "v1", place: "v2" }).place, "age");
  });

  test("initials without names: those called so are of surname and given name, others are letters", () => {
    const letters = (): (string | null)[] => list(() => String.fromCharCode(65 + below(24)), 400);
    const columns = { one: letters(), other: letters() };
    const called = (one: string, other: string) => Object.values(typesOf(columns, { one, other }));
    assert.deepEqual(called("SURINIT", "FORINIT"), ["surname", "givenName"]);
    assert.deepEqual(called("last_name_initial", "first initial"), ["surname", "givenName"]);
    assert.deepEqual(called("v1", "v2"), ["code", "code"]);
  });

  test("titles are the sex where no other column is", () => {
    const titles = ["Mr", "Mrs", "Mr", "Miss", "Dr", "Mr & Mrs"];
    const title = list((i) => titles[i % titles.length]!, 300);
    assert.equal(typesOf({ title }).title, "sex");
    const gender = list((i) => (i % 2 === 0 ? "M" : "F"), 300);
    assert.deepEqual(typesOf({ title, gender }), { title: "code", gender: "sex" });
    const german = list((i) => ["Herr", "Frau", "Hr.", "Frau"][i % 4]!, 300);
    assert.equal(typesOf({ german }).german, "sex");
    const couples = list((i) => ["Mr & Mrs", "Mr", "MRS", "Mr and Ms", "Ms"][i % 5]!, 300);
    const given = list((i) => ["Ann", "John", "Mary", "Paul", "Eve", "Karl", "J"][i % 7]!, 300);
    const family = list((i) => ["Smith", "Jones", "Baker", "Hill", "Wood"][i % 5]!, 300);
    assert.equal(typesOf({ couples, given, family }, { couples: "c1", given: "c2", family: "c3" }).couples, "sex");
    const men = list((i) => ["Mr", "Dr"][i % 2]!, 300);
    assert.equal(typesOf({ title: men }).title, "code");
  });

  test("months and days of infants tell ages from house numbers", () => {
    const units = ["m", "d", "months"];
    const ages = list(() => (below(4) === 0 ? `${1 + below(11)} ${units[below(3)]}` : String(below(80))), 2000);
    assert.equal(typesOf({ it: ages }).it, "age");
    const houses = list(() => `${1 + Math.min(below(90), below(90))}${below(6) === 0 ? "abcdm"[below(5)] : ""}`, 2000);
    assert.equal(typesOf({ it: houses }).it, "houseNumber");
  });

  test("a few names of many records each are neither surnames nor whole names", () => {
    const found = typesOf({
      work: list(() => pick(["weaver", "mason", "baker", "taylor", "farmer", "cooper", "smith", "miller"]), 3000),
      place: list(() => pick(["Kafr Ali", "Ain Ahmed", "Deir Hassan", "Tell Omar", "Bir Salim"]), 3000),
    });
    assert.notEqual(found.work, "surname");
    assert.notEqual(found.place, "fullName");
  });

  test("Japanese names and how they are read count once", () => {
    const names = [
      ["佐藤", "サトウ"],
      ["鈴木", "スズキ"],
      ["高橋", "タカハシ"],
      ["佐々木", "ササキ"],
      ["林", "ハヤシ"],
    ] as const;
    const given = [
      ["健太", "ケンタ"],
      ["美咲", "ミサキ"],
      ["誠", "マコト"],
      ["由美子", "ユミコ"],
    ] as const;
    const chosen = list(() => null).map(() => [pick(names), pick(given)] as const);
    const found = typesOf({
      name: chosen.map(([[sur], [own]], i) => (i % 2 === 0 ? `${sur} ${own}` : `${sur}${own}`)),
      read: chosen.map(([[, sur], [, own]]) => `${sur} ${own}`),
    });
    assert.deepEqual(found, { name: "fullName", read: "notForMatching" });
  });

  test("sexes in other writings", () => {
    for (const pair of ["남여", "男女", "мж"])
      assert.equal(typesOf({ it: list(() => pick([...pair])) }).it, "sex", pair);
  });
});

describe("names of two surnames", () => {
  const random = seededRandom(3);
  const pick = (words: string): string => {
    const list = words.split(" ");
    return list[Math.floor(random() * list.length)] ?? "";
  };
  const given = (): string => pick("María Ana Carmen José Antonio Lucía Manuel Javier Pilar Rosa");
  const surname = (): string => pick("García Rodríguez López Martínez Sánchez Pérez Gómez Ruiz Díaz Moreno");
  const orderOf = (make: () => string): string | null | undefined =>
    profileRows(
      Array.from({ length: 300 }, () => ({ it: make() })),
      { it: "nombre_completo" },
    ).get("it")?.nameOrder;

  test("are told from names with a middle name", () => {
    assert.equal(
      orderOf(() => `${given()} ${surname()} ${surname()}`),
      "twoSurnames",
    );
    assert.equal(
      orderOf(() => `${given()} ${given()} ${surname()}`),
      "givenFirst",
    );
    assert.equal(
      orderOf(() => `${given()} ${surname()}`),
      "givenFirst",
    );
  });
});

describe("names beside given names and surnames", () => {
  test("names of which many are initials are middle names, whatever else they are", () => {
    const rows = makePeople(styles.British, 400, 8);
    const random = seededRandom(5);
    const found = typesOf({
      last: rows.map(({ surname }) => surname ?? null),
      first: rows.map(({ givenName }) => givenName ?? null),
      between: rows.map((_, i) => {
        const letter = (): string => String.fromCharCode(65 + Math.floor(random() * 20));
        return i % 3 === 0 ? letter() : `${letter()}${letter().toLowerCase()}oo${letter().toLowerCase()}a`;
      }),
    });
    assert.deepEqual(found, { last: "surname", first: "givenName", between: "middleName" });
  });

  test("given names of one sex beside those of both are a relative's", () => {
    const rows = makePeople(styles.British, 400, 8);
    const fathers = makePeople(styles.British, 900, 9).filter(({ sex }) => sex === "M");
    const columns = {
      given: rows.map(({ givenName }) => givenName ?? null),
      surname: rows.map(({ surname }) => surname ?? null),
      father: rows.map((_, i) => fathers[i % fathers.length]?.givenName ?? null),
    };
    assert.deepEqual(typesOf(columns), { given: "givenName", surname: "surname", father: "relativeName" });
  });
});

describe("placeholders and settings", () => {
  const rows = makePeople(styles.British, 400, 33).map((row, i) => ({
    ...row,
    surname: i % 20 === 0 ? "UNKNOWN" : (row.surname ?? null),
    birthDate: i % 25 === 0 ? "01/01/1900" : (row.birthDate ?? null),
    phone: i % 30 === 0 ? "00000000000" : (row.phone ?? null),
    email: i % 3 === 0 ? "reception@example.org" : (row.email ?? null),
  }));
  const found = profileRows(rows, anonymous(["givenName", "surname", "birthDate", "phone", "email"]));
  const placeholdersOf = (key: string): string[] => found.get(key)?.placeholders.map(({ value }) => value) ?? [];
  test("words, dates and repeated digits that stand for unknown", () => {
    assert.deepEqual(placeholdersOf("surname"), ["UNKNOWN"]);
    assert.deepEqual(placeholdersOf("birthDate"), ["01/01/1900"]);
    assert.deepEqual(placeholdersOf("phone"), ["00000000000"]);
  });
  test("a value heaped where values should be one person's own, but not a common surname", () => {
    assert.deepEqual(placeholdersOf("email"), ["reception@example.org"]);
    assert.ok(!placeholdersOf("surname").includes("Smith"));
  });
  test("1 January 1900 is a birth date where births of those years are common", () => {
    const random = seededRandom(6);
    const digit = (most: number): number => Math.floor(random() * most);
    const dates = Array.from({ length: 1200 }, () => {
      const day = random() < 0.2 ? "01-01" : `0${1 + digit(9)}-1${digit(9)}`;
      return `${1880 + digit(40)}-${day}`;
    });
    const [profile] = profileColumns(tableOf(dates.map((date) => ({ c1: date }))), { currentYear });
    assert.equal(profile?.type, "birthDate");
    assert.deepEqual(profile?.placeholders, []);
  });
  test("placeholder codes point at the values shown, counts add up to the records", () => {
    const table = tableOf(renameColumns(rows, anonymous(["surname", "phone"])));
    for (const [i, profile] of profileColumns(table, { currentYear }).entries()) {
      const shown = profile.placeholderCodes.map((code) => table.columns[i]?.values.at(code)).sort();
      assert.deepEqual(shown, profile.placeholders.map(({ value }) => value).sort());
      assert.equal(profile.filledCount + profile.missingCount, table.recordCount);
    }
  });
  test("settings decide against content", () => {
    const table = tableOf(renameColumns(rows, anonymous(["surname", "birthDate"])));
    const [first, second] = profileColumns(table, {
      currentYear,
      types: { c1: "town" },
      dateOrders: { c2: "monthFirst" },
    });
    assert.equal(first?.type, "town");
    assert.equal(first?.confidence, 1);
    assert.equal(second?.dateOrder, "monthFirst");
  });
});

test("a table without values, or with names of object properties, is profiled all the same", () => {
  const rows = Array.from({ length: 5 }, (_, i) => ({ constructor: String(i * 17), toString: null }) as unknown as Row);
  const profiles = profileColumns(tableOf(rows), { currentYear, types: {} });
  for (const profile of profiles) assert.ok(profile.confidence <= 1 && profile.distinctCount <= 5);
});

test("columns drafted in another order of records, before the table is there, change nothing", () => {
  const rows = renameColumns(makePeople(styles.French, 120, 2), anonymous(wholeRecord));
  const table = tableOf(rows);
  const types = { c1: "surname" } as const;
  const drafter = new ColumnDrafter({ types, currentYear });
  let drafted = 0;
  for (const { name, codes, values } of table.columns) {
    drafter.add({ name, codes: codes.slice().reverse(), values });
    drafted += values.count < codes.length ? 1 : 0;
  }
  assert.ok(drafted > 5);
  const expected = profileColumns(table, { types, currentYear });
  assert.deepEqual(profileColumns(table, { types, currentYear }, drafter), expected);
  assert.equal(expected[0]?.type, "surname");
});

test("the order of rows changes nothing", () => {
  const people = makePeople(styles.French, 120, 2);
  const rows = renameColumns(people, anonymous([...wholeRecord, "birthYear", "birthMonth", "birthDay"]));
  const expected = profileColumns(tableOf(rows), { currentYear });
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }), (shuffled) => {
      assert.deepEqual(profileColumns(tableOf(shuffled), { currentYear }), expected);
    }),
    { numRuns: 8, seed: 1 },
  );
});

describe("columns that another one tells", () => {
  const random = seededRandom(5);
  const villages = Array.from({ length: 400 }, () => Math.floor(random() * 40));
  const district = (village: number): string => `district ${village % 6}`;
  const people = makePeople(styles.British, 400, 5);
  const given = people.map((person) => person["givenName"] ?? null);
  const surname = people.map((person) => person["surname"] ?? null);

  test("a district that follows from the village is not compared beside names", () => {
    const types = typesOf({
      given,
      surname,
      v: villages.map((own) => `V${own % 12}`),
      d: villages.map((own) => district(own % 12)),
    });
    assert.equal(types["d"], "notForMatching");
    assert.equal(types["v"], "code");
  });

  test("one with errors of its own is, and so are both where there are no names", () => {
    const told = villages.map((own) => district(own % 12));
    const v = villages.map((own) => `V${own % 12}`);
    const erroneous = told.map((own, i) => (i % 10 === 0 ? district(i) : own));
    assert.notEqual(typesOf({ given, surname, v, d: erroneous })["d"], "notForMatching");
    assert.notEqual(typesOf({ v, d: told })["d"], "notForMatching");
  });

  test("values that few records share tell nothing: they may be one person's", () => {
    const own = villages.map((_, i) => `V${i % 130}`);
    const told = villages.map((_, i) => district(i % 130));
    assert.notEqual(typesOf({ given, surname, v: own, d: told })["d"], "notForMatching");
  });
});

test("where there are no names, a column of two main values that is called the sex is it", () => {
  const random = seededRandom(8);
  const own = Array.from({ length: 300 }, () => (random() < 0.01 ? "9" : random() < 0.5 ? "1" : "2"));
  const year = own.map(() => String(1930 + Math.floor(random() * 70)));
  const typeOf = (values: string[], name: string) => typesOf({ it: values, year }, { it: name, year: "year" })["it"];
  assert.equal(typeOf(own, "sex"), "sex");
  assert.notEqual(typeOf(own, "wave"), "sex");
  assert.notEqual(
    typeOf(
      year.map((text) => text.slice(2, 3)),
      "sex",
    ),
    "sex",
  );
});

test("one name beside those of relatives is a person's own, unless it is called a surname", () => {
  const random = seededRandom(9);
  const words = ["Beke", "Tesfa", "Gir", "Kebe", "Alma", "Abe", "Hai", "Wor", "Des", "Ale"].flatMap((start) =>
    ["le", "ye", "ma", "de", "zu", "be", "ku", "ta"].map((end) => start + end),
  );
  const draw = (): string[] => Array.from({ length: 300 }, () => words[Math.floor(random() * words.length)]!);
  const [own, father] = [draw(), draw()];
  const typeOf = (name: string) => typesOf({ own, father }, { own: name, father: "father_name" })["own"];
  assert.equal(typeOf("name"), "givenName");
  assert.equal(typeOf("surname"), "surname");
});

test("the only name of several words is a whole one, whatever it is called", () => {
  const random = seededRandom(10);
  const words = ["Tshi", "Ka", "Mu", "Nga", "Ba", "Ilu", "Mbu", "Kal"].flatMap((start) =>
    ["lomba", "benga", "tombo", "lula", "dibanga", "nza", "yi", "onji"].map((end) => start + end),
  );
  const draw = (): string => words[Math.floor(random() * words.length)]!;
  const child = Array.from({ length: 300 }, () => `${draw()} ${draw()}`);
  const mother = Array.from({ length: 300 }, () => `${draw()} ${draw()}`);
  const names = { child: "NOM_ENFANT", mother: "NOM_MERE" };
  assert.deepEqual(typesOf({ child, mother }, names), { child: "fullName", mother: "relativeName" });
});

test("whole names of somebody else are no middle names", () => {
  const people = makePeople(styles.British, 600, 11);
  const whole = people.map(({ givenName, surname }) => `${givenName} ${surname}`);
  const [own, other] = [whole.slice(0, 300), whole.slice(300)];
  assert.equal(typesOf({ own, other }, { own: "CNAME", other: "MNAME" })["other"], "relativeName");
});

test("of whole names the first as well filled are the person's, and given names beside a surname that parents' are not", () => {
  const people = makePeople(styles.British, 900, 15);
  const wholes = people.map(({ givenName, surname }) => `${givenName} ${surname}`);
  const [own, father, mother] = [wholes.slice(0, 300), wholes.slice(300, 600), wholes.slice(600)];
  assert.deepEqual(typesOf({ own, father, mother }), {
    own: "fullName",
    father: "relativeName",
    mother: "relativeName",
  });
});

test("a few ships called after people are not the crew's names, though they stand first", () => {
  const people = makePeople(styles.British, 900, 18);
  const crew = people.map(({ givenName, surname }) => `${givenName} ${surname}`);
  const ship = crew.map((_, i) => crew[i % 40]!);
  assert.equal(typesOf({ ship, crew }).crew, "fullName");
});

test("a civil status in words and letters is no middle initial, and ages with months are no house numbers", () => {
  const people = makePeople(styles.British, 600, 19);
  const given = people.map((person) => person["givenName"] ?? null);
  const surname = people.map((person) => person["surname"] ?? null);
  const street = people.map((person) => person["street"] ?? null);
  const status = given.map((_, i) => ["Married", "M", "Single", "S", "Widow", "W", "Widower"][i % 7]!);
  const age = given.map((_, i) => (i % 12 === 0 ? `${1 + (i % 11)} months` : String(1 + ((i * 7) % 80))));
  const types = typesOf({ surname, given, status, age, street });
  assert.notEqual(types.status, "middleName");
  assert.equal(types.age, "age");
});

test("names as machines read them from documents are whole names", () => {
  const people = makePeople(styles.British, 300, 16);
  const read = people.map(({ givenName, surname }) =>
    `${surname}<<${givenName}`.toUpperCase().replaceAll(/[^A-Z<]/g, "<"),
  );
  assert.equal(typesOf({ read }).read, "fullName");
});

test("what has far fewer values than surnames is none, though it looks like some", () => {
  const people = makePeople(styles.British, 2000, 17);
  const given = people.map((person) => person["givenName"] ?? null);
  const surname = people.map((person) => person["surname"] ?? null);
  const few = surname.map((_, i) => ["Deutsch", "English", "Welsh", "French", "Irish", "Scott"][i % 6]!);
  assert.equal(typesOf({ surname, given, few }).surname, "surname");
  assert.notEqual(typesOf({ surname, given, few }).few, "surname");
});

test("numbers that very many records share are no telephones", () => {
  const random = seededRandom(12);
  const place = Array.from({ length: 3000 }, () => `26/21/0${Math.floor(random() * 6)}/00${Math.floor(random() * 10)}`);
  const name = Array.from(
    { length: 3000 },
    (_, i) => `${["Ann", "John", "Mary", "Paul"][i % 4]} ${["Smith", "Hill"][i % 2]}`,
  );
  assert.equal(typesOf({ place, name }, { place: "PU CODE", name: "name" })["place"], "code");
});

test("school years are neither telephones nor house numbers nor years of birth", () => {
  for (const write of [(year: number) => `${year}-${year + 1}`, (year: number) => `${year}/${(year + 1) % 100}`]) {
    const term = Array.from({ length: 400 }, (_, i) => write(2012 + (i % 9)));
    assert.equal(typesOf({ term }, { term: "DONEM" })["term"], "code");
  }
});

test("several lines of an address hold a town now here, now there; a single one is the town", () => {
  const people = makePeople(styles.British, 400, 13);
  const street = people.map(({ houseNumber, street: name }) => `${houseNumber} ${name}`);
  const towns = people.map(({ town }) => town ?? null);
  const third = towns.map((town, i) => (i % 2 === 0 ? town : null));
  const fourth = towns.map((town, i) => (i % 2 === 0 ? null : town));
  const names = { street: "Addr1", third: "Addr3", fourth: "Addr4" };
  const several = typesOf({ street, third, fourth }, names);
  assert.deepEqual([several["third"], several["fourth"]], ["addressLine", "addressLine"]);
  assert.equal(typesOf({ street, third: towns }, { street: "Addr1", third: "Addr3" })["third"], "town");
});

test("a column of given names says where some are initials", () => {
  const people = makePeople(styles.British, 300, 14);
  const surname = people.map((person) => person["surname"] ?? null);
  const given = (every: number) =>
    people.map(({ givenName }, i) => (i % every === 0 ? (givenName?.[0] ?? null) : (givenName ?? null)));
  const profile = (every: number) =>
    profileColumns(tableOf(surname.map((own, i) => ({ surname: own, first_name: given(every)[i] ?? null }))), {
      currentYear,
    }).find(({ name }) => name === "first_name");
  assert.equal(profile(5)?.hasInitials, true);
  assert.equal(profile(100)?.hasInitials, undefined);
});

test("infants' months among ages leave them ages where they are called so", () => {
  const random = seededRandom(10);
  const age = Array.from({ length: 400 }, () =>
    random() < 0.06 ? `${1 + Math.floor(random() * 11)} mo` : String(Math.floor(random() * 90)),
  );
  assert.equal(typesOf({ age }, { age: "age" })["age"], "age");
});

test("dates of marriages and gifts are no birth dates, whatever years they spread over", () => {
  const random = seededRandom(3);
  const date = Array.from(
    { length: 300 },
    () => `${1940 + Math.floor(random() * 60)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`,
  );
  for (const name of ["parents_marriage", "First Gift", "donation date"])
    assert.equal(typesOf({ date }, { date: name })["date"], "notForMatching", name);
  assert.equal(typesOf({ date })["date"], "birthDate");
});

test("a few letters beside names are a state, no initials", () => {
  const people = makePeople(styles.British, 300, 5);
  const given = people.map((person) => person["givenName"] ?? null);
  const surname = people.map((person) => person["surname"] ?? null);
  const letters = (of: string) => people.map((_, i) => of[i % of.length] ?? null);
  assert.notEqual(typesOf({ given, surname, state: letters("gue") })["state"], "middleName");
  assert.equal(typesOf({ given, surname, middle: letters("abcdefgjklmnoprst") })["middle"], "middleName");
});

test("surnames named after the parents they come from are the person's, unless another column has those", () => {
  const people = makePeople(styles.British, 400, 6);
  const given = people.map((person) => person["givenName"] ?? null);
  const surname = people.map((person) => person["surname"] ?? null);
  const other = surname.map((_, i) => surname[(i * 7) % surname.length] ?? null);
  const names = { given: "no_prenome", mother: "no_sobrenome_mae", father: "no_sobrenome_pai" };
  const own = typesOf({ given, mother: surname, father: other }, names);
  assert.deepEqual(own, { given: "givenName", mother: "surname", father: "surname" });
  const beside = typesOf(
    { given, mother: other, surname },
    { given: "prenome", mother: "sobrenome_mae", surname: "sobrenome" },
  );
  assert.deepEqual(beside, { given: "givenName", mother: "relativeName", surname: "surname" });
});

test("dates are of an event where another column has the years of birth", () => {
  const random = seededRandom(4);
  const year = Array.from({ length: 300 }, () => String(1930 + Math.floor(random() * 60)));
  const dated = (years: readonly string[]): string[] =>
    years.map((own) => `${own}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`);
  const names = { year: "dob_year", date: "appointed" };
  const later = year.map((own) => String(Number(own) + 20 + Math.floor(random() * 15)));
  assert.equal(typesOf({ year, date: dated(later) }, names)["date"], "notForMatching");
  assert.equal(typesOf({ year, date: dated(year) }, names)["date"], "birthDate");
});

test("codes of one source are the sexes that the words of the other are, as given names show", () => {
  const people = makePeople(styles.British, 600, 7);
  const given = people.map((person) => person["givenName"] ?? null);
  const sexes = (codes: Readonly<Record<string, string>>) =>
    people.map(({ sex }, i) => (i % 2 === 0 ? (sex ?? null) : (codes[sex?.[0] ?? ""] ?? null)));
  const sexOf = (codes: Readonly<Record<string, string>>) =>
    profileColumns(tableOf(people.map((_, i) => ({ given: given[i] ?? null, it: sexes(codes)[i] ?? null }))), {
      currentYear,
    }).find(({ name }) => name === "it");
  const coded = sexOf({ F: "2", M: "1" });
  assert.equal(coded?.type, "sex");
  assert.deepEqual(coded?.sexCodes, { 1: "m", 2: "f" });
  assert.equal(sexOf({ F: "female", M: "male" })?.sexCodes, undefined, "words alone");
});
