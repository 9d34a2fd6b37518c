// What a human should look at among clusters that have changed: doubtful pairs left apart, persons whose records
// contradict each other, that are too large, or that hang together by a weak link. A function of the clusters alone, so
// that what is found no more can be closed. Harm is the expected number of wrong pairs of records.
import type { LiveIndex } from "../../linkage/index.ts";
import { matchRatio, probabilityOf, scorePair } from "../../linkage/score/pairScorer.ts";
import type { RecordNumber } from "../../store/personStore.ts";

export interface FoundReview {
  readonly kind: "doubtful" | "contradictory" | "large" | "chain";
  /** Ascending. */
  readonly records: readonly RecordNumber[];
  readonly harm: number;
}

export interface ReviewView {
  readonly live: LiveIndex;
  /** Person of a record, −1 for none. */
  personOf(record: RecordNumber): number;
  /** Whether a ruling in force says of the two that they are the same, or different. */
  isRuled(a: RecordNumber, b: RecordNumber): boolean;
}

/** Records from which a person is too large: people are in a handful of systems. */
const largeMin = 30;
/** Members of which every pair is compared; of larger persons, each member with the first ones. */
const comparedMax = 8;
/** A permanent field contradicts where disagreement is this much likelier between strangers (log m/u, natural). */
const contradictionMax = -3;

/** Findings of one cluster and of its pairs with others. */
export function findReviews(cluster: readonly RecordNumber[], view: ReviewView): FoundReview[] {
  const links = listLinks(cluster, view);
  const found = findDoubtful(links, view);
  if (cluster.length < 2) return found;
  const contradiction = findContradictory(cluster, view);
  if (contradiction !== null) found.push(contradiction);
  const chain = cluster.length < 3 ? null : findChain(cluster, links, view);
  if (chain !== null) found.push(chain);
  if (cluster.length >= largeMin) {
    const pairs = (cluster.length * (cluster.length - 1)) / 2;
    const inside = links.filter(({ isInside }) => isInside);
    const sure = inside.reduce((sum, { logOdds }) => sum + probabilityOf(logOdds), 0) / 2;
    found.push({ kind: "large", records: ascending(cluster), harm: Math.max(0, pairs - sure) });
  }
  return found;
}

interface FoundLink {
  readonly from: RecordNumber;
  readonly to: RecordNumber;
  readonly logOdds: number;
  /** Between two records of the cluster; such a link stands twice. */
  readonly isInside: boolean;
}

function listLinks(cluster: readonly RecordNumber[], { live }: ReviewView): FoundLink[] {
  const members = new Set(cluster);
  return cluster.flatMap((from) =>
    live.linksOf(from).map(({ other, logOdds }) => ({ from, to: other, logOdds, isInside: members.has(other) })),
  );
}

/** One finding a neighbouring person, about the likeliest pair. */
function findDoubtful(links: readonly FoundLink[], { live, personOf, isRuled }: ReviewView): FoundReview[] {
  const { review } = live.model.thresholds;
  const byPerson = new Map<number, { best: FoundLink; harm: number }>();
  for (const link of links) {
    if (link.isInside || link.logOdds < review || isRuled(link.from, link.to)) continue;
    const person = personOf(link.to);
    const known = byPerson.get(person);
    const harm = (known?.harm ?? 0) + probabilityOf(link.logOdds);
    const best = known === undefined || isBetter(link, known.best) ? link : known.best;
    byPerson.set(person, { best, harm });
  }
  return [...byPerson.values()].map(({ best, harm }) => ({
    kind: "doubtful",
    records: ascending([best.from, best.to]),
    harm,
  }));
}

/** By odds, then by the lower records, so that both sides of a pair of persons choose the same. */
function isBetter(a: FoundLink, b: FoundLink): boolean {
  if (a.logOdds !== b.logOdds) return a.logOdds > b.logOdds;
  const [aLow, bLow] = [Math.min(a.from, a.to), Math.min(b.from, b.to)];
  return aLow !== bLow ? aLow < bLow : Math.max(a.from, a.to) < Math.max(b.from, b.to);
}

/** The pair that disagrees most in what a person cannot change. */
function findContradictory(cluster: readonly RecordNumber[], { live, isRuled }: ReviewView): FoundReview | null {
  const { rows, fields } = live.parts;
  const { tables } = fields;
  const comparer = fields.comparer(rows);
  let worst = contradictionMax;
  let found: FoundReview | null = null;
  const members = ascending(cluster);
  for (let b = 1; b < members.length; b += 1) {
    for (let a = 0; a < Math.min(b, comparedMax); a += 1) {
      const [one, two] = [members[a]!, members[b]!];
      const [left, right] = live.compareOrder(one, two) <= 0 ? [one, two] : [two, one];
      const evidence = comparer.compare(rows.rowOf(left), rows.rowOf(right));
      for (let c = 0; c < tables.comparisonCount; c += 1) {
        if (tables.isPermanent[c] !== 1 || evidence.levels[c] === 0) continue;
        const weight = matchRatio(tables, evidence, c);
        if (weight >= worst || isRuled(one, two)) continue;
        worst = weight;
        found = { kind: "contradictory", records: [one, two], harm: 1 - probabilityOf(scorePair(tables, evidence)) };
      }
    }
  }
  return found;
}

/** The weakest link of a strongest spanning tree, where it is no link by itself. */
function findChain(
  cluster: readonly RecordNumber[],
  links: readonly FoundLink[],
  { live, isRuled }: ReviewView,
): FoundReview | null {
  const inside = links.filter(({ isInside, from, to }) => isInside && from < to);
  inside.sort((a, b) => (isBetter(a, b) ? -1 : 1));
  const groupOf = new Map(cluster.map((record) => [record, record]));
  const sizes = new Map(cluster.map((record) => [record, 1]));
  const find = (record: RecordNumber): RecordNumber => {
    let root = record;
    while (groupOf.get(root) !== root) root = groupOf.get(root) ?? root;
    return root;
  };
  let weakest: FoundReview | null = null;
  for (const { from, to, logOdds } of inside) {
    const [a, b] = [find(from), find(to)];
    if (a === b) continue;
    const [sizeA, sizeB] = [sizes.get(a) ?? 1, sizes.get(b) ?? 1];
    if (logOdds < live.model.thresholds.link && !isRuled(from, to)) {
      weakest = { kind: "chain", records: [from, to], harm: sizeA * sizeB * (1 - probabilityOf(logOdds)) };
    }
    groupOf.set(b, a);
    sizes.set(a, sizeA + sizeB);
  }
  return weakest;
}

const ascending = (records: readonly RecordNumber[]): RecordNumber[] => [...records].sort((a, b) => a - b);
