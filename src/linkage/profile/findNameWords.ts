// Whole names that a source writes in no fixed order: which of its words are given names and which are surnames tells the order of
// each. The words are known by the lexicon and by where they stand in the names of all sources.
import type { NameWords } from "./columnProfile.ts";
import { foldText } from "./foldText.ts";
import { tellingWords } from "./nameColumns.ts";
import { rolesOfWord } from "./scoreNames.ts";
import type { ColumnSummary } from "./summariseColumn.ts";

/** Names read in one order. */
export interface OrderedNames {
  /** Null: of the whole column. */
  readonly source: string | null;
  readonly summary: Pick<ColumnSummary, "sample">;
  readonly isSurnameFirst: boolean;
}

/** What the lexicon says of a word, beside so many names in which it stands. */
const lexiconWeight = 3;
/** A name with a comma, beside one without. */
const commaWeight = 2;
/** How much more a word is one than the other to be taken for it, −1 … 1, and both ends of a name together to tell its order. */
const wordLeanMin = 0.25;
const nameLeanMin = 0.5;
/** Names that must tell their order, and the share of them in the other order from which there is no fixed one. */
const tellingMin = 30;
const otherOrderMin = 0.12;
/** Words of each kind that are kept, the commonest first. */
const wordsMax = 4000;

/** Null where all write their names in an order of their own, or too few names tell it. */
export function findNameWords(parts: readonly OrderedNames[]): NameWords | null {
  const leans = leansOf(parts);
  const mixed = parts.filter((part) => {
    const { telling, other } = countOthers(part, leans);
    return telling >= tellingMin && other >= otherOrderMin * telling && other <= (1 - otherOrderMin) * telling;
  });
  if (mixed.length === 0) return null;
  const pick = (sign: 1 | -1): string[] =>
    [...leans]
      .filter(([, { lean }]) => lean * sign >= wordLeanMin)
      .sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1))
      .slice(0, wordsMax)
      .map(([word]) => word);
  const sources = mixed.flatMap(({ source }) => (source === null ? [] : [source]));
  return { given: pick(1), surname: pick(-1), ...(sources.length === 0 ? {} : { onlySources: sources }) };
}

/** The parts, those turned of which most names tell the other order. */
export function turnOrders(parts: readonly OrderedNames[]): OrderedNames[] {
  const leans = leansOf(parts);
  return parts.map((part) => {
    const { telling, other } = countOthers(part, leans);
    return telling >= tellingMin && other * 2 > telling ? { ...part, isSurnameFirst: !part.isSurnameFirst } : part;
  });
}

type Leans = ReadonlyMap<string, { readonly lean: number; readonly count: number }>;

/** Names of a part that tell their order, and those of them in the other one. */
function countOthers({ summary, isSurnameFirst }: OrderedNames, leans: Leans): { telling: number; other: number } {
  const leanOf = (word: string): number => leans.get(word)?.lean ?? 0;
  let telling = 0;
  let other = 0;
  for (const words of namesOf(summary)) {
    const lean = leanOf(words[0]!) - leanOf(words.at(-1)!);
    if (Math.abs(lean) < nameLeanMin) continue;
    telling += 1;
    if (lean > 0 === isSurnameFirst) other += 1;
  }
  return { telling, other };
}

/** Words of names of two words and more that say no order by a comma. */
const namesOf = ({ sample }: OrderedNames["summary"]): string[][] =>
  sample
    .filter(({ text }) => !text.includes(","))
    .map(({ words }) => tellingWords(words))
    .filter((words) => words.length > 1);

/** By word how much more it is a given name than a surname, 1 … −1. */
function leansOf(parts: readonly OrderedNames[]): Leans {
  const counts = new Map<string, { given: number; surname: number }>();
  const countOf = (word: string): { given: number; surname: number } => {
    const known = counts.get(word);
    if (known !== undefined) return known;
    const roles = rolesOfWord(word);
    const made = { given: lexiconWeight * roles.given, surname: lexiconWeight * roles.surname };
    counts.set(word, made);
    return made;
  };
  for (const { summary, isSurnameFirst } of parts) {
    for (const { text } of summary.sample) {
      // A comma leaves no doubt.
      const [surname = "", given = "", ...more] = text
        .split(",")
        .map((part) => tellingWords(foldText(part).split(" ")));
      if (more.length > 0 || surname[0] === undefined || given[0] === undefined) continue;
      countOf(surname[0]).surname += commaWeight;
      countOf(given[0]).given += commaWeight;
    }
    for (const words of namesOf(summary)) {
      countOf(words.at(isSurnameFirst ? -1 : 0)!).given += 1;
      countOf(words.at(isSurnameFirst ? 0 : -1)!).surname += 1;
    }
  }
  return new Map(
    [...counts].map(([word, { given, surname }]) => {
      const count = given + surname;
      return [word, { lean: (given - surname) / (count + 1), count }];
    }),
  );
}
