// Parts that many schemas share: identifiers, times, fields, limits. What bounds them is said here once.
import { type Static, Type } from "typebox";

const textMax = 10_000;

export const RecordKeySchema = Type.Object(
  {
    source: Type.String({ minLength: 1, maxLength: 200, description: "The system that supplies the record." }),
    id: Type.String({ minLength: 1, maxLength: 500, description: "The record's identifier in its source." }),
  },
  { additionalProperties: false },
);

/** Texts by field name as they are sent; TypeBox's Record would let names with line breaks pass unchecked. */
export const FieldsInput = Type.Unsafe<Record<string, string | null>>({
  type: "object",
  description:
    "Texts by field name, as in the source or in the model; null or an empty text is missing. Unknown names are refused with the nearest known one.",
  propertyNames: { minLength: 1, maxLength: 200 },
  maxProperties: 1000,
  additionalProperties: { type: ["string", "null"], maxLength: textMax },
  examples: [{ given_name: "Maryam", surname: "Okonkwo", birth_date: "1984-02-29" }],
});

/** Texts by field name as they are answered. */
export const FieldsOutput = Type.Unsafe<Record<string, string>>({
  type: "object",
  description: "Texts by field name; fields that the client may not see are absent.",
  additionalProperties: { type: "string" },
});

export const TimeOutput = Type.String({ format: "date-time", description: "ISO 8601, UTC." });

export const TimeInput = Type.String({
  minLength: 10,
  maxLength: 40,
  pattern: "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2}))?$",
  description: "ISO 8601: a day, or a time with its offset.",
  examples: ["2026-03-01T12:00:00Z"],
});

export const PersonId = Type.String({ minLength: 1, maxLength: 100, description: "Identifier of a person (UUID)." });

export const PersonRef = Type.Object({ id: PersonId });

export const Reason = Type.String({ minLength: 1, maxLength: 2000, description: "Why, in words; kept with the fact." });

export const CursorInput = Type.String({
  minLength: 1,
  maxLength: 4096,
  description: "Where to go on: the cursor of the answer before, with the same request.",
});

export const CursorOutput = Type.String({ description: "Send it back for more; absent at the end." });

/** A number of answers asked for. */
export const limitOf = (max: number, usual: number) =>
  Type.Integer({ minimum: 1, maximum: max, default: usual, description: `At most so many; ${usual} where left out.` });

export const RecordParams = RecordKeySchema;
export type RecordParams = Static<typeof RecordParams>;

export const IdParams = Type.Object({ id: PersonId }, { additionalProperties: false });
export type IdParams = Static<typeof IdParams>;

/** A reference to a schema that is registered under that name. */
export const refTo = (name: string) => Type.Unsafe<unknown>({ $ref: `${name}#` });
