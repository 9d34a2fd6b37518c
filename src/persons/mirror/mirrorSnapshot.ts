// The mirror as a file of the store, so that a start reads it instead of standardising every record again. It is a copy of
// what facts give: damaged, of another model or of another time, it is passed over.
import { crc32 } from "node:zlib";
import { LiveIndex, type Model } from "../../linkage/index.ts";
import type { Moment, PersonStore } from "../../store/personStore.ts";
import type { Mirror } from "../indexState.ts";
import { type PersonArrays, PersonTable } from "./personTable.ts";

export const snapshotName = "mirror";
const snapshotFormat = "namesake-mirror-1";
const chunkBytes = 8 << 20;

interface SnapshotHeader {
  readonly format: string;
  readonly modelHash: string;
  readonly moment: Moment;
  /** Bytes of each array of the person table, and their checksums. */
  readonly lengths: readonly number[];
  readonly checksums: readonly number[];
}

export interface Snapshot {
  readonly live: LiveIndex;
  readonly persons: PersonTable;
  readonly moment: Moment;
}

const arrayNames = ["personOf", "versionOf", "states", "createdAt", "changedAt", "ids"] as const;

/** Writes the mirror of a moment. It must not change until this resolves. */
export async function writeSnapshot(
  store: Pick<PersonStore, "writeFile">,
  { live, persons }: Pick<Mirror, "live" | "persons">,
  { modelHash, moment }: { readonly modelHash: string; readonly moment: Moment },
): Promise<void> {
  await store.writeFile(snapshotName, chunksOf(live, persons, modelHash, moment));
}

function* chunksOf(live: LiveIndex, persons: PersonTable, modelHash: string, moment: Moment): Generator<Uint8Array> {
  const arrays = persons.toArrays();
  const parts = arrayNames.map((name) => bytesOf(arrays[name]));
  const header: SnapshotHeader = {
    format: snapshotFormat,
    modelHash,
    moment,
    lengths: parts.map(({ length }) => length),
    checksums: parts.map((part) => crc32(part)),
  };
  yield Buffer.from(JSON.stringify(header));
  for (const part of parts) {
    for (let from = 0; from < part.length; from += chunkBytes) yield part.subarray(from, from + chunkBytes);
  }
  yield* live.snapshot();
}

/** The snapshot, or null where there is none that serves: of this model, whole, and of no later moment than `head`. */
export async function readSnapshot(
  store: Pick<PersonStore, "readFile">,
  model: Model,
  { modelHash, head }: { readonly modelHash: string; readonly head: Moment },
): Promise<Snapshot | null> {
  const file = await store.readFile(snapshotName);
  if (file === null) return null;
  const chunks = file[Symbol.asyncIterator]();
  try {
    const header = parseHeader((await chunks.next()).value as Uint8Array | undefined);
    if (header === null || header.modelHash !== modelHash || header.moment > head) return null;
    const arrays = await readArrays(chunks, header);
    if (arrays === null) return null;
    const live = await LiveIndex.restoreFrom(model, { [Symbol.asyncIterator]: () => chunks });
    return { live, persons: PersonTable.fromArrays(arrays), moment: header.moment };
  } catch (error) {
    if ((error as { code?: unknown }).code === "SNAPSHOT_INVALID") return null;
    throw error;
  } finally {
    await chunks.return?.();
  }
}

function parseHeader(chunk: Uint8Array | undefined): SnapshotHeader | null {
  if (chunk === undefined) return null;
  try {
    const header = JSON.parse(Buffer.from(chunk).toString()) as SnapshotHeader;
    return header.format === snapshotFormat ? header : null;
  } catch {
    return null;
  }
}

async function readArrays(chunks: AsyncIterator<Uint8Array>, header: SnapshotHeader): Promise<PersonArrays | null> {
  const parts: Uint8Array[] = [];
  for (const [index, length] of header.lengths.entries()) {
    // Aligned for arrays of four bytes a number.
    const part = new Uint8Array(length);
    for (let filled = 0; filled < length; ) {
      const { value, done } = await chunks.next();
      if (done === true || filled + value.length > length) return null;
      part.set(value, filled);
      filled += value.length;
    }
    if (crc32(part) !== header.checksums[index]) return null;
    parts.push(part);
  }
  const [personOf, versionOf, states, createdAt, changedAt, ids] = parts;
  if (!personOf || !versionOf || !states || !createdAt || !changedAt || !ids) return null;
  return {
    personOf: new Int32Array(personOf.buffer),
    versionOf: new Int32Array(versionOf.buffer),
    states,
    createdAt: new Uint32Array(createdAt.buffer),
    changedAt: new Uint32Array(changedAt.buffer),
    ids,
  };
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Int32Array | Uint32Array | Uint8Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
