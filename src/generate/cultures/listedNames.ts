// The name lists of @faker-js/faker (MIT licence) by locale, as plain arrays. Only its lists are used, never its random
// draws: those are slow, and their sequence changes between versions.
import type { LocaleDefinition } from "@faker-js/faker";
import type { Sex } from "./culture.ts";

type NamePart = "first_name" | "last_name" | "middle_name";

/** The names of a part for one sex, with those for either; empty where the locale has none. */
export function listedNames(definitions: LocaleDefinition, part: NamePart, sex: Sex | "any"): readonly string[] {
  const entry = definitions.person?.[part] as
    | {
        readonly generic?: readonly string[] | null;
        readonly female?: readonly string[] | null;
        readonly male?: readonly string[] | null;
      }
    | undefined;
  if (entry === undefined || entry === null) return [];
  const own = sex === "any" ? [] : sex === "F" ? entry.female : entry.male;
  return [...(own ?? []), ...(entry.generic ?? [])];
}
