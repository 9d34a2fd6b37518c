// Names of columns are read word by word, in several languages; parts of words mislead nobody.
import assert from "node:assert/strict";
import { test } from "node:test";
import { interpretColumnName } from "../../../src/linkage/profile/interpretColumnName.ts";
import { splitColumnName } from "../../../src/linkage/profile/splitColumnName.ts";

/** The type that a name speaks for most, or "nothing". */
function bestOf(name: string): string {
  const best = [...interpretColumnName(name)].sort((left, right) => right[1] - left[1])[0];
  return best === undefined ? "nothing" : best[0];
}

test("names are split at case, digits and marks", () => {
  assert.deepEqual(splitColumnName("PatientBirthDate"), ["patient", "birth", "date"]);
  assert.deepEqual(splitColumnName("SSNNumber_2"), ["ssn", "number", "2"]);
  assert.deepEqual(splitColumnName("fname_c2"), ["fname", "c", "2"]);
  assert.deepEqual(splitColumnName("Straße"), ["strasse"]);
});

const expected: Readonly<Record<string, string>> = {
  given_name: "givenName",
  FIRST: "givenName",
  Vorname: "givenName",
  prenom: "givenName",
  nombre: "givenName",
  imie: "givenName",
  surname: "surname",
  LAST: "surname",
  surname_at_birth: "surname",
  nom: "surname",
  cognome: "surname",
  apellido1: "surname",
  MaidenName: "surname",
  full_name: "fullName",
  first_and_surname: "fullName",
  nombre_completo: "fullName",
  name: "fullName",
  PRIMARY_NAME_FULL: "fullName",
  fname_c2: "middleName",
  middle_name: "middleName",
  dob: "birthDate",
  date_of_birth: "birthDate",
  Geburtsdatum: "birthDate",
  fecha_nacimiento: "birthDate",
  data_nascita: "birthDate",
  DateOfBirth: "birthDate",
  birth_year: "birthYear",
  dob_month: "birthMonth",
  birth_day: "birthDay",
  birth_place: "town",
  suburb: "town",
  Ort: "town",
  ville: "town",
  ciudad: "town",
  plz: "postcode",
  ZIP: "postcode",
  postcode_fake: "postcode",
  ADDR_POSTAL_CODE: "postcode",
  soc_sec_id: "document",
  PASSPORT_NUMBER: "document",
  SSN: "document",
  nhs_number: "document",
  PHONE_TYPE: "code",
  status: "code",
  ethnicity: "code",
  RECORD_TYPE: "code",
  PASSPORT_COUNTRY: "code",
  registration_date: "notForMatching",
  admission_date: "notForMatching",
  enlistment: "notForMatching",
  age_on_enlistment: "age",
  batch_no: "notForMatching",
  service_number: "document",
  capacity: "nothing",
  txt_2: "nothing",
  c1: "nothing",
  v7: "nothing",
  street_number: "houseNumber",
  Hausnummer: "houseNumber",
  address_1: "addressLine",
  ADDR_LINE1: "addressLine",
  calle: "street",
  sexo: "sex",
  Geschlecht: "sex",
  telefono: "phone",
  Mobile: "phone",
  correo: "email",
  EmailAddress: "email",
  county: "region",
  land: "country",
  nome: "givenName",
  nama: "fullName",
  midl_name: "middleName",
  jaar: "birthYear",
  tgl_lahir: "birthDate",
  desa: "town",
  ФИО: "fullName",
  Фамилия: "surname",
  дата_рождения: "birthDate",
  姓名: "fullName",
  出生日期: "birthDate",
  手机号: "phone",
  住所: "addressLine",
  생년월일: "birthDate",
  "تاريخ الميلاد": "birthDate",
  "जन्म तिथि": "birthDate",
  "Ημερομηνία γέννησης": "birthDate",
  "תאריך לידה": "birthDate",
  母亲姓名: "relativeName",
  "имя матери": "relativeName",
  mothers_maiden_name: "relativeName",
};

for (const [name, type] of Object.entries(expected)) test(`${name}: ${type}`, () => assert.equal(bestOf(name), type));
