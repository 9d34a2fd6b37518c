// Codes the values of one operand by base code; operands that are compared with each other share a dictionary.
import { PackedStrings } from "../../shared/packedStrings.ts";
import type { Column } from "../read/recordTable.ts";
import { letterMasks } from "../standardise/letterMasks.ts";
import { sharedFloat64, sharedInt32, sharedInt32From } from "../standardise/sharedArrays.ts";
import type { Operand } from "./boundExpression.ts";
import type { SqlValue } from "./evaluateSql.ts";
import type { OperandValues, SharedTexts } from "./splinkRecords.ts";

/** The dictionary of a group of operands: a column's own values, or distinct texts in the order met. */
export class TextGroup {
  readonly #own: PackedStrings | null;
  readonly #codes = new Map<string, number>();
  #texts: SharedTexts | null = null;

  constructor(own: PackedStrings | null) {
    this.#own = own;
  }

  get isOwn(): boolean {
    return this.#own !== null;
  }

  codeOf(text: string): number {
    const code = this.#codes.get(text) ?? this.#codes.size;
    if (code === this.#codes.size) this.#codes.set(text, code);
    return code;
  }

  finish(): SharedTexts {
    if (this.#texts === null) {
      const packed = this.#own ?? PackedStrings.from([...this.#codes.keys()]);
      this.#texts = { bytes: packed.bytes, offsets: packed.offsets, masks: letterMasks(packed) };
    }
    return this.#texts;
  }
}

const none = {
  codes: new Int32Array(0),
  numbers: new Float64Array(0),
  listOffsets: new Uint32Array(0),
  listItems: new Int32Array(0),
};

/** Texts of all operands of a group must be known before its dictionary is: the values come with the returned function. */
export function encodeOperand(
  { type }: Operand,
  base: number,
  size: number,
  values: readonly SqlValue[] | null,
  group: TextGroup,
  column: Column | null,
): () => OperandValues {
  if (type === "number" || type === "truth") {
    const numbers = sharedFloat64(size + 1);
    values?.forEach((value, index) => {
      numbers[index] = value === null ? Number.NaN : Number(value);
    });
    return () => ({ ...none, type, base, isOwn: false, numbers, texts: null });
  }
  if (type === "list") return encodeLists(base, values ?? [], group);
  const codes = sharedInt32(size + 1);
  codes[0] = -1;
  for (let index = 0; index <= size; index += 1) {
    if (values !== null) codes[index] = values[index] === null ? -1 : group.codeOf(String(values[index]));
    else if (index > 0) codes[index] = group.isOwn ? index - 1 : group.codeOf(column?.values.at(index - 1) ?? "");
  }
  return () => ({ ...none, type, base, isOwn: group.isOwn, codes, texts: group.finish() });
}

function encodeLists(base: number, values: readonly SqlValue[], group: TextGroup): () => OperandValues {
  const lists = values.map((value) => (Array.isArray(value) ? (value as (string | null)[]) : null));
  const items: number[] = [];
  const offsets = [0];
  for (const list of lists) {
    const codes = (list ?? []).flatMap((item) => (item === null ? [] : [group.codeOf(item)]));
    items.push(...new Set(codes.sort((a, b) => a - b)));
    offsets.push(items.length);
  }
  const codes = sharedInt32From(lists.map((list, index) => (list === null ? -1 : index)));
  const listOffsets = new Uint32Array(new SharedArrayBuffer(offsets.length * 4));
  listOffsets.set(offsets);
  const listItems = sharedInt32From(items);
  return () => ({ ...none, type: "list", base, isOwn: false, codes, texts: group.finish(), listOffsets, listItems });
}
