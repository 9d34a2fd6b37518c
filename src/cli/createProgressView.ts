// Progress for people: on a terminal one live line for the stage at work, elsewhere plain lines that are far apart, so
// that a log file stays readable. Finished stages keep a line with what they did and how long it took.
import type { Progress } from "../linkage/linkOptions.ts";
import type { CliContext } from "./cliContext.ts";
import { formatCount } from "./format/formatCount.ts";
import { formatDuration } from "./format/formatDuration.ts";

export interface ProgressView {
  readonly show: (progress: Progress) => void;
  /** Ends the last stage's line; nothing is shown after it. */
  readonly finish: () => void;
}

const liveIntervalMs = 100;
const plainIntervalMs = 5000;
const eraseLine = "\r\u001b[2K";

interface Stage {
  readonly name: string;
  readonly startedMs: number;
  latest: Progress;
  shownMs: number;
}

/** A view on `context.error`; it asks `context.now` for the time and starts no timer. */
export function createProgressView(context: CliContext): ProgressView {
  const { isTerminal, error, now } = context;
  const intervalMs = isTerminal ? liveIntervalMs : plainIntervalMs;
  let stage: Stage | null = null;

  function finish() {
    if (stage === null) return;
    const line = finishedLine(stage, now());
    error.write(isTerminal ? `${eraseLine}${line}\n` : `${line}\n`);
    stage = null;
  }

  function show(progress: Progress) {
    const nowMs = now();
    if (stage?.name !== progress.stage) {
      finish();
      stage = { name: progress.stage, startedMs: nowMs, latest: progress, shownMs: isTerminal ? -Infinity : nowMs };
    }
    stage.latest = progress;
    if (nowMs - stage.shownMs < intervalMs) return;
    stage.shownMs = nowMs;
    const line = runningLine(stage, nowMs);
    error.write(isTerminal ? eraseLine + line.slice(0, Math.max(20, context.columns - 1)) : `${line}\n`);
  }

  return { show, finish };
}

function finishedLine(stage: Stage, nowMs: number): string {
  const { done, unit } = stage.latest;
  const work = done > 0 ? `${formatCount(done)} ${unit}` : "";
  return `${stage.name.padEnd(12)}${work.padEnd(32)}  ${formatDuration((nowMs - stage.startedMs) / 1000)}`;
}

function runningLine(stage: Stage, nowMs: number): string {
  const { done, total, unit } = stage.latest;
  const seconds = (nowMs - stage.startedMs) / 1000;
  if (done === 0 && total === null) return `${stage.name.padEnd(12)}${formatDuration(seconds)}`;
  const parts = [
    total === null ? `${formatCount(done)} ${unit}` : `${formatCount(done)} of ${formatCount(total)} ${unit}`,
  ];
  if (total !== null && total > 0) parts.unshift(`${Math.min(100, Math.floor((done / total) * 100))} %`);
  if (seconds >= 1 && done > 0) {
    const rate = done / seconds;
    parts.push(`${formatCount(rate)}/s`);
    if (total !== null && total > done) parts.push(`${formatDuration((total - done) / rate)} left`);
  }
  return `${stage.name.padEnd(12)}${parts.join(" · ")}`;
}
