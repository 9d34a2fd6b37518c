// Holds what a match class may contradict itself in at once. Beyond that it has taken in strangers who share something else,
// and as many of them are taken out of it.
import { type ComparisonKind, type ComparisonKindName, comparisonKinds } from "../compare/comparison.ts";
import type { ComparisonParameters } from "../score/scoringModel.ts";
import { cutContradictions } from "./cutContradictions.ts";
import { normalise } from "./initialModel.ts";
import { saysNothing } from "./sayNothing.ts";

/** The fields that say who somebody is. */
const identityKinds: readonly ComparisonKindName[] = ["givenName", "surname", "date", "sex"];
/** Share of one person's records that may contradict each other in two of these fields at once. */
const contradictionMax = 0.03;
/** … in a name, where the file has no birth date. */
const nameContradictionMax = 0.15;

/**
 * No error makes two of given name, surname and birth date wrong together in many of a person's records: a match class
 * that says so has become the relatives, or people who share a name and its e-mail address. The contradictions of both
 * fields are cut by the same factor until their product is believable.
 */
export function holdIdentity(comparisons: readonly ComparisonParameters[]): ComparisonParameters[] {
  const held = [...comparisons];
  const indexes = identityKinds.map((kind) =>
    held.findIndex((comparison) => comparison.kind === kind && !saysNothing(comparison)),
  );
  const [given = -1, surname = -1, date = -1, sex = -1] = indexes;
  for (const name of date < 0 ? [given, surname] : []) {
    const comparison = held[name];
    if (comparison !== undefined)
      held[name] = { ...comparison, m: cutContradictions(comparison, nameContradictionMax) };
  }
  for (const pair of [
    [given, date],
    [surname, date],
    [given, surname],
    [given, sex],
  ]) {
    cutTogether(held, pair, contradictionMax);
  }
  return held;
}

/** Cuts the contradictions of these comparisons until they are together at most `most`; nothing where one is absent. */
function cutTogether(held: ComparisonParameters[], indexes: readonly number[], most: number): void {
  const fields = indexes.flatMap((index) => held[index] ?? []);
  if (fields.length < indexes.length) return;
  const together = fields.reduce((product, field) => product * strangerShare(field), 1);
  if (together <= most) return;
  const cut = (most / together) ** (1 / fields.length);
  for (const index of indexes) {
    const comparison = held[index]!;
    const share = strangerShare(comparison);
    // What is left is scaled up to sum to 1, and with it the strangers in it.
    const taken = (share * (1 - cut)) / (1 - share * cut);
    const m = comparison.m.map((value, level) => Math.max(1e-6, value - taken * (comparison.u[level] ?? 0)));
    held[index] = { ...comparison, m: normalise(m) };
  }
}

/** A level that strangers hardly stand at says nothing: of few of them none may. */
const rareU = 0.02;

/**
 * The most of m that can be of pairs that contradict as strangers do, 0 … 1: with more of them, some level that contradicts
 * would be met more often than it is. Dates that differ in two digits, or by a year, far more often than chance has them do
 * are errors, and no relatives.
 */
function strangerShare({ kind, m, u }: ComparisonParameters): number {
  const { levels }: ComparisonKind = comparisonKinds[kind];
  const shares = m
    .map((share, level) => share / u[level]!)
    .filter((_, level) => levels[level]?.agrees === false && u[level]! >= rareU);
  return shares.length === 0 ? 0 : Math.min(1, ...shares);
}
