// Fields that are one comparable text from one column: e-mail, phone, document, postcode, town, sex, codes, numbers.
import { hashText } from "../../shared/hashText.ts";
import { plainText } from "../../shared/plainText.ts";
import { editSignature } from "../compare/similarity/editSignature.ts";
import { letterSignature } from "../compare/similarity/letterSignature.ts";
import type { ColumnPlan, FieldPlan } from "./fieldPlan.ts";
import { Interner } from "./interner.ts";
import { letterMasks } from "./letterMasks.ts";
import type { PlannedColumn } from "./plannedColumn.ts";
import { sharedFloat64, sharedInt32From } from "./sharedArrays.ts";
import { signText } from "./signText.ts";
import type { SlotBuilder } from "./slotBuilder.ts";
import type { TextField, TextKind } from "./standardRecords.ts";
import { birthDateMark } from "./values/birthDateMark.ts";
import { isOfficeMailbox } from "./values/isOfficeMailbox.ts";
import { standardiseAge } from "./values/standardiseAge.ts";
import { standardiseCode } from "./values/standardiseCode.ts";
import { standardiseCountry } from "./values/standardiseCountry.ts";
import { standardiseDocument } from "./values/standardiseDocument.ts";
import { standardiseEmail } from "./values/standardiseEmail.ts";
import { standardiseNumber } from "./values/standardiseNumber.ts";
import { standardisePhone } from "./values/standardisePhone.ts";
import { standardisePostcode } from "./values/standardisePostcode.ts";
import { standardiseSex } from "./values/standardiseSex.ts";
import { standardiseTown } from "./values/standardiseTown.ts";
import { withoutPrefix } from "./values/withoutPrefix.ts";

/** A comparable text with its coarser values where the kind has them; text "" is missing. */
interface StandardText {
  readonly text: string;
  readonly coarse?: string;
  readonly local?: string;
}

function standardise(kind: TextKind, { type, sexCodes = {} }: ColumnPlan, raw: string): StandardText {
  switch (kind) {
    case "email": {
      const email = standardiseEmail(raw);
      if (email === null || isOfficeMailbox(email.local)) return { text: "" };
      return { text: email.text, coarse: email.domain, local: email.local };
    }
    case "postcode": {
      const postcode = standardisePostcode(raw);
      return postcode === null ? { text: "" } : { text: postcode.text, coarse: postcode.district };
    }
    case "phone":
      return { text: standardisePhone(raw) ?? "" };
    case "document":
      return { text: standardiseDocument(raw) ?? "" };
    case "town":
      return { text: standardiseTown(raw) ?? "" };
    case "sex":
      return { text: sexOf(standardiseSex(raw) ?? "", sexCodes) };
    case "number":
      if (raw.startsWith(birthDateMark)) return { text: raw };
      return { text: (type === "age" ? standardiseAge(raw) : standardiseNumber(raw))?.toString() ?? "" };
    default:
      if (type === "country" || type === "nationality") return { text: standardiseCountry(raw) ?? "" };
      return { text: standardiseCode(raw) ?? "" };
  }
}

/** An own property only: a code may be "constructor". */
const sexOf = (text: string, sexCodes: Readonly<Record<string, "f" | "m">>): string =>
  Object.hasOwn(sexCodes, text) ? (sexCodes[text] ?? text) : text;

const standingFor = (text: string, writings: Readonly<Record<string, string>> | undefined): string =>
  writings !== undefined && Object.hasOwn(writings, text) ? writings[text]! : text;

export function buildTextField(plan: FieldPlan, columns: readonly PlannedColumn[], slots: SlotBuilder): TextField {
  const kind = plan.kind as TextKind;
  const texts = new Interner();
  const coarseOf: number[] = [];
  const localOf: number[] = [];
  const recordCount = columns[0]?.column.codes.length ?? 0;
  const codes = new Int32Array(recordCount).fill(-1);
  for (const { column, plan: columnPlan, isPlaceholder } of columns) {
    const codeOf = new Int32Array(column.values.count).fill(-1);
    for (let raw = 0; raw < codeOf.length; raw += 1) {
      if (isPlaceholder[raw]) continue;
      const text = plainText(column.values.at(raw));
      const { prefixes } = columnPlan;
      const standard = standardise(kind, columnPlan, prefixes === undefined ? text : withoutPrefix(text, prefixes));
      const code = texts.intern(standingFor(standard.text, columnPlan.writings));
      codeOf[raw] = code;
      if (code < 0) continue;
      coarseOf[code] ??= hashOrNone(standard.coarse);
      localOf[code] ??= hashOrNone(standard.local);
    }
    for (let record = 0; record < recordCount; record += 1) {
      const raw = column.codes[record]!;
      if (raw >= 0 && codes[record]! < 0) codes[record] = codeOf[raw]!;
    }
  }
  const slot = slots.add(codes, texts.count);
  const strings = texts.pack();
  return {
    kind,
    name: plan.name,
    slot,
    dictionary: { strings, masks: letterMasks(strings) },
    signatures: signText(strings, kind === "email" ? letterSignature : editSignature),
    coarse: kind === "email" || kind === "postcode" ? sharedInt32From(coarseOf) : null,
    local: kind === "email" ? sharedInt32From(localOf) : null,
    numbers: kind === "number" ? numbersOf(texts) : null,
    ...(columns[0]?.plan.writings === undefined ? {} : { writings: columns[0].plan.writings }),
    ...(plan.toldBy === undefined ? {} : { toldBy: plan.toldBy }),
    ...(plan.seriesBy === undefined ? {} : { seriesBy: plan.seriesBy }),
  };
}

const hashOrNone = (text: string | undefined): number => (text === undefined || text === "" ? 0 : hashText(text) | 0);

function numbersOf(texts: Interner): Float64Array {
  const numbers = sharedFloat64(texts.count);
  for (let code = 0; code < texts.count; code += 1) numbers[code] = Number(texts.text(code).replace(birthDateMark, ""));
  return numbers;
}
