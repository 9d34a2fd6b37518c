// A context for commands under test: what they print is kept as text, and the clock stands until it is moved.
import type { CliContext } from "../../src/cli/cliContext.ts";

export interface TestContext extends CliContext {
  readonly printed: () => string;
  readonly reported: () => string;
  readonly advance: (milliseconds: number) => void;
}

/** A context whose outputs and clock the test holds; `changes` replace parts of it. */
export function createTestContext(changes: Partial<CliContext> = {}): TestContext {
  let printed = "";
  let reported = "";
  let nowMs = 0;
  return {
    out: { write: (text) => (printed += text) },
    error: { write: (text) => (reported += text) },
    isTerminal: false,
    columns: 100,
    signal: new AbortController().signal,
    now: () => nowMs,
    program: "namesake",
    version: "1.2.3",
    ...changes,
    printed: () => printed,
    reported: () => reported,
    advance: (milliseconds) => {
      nowMs += milliseconds;
    },
  };
}
