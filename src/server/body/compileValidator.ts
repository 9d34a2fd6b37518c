// Fastify's validator for TypeBox schemas. Values of the query and the path are texts, and those that say a whole number are
// converted where one is asked for; bodies are taken as they are.
import { type TSchema, Type } from "typebox";
import { Compile } from "typebox/compile";
import { InvalidRequest, type RequestMistake } from "../invalidRequest.ts";
import { isAllowed } from "./checkTexts.ts";
import { describeMistakes } from "./describeMistakes.ts";

type HttpPart = "body" | "querystring" | "params" | "headers";
type Outcome = { readonly value: unknown } | { readonly error: Error };

const partNames: Readonly<Record<HttpPart, RequestMistake["in"]>> = {
  body: "body",
  querystring: "query",
  params: "path",
  headers: "header",
};

/** A function that gives the (converted) value, or InvalidRequest as `error`. */
export function compileValidator(schema: TSchema, httpPart: HttpPart): (value: unknown) => Outcome {
  const check = Compile(schema ?? Type.Unknown());
  const part = partNames[httpPart];
  return (given) => {
    if (part !== "body") {
      const place = badText(given);
      if (place !== null) return { error: notAllowed(part, place) };
    }
    const value = part === "body" ? given : readNumbers(schema, given as Record<string, unknown>);
    if (check.Check(value)) return { value };
    const mistakes = describeMistakes(check.Errors(value), schema as { [keyword: string]: unknown }, part);
    return { error: new InvalidRequest(mistakes) };
  };
}

/** The members, with numbers for the texts of those that the schema wants as integers. */
function readNumbers(schema: TSchema, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { properties = {} } = schema as { properties?: Readonly<Record<string, { readonly type?: unknown }>> };
  const read = ([name, value]: [string, unknown]): [string, unknown] => {
    const isNumber = Object.hasOwn(properties, name) && properties[name]?.type === "integer";
    return [name, isNumber && typeof value === "string" && /^-?\d{1,16}$/.test(value) ? Number(value) : value];
  };
  return Object.fromEntries(Object.entries(given).map(read));
}

/** Name of the first text that holds NUL; null where none does. Bodies have been checked by their parser. */
function badText(given: unknown): string | null {
  const entries = Object.entries(given as Record<string, unknown>);
  return entries.find(([name, text]) => typeof text === "string" && !(isAllowed(text) && isAllowed(name)))?.[0] ?? null;
}

const notAllowed = (part: RequestMistake["in"], name: string) =>
  new InvalidRequest([{ in: part, pointer: `/${name}`, detail: "holds NUL" }], "TEXT_NOT_ALLOWED");
