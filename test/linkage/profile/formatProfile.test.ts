// The table of profiles stays within 100 characters a line and shows no value of a record.
import assert from "node:assert/strict";
import { test } from "node:test";
import { formatProfile } from "../../../src/linkage/profile/formatProfile.ts";
import { profileColumns } from "../../../src/linkage/profile/profileColumns.ts";
import { makePeople, renameColumns, styles, tableOf } from "./madeUpPeople.ts";

test("one line a column with its reasons below, none wider than 100", () => {
  const people = makePeople(styles.Polish, 200, 4);
  const names = {
    givenName: "a_very_long_name_of_a_column_that_goes_on_and_on_and_on",
    surname: "nazwisko",
    birthDate: "c3",
  };
  const profiles = profileColumns(tableOf(renameColumns(people, names)), { currentYear: 2026 });
  const text = formatProfile(profiles);
  const lines = text.split("\n");
  for (const line of lines) assert.ok([...line].length <= 100, line);
  assert.equal(lines.filter((line) => !line.startsWith(" ")).length, 1 + profiles.length);
  assert.match(text, /surname +\d+ % +9\d %/);
  assert.match(text, /yearFirst/);
  for (const value of ["Kowalski", "Nowak", "Anna"]) assert.ok(!text.includes(value));
});

test("no columns give the header alone", () => assert.equal(formatProfile([]).split("\n").length, 1));
