// "Do we know this person?": the question and its answers.
import { type Static, Type } from "typebox";
import { FieldsInput, limitOf, PersonRef, RecordKeySchema, refTo } from "./commonSchemas.ts";

export const MatchBody = Type.Object(
  {
    fields: FieldsInput,
    limit: Type.Optional(limitOf(100, 10)),
    minProbability: Type.Optional(
      Type.Number({ minimum: 0, maximum: 1, description: "Leave out persons less probable than this." }),
    ),
  },
  {
    additionalProperties: false,
    examples: [{ fields: { given_name: "Maryam", surname: "Okonkwo", birth_date: "1984-02-29" }, limit: 5 }],
  },
);
export type MatchBody = Static<typeof MatchBody>;

export const StepSchema = Type.Object(
  {
    comparison: Type.String({ description: "What was compared." }),
    level: Type.String({ description: "How it agreed." }),
    weight: Type.Number({ description: "Bits for (above 0) or against." }),
    left: Type.Union([Type.String(), Type.Null()]),
    right: Type.Union([Type.String(), Type.Null()]),
  },
  { $id: "Step", description: "One comparison of a pair." },
);

export const matchNumbers = {
  match_weight: Type.Number({ description: "Bits." }),
  match_probability: Type.Number({ minimum: 0, maximum: 1 }),
};

export const MatchAnswerSchema = Type.Object(
  {
    person: PersonRef,
    record: Type.Object(RecordKeySchema.properties, { description: "The record of the person that fits best." }),
    ...matchNumbers,
    band: Type.Enum(["match", "possible"]),
    agreements: Type.Array(refTo("Step")),
    disagreements: Type.Array(refTo("Step")),
  },
  { $id: "Match", description: "A person that may be the one asked for, and why." },
);

export const MatchesSchema = Type.Object(
  { items: Type.Array(refTo("Match"), { description: "Best first; empty where nobody fits." }) },
  { $id: "Matches" },
);
