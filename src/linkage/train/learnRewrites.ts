// How names are written otherwise, letter by letter: who romanises a name writes w for v, oo for u or el for al in all names, so that
// what a few people's names show holds for names that nobody's records show.

/** Two names that stand for each other in records, and how many people show it. */
export interface ShownPair {
  readonly one: string;
  readonly other: string;
  readonly people: number;
}

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
const pairsMin = 5;
/** Of the pairs of names that a rewrite alone parts, the share that must stand for each other in records: chance parts others too. */
const shownMin = 0.2;
/** Names that fewer records have may be slips. */
const recordsMin = 2;
/** Letters from which a name is long enough to be known under another spelling, and letters for each rewrite of it. */
const lettersMin = 4;
const lettersPerRewrite = 3;

/**
 * Rewrites that the records show in many names, in order.
 * @param shown names that stand for each other in records that are one person's by all else
 * @param recordsOf how many records have a name
 */
export function learnRewrites(shown: readonly ShownPair[], recordsOf: ReadonlyMap<string, number>): Rewrite[] {
  const isKnown = (name: string): boolean => (recordsOf.get(name) ?? 0) >= recordsMin;
  const pairs = new Set<string>();
  const counts = new Map<string, { readonly rewrite: Rewrite; pairs: number }>();
  for (const { one, other } of shown) {
    if (!isKnown(one) || !isKnown(other)) continue;
    pairs.add(keyOf(one, other));
    for (const rewrite of rewritesBetween(one, other) ?? []) {
      const key = keyOf(...rewrite);
      const count = counts.get(key) ?? { rewrite, pairs: 0 };
      count.pairs += 1;
      counts.set(key, count);
    }
  }
  const names = [...recordsOf.keys()].filter(isKnown);
  return [...counts.values()]
    .filter((count) => count.pairs >= pairsMin && shareShown(count.rewrite, names, isKnown, pairs) >= shownMin)
    .map(({ rewrite }) => rewrite)
    .sort((a, b) => (keyOf(...a) < keyOf(...b) ? -1 : 1));
}

const keyOf = (one: string, other: string): string => (one < other ? `${one}\n${other}` : `${other}\n${one}`);

/** Of the pairs of names that one rewrite parts, the share that is among `pairs`. */
function shareShown(
  [from, to]: Rewrite,
  names: readonly string[],
  isKnown: (name: string) => boolean,
  pairs: ReadonlySet<string>,
): number {
  let all = 0;
  let shown = 0;
  for (const name of names) {
    for (const other of rewritten(name, from, to)) {
      if (!isKnown(other)) continue;
      all += 1;
      if (pairs.has(keyOf(name, other))) shown += 1;
    }
  }
  return shown / Math.max(1, all);
}

/** The name with `to` in place of `from`, at each of its places. */
function* rewritten(name: string, from: string, to: string): Generator<string> {
  const whole = beginning + name;
  for (let at = whole.indexOf(from); at >= 0; at = whole.indexOf(from, at + 1)) {
    const other = whole.slice(0, at) + to + whole.slice(at + from.length);
    if (other.startsWith(beginning)) yield other.slice(1);
  }
}

/** Pairs of these names that are one name but for one or two rewrites, and that pass `isUnlike`; each in the order of its texts, and all in that order. */
export function namesRewritten(
  names: readonly string[],
  rewrites: readonly Rewrite[],
  isUnlike: (one: number, other: number) => boolean,
): [number, number][] {
  const both = rewrites.flatMap(([one, other]): Rewrite[] => [
    [one, other],
    [other, one],
  ]);
  const byForm = new Map<string, number[]>();
  names.forEach((name, index) => {
    if (name.length < lettersMin) return;
    const forms = new Set([name]);
    for (const [from, to] of both) for (const form of rewritten(name, from, to)) forms.add(form);
    for (const form of forms) {
      const own = byForm.get(form);
      if (own === undefined) byForm.set(form, [index]);
      else own.push(index);
    }
  });
  const found = new Map<string, [number, number]>();
  for (const [form, own] of byForm) {
    for (let i = 1; i < own.length; i += 1) {
      for (let j = 0; j < i; j += 1) {
        const [one, other] = [own[j]!, own[i]!];
        const rewriteCount = Number(names[one] !== form) + Number(names[other] !== form);
        const length = Math.max(names[one]!.length, names[other]!.length);
        if (rewriteCount * lettersPerRewrite > length) continue;
        const key = keyOf(names[one]!, names[other]!);
        if (found.has(key) || !isUnlike(one, other)) continue;
        found.set(key, names[one]! < names[other]! ? [one, other] : [other, one]);
      }
    }
  }
  return [...found.keys()].sort().map((key) => found.get(key)!);
}
