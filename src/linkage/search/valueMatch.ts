// What of a field's dictionary a search term means: codes with how well and in which way they fit.

export const manners = [
  "exact",
  "nickname",
  "in another script",
  "begins so",
  "ends so",
  "one letter differs",
  "two letters differ",
  "sounds alike",
  "same year",
  "same month",
  "day and month swapped",
  "one digit differs",
  "area",
  "initial",
] as const;

export type Manner = (typeof manners)[number];

export interface Fit {
  /** 0 … 1; 1 where the value is what was asked for. */
  readonly similarity: number;
  readonly manner: Manner;
}

/** Codes of one dictionary. */
export type Fits = Map<number, Fit>;

/** Keeps the better of two fits of a code. */
export function keepBetter(fits: Fits, code: number, fit: Fit): void {
  const known = fits.get(code);
  if (known === undefined || known.similarity < fit.similarity) fits.set(code, fit);
}
