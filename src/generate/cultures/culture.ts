// What a culture brings to a made-up person: names with their skew, how a surname passes on, and how a name is spelled
// in other ways. Everything here is independent of the seed: the seed chooses people, never the world they live in.
import type { Random } from "../random/random.ts";

export type Sex = "F" | "M";

/** How a culture is defined; makeCulture turns it into drawing tables. See parseNames for the notation of lists. */
export interface CultureDefinition {
  readonly name: string;
  /** ISO 3166-1 alpha-3, the nationality of those who have this culture's own. */
  readonly nationality: string;
  /** Share of the people who hold British nationality instead. */
  readonly britishShare: number;
  readonly given: {
    readonly [sex in Sex]: { readonly common: string; readonly more: readonly string[] };
  };
  readonly surnames: { readonly common: string; readonly more: readonly string[]; readonly offset: number };
  /** The surname as one sex carries it: Kowalski, Kowalska. */
  readonly surnameFor?: (surname: string, sex: Sex) => string;
  /** Share of wives who take the husband's surname. */
  readonly marriedNameShare: number;
  /** Share of people with two surnames joined, and what joins them. */
  readonly doubleSurname?: { readonly share: number; readonly joint: string };
  /** Children carry the father's first and the mother's first surname (Spanish). */
  readonly surnamesOfBothParents?: boolean;
  readonly middleName: { readonly share: number; readonly kind: "given" | "father" | "patronymic" };
  readonly patronymics?: { readonly [sex in Sex]: readonly string[] };
  /** Other Latin spellings of a name by rule, beyond those listed with the name. */
  readonly respell?: (name: string) => readonly string[];
  /** The name in Latin letters, for lists in another script. */
  readonly romanise?: (name: string) => string;
  /** Share of people whose papers say 1 January because the day of birth is unknown. */
  readonly firstOfJanuaryShare: number;
  /** Mean number of children in a family. */
  readonly children: number;
  /** Share of families with a grandparent in the home. */
  readonly threeGenerationShare: number;
}

export interface Culture
  extends Omit<CultureDefinition, "given" | "surnames" | "patronymics" | "respell" | "romanise"> {
  /** A given name, as common as it was in the year of birth. */
  drawGiven(random: Random, sex: Sex, birthYear: number): string;
  drawSurname(random: Random): string;
  drawPatronymic(random: Random, sex: Sex): string;
  carry(surname: string, sex: Sex): string;
  /** Other Latin spellings of the name; may be empty. */
  spellings(name: string): readonly string[];
  /** The name in its own script, or "" where that is Latin or unknown. */
  native(name: string): string;
  readonly distinctSurnames: number;
}
