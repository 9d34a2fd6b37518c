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

/**
 * One list of distinct pairs in order, whatever order the parts come in. Links are put into their places and sorted there:
 * beside the parts, there is room for each link once.
 */
export function mergeLinks(parts: readonly LinkList[], recordCount: number): MergedLinks {
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  // One more than records: where the links of a record begin, then, as they are put there, where its next one goes.
  const next = new Uint32Array(recordCount + 1);
  for (const part of parts) for (let i = 0; i < part.count; i += 1) next[part.left[i]! + 1]! += 1;
  for (let i = 0; i < recordCount; i += 1) next[i + 1]! += next[i]!;
  const links = {
    left: new Int32Array(total),
    right: new Int32Array(total),
    logOdds: new Float64Array(total),
    rule: new Uint16Array(total),
  };
  for (const part of parts) {
    for (let i = 0; i < part.count; i += 1) {
      const to = next[part.left[i]!]!;
      next[part.left[i]!] = to + 1;
      copyLink(part, i, links, to);
    }
  }
  const meetings: number[] = [];
  let count = 0;
  for (let left = 0, from = 0; left < recordCount; left += 1) {
    const to = next[left]!;
    sortRange(links, from, to);
    while (from < to) {
      copyLink(links, from, links, count);
      let rules = 1;
      for (from += 1; from < to && links.right[from] === links.right[count]; from += 1) {
        if (links.rule[from] !== links.rule[from - 1]) rules += 1;
      }
      if (links.logOdds[count]! >= 0) meetings[rules] = (meetings[rules] ?? 0) + 1;
      count += 1;
    }
  }
  return { links: cutLinks(links, count), meetings: Array.from(meetings, (met) => met ?? 0) };
}

type LinkColumns = Omit<LinkList, "count">;

function copyLink(source: LinkColumns, from: number, target: LinkColumns, to: number): void {
  target.left[to] = source.left[from]!;
  target.right[to] = source.right[from]!;
  target.logOdds[to] = source.logOdds[from]!;
  target.rule[to] = source.rule[from]!;
}

const cutLinks = ({ left, right, logOdds, rule }: LinkColumns, count: number): LinkList => ({
  count,
  left: left.subarray(0, count),
  right: right.subarray(0, count),
  logOdds: logOdds.subarray(0, count),
  rule: rule.subarray(0, count),
});

/** Records with more links than this are sorted by the library. */
const insertionMax = 64;

/** Sorts the links from … to − 1, all of one left record, by right record, then rule. */
function sortRange(links: LinkColumns, from: number, to: number): void {
  if (to - from > insertionMax) {
    sortLong(links, from, to);
    return;
  }
  const { right, logOdds, rule } = links;
  for (let i = from + 1; i < to; i += 1) {
    const ownRight = right[i]!;
    const ownRule = rule[i]!;
    const ownOdds = logOdds[i]!;
    let place = i;
    for (; place > from; place -= 1) {
      const other = right[place - 1]!;
      if (other < ownRight || (other === ownRight && rule[place - 1]! <= ownRule)) break;
      right[place] = other;
      rule[place] = rule[place - 1]!;
      logOdds[place] = logOdds[place - 1]!;
    }
    right[place] = ownRight;
    rule[place] = ownRule;
    logOdds[place] = ownOdds;
  }
}

function sortLong(links: LinkColumns, from: number, to: number): void {
  const own: LinkColumns = {
    left: links.left.slice(from, to),
    right: links.right.slice(from, to),
    logOdds: links.logOdds.slice(from, to),
    rule: links.rule.slice(from, to),
  };
  const order = Array.from(own.right.keys());
  order.sort((x, y) => own.right[x]! - own.right[y]! || own.rule[x]! - own.rule[y]! || x - y);
  order.forEach((at, place) => {
    copyLink(own, at, links, from + place);
  });
}
