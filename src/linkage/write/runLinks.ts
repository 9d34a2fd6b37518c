// Every link of a run, from the component floor on and to the last bit, for an index that is loaded from it and then need
// not search them again. links.parquet is for people and begins at the review threshold.
import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { crc32 } from "node:zlib";
import { readSections, type SectionValues, writeSections } from "../live/sectionFile.ts";
import type { LinkList } from "../score/linkList.ts";

const fileName = "links.bin";

/** What the links are of. */
export interface LinkedRows {
  /** Hash of the model, as writeModel gives it. */
  readonly modelHash: string;
  /** Per record the row that the model makes of it (collapseForModel), which the links name. */
  readonly rowOf: Int32Array;
}

export async function writeRunLinks(folder: string, links: LinkList, linked: LinkedRows): Promise<void> {
  const { count } = links;
  const [left, right] = [links.left.subarray(0, count), links.right.subarray(0, count)];
  const [logOdds, rule] = [links.logOdds.subarray(0, count), links.rule.subarray(0, count)];
  const sections = { of: fingerprint(linked), left, right, logOdds, rule };
  await pipeline(writeSections(Object.entries(sections)), createWriteStream(join(folder, fileName)));
}

/** Null where the folder has no links, or those of other rows or another model, or damaged ones: they are found anew then. */
export async function readRunLinks(folder: string, linked: LinkedRows): Promise<LinkList | null> {
  const path = join(folder, fileName);
  if ((await stat(path).catch(() => null))?.isFile() !== true) return null;
  try {
    const sections = await readSections(createReadStream(path, { highWaterMark: 1 << 22 }));
    const find = <T extends SectionValues>(name: string): T => sections.get(name) as T;
    if (Buffer.compare(find<Uint8Array>("of"), fingerprint(linked)) !== 0) return null;
    const left = find<Int32Array>("left");
    return { count: left.length, left, right: find("right"), logOdds: find("logOdds"), rule: find("rule") };
  } catch (error) {
    if ((error as { code?: unknown }).code === "SNAPSHOT_INVALID") return null;
    throw error;
  }
}

/** Codes of values differ between a run that trained its model and one that was given it, so they cannot tell. */
function fingerprint({ modelHash, rowOf }: LinkedRows): Uint8Array {
  const bytes = new Uint8Array(rowOf.buffer, rowOf.byteOffset, rowOf.byteLength);
  return new TextEncoder().encode(`${modelHash} ${rowOf.length} ${crc32(bytes)}`);
}
