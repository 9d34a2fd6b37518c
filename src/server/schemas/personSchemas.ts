// The single view of a person, what holds it together, and what is said of one that is no more.
import { type Static, Type } from "typebox";
import { PersonId, RecordKeySchema, refTo, TimeInput, TimeOutput } from "./commonSchemas.ts";
import { matchNumbers } from "./matchSchemas.ts";

export const PersonQuery = Type.Object(
  { asAt: Type.Optional({ ...TimeInput, description: "What was believed then; now where left out." }) },
  { additionalProperties: false },
);
export type PersonQuery = Static<typeof PersonQuery>;

const Provenance = Type.Object({
  ...RecordKeySchema.properties,
  observedAt: Type.Union([Type.String(), Type.Null()]),
  receivedAt: TimeOutput,
});

const FieldView = Type.Object({
  chosen: Type.String(),
  rule: Type.String({ description: "The rule that chose." }),
  values: Type.Array(Type.Object({ value: Type.String(), records: Type.Array(Provenance) }), {
    description: "Every value held, the chosen one first.",
  }),
});

export const PersonSchema = Type.Object(
  {
    id: PersonId,
    asAt: TimeOutput,
    fields: Type.Unsafe<Record<string, Static<typeof FieldView>>>({ type: "object", additionalProperties: FieldView }),
    records: Type.Array(Provenance),
  },
  { $id: "Person", description: "The single view: each value with the records it came from and when." },
);

export const MergedSchema = Type.Object(
  { gone: Type.Literal("merged"), survivor: PersonId },
  { $id: "Merged", description: "The person was merged; its survivor is at the address in Location." },
);

const Key = Type.Object(RecordKeySchema.properties);

export const WhySchema = Type.Object(
  {
    id: PersonId,
    links: Type.Array(Type.Object({ left: Key, right: Key, ...matchNumbers, steps: Type.Array(refTo("Step")) })),
    decisions: Type.Array(refTo("Decision")),
    weakest: Type.Union(
      [Type.Object({ left: Key, right: Key, match_weight: matchNumbers.match_weight }), Type.Null()],
      {
        description: "The link whose loss would divide the person at the least weight.",
      },
    ),
  },
  { $id: "Why", description: "Links and decisions that hold a person together." },
);
