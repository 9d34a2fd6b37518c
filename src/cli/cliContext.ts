// What a command may touch of the outside world; handed in, so that a test can run a command without a process.
import type { KeyInput } from "./review/readKeys.ts";

export interface TextOutput {
  write(text: string): unknown;
}

export interface CliContext {
  /** Results alone. */
  readonly out: TextOutput;
  /** Progress and errors. */
  readonly error: TextOutput;
  /** Answers to questions; absent where nobody can answer. */
  readonly input?: KeyInput;
  /** True where `error` is a terminal, so that a line may be written over. */
  readonly isTerminal: boolean;
  /** Width of the terminal in columns. */
  readonly columns: number;
  /** Fires on Ctrl-C. */
  readonly signal: AbortSignal;
  /** Milliseconds from any start. */
  readonly now: () => number;
  /** How this program was called, for hints: "bin/namesake" or "npx namesake". */
  readonly program: string;
  readonly version: string;
}
