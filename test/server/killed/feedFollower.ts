// Follows the feed of events across ends and starts of a server: cursors without gaps, nothing told that is taken back.
import assert from "node:assert/strict";
import { askOrLose, type Connection } from "./askOrLose.ts";

interface ToldEvent {
  readonly cursor: number;
}

export class FeedFollower {
  readonly #told: ToldEvent[] = [];

  get cursor(): number {
    return this.#told.length;
  }

  async follow(connection: Connection): Promise<never> {
    for (;;) await this.step(connection);
  }

  /** Reads on; true where there was something. */
  async step(connection: Connection): Promise<boolean> {
    const after = this.cursor;
    const { status, body } = await askOrLose(connection, "GET", `/v1/events?after=${after}&limit=1000`);
    assert.equal(status, 200);
    for (const event of body.events as ToldEvent[]) {
      assert.equal(event.cursor, this.cursor + 1, "cursors have no gaps");
      this.#told.push(event);
    }
    assert.equal(body.cursor, this.cursor);
    return body.events.length > 0;
  }

  /** Another reading from the beginning tells the same. */
  async check(connection: Connection): Promise<void> {
    while (await this.step(connection));
    const again = new FeedFollower();
    while (await again.step(connection));
    assert.deepEqual(again.#told, this.#told);
  }
}
