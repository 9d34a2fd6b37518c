// Search for persons by one text or by named fields.
import { type Static, Type } from "typebox";
import {
  CursorInput,
  CursorOutput,
  FieldsOutput,
  limitOf,
  PersonRef,
  RecordKeySchema,
  refTo,
} from "./commonSchemas.ts";

export const SearchBody = Type.Object(
  {
    q: Type.Optional(Type.String({ minLength: 1, maxLength: 1000, description: "One text, in any order." })),
    fields: Type.Optional(
      Type.Unsafe<Record<string, string>>({
        type: "object",
        description: "Texts by field name.",
        propertyNames: { minLength: 1, maxLength: 200 },
        minProperties: 1,
        maxProperties: 100,
        additionalProperties: { type: "string", maxLength: 1000 },
      }),
    ),
    limit: Type.Optional(limitOf(100, 20)),
    cursor: Type.Optional(CursorInput),
  },
  {
    additionalProperties: false,
    examples: [{ q: "jon smyth 1980 LS1" }, { fields: { surname: "smyth" }, limit: 50 }],
  },
);
export type SearchBody = Static<typeof SearchBody>;

const Found = Type.Object({
  term: Type.String({ description: "Part of the query." }),
  field: Type.String(),
  value: Type.String(),
  how: Type.String({ description: "Equal, misspelt, nickname, part …" }),
});

export const SearchItemSchema = Type.Object(
  {
    person: PersonRef,
    score: Type.Number({ minimum: 0, maximum: 1, description: "Larger is better." }),
    record: Type.Object(RecordKeySchema.properties),
    found: Type.Array(Found),
    fields: FieldsOutput,
  },
  { $id: "SearchItem", description: "A person found, with what of the query was found where." },
);

export const SearchAnswerSchema = Type.Object(
  { items: Type.Array(refTo("SearchItem")), cursor: Type.Optional(CursorOutput) },
  { $id: "SearchAnswer" },
);
