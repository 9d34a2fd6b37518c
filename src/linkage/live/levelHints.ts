// At which level a row was last found in a piece: a guess where to look first, never an answer.

export class LevelHints {
  #levels = new Uint16Array(64);

  get(row: number): number {
    return row >= 0 ? (this.#levels[row] ?? 0) : 0;
  }

  set(row: number, level: number): void {
    if (row < 0 || (level === 0 && row >= this.#levels.length)) return;
    if (row >= this.#levels.length) {
      const wider = new Uint16Array(Math.ceil(row * 1.5) + 1);
      wider.set(this.#levels);
      this.#levels = wider;
    }
    this.#levels[row] = level;
  }
}
