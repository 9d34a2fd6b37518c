// In which order whole names stand where no lexicon knows them: people who share an address or a telephone, and parents and
// their children, share the surname and have different given names.
import { mixBits } from "../../shared/hashText.ts";
import type { ColumnDraft } from "./columnDraft.ts";
import type { NameOrder } from "./columnProfile.ts";
import { foldText } from "./foldText.ts";
import { tellingWords } from "./nameColumns.ts";
import type { SemanticType } from "./semanticType.ts";

const homeTypes: ReadonlySet<SemanticType> = new Set(["addressLine", "street", "phone"]);
/** What more records share is no home. */
const homeRecordsMax = 12;
/** Values of a column that are looked at, about, and records that name a relative. */
const homesLookedAt = 4000;
/** Pairs that must share one word of two, their least share of all pairs, and how many times more one word must be shared. */
const tellingMin = 20;
const tellingShareMin = 0.1;
const timesMin = 3;

/** Null where homes do not tell: too few, or as many share the first word as the last, as those of one person under two names do. */
export function nameOrderOfHomes(names: ColumnDraft, drafts: readonly ColumnDraft[]): NameOrder | null {
  const ends = createEnds(names);
  const pairs = { all: 0, sharedFirst: 0, sharedLast: 0 };
  for (const draft of drafts) {
    if (homeTypes.has(draft.type)) for (const records of listHomes(draft)) comparePairs(records.map(ends), pairs);
    if (draft.type === "relativeName") compareRelatives(ends, draft, pairs);
  }
  const { all, sharedFirst, sharedLast } = pairs;
  if (Math.max(sharedFirst, sharedLast) < Math.max(tellingMin, tellingShareMin * all)) return null;
  if (sharedLast >= timesMin * sharedFirst) return "givenFirst";
  return sharedFirst >= timesMin * sharedLast ? "surnameFirst" : null;
}

/** Pairs of people of one home or family, and those of them who share the first or the last word alone. */
interface SharedWords {
  all: number;
  sharedFirst: number;
  sharedLast: number;
}

type Ends = readonly [first: string, last: string];

/** First and last word of a record's name; null of one word, and of a name with a comma, which says its order. */
function createEnds({ summary: { column } }: ColumnDraft): (record: number) => Ends | null {
  return (record) => {
    const code = column.codes[record]!;
    const text = code < 0 ? "," : column.values.at(code);
    if (text.includes(",")) return null;
    const words = tellingWords(foldText(text).split(" "));
    return words.length < 2 ? null : [words[0]!, words.at(-1)!];
  };
}

/** Records by what they share, drawn by value, so that order changes nothing. */
function listHomes({ summary: { column, counts } }: ColumnDraft): number[][] {
  const every = Math.max(1, Math.floor(counts.length / homesLookedAt));
  const homes = new Map<number, number[]>();
  for (let record = 0; record < column.codes.length; record += 1) {
    const code = column.codes[record]!;
    if (code < 0 || counts[code]! < 2 || counts[code]! > homeRecordsMax || mixBits(code) % every !== 0) continue;
    const records = homes.get(code) ?? [];
    records.push(record);
    homes.set(code, records);
  }
  return [...homes.values()];
}

function compareRelatives(ends: (record: number) => Ends | null, relatives: ColumnDraft, pairs: SharedWords): void {
  const endsOfRelative = createEnds(relatives);
  const { codes } = relatives.summary.column;
  const every = Math.max(1, Math.floor(codes.length / homesLookedAt));
  for (let record = 0; record < codes.length; record += 1) {
    if (mixBits(record) % every === 0) comparePairs([ends(record), endsOfRelative(record)], pairs);
  }
}

function comparePairs(names: readonly (Ends | null)[], pairs: SharedWords): void {
  names.forEach((left, i) => {
    for (const right of names.slice(0, i)) {
      if (left === null || right === null) continue;
      pairs.all += 1;
      if (left[0] === right[0] && areOthers(left[1], right[1])) pairs.sharedFirst += 1;
      if (left[1] === right[1] && areOthers(left[0], right[0])) pairs.sharedLast += 1;
    }
  });
}

/** Words of different beginnings: neither a slip of one another nor an initial. */
const areOthers = (one: string, other: string): boolean => one.slice(0, 2) !== other.slice(0, 2) && one[0] !== other[0];
