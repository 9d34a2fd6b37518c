// TypeBox's errors as ours: one mistake a place, with the nearest known name where a name is unknown. Its messages quote
// only the schema; the input is quoted nowhere but in names.
import type { TLocalizedValidationError } from "typebox/error";
import { nearestName } from "../../linkage/settings/json/nearestName.ts";
import type { RequestMistake } from "../invalidRequest.ts";
import { jsonPointer } from "./checkTexts.ts";

type Schema = { readonly [keyword: string]: unknown };

const mistakesMax = 20;

/** Mistakes of a value by place, at most twenty. */
export function describeMistakes(
  errors: readonly TLocalizedValidationError[],
  schema: Schema,
  part: RequestMistake["in"],
): RequestMistake[] {
  const details = new Map<string, string>();
  for (const error of errors) {
    for (const [path, detail] of detailsOf(error, schema)) {
      const pointer = jsonPointer(path);
      if (!details.has(pointer)) details.set(pointer, detail);
    }
  }
  return [...details].slice(0, mistakesMax).map(([pointer, detail]) => ({ in: part, pointer, detail }));
}

function detailsOf(error: TLocalizedValidationError, schema: Schema): [string[], string][] {
  const path = namesOf(error.instancePath);
  switch (error.keyword) {
    case "additionalProperties":
    case "propertyNames":
    case "anyOf":
      return [];
    case "boolean":
      return [[path, unknownName(path.at(-1) ?? "", knownNames(schema, error.schemaPath))]];
    case "required":
      return error.params.requiredProperties.map((name) => [[...path, name], "is required"]);
    default:
      return [[path, error.schemaPath.includes("/propertyNames") ? `the name ${error.message}` : error.message]];
  }
}

function unknownName(name: string, known: readonly string[]): string {
  const nearest = nearestName(name.slice(0, 64), known);
  const hint = nearest === null ? `known are ${known.join(", ") || "none"}` : `did you mean ${nearest}?`;
  return `is not known here; ${hint}`;
}

/** Names of the members that the schema around a failed `additionalProperties: false` knows. */
function knownNames(schema: Schema, schemaPath: string): string[] {
  let at: unknown = schema;
  for (const step of namesOf(schemaPath.replace(/^#/, "").replace(/\/additionalProperties$/, "")))
    at = (at as Schema | undefined)?.[step];
  return Object.keys((at as { properties?: object } | undefined)?.properties ?? {});
}

const namesOf = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
