// Bulk ingest as NDJSON over one request, reading the answers while sending.
import { request } from "node:http";
import { headersOf, type Target } from "./fireRequests.ts";
import type { SampleRecord } from "./sampleRecords.ts";

export interface BulkResult {
  readonly recordsPerSecond: number;
  /** Lines answered with less than 400. */
  readonly accepted: number;
  readonly refused: number;
}

/** Sends the records in one stream. */
export async function ingestBulk(target: Target, records: readonly SampleRecord[]): Promise<BulkResult> {
  const startedMs = performance.now();
  const counts = { accepted: 0, refused: 0 };
  await new Promise<void>((resolve, reject) => {
    const sent = request(`${target.url}/v1/records`, {
      method: "POST",
      headers: { ...headersOf(target), "content-type": "application/x-ndjson" },
    });
    sent.once("error", reject);
    sent.once("response", (answer) => {
      let rest = "";
      answer.setEncoding("utf8");
      answer.on("data", (text: string) => {
        const lines = (rest + text).split("\n");
        rest = lines.pop() ?? "";
        for (const line of lines) count(line, counts);
      });
      answer.once("end", resolve);
      answer.once("error", reject);
    });
    void sendAll(sent, records);
  });
  return { ...counts, recordsPerSecond: records.length / ((performance.now() - startedMs) / 1000) };
}

async function sendAll(sent: ReturnType<typeof request>, records: readonly SampleRecord[]): Promise<void> {
  for (let from = 0; from < records.length; from += 100) {
    const lines = records.slice(from, from + 100).map((record) => `${JSON.stringify(record)}\n`);
    if (!sent.write(lines.join(""))) await new Promise((resume) => sent.once("drain", resume));
  }
  sent.end();
}

function count(line: string, counts: { accepted: number; refused: number }): void {
  if (line === "") return;
  if ((JSON.parse(line) as { status: number }).status < 400) counts.accepted++;
  else counts.refused++;
}
