// Writes the values of a record in the manner of its source: letter case, accents, forms of phones, postcodes, sex, dates.
import { foldToAscii } from "../persons/foldToAscii.ts";
import type { RecordValues } from "./columns.ts";
import type { DateFormat } from "./dateFormats.ts";
import type { SourceProfile } from "./sourceProfile.ts";

function formatDate(text: string, format: DateFormat): string {
  if (text === "" || format === "iso") return text;
  const [year = "", month = "", day = ""] = text.split("-");
  if (format === "compact") return year + month + day;
  return format === "month-first" ? `${month}/${day}/${year}` : `${day}/${month}/${year}`;
}

function formatPhone(digits: string, form: SourceProfile["phoneForm"]): string {
  if (digits.length < 10 || form === "plain") return digits;
  if (form === "spaced") return `${digits.slice(0, 5)} ${digits.slice(5)}`;
  return `+44${digits.slice(1)}`;
}

/** Changes the values in place. */
export function formatRecord(values: RecordValues, profile: SourceProfile, format: DateFormat): void {
  if (profile.joinsFlatAndStreet && values.address_line_2 !== "") {
    values.address_line_1 =
      values.address_line_1 === "" ? values.address_line_2 : `${values.address_line_1}, ${values.address_line_2}`;
    values.address_line_2 = "";
  }
  for (const column of ["given_name", "middle_name", "surname", "address_line_1", "address_line_2", "town"] as const) {
    if (!profile.keepsAccents) values[column] = foldToAscii(values[column]);
    if (profile.letterCase === "upper") values[column] = values[column].toUpperCase();
  }
  values.phone = formatPhone(values.phone, profile.phoneForm);
  if (!profile.writesPostcodeSpace) values.postcode = values.postcode.replace(" ", "");
  if (profile.sexForm === "word" && values.sex !== "") {
    values.sex = values.sex === "F" ? "Female" : values.sex === "M" ? "Male" : "Unknown";
  }
  values.birth_date = formatDate(values.birth_date, format);
  values.recorded_on = formatDate(values.recorded_on, format);
}
