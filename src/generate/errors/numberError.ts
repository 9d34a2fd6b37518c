// One wrong character in a number of a document, phone or postcode.
import type { Random } from "../random/random.ts";

function otherCharacter(random: Random, character: string): string {
  if (character >= "0" && character <= "9") return String((Number(character) + 1 + random.below(9)) % 10);
  return String.fromCharCode(65 + ((character.toUpperCase().charCodeAt(0) - 65 + 1 + random.below(25)) % 26));
}

/** The number with one character replaced (6 in 10), swapped with the next (3 in 10) or left out. */
export function makeNumberError(random: Random, text: string): string {
  const places: number[] = [];
  for (let i = 0; i < text.length; i += 1) if (/[0-9A-Za-z]/.test(text.charAt(i))) places.push(i);
  if (places.length < 2) return text;
  const kind = random.next();
  const at = random.pick(places);
  if (kind < 0.6) return text.slice(0, at) + otherCharacter(random, text.charAt(at)) + text.slice(at + 1);
  if (kind > 0.9) return text.slice(0, at) + text.slice(at + 1);
  for (let i = 0; i + 1 < places.length; i += 1) {
    const left = places[(at + i) % (places.length - 1)]!;
    if (
      /[0-9]/.test(text.charAt(left)) &&
      /[0-9]/.test(text.charAt(left + 1)) &&
      text.charAt(left) !== text.charAt(left + 1)
    ) {
      return text.slice(0, left) + text.charAt(left + 1) + text.charAt(left) + text.slice(left + 2);
    }
  }
  return text.slice(0, at) + otherCharacter(random, text.charAt(at)) + text.slice(at + 1);
}
