// A value within a JSON document together with its path. Reading it notes a mistake and goes on, so that a person is
// told of all mistakes at once.
import { nearestName } from "./nearestName.ts";

export interface NumberLimits {
  /** Least value allowed. */
  readonly min?: number;
  /** Largest value allowed. */
  readonly max?: number;
  /** The value must be larger than this. */
  readonly above?: number;
  /** The value must be smaller than this. */
  readonly below?: number;
  readonly isWhole?: boolean;
}

/** A key for notes to the reader, allowed in every object. */
export const isNoteKey = (key: string): boolean => key.startsWith("$") || key.startsWith("comment");

export class JsonPlace {
  readonly value: unknown;
  /** Such as `columns.dob.type` or `blocking.rules[2]`; empty for the whole document. */
  readonly path: string;
  /** Sentences "path: what is wrong", in the order of reading; one list a document. Values of records never stand in it. */
  readonly mistakes: string[];

  constructor(value: unknown, path: string, mistakes: string[]) {
    this.value = value;
    this.path = path;
    this.mistakes = mistakes;
  }

  /** True for null as for nothing at all. */
  get isAbsent(): boolean {
    return this.value === undefined || this.value === null;
  }

  note(what: string): void {
    this.mistakes.push(`${this.path === "" ? "the document" : this.path}: ${what}`);
  }

  /** The same place; notes a mistake where nothing is there. */
  required(): JsonPlace {
    if (!this.isAbsent) return this;
    this.note("is missing");
    return new JsonPlace(undefined, this.path, []);
  }

  /** Places of the known keys of an object; each other key is a mistake unless it is a note. */
  fields<Key extends string>(known: readonly Key[]): Record<Key, JsonPlace> {
    const record = this.#record();
    for (const key of Object.keys(record ?? {})) {
      if ((known as readonly string[]).includes(key) || isNoteKey(key)) continue;
      const nearest = nearestName(key, known);
      this.#at(key, undefined).note(
        `is no key here; ${nearest === null ? `known: ${known.join(", ")}` : `nearest: ${nearest}`}`,
      );
    }
    const places = known.map((key) => {
      const value = record !== null && Object.hasOwn(record, key) ? record[key] : undefined;
      return [key, this.#at(key, value, record === null && !this.isAbsent)];
    });
    return Object.fromEntries(places) as Record<Key, JsonPlace>;
  }

  /** Keys, which the user chooses, with their places. With `hasNotes`, keys for notes are left out unless an object is there. */
  entries({ hasNotes = false } = {}): [string, JsonPlace][] {
    const record = this.#record() ?? {};
    return Object.entries(record).flatMap(([key, value]): [string, JsonPlace][] =>
      hasNotes && isNoteKey(key) && !isRecord(value) ? [] : [[key, this.#at(key, value)]],
    );
  }

  items(): JsonPlace[] | undefined {
    if (this.isAbsent) return undefined;
    if (!Array.isArray(this.value)) return this.#wrong("must be a list");
    return this.value.map((item, index) => new JsonPlace(item, `${this.path}[${index}]`, this.mistakes));
  }

  text(): string | undefined {
    if (this.isAbsent) return undefined;
    return typeof this.value === "string" ? this.value : this.#wrong("must be a text in quotes");
  }

  /** Texts of a list that holds nothing else. */
  texts(): string[] | undefined {
    return this.items()?.map((item) => item.required().text() ?? "");
  }

  isTrue(): boolean | undefined {
    if (this.isAbsent) return undefined;
    return typeof this.value === "boolean" ? this.value : this.#wrong("must be true or false");
  }

  number(limits: NumberLimits): number | undefined {
    if (this.isAbsent) return undefined;
    const { value } = this;
    const { min = -Infinity, max = Infinity, above = -Infinity, below = Infinity, isWhole = false } = limits;
    const isWithin =
      typeof value === "number" &&
      Number.isFinite(value) &&
      value >= min &&
      value <= max &&
      value > above &&
      value < below &&
      (!isWhole || Number.isSafeInteger(value));
    return isWithin ? value : this.#wrong(`must be ${describeLimits(limits)}`);
  }

  /** One of the texts known; `what` names them in the singular ("type"). */
  oneOf<Name extends string>(known: readonly Name[], what: string): Name | undefined {
    const text = this.text();
    if (text === undefined) return undefined;
    const found = known.find((name) => name === text);
    if (found !== undefined) return found;
    const nearest = nearestName(text, known);
    return this.#wrong(
      `${JSON.stringify(text.slice(0, 40))} is no ${what}; ${nearest === null ? `known: ${known.join(", ")}` : `nearest: ${nearest}`}`,
    );
  }

  #at(key: string, value: unknown, isMuted = false): JsonPlace {
    const step = /^[A-Za-z_]\w*$/.test(key) ? key : `[${JSON.stringify(key)}]`;
    const path = this.path === "" || step.startsWith("[") ? this.path + step : `${this.path}.${step}`;
    return new JsonPlace(value, path, isMuted ? [] : this.mistakes);
  }

  #record(): Readonly<Record<string, unknown>> | null {
    if (this.isAbsent) return null;
    return isRecord(this.value) ? this.value : (this.#wrong("must be an object in braces") ?? null);
  }

  #wrong(what: string): undefined {
    this.note(what);
    return undefined;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function describeLimits({ min, max, above, below, isWhole }: NumberLimits): string {
  const parts = [
    ...(above === undefined ? [] : [`above ${above}`]),
    ...(min === undefined ? [] : [`at least ${min}`]),
    ...(below === undefined ? [] : [`below ${below}`]),
    ...(max === undefined ? [] : [`at most ${max}`]),
  ];
  return [isWhole === true ? "a whole number" : "a number", parts.join(" and ")]
    .filter((part) => part !== "")
    .join(" ");
}
