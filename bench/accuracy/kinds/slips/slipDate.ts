// A date taken down wrongly: a part off by one or ten, day and month exchanged, or the day unknown and put as the first.
import type { Random } from "../../../../src/generate/random/random.ts";

export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days go to 28, so that every slip is a date. */
export function drawDate(random: Random, from: number, to: number): CalendarDate {
  return { year: random.between(from, to), month: random.between(1, 12), day: random.between(1, 28) };
}

export function slipDate(date: CalendarDate, random: Random): CalendarDate {
  const { year, month, day } = date;
  switch (random.below(6)) {
    case 0:
      return { ...date, year: year + random.pick([-10, -1, 1, 10]) };
    case 1:
      return day <= 12 ? { year, month: day, day: month } : { ...date, day: day - 10 };
    case 2:
      return { ...date, month: month === 12 ? 11 : month + 1 };
    case 3:
      return { ...date, day: 1 };
    case 4:
      return { ...date, day: ((day + 9) % 28) + 1 };
    default:
      return { ...date, day: day === 28 ? 27 : day + 1 };
  }
}

const two = (part: number): string => String(part).padStart(2, "0");

export const isoDate = ({ year, month, day }: CalendarDate): string => `${year}-${two(month)}-${two(day)}`;
export const dottedDate = ({ year, month, day }: CalendarDate): string => `${two(day)}.${two(month)}.${year}`;
export const slashedDate = ({ year, month, day }: CalendarDate): string => `${two(day)}/${two(month)}/${year}`;
