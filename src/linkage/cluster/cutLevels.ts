// The levels at which a component that is too large is cut. Each keeps fewer links than the one before, by rules that look
// at a link alone: so the piece that a record ends in, its component at the first level at which that is small enough, can
// be found from its neighbourhood, whatever the size of what it is cut from (docs/decisions/0040).
import { mixBits } from "../../shared/hashText.ts";

export interface LevelOptions {
  /** Natural log odds from which a link may bring two records into one component. */
  readonly componentFloor: number;
  /** Natural log odds above which two clusters are one person. */
  readonly threshold: number;
}

/** Up to the threshold the floor rises by a nat; above, where links are worth keeping, by this share of a nat. */
const bandWidth = 1 / 4;
/**
 * Before the floor rises past a band of links, those of the band are dropped bit by bit, for links that are all alike would
 * otherwise go all at once: an eighth of them by chance, two eighths, and so on, which takes chains apart; then those
 * between two halves of the records, four quarters, and so on, which takes crowds apart in which everybody is linked.
 */
const eighths = 8;
const sideBits = 6;
/** Natural log odds that hardly any pair has; the level after them keeps no link. */
const oddsMax = 100;
const perBand = eighths + sideBits;

export class CutLevels {
  /** The level that keeps no link; levels count from 0. */
  readonly last: number;
  readonly #floor: number;
  /** Levels whose floor rises by a nat. */
  readonly #whole: number;

  constructor({ componentFloor, threshold }: LevelOptions) {
    this.#floor = componentFloor;
    this.#whole = Math.max(0, Math.floor(threshold - componentFloor));
    const bands = Math.max(1, Math.ceil((oddsMax - componentFloor - this.#whole) / bandWidth));
    this.last = this.#whole + bands * perBand;
  }

  /** Natural log odds below which a level keeps no link. */
  floorOf(level: number): number {
    if (level >= this.last) return Number.POSITIVE_INFINITY;
    const above = level - this.#whole;
    if (above < 0) return this.#floor + level;
    return this.#floor + this.#whole + Math.floor(above / perBand) * bandWidth;
  }

  /** Natural log odds from which a level keeps every link. */
  sureOf(level: number): number {
    const floor = this.floorOf(level);
    return this.#stepOf(level) === 0 ? floor : floor + bandWidth;
  }

  /** True where a level keeps a link between its floor and what is sure, of two records by their sides (sideOf). */
  keeps(level: number, left: number, right: number): boolean {
    const step = this.#stepOf(level);
    // The sum is the same whichever stands left.
    if ((mixBits(left + right) & (eighths - 1)) < Math.min(step, eighths - 1)) return false;
    const mask = step < eighths ? 0 : (1 << (step - eighths + 1)) - 1;
    return ((left ^ right) & mask) === 0;
  }

  /** The last level that may keep a link of these odds; −1 where none does. */
  lastFor(logOdds: number): number {
    if (logOdds < this.#floor) return -1;
    let low = 0;
    let high = this.last;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.floorOf(middle) <= logOdds) low = middle;
      else high = middle;
    }
    return low;
  }

  /** The first level after one that may drop a link of these odds, which that one kept. */
  firstToDrop(logOdds: number, after: number): number {
    let level = after + 1;
    while (level < this.last && this.sureOf(level) <= logOdds) level += 1;
    return level;
  }

  /** How far a level has gone in dropping links of its band. */
  #stepOf(level: number): number {
    return level < this.#whole || level >= this.last ? 0 : (level - this.#whole) % perBand;
  }
}
