// The slots of records that a search looks into, and the columns that fill each: who may not see one of these columns may
// not search by it either.
import type { SemanticType } from "../profile/semanticType.ts";
import { type FieldPlan, listColumns } from "../standardise/fieldPlan.ts";
import type { Field, Slot } from "../standardise/standardRecords.ts";

export interface SearchSlot {
  /** "given_name", "surname", "birth_date", "postcode" …: as comparisons of the model are called. */
  readonly name: string;
  readonly field: Field;
  readonly slot: Slot;
  /** Columns whose values may stand in it. */
  readonly columns: readonly string[];
}

const partTypes: Readonly<Record<"given" | "middle" | "surname", readonly SemanticType[]>> = {
  given: ["givenName", "fullName"],
  middle: ["givenName", "middleName", "fullName"],
  surname: ["surname", "fullName"],
};

/** Sex, suffixes and plain numbers tell too little to look a person up by. */
const searchable: ReadonlySet<Field["kind"]> = new Set([
  "name",
  "date",
  "email",
  "phone",
  "document",
  "postcode",
  "town",
  "code",
  "text",
  "address",
  "organisation",
  "relative",
]);

export function listSearchSlots(fields: readonly Field[], plans: readonly FieldPlan[]): SearchSlot[] {
  return fields.flatMap((field): SearchSlot[] => {
    const plan = plans.find(({ name }) => name === field.name);
    if (!searchable.has(field.kind) || plan === undefined) return [];
    if (field.kind !== "name") {
      return [{ name: field.name, field, slot: field.slot, columns: listColumns(plan.columns) }];
    }
    return (["given", "middle", "surname"] as const).flatMap((part): SearchSlot[] => {
      const slot = field[part];
      const columns = plan.columns.filter(({ type }) => partTypes[part].includes(type)).map(({ column }) => column);
      const name = part === "surname" ? part : `${part}_name`;
      return slot === null ? [] : [{ name, field, slot, columns }];
    });
  });
}

/** Columns whose values each comparison of a model looks at, by the comparison's name. */
export function listComparisonColumns(
  comparisons: readonly { readonly name: string; readonly field: string }[],
  plans: readonly FieldPlan[],
): ReadonlyMap<string, readonly string[]> {
  const partOf: Readonly<Record<string, keyof typeof partTypes>> = {
    given_name: "given",
    middle_name: "middle",
    surname: "surname",
  };
  return new Map(
    comparisons.map(({ name, field }) => {
      // A suffix is read from the columns of names where no column of its own holds it.
      const plan = plans.find((own) => own.name === field) ?? plans.find(({ kind }) => kind === "name");
      const part = plan?.kind === "name" ? partOf[name] : undefined;
      const columns = plan?.columns ?? [];
      const own = part === undefined ? columns : columns.filter(({ type }) => partTypes[part].includes(type));
      return [name, listColumns(own)];
    }),
  );
}
