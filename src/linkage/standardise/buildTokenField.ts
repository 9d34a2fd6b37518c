// Fields compared as sets of tokens: an address spread over one or several columns, the name of an organisation or a relative.
import { hashText } from "../../shared/hashText.ts";
import { plainText } from "../../shared/plainText.ts";
import type { FieldPlan } from "./fieldPlan.ts";
import { Interner } from "./interner.ts";
import { letterMasks } from "./letterMasks.ts";
import type { PlannedColumn } from "./plannedColumn.ts";
import { sharedInt32, sharedUint8, sharedUint32 } from "./sharedArrays.ts";
import type { SlotBuilder } from "./slotBuilder.ts";
import type { TokenField } from "./standardRecords.ts";
import { consonantsOf, isUnvowelled } from "./values/consonants.ts";
import { foldWords } from "./values/foldWords.ts";
import { standardiseAddress } from "./values/standardiseAddress.ts";

/** The columns of one record make one value: the set of their tokens, whatever column each stands in. */
export function buildTokenField(plan: FieldPlan, columns: readonly PlannedColumn[], slots: SlotBuilder): TokenField {
  const kind = plan.kind as TokenField["kind"];
  const parts = new Interner();
  const partOf = columns.map(({ column, plan: { hasUnvowelled }, isPlaceholder }) => {
    const tokenise = kind === "address" ? addressTokens : hasUnvowelled === true ? consonantTokens : words;
    const codes = new Int32Array(column.values.count).fill(-1);
    for (let raw = 0; raw < codes.length; raw += 1) {
      if (!isPlaceholder[raw]) codes[raw] = parts.intern(tokenise(plainText(column.values.at(raw))).join(" "));
    }
    return codes;
  });
  const texts = new Interner();
  const codes = joinParts(columns, partOf, parts, texts);
  const slot = slots.add(codes, texts.count);
  return { kind, name: plan.name, slot, ...tokenLists(texts) };
}

const words = (raw: string): string[] => foldWords(raw).split(" ");

function consonantTokens(raw: string): string[] {
  const isBare = isUnvowelled(raw);
  return words(raw).map((word) => consonantsOf(word, isBare));
}

function addressTokens(raw: string): string[] {
  const { tokens, numbers } = standardiseAddress(raw);
  return [...tokens, ...numbers];
}

function joinParts(
  columns: readonly PlannedColumn[],
  partOf: readonly Int32Array[],
  parts: Interner,
  texts: Interner,
): Int32Array {
  const recordCount = columns[0]?.column.codes.length ?? 0;
  const codes = new Int32Array(recordCount).fill(-1);
  const whole = new Int32Array(parts.count).fill(-1);
  const found = new Int32Array(columns.length);
  for (let record = 0; record < recordCount; record += 1) {
    let count = 0;
    for (let index = 0; index < columns.length; index += 1) {
      const raw = columns[index]!.column.codes[record]!;
      const part = raw < 0 ? -1 : partOf[index]![raw]!;
      if (part >= 0) found[count++] = part;
    }
    if (count === 0) continue;
    const known = count === 1 ? whole[found[0]!]! : -1;
    const code = known >= 0 ? known : texts.internJoined(parts, found, count);
    if (count === 1) whole[found[0]!] = code;
    codes[record] = code;
  }
  return codes;
}

function tokenLists(texts: Interner): Omit<TokenField, "kind" | "name" | "slot"> {
  const { offsets, lists, tokens } = internTokens(texts);
  const signatures = sharedInt32(texts.count);
  const tokenCounts = sharedUint32(tokens.count);
  const bits = Array.from({ length: tokens.count }, (_, token) => 1 << (hashText(tokens.text(token)) & 31));
  for (let code = 0; code < texts.count; code += 1) {
    lists.subarray(offsets[code], offsets[code + 1]).sort();
    for (let i = offsets[code]!; i < offsets[code + 1]!; i += 1) {
      signatures[code]! |= bits[lists[i]!]!;
      tokenCounts[lists[i]!]! += 1;
    }
  }
  const isNumber = sharedUint8(tokens.count);
  for (let token = 0; token < tokens.count; token += 1) isNumber[token] = /\d/.test(tokens.text(token)) ? 1 : 0;
  const strings = texts.pack();
  const tokenStrings = tokens.pack();
  return {
    dictionary: { strings, masks: letterMasks(strings) },
    tokenDictionary: { strings: tokenStrings, masks: letterMasks(tokenStrings) },
    signatures,
    tokenCounts,
    tokenOffsets: offsets,
    tokens: lists,
    isNumber,
  };
}

/**
 * The tokens of all texts, their codes in the order of the tokens' texts: the tokens of one value then stand in the same
 * order whatever other values there are, and so add up to the same sums. A text's tokens, in any order, without repeats,
 * stand in `lists` from its offset on.
 */
function internTokens(texts: Interner): { offsets: Uint32Array; lists: Int32Array; tokens: Interner } {
  const met = new Interner();
  const offsets = sharedUint32(texts.count + 1);
  const list: number[] = [];
  for (let code = 0; code < texts.count; code += 1) {
    const from = list.length;
    for (const token of texts.text(code).split(" ")) {
      const number = met.intern(token);
      if (number >= 0 && !list.includes(number, from)) list.push(number);
    }
    offsets[code + 1] = list.length;
  }
  const inOrder = Array.from({ length: met.count }, (_, number) => met.text(number)).sort();
  const tokens = new Interner();
  const codeOf = new Int32Array(met.count);
  for (const token of inOrder) codeOf[met.intern(token)] = tokens.intern(token);
  const lists = sharedInt32(list.length);
  for (let i = 0; i < lists.length; i += 1) lists[i] = codeOf[list[i]!]!;
  return { offsets, lists, tokens };
}
