// A folder appears completely or not at all: it is written under a temporary name beside its place, then renamed.
import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { NamesakeError } from "../../shared/errors.ts";

/**
 * Runs `write` with an empty temporary folder, then renames that to `out`. On any failure the temporary folder is
 * removed and what stood at `out` stays.
 * @throws NamesakeError OUTPUT_EXISTS (without `overwrite`), OUTPUT_UNWRITABLE, and what `write` throws
 */
export async function withNewFolder<T>(
  out: string,
  options: { readonly overwrite?: boolean | undefined },
  write: (temporaryFolder: string) => Promise<T>,
): Promise<T> {
  const place = resolve(out);
  const isThere = await requireFree(out, options);
  const temporary = await makeSibling(place, out);
  try {
    const result = await write(temporary);
    await moveIntoPlace(temporary, place, isThere);
    return result;
  } catch (error) {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
    throw asUnwritable(error, out);
  }
}

/**
 * Before hours of work as well as before writing. @returns whether there is a folder to replace
 * @throws NamesakeError OUTPUT_EXISTS (without `overwrite`), OUTPUT_UNWRITABLE where what is there cannot be replaced
 */
export async function requireFree(
  out: string,
  options: { readonly overwrite?: boolean | undefined },
): Promise<boolean> {
  const place = resolve(out);
  if (!(await exists(place))) return false;
  if (options.overwrite !== true) throw new NamesakeError("OUTPUT_EXISTS", out);
  await requireReplaceable(place, out);
  return true;
}

/** File system failures while writing as OUTPUT_UNWRITABLE; anything else unchanged. */
export function asUnwritable(error: unknown, where: string): unknown {
  if (error instanceof NamesakeError) return error;
  const code = (error as NodeJS.ErrnoException | null)?.code;
  const unwritable = [
    "ENOSPC",
    "EACCES",
    "EPERM",
    "EROFS",
    "EDQUOT",
    "EFBIG",
    "EIO",
    "ENOTDIR",
    "ENOENT",
    "EEXIST",
    "EMFILE",
  ];
  if (code !== undefined && unwritable.includes(code))
    return new NamesakeError("OUTPUT_UNWRITABLE", `${where} (${code})`);
  return error;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Only a folder is replaced, and never the one that the process stands in or one above it. */
async function requireReplaceable(place: string, out: string): Promise<void> {
  if (!(await stat(place)).isDirectory())
    throw new NamesakeError("OUTPUT_UNWRITABLE", `${out} is a file, not a folder`);
  if (`${process.cwd()}/`.startsWith(`${place}/`))
    throw new NamesakeError("OUTPUT_UNWRITABLE", `${out} holds the working folder`);
}

async function makeSibling(place: string, out: string): Promise<string> {
  try {
    await mkdir(dirname(place), { recursive: true });
    const temporary = join(dirname(place), `.${basename(place)}.new-${randomUUID().slice(0, 8)}`);
    await mkdir(temporary);
    return temporary;
  } catch (error) {
    throw asUnwritable(error, out);
  }
}

async function moveIntoPlace(temporary: string, place: string, isThere: boolean): Promise<void> {
  if (!isThere) {
    await rename(temporary, place);
    return;
  }
  const old = `${temporary}.old`;
  await rename(place, old);
  try {
    await rename(temporary, place);
  } catch (error) {
    await rename(old, place);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}
