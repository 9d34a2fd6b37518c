// Resolves what the user named (paths, quoted globs, "-") into files that exist, and names the source that each is.
import { access, constants, glob, stat } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { NamesakeError } from "../../shared/errors.ts";
import { compareUtf8 } from "./compareUtf8.ts";

export interface FoundFile {
  /** The path, or "-" for standard input. */
  readonly path: string;
  /** Unique name of the source: the file's name without folder and ending, with more of the path where that repeats. */
  readonly source: string;
}

/**
 * Files in the order of their source names, so that the order of arguments changes nothing.
 * @throws NamesakeError FILE_NOT_FOUND, FILE_IS_DIRECTORY, FILE_UNREADABLE
 */
export async function findFiles(named: readonly string[]): Promise<FoundFile[]> {
  const paths: string[] = [];
  for (const name of named) {
    for (const path of await expandPath(name)) if (path !== "-" || !paths.includes("-")) paths.push(path);
  }
  if (paths.length === 0) throw new NamesakeError("FILE_NOT_FOUND", "no file was named");
  for (const path of paths) if (path !== "-") await requireReadable(path);
  return nameSources(paths).sort((a, b) => compareUtf8(a.source, b.source));
}

async function expandPath(name: string): Promise<string[]> {
  if (name === "-" || (await exists(name)) || !/[*?[{]/.test(name)) return [name];
  const found: string[] = [];
  for await (const path of glob(name)) {
    if ((await stat(path)).isFile()) found.push(path);
  }
  if (found.length === 0) throw new NamesakeError("FILE_NOT_FOUND", `no file matches ${name}`);
  return found.sort(compareUtf8);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code === "EACCES",
  );
}

async function requireReadable(path: string): Promise<void> {
  try {
    if ((await stat(path)).isDirectory()) throw new NamesakeError("FILE_IS_DIRECTORY", path);
    await access(path, constants.R_OK);
  } catch (error) {
    if (error instanceof NamesakeError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    throw new NamesakeError(code === "ENOENT" || code === "ENOTDIR" ? "FILE_NOT_FOUND" : "FILE_UNREADABLE", path);
  }
}

function nameSources(paths: readonly string[]): FoundFile[] {
  const wider: ((path: string) => string)[] = [
    (path) =>
      path === "-"
        ? "stdin"
        : basename(path).replace(/(?<=.)(?:\.(?:csv|tsv|txt|psv|parquet|pq|ndjson|jsonl|json|gz))+$/i, ""),
    (path) => basename(path),
    (path) => `${basename(dirname(path))}/${basename(path)}`,
    (path) => path,
  ];
  for (const name of wider) {
    const names = paths.map((path) => name(path).toWellFormed());
    if (new Set(names).size === names.length) return paths.map((path, i) => ({ path, source: names[i] as string }));
  }
  return paths.map((path, i) => ({ path, source: `${path} (${i + 1})` }));
}
