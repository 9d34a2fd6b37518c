// Names of columns where every row brings its own keys (JSON, rows from memory), in an order that the order of rows
// does not change: by the last place at which a row has the name, then by UTF-8 bytes.
import { compareUtf8 } from "./compareUtf8.ts";

export class NameCollector {
  readonly #places = new Map<string, number>();

  get count(): number {
    return this.#places.size;
  }

  /** Notes the keys of one row in their order. */
  add(keys: Iterable<string>): void {
    let place = 0;
    for (const key of keys) {
      const before = this.#places.get(key);
      if (before === undefined || before < place) this.#places.set(key, place);
      place += 1;
    }
  }

  finish(): string[] {
    const sorted = [...this.#places].sort(([a, at], [b, bt]) => at - bt || compareUtf8(a, b));
    return sorted.map(([name]) => name);
  }
}
