// Whole numbers as options: what is not one is refused, rather than read as far as it goes.
import { InvalidArgumentError } from "commander";

/** A parser of whole numbers from `least` to `most`. The parser throws InvalidArgumentError. */
export function parseWholeNumber(least: number, most: number = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (number >= least && number <= most) return number;
    const range = most === Number.MAX_SAFE_INTEGER ? `from ${least}` : `from ${least} to ${most}`;
    throw new InvalidArgumentError(`Write a whole number ${range}.`);
  };
}
