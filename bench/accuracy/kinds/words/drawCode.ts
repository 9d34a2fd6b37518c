// Numbers of telephones, passports and the like: characters without meaning.
import type { Random } from "../../../../src/generate/random/random.ts";

export function drawCode(length: number, random: Random, characters = "0123456789"): string {
  return Array.from({ length }, () => characters.charAt(random.below(characters.length))).join("");
}
