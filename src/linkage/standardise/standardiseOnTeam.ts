// The standardise stage on threads: a plan of fields each.
import type { RecordTable } from "../read/recordTable.ts";
import type { Team } from "../team/team.ts";
import { type BuiltFields, revive } from "./fieldJobs.ts";
import type { FieldPlan } from "./fieldPlan.ts";
import { SlotBuilder } from "./slotBuilder.ts";
import { finishRecords, standardiseTable } from "./standardiseTable.ts";
import type { Dictionary, Field, Slot, StandardRecords } from "./standardRecords.ts";

/** Below this many records one thread is done before another has read the code. */
const parallelRecordsMin = 20_000;

/** As standardiseTable. `recordsMin`: for tests. @throws NamesakeError INTERRUPTED where the team's run was aborted */
export async function standardiseOnTeam(
  table: RecordTable,
  plans: readonly FieldPlan[],
  team: Team,
  recordsMin = parallelRecordsMin,
): Promise<StandardRecords> {
  const { recordCount, columns, sources, sourceOf } = table;
  if (team.threads === 1 || recordCount < recordsMin) return standardiseTable(table, plans);
  const built = await team.assign("standardise", { recordCount, columns, sources, sourceOf }).run<BuiltFields>(plans);
  const slots = new SlotBuilder(recordCount);
  const fields = built.flatMap((own) => {
    const first = slots.addCounted(own.columns);
    return own.fields.map((field) => placeField(field, first));
  });
  return finishRecords(table, fields, slots);
}

/** The field with its slots `first` places further on, and with the methods of its strings. */
function placeField(field: Field, first: number): Field {
  const place = <T extends Slot | null>(slot: T): T => (slot && { ...slot, position: slot.position + first }) as T;
  const restore = ({ strings, masks }: Dictionary): Dictionary => ({ strings: revive(strings), masks });
  switch (field.kind) {
    case "name":
      return {
        ...field,
        dictionary: restore(field.dictionary),
        given: place(field.given),
        middle: place(field.middle),
        surname: place(field.surname),
      };
    case "date":
      return { ...field, slot: place(field.slot) };
    case "address":
    case "organisation":
    case "relative":
      return {
        ...field,
        slot: place(field.slot),
        dictionary: restore(field.dictionary),
        tokenDictionary: restore(field.tokenDictionary),
      };
    default:
      return { ...field, slot: place(field.slot), dictionary: restore(field.dictionary) };
  }
}
