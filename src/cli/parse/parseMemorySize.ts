// Sizes as people type them.
import { InvalidArgumentError } from "commander";

const powers = ["", "k", "m", "g", "t"];

/** "4G", "4GB", "4GiB", "512m", "1.5g" or a number of bytes → bytes (powers of 1024). Throws InvalidArgumentError. */
export function parseMemorySize(text: string): number {
  const [, number, unit = ""] = /^(\d+(?:\.\d+)?)\s*([kmgt]?)i?b?$/i.exec(text.trim()) ?? [];
  const bytes = Math.floor(Number(number) * 1024 ** powers.indexOf(unit.toLowerCase()));
  if (!(bytes > 0)) throw new InvalidArgumentError("Write a size such as 4G or 512M.");
  return bytes;
}
