// A ceiling over what a field can add to a pair's weight, from codes alone: equal codes weigh what exact agreement on
// that value weighs, other present values at most what the best other level weighs. Cheap and never too low, so that
// most pairs are dropped before a single text is compared.

import { dateLogFrequencies } from "../compare/comparators/dateComparator.ts";
import { emailSimilarityMin, textLogFrequencies } from "../compare/comparators/textComparator.ts";
import type { Comparison } from "../compare/comparison.ts";
import type { SlotCounts } from "../compare/frequencies.ts";
import { LogFrequencies } from "../compare/logFrequencies.ts";
import type { AlignedFrequencies } from "../compare/pairComparer.ts";
import { mayBeOneEdit } from "../compare/similarity/editSignature.ts";
import { mayBeSimilar } from "../compare/similarity/letterSignature.ts";
import type {
  DateField,
  Field,
  NameField,
  StandardRecords,
  TextField,
  TokenField,
} from "../standardise/standardRecords.ts";
import { levelStride, type WeightTables } from "./scoringModel.ts";

/** Ceiling of one field's match ratio (natural log) for two records. */
export interface FieldBound {
  /** `a`, `b`: where the records' rows start in `cells`. */
  at(a: number, b: number): number;
}

export function createFieldBounds(
  records: StandardRecords,
  frequencies: AlignedFrequencies,
  tables: WeightTables,
  comparisons: readonly Comparison[],
): FieldBound[] {
  let first = 0;
  return records.fields.map((field) => {
    const own = first;
    const count = comparisons.filter((comparison) => comparison.field === field.name).length;
    first += count;
    return createBound(records, field, frequencies, tables, comparisons.slice(own, own + count), own);
  });
}

function createBound(
  records: StandardRecords,
  field: Field,
  { slots }: AlignedFrequencies,
  tables: WeightTables,
  comparisons: readonly Comparison[],
  first: number,
): FieldBound {
  const { cells } = records;
  if (field.kind === "name") return new NameBound(cells, field, slots, tables, comparisons, first);
  if (field.kind === "date") return dateBound(cells, field, slots, tables, first);
  const counts = slots[field.name] ?? { counts: new Uint32Array(0), total: 1 };
  if (field.kind === "address" || field.kind === "organisation") return tokenBound(cells, field, counts, tables, first);
  const text = field as TextField;
  const logs = textLogFrequencies(text.kind, counts.total);
  const bound = new SlotBound(cells, text.slot.position, counts, logs, tables, first);
  if (text.kind === "email") return new EmailBound(cells, text, bound, tables, first);
  if (!oneEditKinds.has(text.kind)) return bound;
  return new OneEditBound(cells, text, bound, bestOther(tables, first, 3) + slack);
}

/** Kinds whose level 2 is one edit, and nothing else that a signature would deny. */
const oneEditKinds: ReadonlySet<TextField["kind"]> = new Set(["phone", "document", "postcode"]);

/** The best of a comparison's levels from `lowest` on; 2 leaves out exact agreement. */
function bestOther(tables: WeightTables, comparison: number, lowest = 2): number {
  let best = Number.NEGATIVE_INFINITY;
  for (let level = lowest; level < levelStride; level += 1) {
    const at = comparison * levelStride + level;
    if (tables.logM[at] !== 0) best = Math.max(best, tables.logM[at]! - tables.logU[at]!);
  }
  return best;
}

/** Room for rounding, so that a bound is a bound in floating point too. */
const slack = 1e-9;

class SlotBound implements FieldBound {
  readonly #cells: Int32Array;
  readonly #position: number;
  readonly #counts: Uint32Array;
  readonly #logs: LogFrequencies;
  readonly #exact: number;
  readonly #other: number;

  constructor(
    cells: Int32Array,
    position: number,
    counts: SlotCounts,
    logs: LogFrequencies,
    tables: WeightTables,
    comparison: number,
    otherExtra = 0,
  ) {
    this.#cells = cells;
    this.#position = position;
    this.#counts = counts.counts;
    this.#logs = logs;
    this.#exact = tables.logM[comparison * levelStride + 1]! - tables.logU[comparison * levelStride + 1]! + slack;
    this.#other = bestOther(tables, comparison) + otherExtra + slack;
  }

  at(a: number, b: number): number {
    const x = this.#cells[a + this.#position]!;
    const y = this.#cells[b + this.#position]!;
    if (x < 0 || y < 0) return 0;
    return x === y ? this.#exact - this.#logs.at(this.#counts[x]!) : this.#other;
  }
}

/** Values that are surely more than one edit apart weigh at most what the levels beyond weigh. */
class OneEditBound implements FieldBound {
  readonly #cells: Int32Array;
  readonly #position: number;
  readonly #signatures: Int32Array;
  readonly #slot: SlotBound;
  readonly #beyond: number;

  constructor(cells: Int32Array, field: TextField, slot: SlotBound, beyond: number) {
    this.#cells = cells;
    this.#position = field.slot.position;
    this.#signatures = field.signatures;
    this.#slot = slot;
    this.#beyond = beyond;
  }

  at(a: number, b: number): number {
    const x = this.#cells[a + this.#position]!;
    const y = this.#cells[b + this.#position]!;
    if (x < 0 || y < 0) return 0;
    if (x !== y && !mayBeOneEdit(this.#signatures[x]!, this.#signatures[y]!)) return this.#beyond;
    return this.#slot.at(a, b);
  }
}

/** Addresses that are surely unlike can only share their local part or their domain. */
class EmailBound implements FieldBound {
  readonly #cells: Int32Array;
  readonly #position: number;
  readonly #signatures: Int32Array;
  readonly #local: Int32Array | null;
  readonly #slot: SlotBound;
  readonly #sameLocal: number;
  readonly #unlike: number;

  constructor(cells: Int32Array, field: TextField, slot: SlotBound, tables: WeightTables, first: number) {
    this.#cells = cells;
    this.#position = field.slot.position;
    this.#signatures = field.signatures;
    this.#local = field.local;
    this.#slot = slot;
    this.#sameLocal = bestOther(tables, first, 3) + slack;
    this.#unlike = bestOther(tables, first, 5) + slack;
  }

  at(a: number, b: number): number {
    const x = this.#cells[a + this.#position]!;
    const y = this.#cells[b + this.#position]!;
    if (x < 0 || y < 0) return 0;
    if (x === y || mayBeSimilar(this.#signatures[x]!, this.#signatures[y]!, emailSimilarityMin))
      return this.#slot.at(a, b);
    return this.#local !== null && this.#local[x] === this.#local[y] ? this.#sameLocal : this.#unlike;
  }
}

/** Levels within one year weigh more where the year is rare: the rarest year bounds them. */
function dateBound(
  cells: Int32Array,
  field: DateField,
  slots: AlignedFrequencies["slots"],
  tables: WeightTables,
  first: number,
): FieldBound {
  const counts = slots[field.name] ?? { counts: new Uint32Array(0), total: 1 };
  const rarest = Math.log(Math.max(1, counts.total));
  return new SlotBound(cells, field.slot.position, counts, dateLogFrequencies(counts.total), tables, first, rarest);
}

/** Different texts may hold the same set of tokens and then count as exact: the better of both levels bounds them. */
function tokenBound(
  cells: Int32Array,
  field: TokenField,
  counts: SlotCounts,
  tables: WeightTables,
  first: number,
): FieldBound {
  const logs = new LogFrequencies(counts.total);
  const rarestExact = tables.logM[first * levelStride + 1]! - logs.at(1);
  const extra = Math.max(0, rarestExact - bestOther(tables, first));
  const bound = new SlotBound(cells, field.slot.position, counts, logs, tables, first, extra);
  return new TokenBound(cells, field, bound, bestOther(tables, first) + slack);
}

class TokenBound implements FieldBound {
  readonly #cells: Int32Array;
  readonly #position: number;
  readonly #signatures: Int32Array;
  readonly #slot: SlotBound;
  readonly #other: number;

  constructor(cells: Int32Array, field: TokenField, slot: SlotBound, other: number) {
    this.#cells = cells;
    this.#position = field.slot.position;
    this.#signatures = field.signatures;
    this.#slot = slot;
    this.#other = other;
  }

  at(a: number, b: number): number {
    const x = this.#cells[a + this.#position]!;
    const y = this.#cells[b + this.#position]!;
    if (x < 0 || y < 0) return 0;
    return this.#signatures[x] !== this.#signatures[y] ? this.#other : this.#slot.at(a, b);
  }
}

/** Given name, surname, middle name and order, straight and crossed. */
class NameBound implements FieldBound {
  readonly #cells: Int32Array;
  readonly #given: number;
  readonly #surname: number;
  readonly #middle: number;
  readonly #givenCounts: Uint32Array;
  readonly #surnameCounts: Uint32Array;
  readonly #logGiven: LogFrequencies;
  readonly #logSurname: LogFrequencies;
  readonly #exactGiven: number;
  readonly #exactSurname: number;
  readonly #otherGiven: number;
  readonly #otherSurname: number;
  readonly #bestMiddle: number;
  readonly #bestOrder: number;
  readonly #bestCrossedOrder: number;

  constructor(
    cells: Int32Array,
    field: NameField,
    slots: AlignedFrequencies["slots"],
    tables: WeightTables,
    comparisons: readonly Comparison[],
    first: number,
  ) {
    this.#cells = cells;
    this.#given = field.given?.position ?? -1;
    this.#surname = field.surname?.position ?? -1;
    this.#middle = field.middle?.position ?? -1;
    const given = slots["name.given"] ?? { counts: new Uint32Array(0), total: 1 };
    const surname = slots["name.surname"] ?? { counts: new Uint32Array(0), total: 1 };
    this.#givenCounts = given.counts;
    this.#surnameCounts = surname.counts;
    this.#logGiven = new LogFrequencies(given.total);
    this.#logSurname = new LogFrequencies(surname.total);
    const indexOf = (kind: Comparison["kind"]): number =>
      comparisons.findIndex((comparison) => comparison.kind === kind);
    const ratio = (kind: Comparison["kind"], level: number): number => {
      const index = indexOf(kind);
      if (index < 0) return 0;
      const at = (first + index) * levelStride + level;
      return tables.logM[at]! - tables.logU[at]!;
    };
    const best = (kind: Comparison["kind"]): number =>
      indexOf(kind) < 0 ? 0 : bestOther(tables, first + indexOf(kind));
    this.#exactGiven = ratio("givenName", 1) + slack;
    this.#exactSurname = ratio("surname", 1) + slack;
    this.#otherGiven = best("givenName") + slack;
    this.#otherSurname = best("surname") + slack;
    this.#bestMiddle = Math.max(0, ratio("middleName", 1), best("middleName")) + slack;
    this.#bestOrder = Math.max(0, ratio("nameOrder", 1)) + slack;
    this.#bestCrossedOrder = Math.max(ratio("nameOrder", 2), ratio("nameOrder", 3)) + slack;
  }

  at(a: number, b: number): number {
    const cells = this.#cells;
    const givenA = this.#given < 0 ? -1 : cells[a + this.#given]!;
    const givenB = this.#given < 0 ? -1 : cells[b + this.#given]!;
    const surnameA = this.#surname < 0 ? -1 : cells[a + this.#surname]!;
    const surnameB = this.#surname < 0 ? -1 : cells[b + this.#surname]!;
    let straight = this.#bestOrder;
    if (givenA >= 0 && givenB >= 0) {
      straight +=
        givenA === givenB ? this.#exactGiven - this.#logGiven.at(this.#givenCounts[givenA]!) : this.#otherGiven;
    }
    if (surnameA >= 0 && surnameB >= 0) {
      straight +=
        surnameA === surnameB
          ? this.#exactSurname - this.#logSurname.at(this.#surnameCounts[surnameA]!)
          : this.#otherSurname;
    }
    let bound = straight;
    if (!(givenA === givenB && surnameA === surnameB && givenA >= 0 && surnameA >= 0)) {
      const crossed =
        this.#bestCrossedOrder + this.#crossedPart(givenA, surnameB) + this.#crossedPart(surnameA, givenB);
      if (crossed > bound) bound = crossed;
    }
    if (this.#middle >= 0 && cells[a + this.#middle]! >= 0 && cells[b + this.#middle]! >= 0) bound += this.#bestMiddle;
    return bound;
  }

  #crossedPart(x: number, y: number): number {
    if (x < 0 || y < 0) return 0;
    const other = Math.max(this.#otherGiven, this.#otherSurname);
    if (x !== y) return other;
    const log = Math.max(this.#logGiven.at(this.#givenCounts[x]!), this.#logSurname.at(this.#surnameCounts[x]!));
    return Math.max(other, Math.max(this.#exactGiven, this.#exactSurname) - log);
  }
}
