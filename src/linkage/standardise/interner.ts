// Gives each distinct text a code by order of first appearance, and counts nothing: counting is per slot.
import { PackedStrings } from "../../shared/packedStrings.ts";

export class Interner {
  readonly #codes = new Map<string, number>();
  readonly #texts: string[] = [];

  get count(): number {
    return this.#texts.length;
  }

  /** The code of `text`, new or known; −1 for the empty text, which stands for missing. */
  intern(text: string): number {
    if (text === "") return -1;
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    const code = this.#texts.length;
    this.#codes.set(text, code);
    this.#texts.push(text);
    return code;
  }

  /** The text with that code; empty for −1. */
  text(code: number): string {
    return this.#texts[code] ?? "";
  }

  pack(): PackedStrings {
    return PackedStrings.from(this.#texts);
  }
}
