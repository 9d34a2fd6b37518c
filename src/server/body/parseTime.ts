// Times as requests give them. The form is checked by the schema; whether there is such a day, here.
import { InvalidRequest, type RequestMistake } from "../invalidRequest.ts";

/**
 * The time itself, where it exists in the calendar.
 *
 * @throws InvalidRequest naming the place
 */
export function parseTime(text: string, part: RequestMistake["in"], pointer: string): string {
  const day = text.slice(0, 10);
  const start = Date.parse(`${day}T00:00:00Z`);
  const isDay = !Number.isNaN(start) && new Date(start).toISOString().startsWith(day);
  if (isDay && !Number.isNaN(Date.parse(text))) return text;
  throw new InvalidRequest([{ in: part, pointer, detail: "is no time of the calendar" }]);
}
