// One key of a foreign JSON object: other keys are its owner's business and no mistakes.
import { JsonPlace } from "../settings/json/jsonPlace.ts";

/** The place of `key` in the object at `place`; an absent one where the key is missing. */
export function jsonField(place: JsonPlace, key: string): JsonPlace {
  const isObject = typeof place.value === "object" && place.value !== null;
  const path = place.path === "" ? key : `${place.path}.${key}`;
  const value = isObject ? (place.value as Readonly<Record<string, unknown>>)[key] : undefined;
  return new JsonPlace(value, path, place.mistakes);
}
