// Ceilings of whole names read with their words in another order (nameComparator.ts): both names agree then.
import { orderLevel } from "../../compare/comparators/nameComparator.ts";
import { LogFrequencies } from "../../compare/logFrequencies.ts";
import { slack } from "./boundColumn.ts";
import { kinCeilings } from "./kinCeilings.ts";
import type { NameWeights } from "./nameColumn.ts";

export interface TurnedNames {
  /** The most that both names get, order and middle name apart. */
  readonly most: number;
  /** The ceiling of the records whose cells begin at rows `a` and `b`, middle name included; −∞ where neither may be turned. */
  of(a: number, b: number): number;
}

/** Null where names were not split from whole ones, or lack a part. */
export function createTurnedNames(weights: NameWeights): TurnedNames | null {
  const { cells, field, givenCounts, surnameCounts, given, surname, middle, order } = weights;
  const [givenAt, middleAt, surnameAt] = [field.given?.position, field.middle?.position, field.surname?.position];
  if (!field.isOfWholes || given === null || surname === null || middle === null || order === null) return null;
  if (givenAt === undefined || middleAt === undefined || surnameAt === undefined) return null;
  const logGiven = new LogFrequencies(givenCounts.total);
  const logSurname = new LogFrequencies(surnameCounts.total);
  const exactGiven = given.of(1) + slack;
  const exactSurname = surname.of(1) + slack;
  const nearGiven = Math.max(...kinCeilings(given));
  const nearSurname = Math.max(...kinCeilings(surname));
  const beside = Math.max(0, order.of(orderLevel.swapped)) + Math.max(0, middle.bestFrom(1)) + slack;
  const { tokenOffsets, tokens } = field;

  /** As nameComparator.ts turns the record at `other` beside the one at `fixed`. */
  const mayTurn = (fixed: number, other: number): boolean => {
    const names = cells[other + middleAt]!;
    const [ownGiven, ownSurname] = [cells[fixed + givenAt]!, cells[fixed + surnameAt]!];
    if (names < 0 || ownGiven < 0 || ownSurname < 0) return false;
    return tokens[tokenOffsets[names]!] === ownGiven || tokens[tokenOffsets[names + 1]! - 1] === ownSurname;
  };
  const ceiling = (fixed: number): number => {
    const ofGiven = exactGiven - logGiven.at(givenCounts.counts[cells[fixed + givenAt]!]!);
    const ofSurname = exactSurname - logSurname.at(surnameCounts.counts[cells[fixed + surnameAt]!]!);
    return Math.max(ofGiven, nearGiven) + Math.max(ofSurname, nearSurname) + beside;
  };
  return {
    most: Math.max(exactGiven - logGiven.at(1), nearGiven) + Math.max(exactSurname - logSurname.at(1), nearSurname),
    of: (a, b) =>
      Math.max(
        mayTurn(a, b) ? ceiling(a) : Number.NEGATIVE_INFINITY,
        mayTurn(b, a) ? ceiling(b) : Number.NEGATIVE_INFINITY,
      ),
  };
}
