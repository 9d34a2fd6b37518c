// Records as they come in and as they are answered.
import { type Static, Type } from "typebox";
import {
  FieldsInput,
  FieldsOutput,
  PersonRef,
  RecordKeySchema,
  refTo,
  TimeInput,
  TimeOutput,
} from "./commonSchemas.ts";

const sourceVersion = Type.Integer({
  minimum: 0,
  maximum: Number.MAX_SAFE_INTEGER,
  description: "The source's own version of the record; one older than known is refused.",
});

export const RecordBody = Type.Object(
  { fields: FieldsInput, observedAt: Type.Optional(TimeInput), version: Type.Optional(sourceVersion) },
  {
    additionalProperties: false,
    examples: [{ fields: { given_name: "Maryam", surname: "Okonkwo" }, observedAt: "2026-03-01", version: 3 }],
  },
);
export type RecordBody = Static<typeof RecordBody>;

/** One line of bulk ingest. */
export const RecordLine = Type.Object(
  { ...RecordKeySchema.properties, ...RecordBody.properties },
  { additionalProperties: false },
);
export type RecordLine = Static<typeof RecordLine>;

const Outcome = Type.Enum(["created", "changed", "unchanged"]);

const putAnswer = {
  outcome: Outcome,
  ...RecordKeySchema.properties,
  person: PersonRef,
  changed: Type.Array(refTo("Event")),
};

export const PutAnswerSchema = Type.Object(putAnswer, {
  $id: "PutAnswer",
  description: "What storing a record did: the person it belongs to now, and every event that followed.",
});

export const LineAnswerSchema = Type.Object(
  {
    line: Type.Integer({ minimum: 1, description: "Number of the line in the request." }),
    status: Type.Integer({ description: "What a request of its own would have been answered with." }),
    outcome: Type.Optional(Outcome),
    source: Type.Optional(Type.String()),
    id: Type.Optional(Type.String()),
    person: Type.Optional(PersonRef),
    changed: Type.Optional(Type.Array(refTo("Event"))),
    type: Type.Optional(Type.String()),
    title: Type.Optional(Type.String()),
    detail: Type.Optional(Type.String()),
    code: Type.Optional(Type.String()),
    next: Type.Optional(Type.String()),
    errors: Type.Optional(Type.Array(refTo("Mistake"))),
  },
  {
    $id: "LineAnswer",
    description: "The answer to one line: that of storing a record, or (status 400 and above) a problem.",
  },
);

const RecordVersion = Type.Object({
  version: Type.Integer({ minimum: 1 }),
  sourceVersion: Type.Union([Type.Integer(), Type.Null()]),
  fields: FieldsOutput,
  observedAt: Type.Union([Type.String(), Type.Null()]),
  receivedAt: TimeOutput,
  receivedFrom: Type.String({ description: "Name of the client that supplied it." }),
  isWithdrawn: Type.Boolean(),
});

export const RecordAnswerSchema = Type.Object(
  {
    ...RecordKeySchema.properties,
    fields: FieldsOutput,
    person: Type.Union([PersonRef, Type.Null()]),
    versions: Type.Array(RecordVersion, { description: "Newest first; the first is the current one." }),
  },
  { $id: "StoredRecord", description: "A record with its versions, their provenance and its person." },
);

export const WithdrawalSchema = Type.Object(
  { changed: Type.Array(refTo("Event")) },
  { $id: "Withdrawal", description: "What the withdrawal of a record changed." },
);
