// What a run was asked for, resolved once from flags, settings file and defaults, and frozen.
import type { BlockingOptions } from "../block/chooseRules.ts";
import type { ProfileOptions } from "../profile/profileColumns.ts";
import type { ColumnNames } from "../read/alignColumns.ts";

export type Favour = "precision" | "recall" | "balance";

export interface ResolvedSettings {
  readonly read: {
    /** Null: row numbers; absent: the data decides. */
    readonly idColumn?: string | null;
    readonly sourceColumn?: string;
    readonly truthColumn?: string;
    readonly columnNames?: ColumnNames;
  };
  /** A file of true clusters; evaluation alone. */
  readonly truthFile: string | null;
  readonly profile: ProfileOptions;
  readonly acrossOnly: boolean;
  /** What differs from blockingDefaults on purpose. */
  readonly blocking: Partial<BlockingOptions>;
  /** Atom names of each rule, where a settings file fixes them; an empty rule compares all pairs. */
  readonly blockingRules: readonly (readonly string[])[] | null;
  readonly training: { readonly seed: number; readonly pairsMax: number };
  readonly favour: Favour;
  /** Largest expected share of false links, in (0, 1). */
  readonly maxFalseMergeRate: number | null;
  /** Match probability from which a pair that is no link is worth a look, in (0, 1). */
  readonly reviewProbability: number;
  /** Match probability of a link, in (0, 1); null where the model decides. */
  readonly linkProbability: number | null;
  /** Records in the largest component that is clustered whole. */
  readonly componentSizeMax: number;
  /** Whether a source holds a person at most once. */
  readonly onePerSource: boolean | "auto";
  /** Column whose values serve as sources where the records have none; null: none; absent: the data decides. */
  readonly sourcesBy?: string | null;
  /** Year of today, for ages and two-digit years. */
  readonly currentYear: number;
}

export const settingsDefaults = {
  seed: 1,
  pairsMax: 3_000_000,
  favour: "balance",
  reviewProbability: 0.05,
  componentSizeMax: 300,
  onePerSource: "auto",
} as const;
