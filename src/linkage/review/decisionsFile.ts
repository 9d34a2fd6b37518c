// The file that rulings are appended to, one line each, forced to the disk before the next question: in the format that
// a run's decisions and labels are read in. A line that an interruption cut short was never acknowledged and goes.
import { type FileHandle, open, stat } from "node:fs/promises";
import { NamesakeError } from "../../shared/errors.ts";
import { loadDecisions } from "../read/loadDecisions.ts";
import { asUnwritable } from "../write/replaceFolder.ts";
import type { Ruling } from "./rulings.ts";

const columns = ["kind", "left_source", "left_id", "right_source", "right_id", "reason"] as const;
const reason = "review";

export class DecisionsFile {
  readonly path: string;
  readonly #handle: FileHandle;
  readonly #columns: readonly string[];
  /** Length of the file as we left it, and before each ruling of this session. */
  #length: number;
  readonly #lengths: number[] = [];

  private constructor(path: string, handle: FileHandle, header: readonly string[], length: number) {
    this.path = path;
    this.#handle = handle;
    this.#columns = header;
    this.#length = length;
  }

  /**
   * Opens or makes the file and reads the rulings in it.
   * @throws NamesakeError DECISIONS_INVALID where its columns or a row cannot be used, OUTPUT_UNWRITABLE
   */
  static async open(path: string): Promise<{ file: DecisionsFile; rulings: Ruling[] }> {
    try {
      const handle = await open(path, "a+");
      try {
        const header = await prepare(handle, path);
        const { size } = await handle.stat();
        return { file: new DecisionsFile(path, handle, header, size), rulings: await readRulings(path) };
      } catch (error) {
        await handle.close();
        throw error;
      }
    } catch (error) {
      throw asUnwritable(error, path);
    }
  }

  /** False where somebody else wrote to the file since we did. */
  async isOurs(): Promise<boolean> {
    return (await stat(this.path).catch(() => null))?.size === this.#length;
  }

  /** The rulings that stand in the file now; it is ours from here on. */
  async reload(): Promise<Ruling[]> {
    this.#length = (await this.#handle.stat()).size;
    this.#lengths.length = 0;
    return readRulings(this.path);
  }

  /** Appends a ruling; it is on the disk when this returns. @throws NamesakeError OUTPUT_UNWRITABLE */
  async append({ kind, left, right }: Ruling): Promise<void> {
    const values: Readonly<Record<string, string>> = {
      kind,
      left_source: left.source ?? "",
      left_id: left.id,
      right_source: right.source ?? "",
      right_id: right.id,
      reason,
    };
    const line = `${this.#columns.map((name) => quoted(values[name] ?? "")).join()}\n`;
    this.#lengths.push(this.#length);
    await this.#write(line);
  }

  /** Takes back the last ruling of this session; false where there is none. */
  async undo(): Promise<boolean> {
    const before = this.#lengths.pop();
    if (before === undefined) return false;
    await this.#handle.truncate(before);
    await this.#handle.datasync();
    this.#length = before;
    return true;
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  async #write(text: string): Promise<void> {
    try {
      await this.#handle.write(text);
      await this.#handle.datasync();
      this.#length += Buffer.byteLength(text);
    } catch (error) {
      throw asUnwritable(error, this.path);
    }
  }
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The columns of the file, whose last line is whole afterwards; a new file gets its header. */
async function prepare(handle: FileHandle, path: string): Promise<readonly string[]> {
  const content = await handle.readFile("utf8");
  const end = content.indexOf("\n");
  const header = content
    .slice(0, end < 0 ? content.length : end)
    .trim()
    .replace(/^\ufeff/, "")
    .split(",")
    .map((name) => name.trim());
  if (content.trim() === "" || (end < 0 && columns.join().startsWith(content.trim()))) {
    await handle.truncate(0);
    await handle.write(`${columns.join()}\n`);
    await handle.datasync();
    return columns;
  }
  const absent = columns.slice(0, 5).filter((name) => !header.includes(name));
  if (absent.length > 0) {
    throw new NamesakeError("DECISIONS_INVALID", `${path} has no column ${absent.join(", ")}; give another --out`);
  }
  await mendEnd(handle, content, header.length);
  return header;
}

async function mendEnd(handle: FileHandle, content: string, width: number): Promise<void> {
  if (content.endsWith("\n")) return;
  const start = content.lastIndexOf("\n") + 1;
  const fields = content
    .slice(start)
    .replaceAll(/"(?:[^"]|"")*"/g, "x")
    .split(",").length;
  if (fields >= width) await handle.write("\n");
  else await handle.truncate(Buffer.byteLength(content.slice(0, start)));
  await handle.datasync();
}

/** Rulings in a file that may not be there yet; nothing is written. @throws NamesakeError DECISIONS_INVALID */
export async function readStanding(path: string): Promise<Ruling[]> {
  const facts = await stat(path).catch(() => null);
  return facts === null || facts.size === 0 ? [] : readRulings(path);
}

async function readRulings(path: string): Promise<Ruling[]> {
  const rows = await loadDecisions(path, {});
  return rows.map(({ kind, leftSource, leftId, rightSource, rightId }, index) => {
    const known = kind?.trim().toLowerCase();
    if ((known !== "same" && known !== "different") || leftId === null || rightId === null) {
      throw new NamesakeError("DECISIONS_INVALID", `${path} row ${index + 1}: kind or an identifier is missing`);
    }
    const name = (source: string | null, id: string) => (source === null ? { id } : { source, id });
    return { kind: known, left: name(leftSource, leftId), right: name(rightSource, rightId) };
  });
}
