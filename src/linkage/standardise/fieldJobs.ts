// Fields built on any thread: each plan of fields is a job of its own, since no field knows of another.
import { PackedStrings } from "../../shared/packedStrings.ts";
import type { Column } from "../read/recordTable.ts";
import type { FieldPlan } from "./fieldPlan.ts";
import { SlotBuilder } from "./slotBuilder.ts";
import { buildFields } from "./standardiseTable.ts";
import type { Field } from "./standardRecords.ts";

/** What a thread needs once. Codes and values are shared memory. */
export interface FieldContext {
  readonly recordCount: number;
  readonly columns: readonly Column[];
  readonly sources: readonly string[];
  readonly sourceOf: Uint16Array;
}

export interface BuiltFields {
  /** With positions from 0 on. */
  readonly fields: readonly Field[];
  /** Codes of their slots. */
  readonly columns: readonly Int32Array[];
}

export function createFieldBuilder({ recordCount, columns, ...rest }: FieldContext): (plan: FieldPlan) => BuiltFields {
  const table = { ...rest, columns: columns.map((column) => ({ ...column, values: revive(column.values) })) };
  return (plan) => {
    const slots = new SlotBuilder(recordCount);
    return { fields: buildFields(plan, table, slots), columns: slots.columns };
  };
}

/** Strings as they were before they were sent from another thread, which takes their methods. */
export const revive = ({ bytes, offsets }: Pick<PackedStrings, "bytes" | "offsets">): PackedStrings =>
  new PackedStrings(bytes, offsets);
