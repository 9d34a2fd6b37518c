// Events of the feed.
import { type Static, Type } from "typebox";
import { limitOf, PersonId, TimeOutput } from "./commonSchemas.ts";

export const EventSchema = Type.Object(
  {
    cursor: Type.Integer({ minimum: 1, description: "Place in the feed." }),
    at: TimeOutput,
    type: Type.Enum([
      "person.created",
      "person.changed",
      "person.merged",
      "person.split",
      "record.added",
      "record.changed",
      "record.withdrawn",
    ]),
    person: PersonId,
    cause: Type.Unsafe<Record<string, unknown>>({
      type: "object",
      additionalProperties: true,
      description: "Why: its kind, keys of records and identifiers of persons and decisions.",
    }),
    recipients: Type.Array(Type.String(), {
      description: "Names of clients that had been given the view now superseded.",
    }),
  },
  { $id: "Event", description: "Something that happened to a person or record." },
);

export const EventsQuery = Type.Object(
  {
    after: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 100,
        description: "The cursor of the last event known; the feed begins at its start where left out.",
        examples: ["0"],
      }),
    ),
    limit: Type.Optional(limitOf(1000, 100)),
  },
  { additionalProperties: false },
);
export type EventsQuery = Static<typeof EventsQuery>;

export const EventsAnswerSchema = Type.Object(
  {
    events: Type.Array(Type.Unsafe<unknown>({ $ref: "Event#" })),
    cursor: Type.Integer({ minimum: 0, description: "Send it as `after` for what comes next." }),
  },
  { $id: "Events", description: "Events in order, without gaps." },
);

export const HistoryAnswerSchema = Type.Object(
  { items: Type.Array(Type.Unsafe<unknown>({ $ref: "Event#" })) },
  { $id: "History", description: "Every event of a person, oldest first." },
);
