// Ceilings of birth dates from their digits, eight in one integer: which levels are possible follows from how many
// differ and where.
import { dateLevel } from "../../compare/comparators/dateComparator.ts";
import type { DateField } from "../../standardise/standardRecords.ts";
import { slack, slotCount } from "./boundColumn.ts";
import type { LevelRatios } from "./levelRatios.ts";
import { SlotColumn, type SlotWeights } from "./slotColumn.ts";

export class DateColumn extends SlotColumn {
  readonly #dates: Int32Array;
  readonly #yearRatios: Float64Array;
  /** Per place yyyymmdd, four bits a digit. */
  readonly #digits = new Int32Array(slotCount);
  readonly #years = new Int32Array(slotCount);
  readonly #levels: Float64Array;

  /** `yearRatios`: per year how much commoner it is (logYearRatios). */
  constructor(weights: SlotWeights, field: DateField, yearRatios: Float64Array, ratios: LevelRatios) {
    super(weights);
    this.#dates = field.dates;
    this.#yearRatios = yearRatios;
    this.#levels = Float64Array.from({ length: dateLevel.different + 1 }, (_, level) => ratios.of(level) + slack);
  }

  override loadValues(from: number, to: number): void {
    const { codes } = this;
    for (let slot = from; slot < to; slot += 1) {
      const code = codes[slot]!;
      if (code < 0) continue;
      let date = this.#dates[code]!;
      this.#years[slot] = (date / 10000) | 0;
      let digits = 0;
      for (let shift = 0; shift < 32; shift += 4) {
        const rest = (date / 10) | 0;
        digits |= (date - rest * 10) << shift;
        date = rest;
      }
      this.#digits[slot] = digits;
    }
  }

  /** The level that relateDates finds, or the best of those that unknown and vague parts leave open. */
  override unlike(i: number, j: number): number {
    const levels = this.#levels;
    const a = this.#digits[i]!;
    const b = this.#digits[j]!;
    const year = this.#years[i]!;
    const apart = year - this.#years[j]!;
    const differs = a ^ b;
    const places = (differs | (differs >>> 1) | (differs >>> 2) | (differs >>> 3)) & 0x11111111;
    const count = Math.imul(places, 0x11111111) >>> 28;
    let best = levels[dateLevel.different]!;
    if (apart === 0) {
      const ratio = this.#yearRatios[year] ?? 0;
      const isPart = (differs & 0xff) === 0 || (differs & 0xff00) === 0;
      let same = Math.max(levels[dateLevel.sameYear]!, levels[dateLevel.partial]!);
      if (isPart) same = Math.max(same, levels[dateLevel.sameYearAndPart]!);
      if (((a >>> 8) & 0xff) === (b & 0xff) && ((b >>> 8) & 0xff) === (a & 0xff))
        same = Math.max(same, levels[dateLevel.swapped]!);
      best = Math.max(best, same - ratio);
    } else {
      if (saysYearAlone(a) && saysYearAlone(b))
        best = Math.max(best, levels[dateLevel.vagueNear]!, levels[dateLevel.vagueApart]!);
      if (apart === 1 || apart === -1) best = Math.max(best, levels[dateLevel.yearApart]!);
      if ((differs & 0xffff) === 0) best = Math.max(best, levels[dateLevel.sameDayAndMonth]!);
    }
    if (count <= 2) best = Math.max(best, levels[isOneDigit(a, b, places) ? dateLevel.oneDigit : dateLevel.twoDigits]!);
    return best;
  }

  override addTo(best: Float64Array, i: number, from: number, to: number, _enough: number): void {
    const { codes } = this;
    const x = codes[i]!;
    if (x < 0) return;
    for (let j = from; j < to; j += 1) {
      const y = codes[j]!;
      if (y >= 0) best[j]! += x === y ? this.exactOf(i) : this.unlike(i, j);
    }
  }
}

/** Whether month and day, the last four digits, are unknown or 1 January. */
function saysYearAlone(digits: number): boolean {
  const day = digits & 0xffff;
  return day < 0x100 || day === 0x100 || day === 0x101;
}

/** `places`: a bit for each digit that differs, one or two of them; two neighbours swapped count as one. */
function isOneDigit(a: number, b: number, places: number): boolean {
  const first = places & -places;
  if (places === first) return true;
  if (places !== (first | (first << 4))) return false;
  const shift = 31 - Math.clz32(first);
  const low = (a >>> shift) & 15;
  const high = (a >>> (shift + 4)) & 15;
  return low === ((b >>> (shift + 4)) & 15) && high === ((b >>> shift) & 15);
}
