import assert from "node:assert/strict";
import { test } from "node:test";
import type { NameOrder } from "../../../../src/linkage/profile/columnProfile.ts";
import { nameFromEmail } from "../../../../src/linkage/standardise/values/nameFromEmail.ts";
import { splitFullName } from "../../../../src/linkage/standardise/values/splitFullName.ts";
import { standardiseName } from "../../../../src/linkage/standardise/values/standardiseName.ts";
import { standardiseNameSuffix } from "../../../../src/linkage/standardise/values/standardiseNameSuffix.ts";

const tokens = (raw: string, part?: "given" | "surname" | "full") => standardiseName(raw, part).tokens.join(" ");

test("spellings of one name meet", () => {
  const spellings: [string, ...string[]][] = [
    ["obrien", "O'Brien", "O’Brien", "OBRIEN", "o brien", "O´Brien"],
    ["macdonald", "MacDonald", "Mac Donald"],
    ["mcdonald", "McDonald", "Mc Donald"],
    ["vanderberg", "van der Berg", "Vander Berg", "VanDerBerg"],
    ["delacruz", "de la Cruz", "DeLaCruz", "dela cruz"],
    ["alrashid", "al-Rashid", "Al-Rashid", "AlRashid"],
    ["stjohn", "St. John", "Saint John", "St John"],
    ["smith jones", "Smith-Jones", "Smith - Jones", "smith jones"],
    ["jean pierre", "Jean-Pierre", "Jean‐Pierre"],
    ["lukasz zolc", "Łukasz Żółć"],
    ["dangelo", "D'Angelo", "Dangelo"],
  ];
  for (const [expected, ...raws] of spellings) for (const raw of raws) assert.equal(tokens(raw), expected, raw);
});

test("what is a particle depends on the part", () => {
  assert.equal(tokens("Al Pacino"), "al pacino");
  assert.equal(tokens("al Rashid", "surname"), "alrashid");
  assert.equal(tokens("Van Morrison"), "van morrison");
  assert.equal(tokens("van Dyke", "surname"), "vandyke");
  assert.equal(tokens("Ben Ali", "surname"), "benali");
  assert.equal(tokens("John O Smith"), "john o smith", "an initial, not an Irish surname");
  assert.equal(tokens("John O Brien"), "john obrien");
  assert.equal(tokens("Mac Miller"), "mac miller");
});

test("titles, honours and generations go; nothing left is empty", () => {
  assert.deepEqual(standardiseName("Mr. John A. Smith, Jr., Ph.D."), {
    tokens: ["john", "a", "smith"],
    suffix: "jr",
    titles: ["mr", "phd"],
  });
  assert.equal(tokens("Sir John Smith, 1st Baronet"), "john smith");
  assert.equal(tokens("Anthony Ashley Cooper 7th Earl of Shaftesbury"), "anthony ashley cooper shaftesbury");
  assert.deepEqual(standardiseName("Dr").tokens, []);
  assert.deepEqual(standardiseName(" - ").tokens, []);
  assert.equal(tokens("Sheikh", "surname"), "sheikh", "a title that is a name stays where it is all there is");
  assert.equal(tokens("Earl Dean King"), "earl dean king");
  assert.equal(standardiseName("Henry VIII").suffix, "viii");
  assert.equal(standardiseNameSuffix("Junior"), "jr");
  assert.equal(standardiseNameSuffix("the 3rd"), "iii");
  assert.equal(standardiseNameSuffix("PhD"), null);
});

test("full names", () => {
  const cases: [string, NameOrder, string, string, string?][] = [
    ["John Michael Smith", "givenFirst", "john michael", "smith"],
    ["Smith, John Michael", "givenFirst", "john michael", "smith"],
    ["Smith, John, Jr.", "givenFirst", "john", "smith", "jr"],
    ["John Smith, MD", "givenFirst", "john", "smith"],
    ["SMITH Mary Ann", "givenFirst", "mary ann", "smith"],
    ["Smith Mary Ann", "surnameFirst", "mary ann", "smith"],
    ["Mary Ann SMITH", "surnameFirst", "mary ann", "smith"],
    ["SMITH JOHN III", "surnameFirst", "john", "smith", "iii"],
    ["Ludwig van Beethoven", "givenFirst", "ludwig", "vanbeethoven"],
    ["van Gogh Vincent", "surnameFirst", "vincent", "vangogh"],
    ["Mary Smith-Jones", "givenFirst", "mary", "smith jones"],
    ["de la Cruz, María", "givenFirst", "maria", "delacruz"],
    ["Mr Smith", "givenFirst", "", "smith"],
    ["Sir Elton", "givenFirst", "elton", ""],
    ["Smith", "surnameFirst", "", "smith"],
    ["J R Smith", "givenFirst", "j r", "smith"],
    ["sir john smith, 1st baronet", "givenFirst", "john", "smith"],
    ["john stanley, earl of derby", "givenFirst", "john", "stanley"],
    ["", "givenFirst", "", ""],
    [", ,", "givenFirst", "", ""],
  ];
  for (const [raw, order, given, surname, suffix] of cases) {
    const split = splitFullName(raw, order);
    assert.deepEqual([split.given.join(" "), split.surname.join(" ")], [given, surname], raw);
    assert.equal(split.suffix, suffix ?? null, raw);
  }
});

test("nicknames and surnames at birth stand apart", () => {
  assert.deepEqual(splitFullName('William "Bill" Gates III', "givenFirst").nicknames, ["bill"]);
  assert.deepEqual(splitFullName("Robert (Bob) Smith", "givenFirst").nicknames, ["bob"]);
  const married = splitFullName("Mary Jones (née O'Hara)", "givenFirst");
  assert.deepEqual([married.given, married.surname, married.formerSurname], [["mary"], ["jones"], ["ohara"]]);
  for (const [raw, surname] of [
    ["Monika Dudek z d. Wojcik", "dudek"],
    ["Claire Martin ép. Durand", "martin"],
    ["Jana Nováková roz. Dvořáková", "novakova"],
    ["Mary Roz Smith", "smith"],
  ] as const)
    assert.deepEqual(splitFullName(raw, "givenFirst").surname, [surname], raw);
});

test("names in e-mail addresses", () => {
  assert.deepEqual(nameFromEmail("mary-ann.smith72"), ["mary", "ann", "smith"]);
  assert.deepEqual(nameFromEmail("j.smith"), ["j", "smith"]);
  assert.deepEqual(nameFromEmail("info"), []);
  assert.deepEqual(nameFromEmail("x7"), []);
});

test("names in signs have their surname first, and end alike with and without spaces", () => {
  const cases: readonly (readonly [surname: string, given: string, ...raws: string[]])[] = [
    ["wang", "fangna", "王芳娜", "王 芳娜", "王芳娜女士"],
    ["ouyang", "xiu", "欧阳修", "欧阳 修"],
    ["shantian", "zhishu", "山田直樹", "山田 直樹", "山田　直樹"],
    ["gim", "minjun", "김민준", "김 민준", "김민준님"],
    ["namgung", "min", "남궁민"],
    ["li", "wei", "李伟"],
  ];
  for (const [surname, given, ...raws] of cases) {
    for (const raw of raws) {
      for (const order of ["givenFirst", "surnameFirst"] as const) {
        const split = splitFullName(raw, order);
        assert.deepEqual([split.surname.join(" "), split.given.join(" ")], [surname, given], raw);
      }
    }
  }
});

test("two surnames stand first where the column has them so", () => {
  const cases: readonly (readonly [raw: string, given: string, surname: string])[] = [
    ["GARCIA LOPEZ MARIA JOSE", "maria jose", "garcia lopez"],
    ["DE LA CRUZ LOPEZ MARIA", "maria", "delacruz lopez"],
    ["GARCIA LOPEZ María", "maria", "garcia lopez"],
    ["GARCIA MARIA", "maria", "garcia"],
    ["GARCIA MARIA JOSEFA", "maria josefa", "garcia"],
    ["García López, María", "maria", "garcia lopez"],
  ];
  for (const [raw, given, surname] of cases) {
    const split = splitFullName(raw, "twoSurnamesFirst");
    assert.deepEqual([split.given.join(" "), split.surname.join(" ")], [given, surname], raw);
  }
});

test("relatives and forms of address after a name are not part of it", () => {
  const cases: readonly (readonly [raw: string, given: string, surname: string])[] = [
    ["Anand Ghosh S/O Vijay", "anand", "ghosh"],
    ["Rupali Ghosh, D/o. Anand Ghosh", "rupali", "ghosh"],
    ["Mary Jones wife of John", "mary", "jones"],
    ["Makoto Hashimoto san", "makoto", "hashimoto"],
    ["Aung San", "aung", "san"],
    ["Sig.ra Roberta Giovannacci", "roberta", "giovannacci"],
    ["Lic. Ana López", "ana", "lopez"],
    ["Hacı Adem Sarı", "adem", "sari"],
    ["Hajja Fatima El Kadmiri", "fatima", "elkadmiri"],
  ];
  for (const [raw, given, surname] of cases) {
    const split = splitFullName(raw, "givenFirst");
    assert.deepEqual([split.given.join(" "), split.surname.join(" ")], [given, surname], raw);
  }
});

test("two surnames end names of three words and more where the column has them", () => {
  const cases: readonly (readonly [raw: string, given: string, surname: string])[] = [
    ["María García López", "maria", "garcia lopez"],
    ["Ana Beatriz da Silva Souza", "ana beatriz", "dasilva souza"],
    ["José GARCÍA LÓPEZ", "jose", "garcia lopez"],
    ["Ana Souza", "ana", "souza"],
    ["García López, María", "maria", "garcia lopez"],
    ["Ana Beatriz Souza", "ana beatriz", "souza"],
    ["Juan Martín López", "juan", "martin lopez"],
    ["Teresa Pérez de Mejía", "teresa", "perez"],
    ["Teresa Pérez Vda. de Mejía", "teresa", "perez"],
    ["Luis Ponce de León", "luis", "ponce deleon"],
    ["María García de la Cruz", "maria", "garcia delacruz"],
  ];
  for (const [raw, given, surname] of cases) {
    const split = splitFullName(raw, "twoSurnames");
    assert.deepEqual([split.given.join(" "), split.surname.join(" ")], [given, surname], raw);
  }
});
