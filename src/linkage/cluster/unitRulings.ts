// Decisions as clustering needs them: between units, and looked up for the members of one component.

import type { Decision } from "./decision.ts";
import { DisjointSets } from "./disjointSets.ts";

/** The decisions among members of one component, by their places there. */
export interface MemberRulings {
  /** Per member the first member that decisions say is the same; itself where none say so. */
  readonly firstSame: Int32Array;
  /** 1 at a · width + b and b · width + a where the two are different. */
  readonly isApart: Uint8Array;
}

export class UnitRulings {
  /** Pairs of units that are the same: left and right in turn. */
  readonly same: Int32Array;
  readonly #groups: DisjointSets;
  readonly #apartFrom = new Map<number, number[]>();
  readonly #hasRuling: Uint8Array;
  readonly #placeOf: Int32Array;

  constructor(decisions: readonly Decision[], unitOf: Int32Array, unitCount: number) {
    this.#groups = new DisjointSets(unitCount);
    this.#hasRuling = new Uint8Array(unitCount);
    this.#placeOf = new Int32Array(unitCount).fill(-1);
    const same: number[] = [];
    for (const { left, right, kind } of decisions) {
      const [a, b] = [unitOf[left]!, unitOf[right]!];
      if (a === b) continue;
      this.#hasRuling[a] = this.#hasRuling[b] = 1;
      if (kind === "same") {
        this.#groups.join(a, b);
        same.push(a, b);
      } else {
        this.#keepApart(a, b);
        this.#keepApart(b, a);
      }
    }
    this.same = Int32Array.from(same);
  }

  /** Null where no decision names a member. `members`: units, ascending. */
  among(members: Int32Array): MemberRulings | null {
    if (!members.some((unit) => this.#hasRuling[unit] === 1)) return null;
    const width = members.length;
    members.forEach((unit, place) => {
      this.#placeOf[unit] = place;
    });
    const firstSame = Int32Array.from(members, (unit) => this.#placeOf[this.#groups.find(unit)]!);
    const isApart = new Uint8Array(width * width);
    members.forEach((unit, place) => {
      for (const other of this.#apartFrom.get(unit) ?? []) {
        const otherPlace = this.#placeOf[other]!;
        if (otherPlace >= 0) isApart[place * width + otherPlace] = 1;
      }
    });
    for (const unit of members) this.#placeOf[unit] = -1;
    return { firstSame, isApart };
  }

  #keepApart(unit: number, other: number): void {
    const others = this.#apartFrom.get(unit);
    if (others === undefined) this.#apartFrom.set(unit, [other]);
    else others.push(other);
  }
}
