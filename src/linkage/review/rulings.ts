// The rulings that stand, and what follows from them: same is the same through any chain, and different from one of a
// chain is different from all of it.
import type { Decision, DecisionKind } from "../cluster/decision.ts";
import { findContradiction } from "../cluster/findContradiction.ts";
import type { RecordName } from "../linkOptions.ts";
import { keyOf } from "./findBridges.ts";

export interface Ruling {
  readonly kind: DecisionKind;
  readonly left: RecordName;
  readonly right: RecordName;
}

export class Rulings {
  readonly #rulings: Ruling[] = [];
  readonly #numberOf = new Map<string, number>();

  constructor(rulings: readonly Ruling[] = []) {
    for (const ruling of rulings) this.add(ruling);
  }

  get all(): readonly Ruling[] {
    return this.#rulings;
  }

  add(ruling: Ruling): void {
    this.#rulings.push(ruling);
  }

  removeLast(): void {
    this.#rulings.pop();
  }

  /** A function that tells whether the ruling on a pair was made already or follows from others, as of now. */
  knower(): (left: RecordName, right: RecordName) => boolean {
    const { groupOf, isApart } = this.#groups();
    return (left, right) => {
      const [a, b] = [groupOf(left), groupOf(right)];
      return a === b || isApart(a, b);
    };
  }

  #groups() {
    const parentOf = new Map<string, string>();
    const find = (key: string): string => {
      let root = key;
      for (let up = parentOf.get(root); up !== undefined; up = parentOf.get(root)) root = up;
      return root;
    };
    for (const { kind, left, right } of this.#rulings) {
      const [a, b] = [find(keyOf(left)), find(keyOf(right))];
      if (kind === "same" && a !== b) parentOf.set(a, b);
    }
    const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
    const apart = new Set<string>();
    for (const { kind, left, right } of this.#rulings) {
      if (kind === "different") apart.add(pairKey(find(keyOf(left)), find(keyOf(right))));
    }
    return {
      groupOf: (name: RecordName): string => find(keyOf(name)),
      isApart: (a: string, b: string): boolean => apart.has(pairKey(a, b)),
    };
  }

  /** Rulings that a new one cannot stand beside: a chain of the same and, where the new one joins, the different one. */
  contradiction(ruling: Ruling): Ruling[] | null {
    const decisions = [...this.#rulings, ruling].map((one) => this.#decide(one));
    const found = findContradiction(decisions);
    if (found === null) return null;
    return [found.different, ...found.chain].flatMap((index) => this.#rulings[index] ?? []);
  }

  #decide({ kind, left, right }: Ruling): Decision {
    return { kind, left: this.#number(left), right: this.#number(right) };
  }

  #number(name: RecordName): number {
    const key = keyOf(name);
    const number = this.#numberOf.get(key) ?? this.#numberOf.size;
    this.#numberOf.set(key, number);
    return number;
  }
}
