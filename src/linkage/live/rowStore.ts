// Rows of codes, what blocking and comparing see of records. Where the model takes identical records for one unit, they
// share a row; else each record has its own. Row 0 is kept for the record of a query.
import { mixBits } from "../../shared/hashText.ts";
import { CodeTable } from "./codeTable.ts";
import { type Moves, widen } from "./widen.ts";

export class RowStore {
  readonly stride: number;
  cells: Int32Array;
  /** Per row the source of its first record; used where each record has its own row. */
  sourceOf: Uint16Array;
  /** Rows ever given out, row 0 included. */
  end = 1;
  /** Per row its first record, −1 where the row is free; further ones follow in `nextOf`. */
  #firstOf: Int32Array;
  /** Per record its row, 0 where it has none. */
  #rowOf: Int32Array;
  #nextOf: Int32Array;
  /** Per row its keys: where they stand in the pools, how many there are, and how many have room. */
  #keyStart: Uint32Array;
  #keyCount: Uint16Array;
  #keyRoom: Uint16Array;
  #keys: Uint32Array;
  #keyRules: Uint8Array;
  #keysEnd = 0;
  #free: number[] = [];
  readonly #moves: Moves;
  readonly #ownMoves: Moves = { count: 0 };
  readonly #table: CodeTable | null;

  /** `isIdenticalOne`: identical records share a row. */
  constructor(stride: number, isIdenticalOne: boolean, moves: Moves, expected: number) {
    const room = expected + 16;
    this.stride = stride;
    this.#moves = moves;
    this.cells = new Int32Array(room * stride).fill(-1, 0, stride);
    this.sourceOf = new Uint16Array(room);
    this.#firstOf = new Int32Array(room);
    this.#firstOf[0] = -1;
    this.#rowOf = new Int32Array(room);
    this.#nextOf = new Int32Array(room);
    this.#keyStart = new Uint32Array(room);
    this.#keyCount = new Uint16Array(room);
    this.#keyRoom = new Uint16Array(room);
    this.#keys = new Uint32Array(room * 8);
    this.#keyRules = new Uint8Array(room * 8);
    this.#table = isIdenticalOne ? new CodeTable((row) => this.#hash(row), expected) : null;
  }

  /** Row of a record; 0 where it is withdrawn or unknown. */
  rowOf(record: number): number {
    return this.#rowOf[record] ?? 0;
  }

  /** First record of a row, −1 where the row is free. */
  firstOf(row: number): number {
    return this.#firstOf[row]!;
  }

  /** The record after another in the same row, −1 where it is the last. */
  nextOf(record: number): number {
    return this.#nextOf[record]!;
  }

  keyCount(row: number): number {
    return this.#keyCount[row]!;
  }

  key(row: number, index: number): number {
    return this.#keys[this.#keyStart[row]! + index]!;
  }

  keyRule(row: number, index: number): number {
    return this.#keyRules[this.#keyStart[row]! + index]!;
  }

  /** Empties row 0. */
  clearQuery(): void {
    this.cells.fill(-1, 0, this.stride);
  }

  /** True where a row has the cells of row 0. */
  readonly equalsQuery = (row: number): boolean => {
    const { cells, stride } = this;
    for (let i = 0, at = row * stride; i < stride; i += 1, at += 1) if (cells[i] !== cells[at]) return false;
    return true;
  };

  /** The row with the cells of row 0 where identical records share one; else 0. */
  findShared(): number {
    return this.#table === null ? 0 : Math.max(0, this.#table.find(this.#hash(0), this.equalsQuery));
  }

  /** A new row with the cells of row 0, without records or keys. */
  create(source: number): number {
    const row = this.#free.pop() ?? this.end;
    if (row === this.end) this.#reserveRow(row);
    this.cells.copyWithin(row * this.stride, 0, this.stride);
    this.sourceOf[row] = source;
    this.#firstOf[row] = -1;
    this.#keyCount[row] = 0;
    this.#table?.add(this.#hash(row), row);
    return row;
  }

  /** Sets the keys of a row: rules[from … to) and keys[from … to). */
  setKeys(row: number, rules: Uint8Array, keys: Uint32Array, from: number, to: number): void {
    const count = to - from;
    if (this.#keyRoom[row]! < count) {
      this.#keys = widen(this.#keys, this.#keysEnd + count, this.#ownMoves);
      this.#keyRules = widen(this.#keyRules, this.#keysEnd + count, this.#ownMoves);
      this.#keyStart[row] = this.#keysEnd;
      this.#keyRoom[row] = count;
      this.#keysEnd += count;
    }
    this.#keyCount[row] = count;
    for (let i = from, at = this.#keyStart[row]!; i < to; i += 1, at += 1) {
      this.#keys[at] = keys[i]!;
      this.#keyRules[at] = rules[i]!;
    }
  }

  attach(record: number, row: number): void {
    this.#rowOf = widen(this.#rowOf, record + 1, this.#ownMoves);
    this.#nextOf = widen(this.#nextOf, record + 1, this.#ownMoves);
    this.#rowOf[record] = row;
    this.#nextOf[record] = this.#firstOf[row]!;
    this.#firstOf[row] = record;
  }

  /** Takes a record out of its row, which may be left without records. */
  detach(record: number): void {
    const row = this.#rowOf[record]!;
    if (this.#firstOf[row] === record) {
      this.#firstOf[row] = this.#nextOf[record]!;
    } else {
      let before = this.#firstOf[row]!;
      while (this.#nextOf[before] !== record) before = this.#nextOf[before]!;
      this.#nextOf[before] = this.#nextOf[record]!;
    }
    this.#rowOf[record] = 0;
    this.#nextOf[record] = -1;
  }

  /** Frees a row without records. */
  release(row: number): void {
    this.#table?.remove(this.#hash(row), row);
    this.#firstOf[row] = -1;
    this.#keyCount[row] = 0;
    this.#free.push(row);
  }

  freeze(recordCount: number): RowArrays {
    const rows = this.end;
    return {
      cells: this.cells.subarray(0, rows * this.stride),
      sourceOf: this.sourceOf.subarray(0, rows),
      firstOf: this.#firstOf.subarray(0, rows),
      rowOf: this.#rowOf.subarray(0, recordCount),
      nextOf: this.#nextOf.subarray(0, recordCount),
      keyStart: this.#keyStart.subarray(0, rows),
      keyCount: this.#keyCount.subarray(0, rows),
      keyRoom: this.#keyRoom.subarray(0, rows),
      keys: this.#keys.subarray(0, this.#keysEnd),
      keyRules: this.#keyRules.subarray(0, this.#keysEnd),
      free: Int32Array.from(this.#free),
    };
  }

  /** Takes over what `freeze` gave, copied into arrays with room. */
  load(arrays: RowArrays): void {
    const rows = arrays.sourceOf.length;
    this.end = rows;
    this.cells = widenWith(this.cells, arrays.cells);
    this.sourceOf = widenWith(this.sourceOf, arrays.sourceOf);
    this.#firstOf = widenWith(this.#firstOf, arrays.firstOf);
    this.#rowOf = widenWith(this.#rowOf, arrays.rowOf);
    this.#nextOf = widenWith(this.#nextOf, arrays.nextOf);
    this.#keyStart = widenWith(this.#keyStart, arrays.keyStart);
    this.#keyCount = widenWith(this.#keyCount, arrays.keyCount);
    this.#keyRoom = widenWith(this.#keyRoom, arrays.keyRoom);
    this.#keys = widenWith(this.#keys, arrays.keys);
    this.#keyRules = widenWith(this.#keyRules, arrays.keyRules);
    this.#keysEnd = arrays.keys.length;
    this.#free = [...arrays.free];
    this.#moves.count += 1;
    if (this.#table === null) return;
    this.#table.reserve(rows);
    for (let row = 1; row < rows; row += 1) if (this.#firstOf[row]! >= 0) this.#table.add(this.#hash(row), row);
  }

  #reserveRow(row: number): void {
    this.end = row + 1;
    this.cells = widen(this.cells, this.end * this.stride, this.#moves);
    this.sourceOf = widen(this.sourceOf, this.end, this.#moves);
    this.#firstOf = widen(this.#firstOf, this.end, this.#ownMoves);
    this.#keyStart = widen(this.#keyStart, this.end, this.#ownMoves);
    this.#keyCount = widen(this.#keyCount, this.end, this.#ownMoves);
    this.#keyRoom = widen(this.#keyRoom, this.end, this.#ownMoves);
  }

  #hash(row: number): number {
    let hash = 0x811c9dc5;
    for (let i = 0, at = row * this.stride; i < this.stride; i += 1, at += 1) {
      hash = Math.imul(hash ^ this.cells[at]!, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return mixBits(hash);
  }
}

export interface RowArrays {
  readonly cells: Int32Array;
  readonly sourceOf: Uint16Array;
  readonly firstOf: Int32Array;
  readonly rowOf: Int32Array;
  readonly nextOf: Int32Array;
  readonly keyStart: Uint32Array;
  readonly keyCount: Uint16Array;
  readonly keyRoom: Uint16Array;
  readonly keys: Uint32Array;
  readonly keyRules: Uint8Array;
  readonly free: Int32Array;
}

function widenWith<T extends Int32Array | Uint32Array | Uint16Array | Uint8Array>(own: T, values: T): T {
  const wide = widen(own, values.length + (values.length >> 3), { count: 0 });
  wide.set(values as never);
  return wide;
}
