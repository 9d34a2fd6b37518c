// Codes that tell each other: who lives in a region was mostly born there, whoever is of one year goes to school, and a flight
// goes from port to port. Agreement in both is then far less rare than each by itself says, and counted twice it makes one person
// of all who share a place and an age, or one household of all who took one flight. Which code follows from which is found as Chow and Liu (1968) find a tree of dependences: the
// strongest first, each code told by one other.
import type { Field, StandardRecords, TextField } from "../../standardise/standardRecords.ts";
import { agreementLift, type CodedColumn, readColumn } from "./agreementLift.ts";
import { tellingValues } from "./tellingValues.ts";

/** How much more often two records agree in both than if the two were independent, from which one tells the other. */
const liftMin = 1.2;

const isCode = (field: Field): field is TextField => field.kind === "code";
/** What may tell a code. Beside names a date of birth tells persons apart, and no code is told by it. */
const tellingKinds: ReadonlySet<Field["kind"]> = new Set([
  "code",
  "sex",
  "town",
  "postcode",
  "address",
  "organisation",
]);

/** By the name of a code's field that of the field which tells it. */
export function findTold(records: StandardRecords): ReadonlyMap<string, string> {
  const told = new Map<string, string>();
  const { fields } = records;
  const hasNames = fields.some(({ kind }) => kind === "name");
  const columns = fields
    .filter(({ kind }) => tellingKinds.has(kind) || (kind === "date" && !hasNames))
    .map((field) => ({ field, ...readColumn(records.recordCount, tellingValues(records, field)) }));
  const open = columns
    .filter(({ field }) => isCode(field))
    .sort((a, b) => b.size - a.size)
    .map((code) => ({ code, by: "", lift: liftMin }));
  const tell = (telling: FieldColumn): void => {
    for (const one of open) {
      const lift = agreementLift(telling, one.code);
      if (lift > one.lift) Object.assign(one, { by: telling.field.name, lift });
    }
  };
  for (const column of columns) if (!isCode(column.field)) tell(column);
  while (open.length > 0) {
    // Where nothing tells any, the one of the most values is the next that may tell others.
    const next = open.reduce((a, b) => (b.lift > a.lift ? b : a));
    if (next.by !== "") told.set(next.code.field.name, next.by);
    open.splice(open.indexOf(next), 1);
    tell(next.code);
  }
  return told;
}

/** Fields, or plans of fields, with what tells them. */
export const addTold = <T extends { readonly name: string }>(
  fields: readonly T[],
  told: ReadonlyMap<string, string>,
): T[] =>
  fields.map((field) => {
    const toldBy = told.get(field.name);
    return toldBy === undefined ? field : { ...field, toldBy };
  });

interface FieldColumn extends CodedColumn {
  readonly field: Field;
}
