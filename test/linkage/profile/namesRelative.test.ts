// Columns about a relative are told from the person's own by their names, word by word, in several languages.
import assert from "node:assert/strict";
import { test } from "node:test";
import { namesRelative } from "../../../src/linkage/profile/namesRelative.ts";

const expected: Readonly<Record<string, "name" | "other" | "nothing">> = {
  mother_name: "name",
  "Mother's maiden name": "name",
  FatherFirstName: "name",
  father: "name",
  fathersname: "name",
  nome_mae: "name",
  nombre_del_padre: "name",
  vader: "name",
  "Name der Mutter": "name",
  imie_ojca: "name",
  anne_adi: "name",
  father_husband_name: "name",
  FH_NAME: "name",
  conj_prenom: "name",
  Patroniem: "name",
  Ektefelle: "name",
  patronyme: "nothing",
  next_of_kin: "name",
  parent_name: "name",
  母親: "name",
  πατρώνυμο: "name",
  नाम: "nothing",
  mother_dob: "other",
  father_occupation: "other",
  spouse_phone: "other",
  parent_email: "other",
  next_of_kin_relationship: "other",
  name: "nothing",
  family_name: "nothing",
  parent_id: "nothing",
  parent_company: "nothing",
  partner: "nothing",
  farther: "nothing",
  motherwell: "nothing",
  material: "nothing",
  first_name: "nothing",
};

for (const [name, says] of Object.entries(expected))
  test(`${name}: ${says}`, () => assert.equal(namesRelative(name) ?? "nothing", says));
