// The feed as server-sent events: what has happened since the cursor, then what happens, with a comment now and then so that
// both ends see a broken connection. The client is looked up again before each batch, so a revoked key ends its stream.
import type { AccessContext } from "../governance/accessContext.ts";
import type { EventAnswer } from "../persons/personService.ts";
import type { ServerContext } from "./serverContext.ts";

const batchSize = 500;
const retryMs = 1000;

/**
 * The stream's text, until the signal aborts.
 *
 * @param after cursor of the last event that the client knows
 * @param stillMay resolves to false when the client may no longer read
 */
export async function* streamEvents(
  { service, limits }: ServerContext,
  access: AccessContext,
  after: number,
  stillMay: () => Promise<boolean>,
  signal: AbortSignal,
): AsyncGenerator<string> {
  let cursor = after;
  yield `retry: ${retryMs}\n\n`;
  while (!signal.aborted && (await stillMay())) {
    const answer = await service.events(access, { after: cursor, limit: batchSize });
    const isBehind = answer.cursor > cursor;
    cursor = answer.cursor;
    if (answer.events.length > 0) yield answer.events.map(eventText).join("");
    if (isBehind) continue;
    await service.waitForEvents(cursor, limits.heartbeatMs, signal).catch(() => {});
    yield ": alive\n\n";
  }
}

const eventText = (event: EventAnswer): string =>
  `id: ${event.cursor}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
