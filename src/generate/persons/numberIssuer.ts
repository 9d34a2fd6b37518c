// Issues numbers that no two people share: mobile phones, national identifiers and travel documents, in the form of real
// ones. National identifiers begin with letters that are never issued in Britain, so none can be somebody's.
import { scrambledNumber, scrambledNumberLimit } from "../random/scrambledNumber.ts";

const firstLetters = "DFIQUV";
const secondLetters = "ABCEGHJKLMNPRSTWXYZ";
const mobileRanges = ["074", "075", "077", "078", "079"];

export class NumberIssuer {
  readonly #offset: number;
  #mobiles = 0;
  #identifiers = 0;
  #documents = 0;

  constructor(seed: number) {
    this.#offset = seed % 90_000_000;
  }

  /** Eleven digits. */
  mobile(): string {
    const count = this.#mobiles++;
    const range = mobileRanges[(count + Math.floor(count / scrambledNumberLimit)) % mobileRanges.length] as string;
    return range + String(scrambledNumber(count, 48_271_003, this.#offset)).padStart(8, "0");
  }

  /** Two letters, six digits, one letter A–D. */
  nationalId(): string {
    const number = scrambledNumber(this.#identifiers++, 69_621_017, this.#offset);
    const prefix = Math.floor(number / 1_000_000);
    const first = firstLetters[prefix % firstLetters.length] as string;
    const second = secondLetters[Math.floor(prefix / firstLetters.length) % secondLetters.length] as string;
    return `${first}${second}${String(number % 1_000_000).padStart(6, "0")}${"ABCD"[number % 4]}`;
  }

  /** The first letter of the issuing state and eight digits; consecutive calls give unrelated numbers. */
  document(nationality: string): string {
    return (
      nationality.charAt(0) + String(scrambledNumber(this.#documents++, 39_916_801, this.#offset)).padStart(8, "0")
    );
  }
}
