// E-mail addresses. Most are made of their owner's names: what two have in common because both records hold the name that
// stands in both is counted with the names already, and is left out of what makes the addresses alike.
import { decodeBytes, type PackedStrings } from "../../../shared/packedStrings.ts";
import type { NameField, StandardRecords, TextField } from "../../standardise/standardRecords.ts";
import type { SlotCounts } from "../frequencies.ts";
import type { Comparator, PairEvidence } from "../pairEvidence.ts";
import { indelSimilarity } from "../similarity/indelSimilarity.ts";
import { osaDistance } from "../similarity/osaDistance.ts";
import { emailNearMin, emailSimilarityMin, TextComparator } from "./textComparator.ts";

/** Levels of the comparison "email". */
const emailLevel = { missing: 0, near: 2, sameLocal: 3, similar: 4, sameDomain: 5, different: 6 } as const;

/** Shorter names stand in addresses by chance. */
const nameLengthMin = 3;
/** With fewer letters and digits left, nothing but the names made the local parts. */
const restLengthMin = 3;

export class EmailComparator implements Comparator {
  readonly comparisonCount = 1;
  readonly #whole: TextComparator;
  readonly #records: StandardRecords;
  readonly #field: TextField;
  readonly #names: NameField;
  readonly #positions: readonly number[];
  readonly #encoder = new TextEncoder();

  constructor(records: StandardRecords, field: TextField, frequencies: SlotCounts, names: NameField) {
    this.#whole = new TextComparator(records, field, frequencies);
    this.#records = records;
    this.#field = field;
    this.#names = names;
    this.#positions = [names.given, names.middle, names.surname].flatMap((slot) => slot?.position ?? []);
  }

  compare(left: number, right: number, evidence: PairEvidence, first: number): void {
    this.#whole.compare(left, right, evidence, first);
    const level = evidence.levels[first]!;
    if (level < emailLevel.near || level > emailLevel.similar) return;
    const shared = this.#sharedNames(left, right);
    if (shared.length > 0) evidence.levels[first] = this.#besideNames(left, right, shared, level);
  }

  /** Names that both records hold, in whatever part, the longest first. */
  #sharedNames(left: number, right: number): string[] {
    const ofRight = new Set(this.#tokensOf(right));
    const { strings } = this.#names.dictionary;
    return [...new Set(this.#tokensOf(left))]
      .filter((token) => ofRight.has(token))
      .map((token) => textAt(strings, token))
      .filter((name) => name.length >= nameLengthMin)
      .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  }

  #tokensOf(record: number): number[] {
    const { cells, stride } = this.#records;
    const { tokenOffsets, tokens } = this.#names;
    return this.#positions.flatMap((position) => {
      const code = cells[record * stride + position]!;
      return code < 0 ? [] : [...tokens.subarray(tokenOffsets[code]!, tokenOffsets[code + 1]!)];
    });
  }

  /** The level without the shared names that stand in both local parts; missing where they are all that these say. */
  #besideNames(left: number, right: number, shared: readonly string[], level: number): number {
    const a = this.#split(left);
    const b = this.#split(right);
    let [restA, restB] = [a.local, b.local];
    for (const name of shared) {
      if (!restA.includes(name) || !restB.includes(name)) continue;
      restA = restA.replace(name, "");
      restB = restB.replace(name, "");
    }
    if (restA === a.local) return level;
    if (Math.min(countLetters(restA), countLetters(restB)) < restLengthMin) return emailLevel.missing;
    return this.#relate(`${restA}@${a.domain}`, `${restB}@${b.domain}`, a.domain === b.domain, restA === restB);
  }

  #relate(a: string, b: string, isSameDomain: boolean, isSameLocal: boolean): number {
    const bytes = this.#encoder.encode(a + b);
    const similarity = indelSimilarity(bytes, 0, a.length, a.length, a.length + b.length);
    const edits = osaDistance(bytes, 0, a.length, a.length, a.length + b.length, 2);
    if (edits <= 2 || similarity >= emailNearMin) return emailLevel.near;
    if (isSameLocal) return emailLevel.sameLocal;
    if (similarity >= emailSimilarityMin) return emailLevel.similar;
    return isSameDomain ? emailLevel.sameDomain : emailLevel.different;
  }

  #split(record: number): { readonly local: string; readonly domain: string } {
    const { cells, stride } = this.#records;
    const text = textAt(this.#field.dictionary.strings, cells[record * stride + this.#field.slot.position]!);
    const at = text.lastIndexOf("@");
    return at < 0 ? { local: text, domain: "" } : { local: text.slice(0, at), domain: text.slice(at + 1) };
  }
}

/** On a thread that was handed them, packed strings are their arrays alone. */
const textAt = ({ bytes, offsets }: PackedStrings, code: number): string =>
  decodeBytes(bytes, offsets[code]!, offsets[code + 1]!);

const countLetters = (text: string): number => text.replace(/[^a-z0-9]/g, "").length;
