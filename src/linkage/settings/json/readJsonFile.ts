// Reads a JSON file that a person may have edited: what is wrong with it is said with line and column.
import { readFile, stat } from "node:fs/promises";
import { type ErrorCode, NamesakeError } from "../../../shared/errors.ts";
import { locateJsonMistake } from "./locateJsonMistake.ts";

const bytesMax = 256 * 1024 * 1024;

/**
 * The parsed content of a UTF-8 file, with or without byte order mark.
 * @param code the error for content that is no JSON
 * @throws NamesakeError FILE_NOT_FOUND, FILE_IS_DIRECTORY, FILE_UNREADABLE, `code`
 */
export async function readJsonFile(path: string, code: ErrorCode): Promise<unknown> {
  return parseJsonBytes(await readBytes(path, code), path, code);
}

/** As readJsonFile, of bytes that were read from `path`. */
export function parseJsonBytes(bytes: Uint8Array, path: string, code: ErrorCode): unknown {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new NamesakeError(code, `${path} is not UTF-8 text`, { cause: error });
  }
  try {
    return JSON.parse(text);
  } catch {
    const { line, column } = locateJsonMistake(text);
    throw new NamesakeError(code, `${path} is not JSON: line ${line}, column ${column}`);
  }
}

async function readBytes(path: string, code: ErrorCode): Promise<Uint8Array> {
  try {
    const facts = await stat(path);
    if (facts.isDirectory()) throw new NamesakeError("FILE_IS_DIRECTORY", path);
    if (facts.size > bytesMax) throw new NamesakeError(code, `${path} is larger than 256 MiB`);
    return await readFile(path);
  } catch (error) {
    throw asFileError(error, path);
  }
}

/** A file system failure while reading `path` as its expected failure; anything else unchanged. */
export function asFileError(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (error instanceof NamesakeError || code === undefined) return error;
  if (code === "ENOENT" || code === "ENOTDIR") return new NamesakeError("FILE_NOT_FOUND", path);
  if (code === "EISDIR") return new NamesakeError("FILE_IS_DIRECTORY", path);
  return new NamesakeError("FILE_UNREADABLE", path);
}
