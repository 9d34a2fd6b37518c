// How names are written otherwise, letter by letter: who romanises a name writes w for v, oo for u or el for al in all names, so that
// what a few people's names show holds for names that nobody's records show.
import type { Spellings } from "../standardise/nicknameLists.ts";

/** A run of letters and what is written for it; the first by its letters stands first. "^" is the beginning of a name. */
export type Rewrite = readonly [one: string, other: string];

const beginning = "^";
/** Longest run of letters. */
const runMax = 3;
/** Of the longer name's letters, the share that may be written otherwise. */
const rewrittenMax = 0.6;
const vowels = "aeiou";

/** The rewrites that make one name of the other, in order; null where the two have too little in common. */
export function rewritesBetween(one: string, other: string): Rewrite[] | null {
  const [a, b] = [beginning + one, beginning + other];
  const found: Rewrite[] = [];
  let rewritten = 0;
  let [i, j] = [a.length, b.length];
  const path = alignLetters(a, b);
  let runA = "";
  let runB = "";
  let after = "";
  const close = (before: string): boolean => {
    if (runA === "" && runB === "") return true;
    rewritten += Math.max(runA.length, runB.length);
    if (runA === "" || runB === "") {
      const isVowel = vowels.includes((runA + runB)[0]!);
      const goesOn =
        isVowel && before !== beginning && !vowels.includes(before) && after !== "" && vowels.includes(after);
      if (goesOn) [runA, runB] = [runA + after, runB + after];
      else [runA, runB] = [before + runA, before + runB];
    }
    if (runA.length > runMax || runB.length > runMax) return false;
    found.push(runA < runB ? [runA, runB] : [runB, runA]);
    [runA, runB] = ["", ""];
    return true;
  };
  for (const step of path) {
    if (step === "=") {
      if (!close(a[i - 1]!)) return null;
      after = a[i - 1]!;
    }
    if (step !== "+") {
      i -= 1;
      if (step !== "=") runA = a[i]! + runA;
    }
    if (step !== "-") {
      j -= 1;
      if (step !== "=") runB = b[j]! + runB;
    }
  }
  if (rewritten > rewrittenMax * Math.max(one.length, other.length)) return null;
  return found.reverse();
}

/** Steps from the end: = equal, / replaced, - only in the first, + only in the second. The beginnings are equal. */
function alignLetters(a: string, b: string): string {
  const width = b.length + 1;
  const costs = new Uint16Array((a.length + 1) * width);
  for (let i = 0; i <= a.length; i += 1) costs[i * width] = i;
  for (let j = 0; j <= b.length; j += 1) costs[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const at = i * width + j;
      const replaced = costs[at - width - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      costs[at] = Math.min(replaced, costs[at - width]! + 1, costs[at - 1]! + 1);
    }
  }
  let steps = "";
  let [i, j] = [a.length, b.length];
  while (i > 0 && j > 0) {
    const at = i * width + j;
    const isEqual = a[i - 1] === b[j - 1];
    if (isEqual && costs[at] === costs[at - width - 1]) steps += "=";
    else if (costs[at] === costs[at - width - 1]! + 1 && !isEqual) steps += "/";
    else if (costs[at] === costs[at - width]! + 1) steps += "-";
    else steps += "+";
    const step = steps[steps.length - 1];
    if (step !== "+") i -= 1;
    if (step !== "-") j -= 1;
  }
  return steps;
}

/** Different pairs of names that must show a rewrite. */
const pairsMin = 4;
/** Of the pairs of names that a rewrite alone parts, the share that must stand for each other in records: chance parts others too. */
const shownMin = 0.1;
/** Different pairs of names that must show a rewrite that parts none alone: two that always stand together. */
const neverAloneMin = 8;
/** Names that fewer records have may be slips. */
const recordsMin = 2;
/** Letters from which a name is long enough to be known under another spelling, and letters for each rewrite of it. */
const lettersMin = 4;
const lettersPerRewrite = 2;
/** Rewrites by which two names may differ: one of each. */
const rewritesMax = 2;

/**
 * Rewrites that the records show in many names, in order.
 * @param shown names that stand for each other in records that are one person's by all else
 * @param recordsOf how many records have a name
 */
export function learnRewrites(shown: readonly Spellings[], recordsOf: ReadonlyMap<string, number>): Rewrite[] {
  const isKnown = (name: string): boolean => (recordsOf.get(name) ?? 0) >= recordsMin;
  const pairs = new Set<string>();
  const counts = new Map<string, { readonly rewrite: Rewrite; pairs: number }>();
  for (const [one, other] of shown) {
    if (!isKnown(one) || !isKnown(other)) continue;
    pairs.add(keyOf(one, other));
    for (const rewrite of rewritesBetween(one, other) ?? []) {
      const key = keyOf(...rewrite);
      const count = counts.get(key) ?? { rewrite, pairs: 0 };
      count.pairs += 1;
      counts.set(key, count);
    }
  }
  const often = [...counts.values()].filter((count) => count.pairs >= pairsMin);
  const names = commonest(recordsOf);
  const rewrites = often.map(({ rewrite }) => rewrite);
  const shares = sharesShown(rewrites, names, isKnown, pairs);
  return rewrites
    .filter((_, index) => {
      const share = shares[index] ?? null;
      return share === null ? often[index]!.pairs >= neverAloneMin : share >= shownMin;
    })
    .sort((a, b) => (keyOf(...a) < keyOf(...b) ? -1 : 1));
}

/** Names by which the share of a rewrite is told, at most. */
const namesMax = 5000;

/** The commonest names that are known, those of equal counts in the order of the map. */
const commonest = (recordsOf: ReadonlyMap<string, number>): string[] =>
  [...recordsOf]
    .filter(([, count]) => count >= recordsMin)
    .sort((a, b) => b[1] - a[1])
    .slice(0, namesMax)
    .map(([name]) => name);

/** Those of the pairs of names that are one but for a few of these rewrites, as namesRewritten finds them. */
export function pairsRewritten<Pair extends readonly [string, string, ...unknown[]]>(
  pairs: readonly Pair[],
  rewrites: readonly Rewrite[],
): Pair[] {
  const known = new Set(rewrites.map((rewrite) => keyOf(...rewrite)));
  return pairs.filter(([one, other]) => {
    const found = rewritesBetween(one, other);
    if (found === null || found.length > rewritesMax) return false;
    return (
      found.length * lettersPerRewrite <= Math.max(one.length, other.length) &&
      found.every((rewrite) => known.has(keyOf(...rewrite)))
    );
  });
}

const keyOf = (one: string, other: string): string => (one < other ? `${one}\n${other}` : `${other}\n${one}`);

/** Per rewrite, of the pairs of names that it alone parts, the share that is among `pairs`; null where there are none. */
function sharesShown(
  rewrites: readonly Rewrite[],
  names: readonly string[],
  isKnown: (name: string) => boolean,
  pairs: ReadonlySet<string>,
): (number | null)[] {
  const all = rewrites.map(() => 0);
  const shown = rewrites.map(() => 0);
  const writings = writingsOf(rewrites, false);
  for (const name of names) {
    for (const { form, rewrite } of formsOf(name, writings)) {
      if (!isKnown(form)) continue;
      all[rewrite]! += 1;
      if (pairs.has(keyOf(name, form))) shown[rewrite]! += 1;
    }
  }
  return all.map((count, index) => (count === 0 ? null : shown[index]! / count));
}

/** By run of letters what else is written for it, and by which rewrite. */
type Writings = ReadonlyMap<string, readonly { readonly to: string; readonly rewrite: number }[]>;

function writingsOf(rewrites: readonly Rewrite[], bothWays: boolean): Writings {
  const writings = new Map<string, { to: string; rewrite: number }[]>();
  const add = (from: string, to: string, rewrite: number): void => {
    const own = writings.get(from);
    if (own === undefined) writings.set(from, [{ to, rewrite }]);
    else own.push({ to, rewrite });
  };
  rewrites.forEach(([one, other], index) => {
    add(one, other, index);
    if (bothWays) add(other, one, index);
  });
  return writings;
}

/** The name with each rewrite at each of its places. */
function* formsOf(name: string, writings: Writings): Generator<{ readonly form: string; readonly rewrite: number }> {
  const whole = beginning + name;
  for (const { from, to, writing } of placesOf(whole, writings)) {
    const form = whole.slice(0, from) + writing.to + whole.slice(to);
    if (form.startsWith(beginning)) yield { form: form.slice(1), rewrite: writing.rewrite };
  }
}

/** Where something else can be written. */
function* placesOf(whole: string, writings: Writings) {
  for (let from = 0; from < whole.length; from += 1) {
    for (let to = from + 1; to <= Math.min(whole.length, from + runMax); to += 1) {
      for (const writing of writings.get(whole.slice(from, to)) ?? []) yield { from, to, writing };
    }
  }
}

/**
 * Pairs of these names, by index, that are one name but for one or two rewrites and pass `isUnlike`: each in the order of its texts,
 * and all in that order.
 */
export function namesRewritten(
  names: readonly string[],
  rewrites: readonly Rewrite[],
  isUnlike: (one: number, other: number) => boolean,
): [number, number][] {
  const found = new Map<string, [number, number]>();
  for (const own of namesByForm(names, writingsOf(rewrites, true))) {
    for (let i = 1; i < own.length; i += 1) {
      for (let j = 0; j < i; j += 1) {
        const [one, other] = [own[j]!.name, own[i]!.name];
        const rewriteCount = own[j]!.rewriteCount + own[i]!.rewriteCount;
        const length = Math.max(names[one]!.length, names[other]!.length);
        if (one === other || rewriteCount * lettersPerRewrite > length) continue;
        const key = keyOf(names[one]!, names[other]!);
        if (found.has(key) || !isUnlike(one, other)) continue;
        found.set(key, names[one]! < names[other]! ? [one, other] : [other, one]);
      }
    }
  }
  return [...found.keys()].sort().map((key) => found.get(key)!);
}

/** A name, by index, and how many rewrites make the form of it. */
interface Formed {
  readonly name: number;
  readonly rewriteCount: number;
}

/** Names that share a form, wherever two and more do. Forms are told by two hashes, since there are millions of them. */
function* namesByForm(names: readonly string[], writings: Writings): Generator<readonly Formed[]> {
  const first: number[] = [];
  const second: number[] = [];
  const formed: Formed[] = [];
  const hashes = new PairOfHashes();
  names.forEach((name, index) => {
    if (name.length < lettersMin) return;
    const whole = beginning + name;
    hashes.read(whole);
    const add = (from: number, to: string, until: number, rewriteCount: number): void => {
      hashes.replace(from, to, until);
      first.push(hashes.first);
      second.push(hashes.second);
      formed.push({ name: index, rewriteCount });
    };
    add(0, "", 0, 0);
    for (const { from, to, writing } of placesOf(whole, writings)) add(from, writing.to, to, 1);
  });
  const order = Uint32Array.from(first.keys()).sort(
    (a, b) => first[a]! - first[b]! || second[a]! - second[b]! || a - b,
  );
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (
      to < order.length &&
      first[order[to]!] === first[order[from]!] &&
      second[order[to]!] === second[order[from]!]
    )
      to += 1;
    if (to - from > 1) yield Array.from(order.subarray(from, to), (at) => formed[at]!);
    from = to;
  }
}

/** Two polynomial hashes of a text, and of it with a run of letters replaced. */
class PairOfHashes {
  first = 0;
  second = 0;
  readonly #bases = [0x01000193, 0x2c1b3c6d] as const;
  #length = 0;
  /** Of each beginning of the text, and powers of the bases. */
  readonly #before = [new Uint32Array(textMax + 1), new Uint32Array(textMax + 1)] as const;
  readonly #powers = [new Uint32Array(textMax + 1), new Uint32Array(textMax + 1)] as const;

  constructor() {
    for (const side of [0, 1] as const) {
      this.#powers[side][0] = 1;
      for (let i = 0; i < textMax; i += 1)
        this.#powers[side][i + 1] = Math.imul(this.#powers[side][i]!, this.#bases[side]);
    }
  }

  read(text: string): void {
    this.#length = Math.min(textMax, text.length);
    for (const side of [0, 1] as const) {
      for (let i = 0; i < this.#length; i += 1)
        this.#before[side][i + 1] = Math.imul(this.#before[side][i]!, this.#bases[side]) + text.charCodeAt(i);
    }
  }

  /** Hashes with `to` in place of what stands from `from` until `until`. */
  replace(from: number, to: string, until: number): void {
    this.first = this.#replaced(0, from, to, until);
    this.second = this.#replaced(1, from, to, until);
  }

  #replaced(side: 0 | 1, from: number, to: string, until: number): number {
    const before = this.#before[side];
    const powers = this.#powers[side];
    let hash = before[from]!;
    for (let i = 0; i < to.length; i += 1) hash = (Math.imul(hash, this.#bases[side]) + to.charCodeAt(i)) >>> 0;
    const rest = this.#length - until;
    const after = (before[this.#length]! - Math.imul(before[until]!, powers[rest]!)) >>> 0;
    return (Math.imul(hash, powers[rest]!) + after) >>> 0;
  }
}

/** Longer names are hashed as far as this. */
const textMax = 64;
