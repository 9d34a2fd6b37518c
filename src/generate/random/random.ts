// A small, fast, seeded generator (sfc32) that can be re-seeded for every household and record, so that one person's
// draws never shift another's: the same seed gives the same people whatever errors are asked for.

/** Mixes a 32-bit integer into another one; a bijection on 32 bits ("lowbias32", Chris Wellons, public domain). */
export function mixBits(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}

/** A 32-bit hash of a text (FNV-1a, then mixed). The same on every machine. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mixBits(hash);
}

/** sfc32 (Chris Doty-Humphrey, PractRand, public domain). Not for secrets. */
export class Random {
  #a = 0;
  #b = 0;
  #c = 0;
  #counter = 1;

  constructor(seed: number, stream = 0, index = 0) {
    this.reseed(seed, stream, index);
  }

  /** Starts the sequence that belongs to (seed, stream, index); each is taken modulo 2^32. */
  reseed(seed: number, stream: number, index: number): void {
    this.#a = mixBits(seed ^ 0x9e3779b9);
    this.#b = mixBits((index ^ 0x85ebca6b) + Math.imul(stream, 0x27d4eb2f));
    this.#c = mixBits(stream ^ this.#a);
    this.#counter = 1;
    for (let i = 0; i < 10; i += 1) this.bits();
  }

  /** 32 random bits, 0 … 2^32−1. */
  bits(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (this.#c << 21) | (this.#c >>> 11);
    this.#c = (this.#c + sum) | 0;
    return sum >>> 0;
  }

  /** Uniform in [0, 1). */
  next(): number {
    return this.bits() / 4294967296;
  }

  /** A whole number, 0 … limit−1. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** A whole number, from … to, both included. */
  between(from: number, to: number): number {
    return from + this.below(to - from + 1);
  }

  /** True with this probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of the items, each as likely. The list must not be empty. */
  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }

  /** Exponentially distributed with this mean. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next());
  }
}
