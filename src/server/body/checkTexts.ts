// Checks a parsed JSON body for what JSON allows and this service does not: deep nesting, NUL and half surrogate pairs in
// texts and names, and the name __proto__, which would change an object instead of naming a member.
import { NamesakeError } from "../../shared/errors.ts";
import { InvalidRequest } from "../invalidRequest.ts";

const NUL = "\u0000";

/**
 * @param depthMax how deep arrays and objects may nest
 * @throws NamesakeError BODY_TOO_DEEP; TEXT_NOT_ALLOWED with the place
 */
export function checkTexts(value: unknown, depthMax: number): void {
  visit(value, depthMax, []);
}

function visit(value: unknown, depthLeft: number, path: string[]): void {
  if (typeof value === "string") {
    if (!isAllowed(value)) refuse(path, "holds NUL or half of a surrogate pair");
    return;
  }
  if (typeof value !== "object" || value === null) return;
  if (depthLeft === 0) throw new NamesakeError("BODY_TOO_DEEP", []);
  for (const name of Object.keys(value)) {
    if (!isAllowed(name) || name === "__proto__") refuse(path, "has a member whose name is not allowed");
    path.push(name);
    visit((value as Record<string, unknown>)[name], depthLeft - 1, path);
    path.pop();
  }
}

/** True for well-formed Unicode without NUL. */
export const isAllowed = (text: string): boolean => text.isWellFormed() && !text.includes(NUL);

function refuse(path: readonly string[], detail: string): never {
  throw new InvalidRequest([{ in: "body", pointer: jsonPointer(path), detail }], "TEXT_NOT_ALLOWED");
}

/** Names as a JSON pointer (RFC 6901); long names are cut, since what stands in a name's place may not be one. */
export function jsonPointer(path: readonly string[]): string {
  return path.map((name) => `/${clip(name).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

const clip = (name: string): string => (name.length <= 64 ? name : `${name.slice(0, 61)}...`);
