// Schemas of the OpenAPI document as strict checks: references filled in, and no member taken that is not described, so
// that an answer that grows without its schema fails.
import { Compile } from "typebox/compile";

type Json = { [name: string]: Json } | Json[] | string | number | boolean | null;

/** What does not fit, in words with places; empty where the value fits the schema. */
export function misfits(document: Json, schema: Json, value: unknown): string[] {
  const check = Compile(strict(document, schema) as object);
  if (check.Check(value)) return [];
  return check.Errors(value).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function strict(document: Json, schema: Json): Json {
  if (Array.isArray(schema)) return schema.map((each) => strict(document, each));
  if (typeof schema !== "object" || schema === null) return schema;
  if (typeof schema.$ref === "string") return strict(document, at(document, schema.$ref));
  const entries = Object.entries(schema).map(([name, each]) => [name, strict(document, each)]);
  const closed = "properties" in schema && !("additionalProperties" in schema) ? { additionalProperties: false } : {};
  return { ...Object.fromEntries(entries), ...closed };
}

function at(document: Json, reference: string): Json {
  let found: Json | undefined = document;
  for (const step of reference.replace(/^#\//, "").split("/"))
    found = (found as { [name: string]: Json } | undefined)?.[step];
  if (found === undefined) throw new Error(`nothing at ${reference}`);
  return found;
}
