// Problem documents (RFC 9457) as the OpenAPI document describes them.
import { Type } from "typebox";
import { catalogue } from "../../shared/errors.ts";
import { RecordKeySchema } from "./commonSchemas.ts";

export const MistakeSchema = Type.Object(
  {
    in: Type.Enum(["body", "query", "path", "header"]),
    pointer: Type.String({ description: "JSON pointer into that part." }),
    detail: Type.String(),
  },
  { $id: "Mistake", description: "One place of a request that is wrong." },
);

const Shown = Type.Union([Type.Object(RecordKeySchema.properties), Type.Null()]);

export const ProblemSchema = Type.Object(
  {
    type: Type.String({ description: "urn:namesake:problem:CODE" }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    code: Type.String({ description: `One of ${Object.keys(catalogue).join(", ")}.` }),
    next: Type.String({ description: "What to do." }),
    errors: Type.Optional(Type.Array(Type.Unsafe<unknown>({ $ref: "Mistake#" }))),
    chain: Type.Optional(
      Type.Array(
        Type.Object({
          kind: Type.Enum(["same", "different"]),
          left: Shown,
          right: Shown,
          decision: Type.Union([Type.String(), Type.Null()], { description: "The decision to withdraw." }),
        }),
        { description: "Rulings that a refused decision contradicts; null for what may not be seen." },
      ),
    ),
    gone: Type.Optional(Type.Enum(["split", "withdrawn"])),
    successors: Type.Optional(Type.Array(Type.String(), { description: "Persons that hold the records now." })),
  },
  { $id: "Problem", description: "What went wrong (RFC 9457). Never quotes what was sent." },
);
