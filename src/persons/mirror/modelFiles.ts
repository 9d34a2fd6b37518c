// The model of a store: its files as namesake link writes them, named by the model's hash, and which hash is in use.
import { createReadStream } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Model } from "../../linkage/model.ts";
import { loadModel } from "../../linkage/settings/loadModel.ts";
import { writeModel } from "../../linkage/settings/writeModel.ts";
import { NamesakeError } from "../../shared/errors.ts";
import type { PersonStore, StoreWriter } from "../../store/personStore.ts";
import type { LoadedColumns } from "../fieldNames.ts";

type FileStore = Pick<PersonStore, "readFile" | "writeFile" | "setting">;

export interface StoredModel {
  readonly model: Model;
  readonly hash: string;
  readonly columns: LoadedColumns;
}

const chunkBytes = 8 << 20;
const pathOf = (hash: string, name: string): string => `model/${hash}/${name}`;

/** Keeps a model's files; it is in use only once `useModel` has been committed. */
export async function storeModel(store: FileStore, model: Model): Promise<{ hash: string }> {
  return withFolder(async (folder) => {
    const { hash } = await writeModel(model, folder);
    const files = (await readdir(folder)).sort();
    for (const name of files) {
      await store.writeFile(pathOf(hash, name), createReadStream(join(folder, name), { highWaterMark: chunkBytes }));
    }
    return { hash };
  });
}

/** Puts a stored model in use, with what its run knew of columns. */
export async function useModel(
  writer: Pick<StoreWriter, "setSetting">,
  { hash }: { readonly hash: string },
  columns: LoadedColumns,
): Promise<void> {
  await writer.setSetting("model", hash);
  await writer.setSetting("columns", JSON.stringify(columns));
}

/**
 * The model in use.
 * @throws NamesakeError MODEL_MISSING, and MODEL_INVALID where a file is damaged
 */
export async function readStoredModel(store: FileStore): Promise<StoredModel> {
  const hash = await store.setting("model");
  if (hash === null) throw new NamesakeError("MODEL_MISSING", "store");
  // From the store as it is: a copy in a temporary folder would outlive a process that is killed.
  const model = await loadModel("model.json", (path) => chunksOf(store, pathOf(hash, basename(path))));
  const columns = JSON.parse((await store.setting("columns")) ?? '{"columns":[],"columnNames":{}}') as LoadedColumns;
  return { model, hash, columns };
}

async function* chunksOf(store: FileStore, name: string): AsyncGenerator<Uint8Array> {
  const chunks = await store.readFile(name);
  if (chunks === null) throw new NamesakeError("MODEL_INVALID", `the store lacks ${basename(name)}`);
  yield* chunks;
}

async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "namesake-model-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
