// Numbers as options, negative ones and fractions too.
import { InvalidArgumentError } from "commander";

/** @throws InvalidArgumentError for anything but a finite number */
export function parseNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) throw new InvalidArgumentError("Write a number.");
  return value;
}
