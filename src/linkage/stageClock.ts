// Times the stages and passes their progress on.
import { NamesakeError } from "../shared/errors.ts";
import type { Progress } from "./linkOptions.ts";

export class StageClock {
  readonly #onProgress: ((progress: Progress) => void) | undefined;
  readonly #signal: AbortSignal | undefined;
  readonly #seconds = new Map<string, number>();
  #stage: string | null = null;
  #unit = "";
  #startedMs = 0;
  #peakBytes = 0;

  constructor(options: { onProgress?: (progress: Progress) => void; signal?: AbortSignal }) {
    this.#onProgress = options.onProgress;
    this.#signal = options.signal;
  }

  /**
   * Ends the stage that runs and starts the next, after letting a waiting signal in.
   * @throws NamesakeError INTERRUPTED where the run was aborted
   */
  async start(stage: string, unit: string): Promise<void> {
    this.stop();
    await new Promise((resolve) => setImmediate(resolve));
    if (this.#signal?.aborted === true) throw new NamesakeError("INTERRUPTED", `before the stage ${stage}`);
    this.#stage = stage;
    this.#unit = unit;
    this.#startedMs = performance.now();
    this.#onProgress?.({ stage, done: 0, total: null, unit });
  }

  readonly advance = (done: number, total: number | null): void => {
    if (this.#stage !== null) this.#onProgress?.({ stage: this.#stage, done, total, unit: this.#unit });
  };

  stop(): void {
    this.#peakBytes = Math.max(this.#peakBytes, process.resourceUsage().maxRSS * 1024);
    if (this.#stage === null) return;
    const seconds = (performance.now() - this.#startedMs) / 1000;
    this.#seconds.set(this.#stage, (this.#seconds.get(this.#stage) ?? 0) + seconds);
    this.#stage = null;
  }

  /** Seconds of each stage that has ended, in order, to the millisecond. */
  get secondsPerStage(): Record<string, number> {
    return Object.fromEntries([...this.#seconds].map(([stage, seconds]) => [stage, Math.round(seconds * 1000) / 1000]));
  }

  /** Largest resident memory of this process so far. */
  get peakMemoryBytes(): number {
    return this.#peakBytes;
  }
}
