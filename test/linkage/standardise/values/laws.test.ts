// Laws of every standardising function: ASCII out, the same when applied again, never an exception.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { foldText } from "../../../../src/linkage/standardise/values/foldText.ts";
import { foldWords } from "../../../../src/linkage/standardise/values/foldWords.ts";
import { nameFromEmail } from "../../../../src/linkage/standardise/values/nameFromEmail.ts";
import { parseDate } from "../../../../src/linkage/standardise/values/parseDate.ts";
import { soundex } from "../../../../src/linkage/standardise/values/soundex.ts";
import { splitFullName } from "../../../../src/linkage/standardise/values/splitFullName.ts";
import { standardiseAddress } from "../../../../src/linkage/standardise/values/standardiseAddress.ts";
import { standardiseCode } from "../../../../src/linkage/standardise/values/standardiseCode.ts";
import { standardiseCountry } from "../../../../src/linkage/standardise/values/standardiseCountry.ts";
import { standardiseDocument } from "../../../../src/linkage/standardise/values/standardiseDocument.ts";
import { standardiseEmail } from "../../../../src/linkage/standardise/values/standardiseEmail.ts";
import { standardiseName } from "../../../../src/linkage/standardise/values/standardiseName.ts";
import { standardiseNameSuffix } from "../../../../src/linkage/standardise/values/standardiseNameSuffix.ts";
import { standardiseNumber } from "../../../../src/linkage/standardise/values/standardiseNumber.ts";
import { standardisePhone } from "../../../../src/linkage/standardise/values/standardisePhone.ts";
import { standardisePostcode } from "../../../../src/linkage/standardise/values/standardisePostcode.ts";
import { standardiseSex } from "../../../../src/linkage/standardise/values/standardiseSex.ts";
import { standardiseTown } from "../../../../src/linkage/standardise/values/standardiseTown.ts";
import { rawText } from "./rawText.ts";

const functions: Readonly<Record<string, (raw: string) => string>> = {
  foldText,
  foldWords,
  "standardiseName, full": (raw) => standardiseName(raw).tokens.join(" "),
  "standardiseName, given": (raw) => standardiseName(raw, "given").tokens.join(" "),
  "standardiseName, surname": (raw) => standardiseName(raw, "surname").tokens.join(" "),
  "standardiseAddress, tokens": (raw) => standardiseAddress(raw).tokens.join(" "),
  "standardiseAddress, numbers": (raw) => standardiseAddress(raw).numbers.join(" "),
  standardisePhone: (raw) => standardisePhone(raw) ?? "",
  "standardisePhone, gb": (raw) => standardisePhone(raw, "gb") ?? "",
  standardiseEmail: (raw) => standardiseEmail(raw)?.text ?? "",
  standardisePostcode: (raw) => standardisePostcode(raw)?.text ?? "",
  standardiseDocument: (raw) => standardiseDocument(raw) ?? "",
  standardiseTown: (raw) => standardiseTown(raw) ?? "",
  standardiseSex: (raw) => standardiseSex(raw) ?? "",
  standardiseCode: (raw) => standardiseCode(raw) ?? "",
  standardiseNumber: (raw) => standardiseNumber(raw)?.toString() ?? "",
  standardiseCountry: (raw) => standardiseCountry(raw) ?? "",
  standardiseNameSuffix: (raw) => standardiseNameSuffix(raw) ?? "",
};

for (const [name, standardise] of Object.entries(functions)) {
  test(`${name}: idempotent, and ASCII without white space around it`, () => {
    fc.assert(
      fc.property(rawText, (raw) => {
        const once = standardise(raw);
        assert.match(once, /^(?:[!-~]+(?: [!-~]+)*)?$/);
        assert.equal(standardise(once), once);
      }),
      { numRuns: 1500 },
    );
  });
}

test("split names are plain tokens, dates are real, codes of sound have their shape", () => {
  fc.assert(
    fc.property(rawText, fc.constantFrom("givenFirst" as const, "surnameFirst" as const), (raw, order) => {
      const { given, surname, nicknames, formerSurname } = splitFullName(raw, order);
      for (const token of [...given, ...surname, ...nicknames, ...formerSurname]) assert.match(token, /^[a-z0-9]+$/);
      for (const dateOrder of ["dayFirst", "monthFirst", "yearFirst"] as const) {
        const date = parseDate(raw, dateOrder, 2026);
        if (date === null) continue;
        assert.ok(date.year >= 1000 && date.year <= 2100 && (date.month > 0 || date.day === 0));
        const real = new Date(Date.UTC(date.year, Math.max(date.month, 1) - 1, Math.max(date.day, 1)));
        assert.equal(real.getUTCMonth(), Math.max(date.month, 1) - 1);
      }
      assert.match(soundex(foldText(raw)), /^(?:[a-z]\d{3})?$/);
      for (const word of nameFromEmail(foldText(raw))) assert.match(word, /^[a-z]+$/);
    }),
    { numRuns: 2000 },
  );
});
