// The best few of a stream of any length, in bounded memory. Ties go to the lower number, so that the choice does not
// depend on the order in which items come.

export class BestItems {
  readonly #items: Int32Array;
  readonly #values: Float64Array;
  #count = 0;

  constructor(capacity: number) {
    this.#items = new Int32Array(capacity);
    this.#values = new Float64Array(capacity);
  }

  /** `item` is a number that names the item; the higher `value`, the better. True where it is among the best so far. */
  push(item: number, value: number): boolean {
    const capacity = this.#items.length;
    if (this.#count === capacity && (capacity === 0 || !this.#isBefore(item, value, capacity - 1))) return false;
    let place = this.#count < capacity ? this.#count : capacity - 1;
    this.#count = Math.min(capacity, this.#count + 1);
    while (place > 0 && this.#isBefore(item, value, place - 1)) {
      this.#items[place] = this.#items[place - 1]!;
      this.#values[place] = this.#values[place - 1]!;
      place -= 1;
    }
    this.#items[place] = item;
    this.#values[place] = value;
    return true;
  }

  /** Items pushed, best first. */
  list(): number[] {
    return [...this.#items.subarray(0, this.#count)];
  }

  #isBefore(item: number, value: number, place: number): boolean {
    const other = this.#values[place]!;
    return value > other || (value === other && item < this.#items[place]!);
  }
}
