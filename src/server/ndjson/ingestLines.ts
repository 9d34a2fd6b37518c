// Bulk ingest: lines in, one answer a line out, in order. Lines are handed on in bounded batches, each durable before it is
// answered; the next is read only when the client has taken the answers. Between batches the event loop gets its turn, so
// that other requests are served meanwhile.
import { setImmediate as nextTurn } from "node:timers/promises";
import type { AccessContext } from "../../governance/accessContext.ts";
import type { PutAnswer, RecordInput } from "../../persons/personService.ts";
import { NamesakeError } from "../../shared/errors.ts";
import { problemOf } from "../problem.ts";
import type { ServerContext } from "../serverContext.ts";
import { isBlank, readRecordLine } from "./readRecordLine.ts";
import { type Line, LineSplitter } from "./splitLines.ts";

interface NumberedLine {
  readonly number: number;
  readonly line: Line;
}

/**
 * Answers to the lines of a body, as NDJSON text.
 *
 * @param body bytes as they arrive; when it breaks off, the answers end
 */
export async function* ingestLines(
  body: AsyncIterable<Uint8Array>,
  access: AccessContext,
  context: ServerContext,
): AsyncGenerator<string> {
  const { bodyBytesMax, batchLines } = context.limits;
  const splitter = new LineSplitter(bodyBytesMax);
  let number = 0;
  const numbered = (lines: Line[]): NumberedLine[] => lines.map((line) => ({ number: ++number, line }));
  /** Answers on their way: the next lines are read and queued while the ones before are being committed. */
  const ahead: Promise<string>[] = [];
  const chunks = body[Symbol.asyncIterator]();
  const read = (): Promise<IteratorResult<Uint8Array>> => {
    const next = chunks.next();
    // Where the client has gone while answers are waited for, the next look at it tells.
    next.catch(() => undefined);
    return next;
  };
  for (let next = read(); ; ) {
    // An answer leaves as soon as it is there: the client may wait for it before it sends more.
    const [first] = ahead;
    const isReady = first !== undefined && (await Promise.race([first.then(() => true), next.then(() => false)]));
    if (isReady) {
      yield (await ahead.shift()) ?? "";
      continue;
    }
    const { value, done } = await next;
    if (done === true) break;
    if (context.stopping.aborted) {
      void chunks.return?.();
      break;
    }
    const lines = numbered(splitter.push(value));
    for (let from = 0; from < lines.length; from += batchLines) {
      if (ahead.length >= batchesAhead) yield (await ahead.shift()) ?? "";
      ahead.push(answerBatch(lines.slice(from, from + batchLines), access, context));
      await nextTurn();
    }
    next = read();
  }
  for (const answers of ahead) yield await answers;
  if (!context.stopping.aborted) yield await answerBatch(numbered(splitter.finish()), access, context);
}

/** Batches of lines under way at once. */
const batchesAhead = 2;

async function answerBatch(lines: readonly NumberedLine[], access: AccessContext, context: ServerContext) {
  const read = lines
    .filter(({ line }) => !isBlank(line))
    .map(({ number, line }) => ({ number, read: readOrRefuse(line, context) }));
  const inputs = read.map((each) => each.read).filter((each): each is RecordInput => !(each instanceof Error));
  const answers = (await putAll(inputs, access, context)).values();
  return read
    .map(({ number, read: each }) => {
      const answer = each instanceof Error ? each : (answers.next().value ?? new NamesakeError("INTERNAL", []));
      return `${JSON.stringify(answerLine(number, answer))}\n`;
    })
    .join("");
}

function readOrRefuse(line: Line, context: ServerContext): RecordInput | Error {
  try {
    if (context.stopping.aborted) throw new NamesakeError("STOPPING", []);
    return readRecordLine(line, context.limits.depthMax);
  } catch (error) {
    return error as Error;
  }
}

/** A batch that fails as a whole (the store is full, say) fails each of its lines. */
async function putAll(inputs: readonly RecordInput[], access: AccessContext, { service }: ServerContext) {
  if (inputs.length === 0) return [];
  try {
    return await service.putRecords(access, inputs);
  } catch (error) {
    return inputs.map(() => error as Error);
  }
}

function answerLine(line: number, answer: PutAnswer | Error) {
  if (answer instanceof Error) return { line, ...problemOf(answer) };
  return { line, status: answer.outcome === "created" ? 201 : 200, ...answer };
}
