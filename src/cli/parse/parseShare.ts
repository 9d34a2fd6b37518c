// Shares as options: numbers between 0 and 1, neither of them.
import { InvalidArgumentError } from "commander";

/** @throws InvalidArgumentError for anything but a number above 0 and below 1 */
export function parseShare(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value > 0 && value < 1)) {
    throw new InvalidArgumentError("Write a number above 0 and below 1, such as 0.001.");
  }
  return value;
}
