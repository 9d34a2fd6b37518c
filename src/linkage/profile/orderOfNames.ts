// In which order whole names are read, of a column and of each source by itself: a roll has the surname first where members'
// lists have the given name first.
import type { RecordTable } from "../read/recordTable.ts";
import type { ColumnDraft } from "./columnDraft.ts";
import type { NameOrder, NameWords } from "./columnProfile.ts";
import { findNameWords, type OrderedNames, turnOrders } from "./findNameWords.ts";
import { haveTwoSurnames } from "./haveTwoSurnames.ts";
import { tellingWords } from "./nameColumns.ts";
import { nameOrderOfHomes } from "./nameOrderOfHomes.ts";
import { type FullNameFacts, fullNameFacts } from "./scoreNames.ts";
import { type ColumnSummary, summariseColumn } from "./summariseColumn.ts";

export interface NameOrders {
  readonly nameOrder: NameOrder;
  /** By source, where sources differ. */
  readonly nameOrders?: Readonly<Record<string, NameOrder>>;
  readonly nameWords?: NameWords;
}

/** Share of names that the lexicon must tell the order of, and how many of those in one order, from which it is asked alone. */
const toldMin = 0.3;
const sameOrderMin = 0.8;

/** `clean`: the summary of the draft without placeholders. */
export function orderOfNames(
  draft: ColumnDraft,
  clean: ColumnSummary,
  drafts: readonly ColumnDraft[],
  table: Pick<RecordTable, "sources" | "sourceOf">,
): NameOrders {
  const facts = fullNameFacts(clean);
  const shown = tellsOrder(facts) ? null : nameOrderOfHomes(draft, drafts);
  const isSurnameFirst = shown === "surnameFirst" || (shown === null && facts.givenFirst < 0.5);
  const nameOrder = countSurnames(clean, isSurnameFirst);
  const told = table.sources.length < 2 ? null : ordersOfSources(clean, isSurnameFirst, table);
  const parts = told === null ? null : turnOrders(told);
  const nameWords = findNameWords(parts ?? [{ source: null, summary: clean, isSurnameFirst }]);
  const differ = parts?.some((part) => part.isSurnameFirst !== parts[0]!.isSurnameFirst) === true;
  const orders = (parts ?? []).map((part) => [part.source ?? "", countSurnames(part.summary, part.isSurnameFirst)]);
  return {
    nameOrder,
    ...(differ ? { nameOrders: Object.fromEntries(orders) } : {}),
    ...(nameWords === null ? {} : { nameWords }),
  };
}

const tellsOrder = ({ givenFirst, told }: FullNameFacts): boolean =>
  told >= toldMin && Math.max(givenFirst, 1 - givenFirst) >= sameOrderMin;

function countSurnames(summary: OrderedNames["summary"], isSurnameFirst: boolean): NameOrder {
  const areTwo = haveTwoSurnames(summary, isSurnameFirst);
  if (isSurnameFirst) return areTwo ? "twoSurnamesFirst" : "surnameFirst";
  return areTwo ? "twoSurnames" : "givenFirst";
}

/** Names of a source that must have two words. */
const namesMin = 30;
/** More sources are read alike. */
const sourcesMax = 100;
/** How many times more the words of two sources must meet in one order than in the other. */
const timesMin = 2;

/** Sources by themselves: the same words stand first in one and last in the other. Null where there is nothing to part. */
function ordersOfSources(
  whole: ColumnSummary,
  isSurnameFirst: boolean,
  { sources, sourceOf }: Pick<RecordTable, "sources" | "sourceOf">,
): OrderedNames[] | null {
  if (sources.length > sourcesMax) return null;
  const parts = sources.map((name, source) => {
    const summary = summariseSource(whole, source, sourceOf);
    return { name, summary, facts: fullNameFacts(summary), ends: countEnds(summary) };
  });
  const known = parts.filter(({ ends }) => ends.names >= namesMin);
  const clarity = ({ facts }: (typeof parts)[number]): number => facts.told * Math.abs(facts.givenFirst - 0.5);
  const reference = known.toSorted((a, b) => clarity(b) - clarity(a) || b.ends.names - a.ends.names)[0];
  if (reference === undefined) return null;
  const leansSurnameFirst = ({ facts }: (typeof parts)[number]): boolean =>
    tellsOrder(facts) ? facts.givenFirst < 0.5 : isSurnameFirst;
  const ofReference = leansSurnameFirst(reference);
  const orderOf = (part: (typeof parts)[number]): boolean => {
    const { straight, crossed } = meetings(reference.ends, part.ends);
    if (part === reference || straight >= timesMin * crossed) return ofReference;
    return crossed >= timesMin * straight ? !ofReference : leansSurnameFirst(part);
  };
  return known.map((part) => ({ source: part.name, summary: part.summary, isSurnameFirst: orderOf(part) }));
}

/** Without the counts of values: of many sources they would take the memory of as many dictionaries. */
function summariseSource({ column, placeholderCodes }: ColumnSummary, source: number, sourceOf: Uint16Array) {
  const counts = new Uint32Array(column.values.count);
  for (let record = 0; record < column.codes.length; record += 1) {
    const code = column.codes[record]!;
    if (code >= 0 && sourceOf[record] === source) counts[code]! += 1;
  }
  const { sample, sampleWeight } = summariseColumn(column, counts, placeholderCodes);
  return { sample, sampleWeight };
}

interface Ends {
  readonly names: number;
  readonly first: ReadonlyMap<string, number>;
  readonly last: ReadonlyMap<string, number>;
}

/** First and last words of names of two words and more; a comma says its own order. */
function countEnds({ sample }: OrderedNames["summary"]): Ends {
  const first = new Map<string, number>();
  const last = new Map<string, number>();
  let names = 0;
  for (const { text, words } of sample) {
    const telling = text.includes(",") ? [] : tellingWords(words);
    if (telling.length < 2) continue;
    names += 1;
    first.set(telling[0]!, (first.get(telling[0]!) ?? 0) + 1);
    last.set(telling.at(-1)!, (last.get(telling.at(-1)!) ?? 0) + 1);
  }
  return { names, first, last };
}

/** Pairs of names of two sources that have a word at the same end, and at the other. */
function meetings(one: Ends, other: Ends): { straight: number; crossed: number } {
  const meet = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number => {
    let pairs = 0;
    for (const [word, count] of a) pairs += count * (b.get(word) ?? 0);
    return pairs;
  };
  return {
    straight: meet(one.first, other.first) + meet(one.last, other.last),
    crossed: meet(one.first, other.last) + meet(one.last, other.first),
  };
}
