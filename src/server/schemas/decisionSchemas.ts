// Rulings of humans: same, different, split.
import { type Static, Type } from "typebox";
import { Reason, RecordKeySchema, refTo, TimeOutput } from "./commonSchemas.ts";

export const DecisionBody = Type.Object(
  { kind: Type.Enum(["same", "different"]), left: RecordKeySchema, right: RecordKeySchema, reason: Reason },
  {
    additionalProperties: false,
    examples: [
      {
        kind: "different",
        left: { source: "clinic", id: "17" },
        right: { source: "school", id: "A4" },
        reason: "Twins; both came to the desk.",
      },
    ],
  },
);
export type DecisionBody = Static<typeof DecisionBody>;

export const SplitBody = Type.Object(
  {
    groups: Type.Array(Type.Array(RecordKeySchema, { minItems: 1, maxItems: 1000 }), {
      minItems: 2,
      maxItems: 100,
      description: "Records that belong together, group by group.",
    }),
    reason: Reason,
  },
  { additionalProperties: false },
);
export type SplitBody = Static<typeof SplitBody>;

export const DecisionSchema = Type.Object(
  {
    id: Type.String(),
    kind: Type.Enum(["same", "different", "split"]),
    groups: Type.Array(Type.Array(Type.Object(RecordKeySchema.properties))),
    reason: Type.String(),
    by: Type.String({ description: "Name of the client." }),
    at: TimeOutput,
    withdrawnAt: Type.Union([TimeOutput, Type.Null()]),
    changed: Type.Optional(Type.Array(refTo("Event"))),
  },
  { $id: "Decision", description: "A human's ruling, kept as a fact and undone by withdrawal." },
);
