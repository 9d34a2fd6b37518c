// Scored pairs that are worth keeping, as columns; pairs met under several rules are kept once, under their first rule.

export interface LinkList {
  readonly count: number;
  /** left < right, both record indexes; sorted by left, then right. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Natural log odds. */
  readonly logOdds: Float64Array;
  /** Index of the first rule under which the two met. */
  readonly rule: Uint16Array;
}

export class LinkListBuilder {
  #left: Int32Array<ArrayBuffer>;
  #right: Int32Array<ArrayBuffer>;
  #logOdds: Float64Array<ArrayBuffer>;
  #rule: Uint16Array<ArrayBuffer>;
  #count = 0;

  /** `capacity`: links that fit before the first time that it grows. */
  constructor(capacity = 1024) {
    const size = Math.max(1, capacity);
    this.#left = new Int32Array(size);
    this.#right = new Int32Array(size);
    this.#logOdds = new Float64Array(size);
    this.#rule = new Uint16Array(size);
  }

  push(left: number, right: number, logOdds: number, rule: number): void {
    if (this.#count === this.#left.length) this.#grow(this.#count * 2);
    this.#left[this.#count] = left;
    this.#right[this.#count] = right;
    this.#logOdds[this.#count] = logOdds;
    this.#rule[this.#count] = rule;
    this.#count += 1;
  }

  /** Unsorted, possibly with repeats. */
  finish(): LinkList {
    return {
      count: this.#count,
      left: this.#left.slice(0, this.#count),
      right: this.#right.slice(0, this.#count),
      logOdds: this.#logOdds.slice(0, this.#count),
      rule: this.#rule.slice(0, this.#count),
    };
  }

  #grow(size: number): void {
    const wider = <T extends Int32Array | Float64Array | Uint16Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.#left = wider<Int32Array>(this.#left, new Int32Array(size)) as Int32Array<ArrayBuffer>;
    this.#right = wider<Int32Array>(this.#right, new Int32Array(size)) as Int32Array<ArrayBuffer>;
    this.#logOdds = wider<Float64Array>(this.#logOdds, new Float64Array(size)) as Float64Array<ArrayBuffer>;
    this.#rule = wider<Uint16Array>(this.#rule, new Uint16Array(size)) as Uint16Array<ArrayBuffer>;
  }
}

export interface MergedLinks {
  readonly links: LinkList;
  /** meetings[k]: links with log odds of at least 0 that met under k rules. */
  readonly meetings: readonly number[];
}

/** One list of distinct pairs in order, whatever order the parts come in. */
export function mergeLinks(parts: readonly LinkList[], recordCount: number): MergedLinks {
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  const starts = new Uint32Array(recordCount + 1);
  for (const part of parts) for (let i = 0; i < part.count; i += 1) starts[part.left[i]! + 1]! += 1;
  for (let i = 0; i < recordCount; i += 1) starts[i + 1]! += starts[i]!;
  const next = starts.slice(0, recordCount);
  const right = new Int32Array(total);
  const logOdds = new Float64Array(total);
  const rule = new Uint16Array(total);
  for (const part of parts) {
    for (let i = 0; i < part.count; i += 1) {
      const to = next[part.left[i]!]!;
      next[part.left[i]!] = to + 1;
      right[to] = part.right[i]!;
      logOdds[to] = part.logOdds[i]!;
      rule[to] = part.rule[i]!;
    }
  }
  const order = new Int32Array(total);
  for (let i = 0; i < total; i += 1) order[i] = i;
  const before = (x: number, y: number): boolean =>
    right[x]! < right[y]! || (right[x] === right[y] && rule[x]! < rule[y]!);
  const builder = new LinkListBuilder(total);
  const meetings: number[] = [];
  for (let left = 0; left < recordCount; left += 1) {
    const from = starts[left]!;
    const to = starts[left + 1]!;
    sortRange(order, from, to, before);
    for (let i = from; i < to; ) {
      const at = order[i]!;
      let rules = 1;
      for (i += 1; i < to && right[order[i]!] === right[at]; i += 1) {
        if (rule[order[i]!] !== rule[order[i - 1]!]) rules += 1;
      }
      builder.push(left, right[at]!, logOdds[at]!, rule[at]!);
      if (logOdds[at]! >= 0) meetings[rules] = (meetings[rules] ?? 0) + 1;
    }
  }
  return { links: builder.finish(), meetings: Array.from(meetings, (count) => count ?? 0) };
}

/** Records with more links than this are sorted by the library. */
const insertionMax = 64;

function sortRange(order: Int32Array, from: number, to: number, before: (x: number, y: number) => boolean): void {
  if (to - from > insertionMax) {
    order.subarray(from, to).sort((x, y) => (before(x, y) ? -1 : before(y, x) ? 1 : 0));
    return;
  }
  for (let i = from + 1; i < to; i += 1) {
    const moved = order[i]!;
    let place = i;
    for (; place > from && before(moved, order[place - 1]!); place -= 1) order[place] = order[place - 1]!;
    order[place] = moved;
  }
}
