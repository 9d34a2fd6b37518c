// Every schema that has a name in the OpenAPI document, in an order in which each names only what comes before or is known.
import { type TSchema, Type } from "typebox";
import { DecisionSchema } from "./decisionSchemas.ts";
import { EventSchema, EventsAnswerSchema, HistoryAnswerSchema } from "./eventSchemas.ts";
import { MatchAnswerSchema, MatchesSchema, StepSchema } from "./matchSchemas.ts";
import { MergedSchema, PersonSchema, WhySchema } from "./personSchemas.ts";
import { MistakeSchema, ProblemSchema } from "./problemSchema.ts";
import { LineAnswerSchema, PutAnswerSchema, RecordAnswerSchema, WithdrawalSchema } from "./recordSchemas.ts";
import { ReviewSchema, ReviewsAnswerSchema } from "./reviewSchemas.ts";
import { SearchAnswerSchema, SearchItemSchema } from "./searchSchemas.ts";

const TextSchema = Type.String({ $id: "Text" });

export const HealthSchema = Type.Object(
  { status: Type.Enum(["live", "ready"]) },
  { $id: "Health", description: "No personal data." },
);

export const namedSchemas: readonly TSchema[] = [
  MistakeSchema,
  ProblemSchema,
  EventSchema,
  EventsAnswerSchema,
  HistoryAnswerSchema,
  StepSchema,
  PutAnswerSchema,
  LineAnswerSchema,
  RecordAnswerSchema,
  WithdrawalSchema,
  MatchAnswerSchema,
  MatchesSchema,
  SearchItemSchema,
  SearchAnswerSchema,
  DecisionSchema,
  PersonSchema,
  MergedSchema,
  WhySchema,
  ReviewSchema,
  ReviewsAnswerSchema,
  TextSchema,
  HealthSchema,
];
