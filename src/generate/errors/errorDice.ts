// Decides which errors happen and counts chances and errors by kind, so that the description can state what was really
// done beside what was asked for.
import type { Random } from "../random/random.ts";
import { type ErrorKind, errorKindNames } from "./errorRates.ts";

export interface ErrorCount {
  readonly chances: number;
  readonly made: number;
  /** Mean probability over the chances. */
  readonly expectedRate: number;
}

export class ErrorDice {
  readonly random: Random;
  readonly #rates: Readonly<Record<ErrorKind, number>>;
  readonly #chances = new Map<ErrorKind, { chances: number; made: number; expected: number }>();

  /** `rates` are probabilities, already multiplied by the error-rate factor. */
  constructor(random: Random, rates: Readonly<Record<ErrorKind, number>>) {
    this.random = random;
    this.#rates = rates;
    for (const kind of errorKindNames) this.#chances.set(kind, { chances: 0, made: 0, expected: 0 });
  }

  /** One chance of an error; `factor` is the habit of the source. True where it happens. */
  falls(kind: ErrorKind, factor = 1): boolean {
    const count = this.#chances.get(kind)!;
    const probability = Math.min(1, this.#rates[kind] * factor);
    const isMade = this.random.next() < probability;
    count.chances += 1;
    count.expected += probability;
    if (isMade) count.made += 1;
    return isMade;
  }

  counts(): ReadonlyMap<ErrorKind, ErrorCount> {
    const counts = new Map<ErrorKind, ErrorCount>();
    for (const [kind, { chances, made, expected }] of this.#chances) {
      counts.set(kind, { chances, made, expectedRate: chances === 0 ? 0 : expected / chances });
    }
    return counts;
  }
}
