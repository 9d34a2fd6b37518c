// Texts as sets of tokens (addresses, organisations): what they share weighs by how rare it is, near tokens count as
// shared, and the order or the column that a part stands in does not matter.
import type { StandardRecords, TokenField } from "../../standardise/standardRecords.ts";
import type { SlotCounts } from "../frequencies.ts";
import { LogFrequencies } from "../logFrequencies.ts";
import type { Comparator, PairEvidence } from "../pairEvidence.ts";
import { RelationCache } from "../relationCache.ts";
import type { SharedSurname } from "../sharedSurname.ts";
import { osaDistance } from "../similarity/osaDistance.ts";
import { osaLowerBound } from "../similarity/osaLowerBound.ts";

export const tokenLevel = { missing: 0, exact: 1, nearlySame: 2, similar: 3, partShared: 4, different: 5 } as const;

export class TokenComparator implements Comparator {
  readonly comparisonCount = 1;
  readonly #cells: Int32Array;
  readonly #stride: number;
  readonly #position: number;
  readonly #counts: Uint32Array;
  readonly #logFrequencies: LogFrequencies;
  readonly #cache: RelationCache;
  readonly #field: TokenField;
  readonly #rarity: Float64Array;
  readonly #surnames: SharedSurname | null;

  /** `surnames`: of relatives' names, what the persons' own surnames tell already. */
  constructor(
    records: StandardRecords,
    field: TokenField,
    frequencies: SlotCounts,
    tokenFrequencies: SlotCounts,
    surnames: SharedSurname | null = null,
  ) {
    this.#field = field;
    this.#surnames = surnames;
    this.#cells = records.cells;
    this.#stride = records.stride;
    this.#position = field.slot.position;
    this.#counts = frequencies.counts;
    this.#logFrequencies = new LogFrequencies(frequencies.total);
    const rarity = Float64Array.from(tokenFrequencies.counts, (count) => Math.log(1 + tokenFrequencies.total / count));
    this.#rarity = rarity;
    this.#cache = new RelationCache((low, high) => relateTokens(field, rarity, low, high), field.dictionary.strings);
  }

  compare(left: number, right: number, evidence: PairEvidence, first: number): void {
    const a = this.#cells[left * this.#stride + this.#position]!;
    const b = this.#cells[right * this.#stride + this.#position]!;
    evidence.logUAdjust[first] = 0;
    if (a < 0 || b < 0) {
      evidence.levels[first] = tokenLevel.missing;
      return;
    }
    const surname = this.#surnames?.of(left, right) ?? -1;
    const told = surname < 0 ? nothing : this.#surnames!.tokensIn(surname, a, b);
    const level = a === b ? tokenLevel.exact : this.#relate(a, b, told);
    evidence.levels[first] = level;
    if (level !== tokenLevel.exact) return;
    const logFrequency = this.#logFrequencies.at(Math.max(this.#counts[a]!, this.#counts[b]!));
    // Of those who have the surname, as many have the rest beside it.
    const beside = told.length === 0 ? 0 : this.#surnames!.logFrequency(surname);
    evidence.logUAdjust[first] = Math.min(0, logFrequency - beside);
  }

  #relate(a: number, b: number, told: readonly number[]): number {
    return told.length === 0 ? this.#cache.get(a, b) : relateTokens(this.#field, this.#rarity, a, b, told);
  }
}

const nothing: readonly number[] = [];

/**
 * The level of two token sets, but for the tokens `told`, which both hold; `rarity` per token is log(1 + sets / sets with it).
 * Shared rarity is measured against the poorer set, so that an address that leaves parts out still agrees, and against both for
 * the exact level.
 */
export function relateTokens(
  field: TokenField,
  rarity: Float64Array,
  a: number,
  b: number,
  told: readonly number[] = nothing,
): number {
  const left = measureShare(field, rarity, a, b, told);
  const right = measureShare(field, rarity, b, a, told);
  const shared = (left.shared + right.shared) / 2;
  if (shared === 0) return tokenLevel.different;
  if (shared >= left.total * 0.999 && shared >= right.total * 0.999) return tokenLevel.exact;
  const containment = shared / Math.max(1e-9, Math.min(left.total, right.total));
  const overlap = (2 * shared) / (left.total + right.total);
  const numbersAgree = left.sharesNumber || left.numberCount === 0 || right.numberCount === 0;
  if (numbersAgree && containment >= 0.85 && overlap >= 0.6) return tokenLevel.nearlySame;
  if (containment >= 0.6 || overlap >= 0.5) return tokenLevel.similar;
  return containment >= 0.25 ? tokenLevel.partShared : tokenLevel.different;
}

/** Rarity of set a in all and of what set b shares of it. */
function measureShare(
  field: TokenField,
  rarity: Float64Array,
  a: number,
  b: number,
  told: readonly number[],
): { total: number; shared: number; numberCount: number; sharesNumber: boolean } {
  const { tokenOffsets, tokens, isNumber } = field;
  let total = 0;
  let shared = 0;
  let numberCount = 0;
  let sharesNumber = false;
  for (let i = tokenOffsets[a]!; i < tokenOffsets[a + 1]!; i += 1) {
    const token = tokens[i]!;
    if (told.length > 0 && told.includes(token)) continue;
    const likeness = bestLikeness(field, token, b);
    total += rarity[token]!;
    shared += rarity[token]! * likeness;
    numberCount += isNumber[token]!;
    if (isNumber[token] === 1 && likeness === 1) sharesNumber = true;
  }
  return { total, shared, numberCount, sharesNumber };
}

/** 1 where the set holds the token, 0.8 where it holds one that is a typing error away, else 0. Numbers must be equal. */
function bestLikeness(
  { tokenOffsets, tokens, tokenDictionary, isNumber }: TokenField,
  token: number,
  set: number,
): number {
  const { bytes, offsets } = tokenDictionary.strings;
  const from = offsets[token]!;
  const to = offsets[token + 1]!;
  let best = 0;
  for (let j = tokenOffsets[set]!; j < tokenOffsets[set + 1]!; j += 1) {
    const other = tokens[j]!;
    if (other === token) return 1;
    if (best > 0 || isNumber[token] === 1 || isNumber[other] === 1 || to - from < 4) continue;
    const otherFrom = offsets[other]!;
    const otherTo = offsets[other + 1]!;
    if (otherTo - otherFrom < 4) continue;
    const editsMax = to - from >= 8 && otherTo - otherFrom >= 8 ? 2 : 1;
    const masks = tokenDictionary.masks;
    if (osaLowerBound(masks[token]!, masks[other]!, to - from, otherTo - otherFrom) > editsMax) continue;
    if (osaDistance(bytes, from, to, otherFrom, otherTo, editsMax) <= editsMax) best = 0.8;
  }
  return best;
}
