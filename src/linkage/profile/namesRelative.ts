// Columns about somebody else: a mother's name, a spouse's telephone, a father's birth date. A relative's name tells persons
// apart, as families share it; taken for the person's own it would make one person of all sisters and brothers.

import { typeOfNativeHeader } from "./lexicon/nativeHeaders.ts";
import { splitColumnName } from "./splitColumnName.ts";

const relatives =
  "mother|mothers|father|fathers|grandfather|grandfathers|grandmother|grandmothers|abuelo|abuela|avo|nonno|nonna|dziadek|spouse|spouses|husband|husbands|wife|wifes|guardian|guardians|next of kin|nok|emergency contact|" +
  "mae|pai|filiacao|madre|padre|conyuge|conjuge|mere|pere|conjoint|epoux|epouse|mutter|vater|ehemann|ehefrau|ehegatte|moeder|vader|" +
  "echtgenoot|echtgenote|matka|matki|ojciec|ojca|matky|otec|otce|manzel|manzelka|majka|otac|mama|tata|mor|moder|aiti|isa|" +
  "conj|conjointe|coniuge|sposo|sposa|marito|moglie|marido|esposa|esposo|mujer|ektefelle|aegtefaelle|hustru|puoliso|vaimo|malzonek|" +
  "malzonka|supruznik|supruga|suprug|godfather|godmother|parrain|marraine|padrino|madrina|" +
  "patronym|patronymic|patronymics|patroniem|patronymikum|patronimico|otchestvo|" +
  "fh|father husband|husband father|anya|anyja|apa|apja|anne|baba|ana|ata|ibu|ayah|bapak|suami|istri|cha|mat|otets";

/** What else may stand in the name of a column that holds their names. */
const words =
  "s|name|names|full|first|last|given|fore|forename|forenames|surname|family|maiden|middle|birth|legal|nome|nombre|nombres|nom|prenom|" +
  "naam|voornaam|achternaam|nachname|vorname|name|navn|namn|nimi|imie|imiona|nazwisko|ime|prezime|jmeno|prijmeni|neve|nev|adi|soyadi|" +
  "nama|ten|apellido|apellidos|sobrenome|cognome|completo|complete|complet|da|de|del|della|do|di|du|des|der|van|of|the|or|and|e|y|et|" +
  "und|ou|o|a|la|le|1|2";
/** Parents are named together; "parent" alone is as often a key or a company. */
const together = "parent|parents|partner|partners";

const about = new RegExp(` (?:${relatives}) `);
const joined =
  / (?:mother|father|spouse|husband|wife|guardian|parent)s?(?:full|first|last|maiden)?names? | nome(?:mae|pai) | nom(?:mere|pere) /;
/** What schools and offices ask of parents; "parent id" is a key of another record. */
const ofParents =
  / (?:parents?|carers?) (?:s )?(?:\d )?(?:phone|telephone|tel|mobile|cell|e ?mail|mail|contact|dob|birth|age|occupation|address) /;
const named = new RegExp(`^ (?:(?:${relatives}|${together}|${words}) )+$`);
const withName = new RegExp(
  ` (?:${relatives}) | (?:${together}) (?:s )?(?:full |first |last )?names? | names? of (?:the )?(?:${together}) `,
);

/** Where people have their father's and their mother's surname, that is what such a column holds. */
const surnameOfParent =
  / (?:sobrenomes?|apelidos?|apellidos?) (?:(?:da|do|de|del|la|el) )*(?:mae|pai|madre|padre|matern[oa]|patern[oa]) /;

/** Whether a column may hold one of the person's own surnames, named after the parent whom it comes from. */
export const namesParentsSurname = (columnName: string): boolean =>
  surnameOfParent.test(` ${splitColumnName(columnName).join(" ")} `);

/**
 * What the name of a column says of relatives: "name" for a relative's name, "other" for something else of a relative, null
 * for columns of the person.
 */
export function namesRelative(columnName: string): "name" | "other" | null {
  if (typeOfNativeHeader(columnName) === "relativeName") return "name";
  const split = ` ${splitColumnName(columnName).join(" ")} `;
  if (joined.test(split) || (withName.test(split) && named.test(split))) return "name";
  return about.test(split) || ofParents.test(split) ? "other" : null;
}
