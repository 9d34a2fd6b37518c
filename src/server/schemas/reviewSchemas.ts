// Pairs and persons that need a human.
import { type Static, Type } from "typebox";
import { CursorInput, CursorOutput, limitOf, PersonRef, Reason, RecordKeySchema, refTo } from "./commonSchemas.ts";

export const ReviewsQuery = Type.Object(
  { limit: Type.Optional(limitOf(100, 20)), cursor: Type.Optional(CursorInput) },
  { additionalProperties: false },
);
export type ReviewsQuery = Static<typeof ReviewsQuery>;

export const ReviewBody = Type.Object(
  {
    action: Type.Enum(["claim", "release", "resolve"]),
    decision: Type.Optional(
      Type.Enum(["same", "different", "leave"], { description: "The ruling with which it is resolved." }),
    ),
    reason: Type.Optional(Reason),
  },
  { additionalProperties: false, examples: [{ action: "claim" }] },
);
export type ReviewBody = Static<typeof ReviewBody>;

export const ReviewSchema = Type.Object(
  {
    id: Type.String(),
    kind: Type.String({ description: "Why a human should look: doubtful, contradictory, large, chain, split." }),
    harm: Type.Number({ description: "Expected harm of leaving it; larger comes first." }),
    state: Type.Enum(["open", "claimed", "done"]),
    claimedBy: Type.Union([Type.String(), Type.Null()]),
    records: Type.Array(Type.Object({ ...RecordKeySchema.properties, person: Type.Union([PersonRef, Type.Null()]) })),
    why: Type.String(),
  },
  { $id: "Review", description: "Something that a human should look at." },
);

export const ReviewsAnswerSchema = Type.Object(
  { items: Type.Array(refTo("Review")), cursor: Type.Optional(CursorOutput) },
  { $id: "Reviews", description: "By harm, largest first." },
);
