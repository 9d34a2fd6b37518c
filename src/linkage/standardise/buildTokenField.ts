// Fields compared as sets of tokens: an address spread over one or several columns, an organisation's name.
import { hashText } from "../../shared/hashText.ts";
import type { FieldPlan } from "./fieldPlan.ts";
import { Interner } from "./interner.ts";
import { letterMasks } from "./letterMasks.ts";
import type { PlannedColumn } from "./plannedColumn.ts";
import { sharedInt32, sharedInt32From, sharedUint8, sharedUint32 } from "./sharedArrays.ts";
import type { SlotBuilder } from "./slotBuilder.ts";
import type { TokenField } from "./standardRecords.ts";
import { foldWords } from "./values/foldWords.ts";
import { standardiseAddress } from "./values/standardiseAddress.ts";

/** The columns of one record make one value: the set of their tokens, whatever column each stands in. */
export function buildTokenField(plan: FieldPlan, columns: readonly PlannedColumn[], slots: SlotBuilder): TokenField {
  const kind = plan.kind as TokenField["kind"];
  const tokenise = kind === "address" ? addressTokens : (raw: string) => foldWords(raw).split(" ");
  const parts = new Interner();
  const partOf = columns.map(({ column, isPlaceholder }) => {
    const codes = new Int32Array(column.values.count).fill(-1);
    for (let raw = 0; raw < codes.length; raw += 1) {
      if (!isPlaceholder[raw]) codes[raw] = parts.intern(tokenise(column.values.at(raw)).join(" "));
    }
    return codes;
  });
  const texts = new Interner();
  const codes = joinParts(columns, partOf, parts, texts);
  const slot = slots.add(codes, texts.count);
  return { kind, name: plan.name, slot, ...tokenLists(texts) };
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
  const whole = new Map<number, number>();
  const several = columns.length > 1;
  for (let record = 0; record < recordCount; record += 1) {
    let single = -1;
    let text = "";
    for (let index = 0; index < columns.length; index += 1) {
      const raw = columns[index]!.column.codes[record]!;
      const part = raw < 0 ? -1 : partOf[index]![raw]!;
      if (part < 0) continue;
      single = text === "" ? part : -1;
      text = text === "" ? parts.text(part) : several ? `${text} ${parts.text(part)}` : text;
    }
    if (text === "") continue;
    const known = single < 0 ? undefined : whole.get(single);
    const code = known ?? texts.intern(text);
    if (single >= 0) whole.set(single, code);
    codes[record] = code;
  }
  return codes;
}

function tokenLists(texts: Interner): Omit<TokenField, "kind" | "name" | "slot"> {
  const tokens = internInOrder(texts);
  const offsets = sharedUint32(texts.count + 1);
  const signatures = sharedInt32(texts.count);
  const lists: number[] = [];
  const counts: number[] = [];
  for (let code = 0; code < texts.count; code += 1) {
    const list = [...new Set(texts.text(code).split(" "))].map((token) => tokens.intern(token)).sort((a, b) => a - b);
    for (const token of list) {
      lists.push(token);
      signatures[code]! |= 1 << (hashText(tokens.text(token)) & 31);
      counts[token] = (counts[token] ?? 0) + 1;
    }
    offsets[code + 1] = lists.length;
  }
  const isNumber = sharedUint8(tokens.count);
  for (let token = 0; token < tokens.count; token += 1) isNumber[token] = /\d/.test(tokens.text(token)) ? 1 : 0;
  const tokenCounts = sharedUint32(tokens.count);
  tokenCounts.set(counts);
  const strings = texts.pack();
  const tokenStrings = tokens.pack();
  return {
    dictionary: { strings, masks: letterMasks(strings) },
    tokenDictionary: { strings: tokenStrings, masks: letterMasks(tokenStrings) },
    signatures,
    tokenCounts,
    tokenOffsets: offsets,
    tokens: sharedInt32From(lists),
    isNumber,
  };
}

/**
 * The tokens of all texts, their codes in the order of the tokens' texts: the tokens of one value then stand in the same
 * order whatever other values there are, and so add up to the same sums.
 */
function internInOrder(texts: Interner): Interner {
  const distinct = new Set<string>();
  for (let code = 0; code < texts.count; code += 1)
    for (const token of texts.text(code).split(" ")) distinct.add(token);
  const tokens = new Interner();
  for (const token of [...distinct].sort()) tokens.intern(token);
  return tokens;
}
