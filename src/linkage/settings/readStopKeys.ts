// Checks the part of a model document that holds stop keys, or names the file beside it that does. Keys belong to the
// rule that they are given with, so that rules can be taken out, added and put in another order by hand.
import { createHash } from "node:crypto";
import type { BlockingModel } from "../model.ts";
import { JsonPlace } from "./json/jsonPlace.ts";
import { type OpenFile, openFile, readAll } from "./openFile.ts";
import { stopKeyFormat, stopKeyVersion } from "./stopKeyLines.ts";

export interface RuleStopKeys {
  readonly rule: readonly string[];
  /** Ascending. */
  readonly keys: Uint32Array;
}

export type StopKeySource =
  | { readonly lists: readonly RuleStopKeys[] }
  | { readonly file: string; readonly sha256: string };

/** Reads `blocking.stopKeys`; mistakes are noted in the place. None where there is nothing. */
export function readStopKeySource(place: JsonPlace): StopKeySource {
  if (place.isAbsent || Array.isArray(place.value)) return { lists: (place.items() ?? []).map(readRuleStopKeys) };
  const { file, sha256 } = place.fields(["file", "sha256"]);
  const name = file.required().text() ?? "";
  const digits = sha256.required().text() ?? "";
  if (name !== "" && !/^stop-keys-[0-9a-f]{16}\.json$/.test(name))
    file.note("must be named stop-keys-<16 hexadecimal digits>.json");
  if (digits !== "" && !/^[0-9a-f]{64}$/.test(digits)) sha256.note("must be 64 hexadecimal digits");
  return { file: name, sha256: digits };
}

function readRuleStopKeys(place: JsonPlace): RuleStopKeys {
  const { rule, keys } = place.required().fields(["rule", "keys"]);
  const numbers = (keys.required().items() ?? []).map(
    (key) => key.required().number({ min: 0, max: 2 ** 32 - 1, isWhole: true }) ?? 0,
  );
  if (numbers.some((key, index) => index > 0 && key <= (numbers[index - 1] ?? 0)))
    keys.note("must ascend, each key once");
  return { rule: rule.required().texts() ?? [], keys: Uint32Array.from(numbers) };
}

/**
 * Stop keys of the file at `path`, or what is wrong with it.
 * @param sha256 hexadecimal digits that the content must have
 * @throws the file system's errors
 */
export async function readStopKeyFile(
  path: string,
  sha256: string,
  open: OpenFile = openFile,
): Promise<{ readonly lists: readonly RuleStopKeys[] } | { readonly mistake: string }> {
  const bytes = await readAll(open, path);
  if (createHash("sha256").update(bytes).digest("hex") !== sha256) {
    return { mistake: "has changed since the model was written (its hash differs)" };
  }
  const lines = bytes.toString("utf8").split("\n").slice(0, -1).map(parse);
  const { format, version } = (lines[0] ?? {}) as Record<string, unknown>;
  if (format !== stopKeyFormat || typeof version !== "number") return { mistake: "is no file of stop keys" };
  if (version > stopKeyVersion) {
    return { mistake: `is of version ${version}, newer than this version of namesake understands` };
  }
  const mistakes: string[] = [];
  const lists = lines
    .slice(1)
    .map((line, index) => readRuleStopKeys(new JsonPlace(line, `line ${index + 2}`, mistakes)));
  return mistakes[0] === undefined ? { lists } : { mistake: mistakes[0] };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Lists by rule, in the order of `rules`; what is given for no rule of the model is not used. */
export function alignStopKeys(
  lists: readonly RuleStopKeys[],
  rules: BlockingModel["rules"],
): BlockingModel["stopKeys"] {
  const byRule = new Map(lists.map(({ rule, keys }) => [JSON.stringify(rule), keys]));
  return rules.map((rule) => byRule.get(JSON.stringify(rule)) ?? new Uint32Array(0));
}
