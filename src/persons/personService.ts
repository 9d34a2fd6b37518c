// What the person index does, as the server, the command line and library users see it. Every function that reads
// personal data takes the access context; answers hold only what that context may see, and are in the audit log before
// they are handed out.
import type { AccessContext } from "../governance/accessContext.ts";
import type { NamesakeError } from "../shared/errors.ts";
import type { EventType, RecordKey } from "../store/personStore.ts";

export interface RecordInput extends RecordKey {
  /** Texts by field name, as in the source or in the model; null or "" is missing. */
  readonly fields: Readonly<Record<string, string | null>>;
  /** ISO 8601. */
  readonly observedAt?: string;
  /** The source's own version; an older one than known is refused (VERSION_OLDER, 409). */
  readonly version?: number;
}

export interface EventAnswer {
  readonly cursor: number;
  /** ISO 8601. */
  readonly at: string;
  readonly type: EventType;
  /** Identifier of the person. */
  readonly person: string;
  /** Why: {kind: "record" | "decision" | "withdrawal" | "load", …} with keys of records and identifiers of persons and decisions. */
  readonly cause: Readonly<Record<string, unknown>>;
  /** Names of clients that had been given the view now superseded. */
  readonly recipients: readonly string[];
}

export interface PutAnswer {
  readonly outcome: "created" | "changed" | "unchanged";
  readonly source: string;
  readonly id: string;
  readonly person: { readonly id: string };
  readonly changed: readonly EventAnswer[];
}

export interface RecordVersionAnswer {
  readonly version: number;
  readonly sourceVersion: number | null;
  readonly fields: Readonly<Record<string, string>>;
  readonly observedAt: string | null;
  readonly receivedAt: string;
  /** Name of the client that supplied it. */
  readonly receivedFrom: string;
  readonly isWithdrawn: boolean;
}

export interface RecordAnswer extends RecordKey {
  readonly fields: Readonly<Record<string, string>>;
  readonly person: { readonly id: string } | null;
  /** Newest first; the first is the current one. */
  readonly versions: readonly RecordVersionAnswer[];
}

/** One comparison of a pair, in words and bits. */
export interface StepAnswer {
  readonly comparison: string;
  readonly level: string;
  /** Bits. */
  readonly weight: number;
  readonly left: string | null;
  readonly right: string | null;
}

export interface MatchAnswer {
  readonly person: { readonly id: string };
  /** The record of the person that fits best. */
  readonly record: RecordKey;
  /** Bits. */
  readonly match_weight: number;
  readonly match_probability: number;
  readonly band: "match" | "possible";
  readonly agreements: readonly StepAnswer[];
  readonly disagreements: readonly StepAnswer[];
}

export interface SearchRequest {
  readonly q?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly limit?: number;
  readonly cursor?: string;
}

export interface SearchAnswer {
  readonly items: readonly {
    readonly person: { readonly id: string };
    /** 0 … 1, larger is better. */
    readonly score: number;
    readonly record: RecordKey;
    /** What of the query was found where: {term, field, value, how}. */
    readonly found: readonly { term: string; field: string; value: string; how: string }[];
    readonly fields: Readonly<Record<string, string>>;
  }[];
  readonly cursor?: string;
}

/** A value of a single view with where it came from. */
export interface ValueAnswer {
  readonly value: string;
  readonly records: readonly (RecordKey & { readonly observedAt: string | null; readonly receivedAt: string })[];
}

export interface PersonAnswer {
  readonly id: string;
  readonly asAt: string;
  /** Per field every value held, the chosen one first, and the rule that chose it. */
  readonly fields: Readonly<Record<string, { chosen: string; rule: string; values: readonly ValueAnswer[] }>>;
  readonly records: readonly (RecordKey & { readonly observedAt: string | null; readonly receivedAt: string })[];
}

/** A person that is no more: 308 to `survivor`, or 410 with `successors` (empty where all its records were withdrawn). */
export interface PersonGone {
  readonly gone: "merged" | "split" | "withdrawn";
  readonly survivor?: string;
  readonly successors?: readonly string[];
}

export interface WhyAnswer {
  readonly id: string;
  readonly links: readonly {
    readonly left: RecordKey;
    readonly right: RecordKey;
    readonly match_weight: number;
    readonly match_probability: number;
    readonly steps: readonly StepAnswer[];
  }[];
  readonly decisions: readonly DecisionAnswer[];
  /** The link whose loss would divide the person at the least weight; null for one record. */
  readonly weakest: { readonly left: RecordKey; readonly right: RecordKey; readonly match_weight: number } | null;
}

export interface DecisionInput {
  readonly kind: "same" | "different";
  readonly left: RecordKey;
  readonly right: RecordKey;
  readonly reason: string;
}

export interface DecisionAnswer {
  readonly id: string;
  readonly kind: "same" | "different" | "split";
  readonly groups: readonly (readonly RecordKey[])[];
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  readonly withdrawnAt: string | null;
  readonly changed?: readonly EventAnswer[];
}

export interface ReviewAnswer {
  readonly id: string;
  readonly kind: string;
  readonly harm: number;
  readonly state: "open" | "claimed" | "done";
  readonly claimedBy: string | null;
  readonly records: readonly (RecordKey & { readonly person: { readonly id: string } | null })[];
  readonly why: string;
}

export interface PersonService {
  putRecord(context: AccessContext, input: RecordInput): Promise<PutAnswer>;
  /** One answer or error an input, in order; each input is applied or refused on its own, all in few durable commits. */
  putRecords(context: AccessContext, inputs: readonly RecordInput[]): Promise<(PutAnswer | NamesakeError)[]>;
  getRecord(context: AccessContext, key: RecordKey): Promise<RecordAnswer>;
  withdrawRecord(context: AccessContext, key: RecordKey): Promise<{ readonly changed: readonly EventAnswer[] }>;
  match(
    context: AccessContext,
    request: { fields: Readonly<Record<string, string | null>>; limit?: number; minProbability?: number },
  ): Promise<{ readonly items: readonly MatchAnswer[] }>;
  search(context: AccessContext, request: SearchRequest): Promise<SearchAnswer>;
  getPerson(context: AccessContext, id: string, asAt?: string): Promise<PersonAnswer | PersonGone>;
  why(context: AccessContext, id: string): Promise<WhyAnswer | PersonGone>;
  history(context: AccessContext, id: string): Promise<{ readonly items: readonly EventAnswer[] }>;
  decide(context: AccessContext, input: DecisionInput): Promise<DecisionAnswer>;
  withdrawDecision(context: AccessContext, id: string): Promise<DecisionAnswer>;
  split(
    context: AccessContext,
    person: string,
    request: { groups: readonly (readonly RecordKey[])[]; reason: string },
  ): Promise<DecisionAnswer>;
  reviews(
    context: AccessContext,
    request: { limit?: number; cursor?: string },
  ): Promise<{ readonly items: readonly ReviewAnswer[]; readonly cursor?: string }>;
  actOnReview(
    context: AccessContext,
    id: string,
    request: { action: "claim" | "release" | "resolve"; decision?: "same" | "different" | "leave"; reason?: string },
  ): Promise<ReviewAnswer>;
  events(
    context: AccessContext,
    request: { after: number; limit: number },
  ): Promise<{ readonly events: readonly EventAnswer[]; readonly cursor: number }>;
  /** Resolves when there may be events after `cursor`, or at the timeout. */
  waitForEvents(cursor: number, timeoutMs: number, signal?: AbortSignal): Promise<void>;
  /** Names of fields that records may have: columns of the run that was loaded, and the model's own names. */
  knownFields(): readonly string[];
  /** For readiness and metrics; no personal data. */
  status(): {
    readonly records: number;
    readonly persons: number;
    readonly moment: number;
    readonly isReady: boolean;
    readonly queued: number;
  };
  close(): Promise<void>;
}
