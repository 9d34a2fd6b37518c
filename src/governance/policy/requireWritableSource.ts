// A client writes records only of sources that it may see. Pure.
import { NamesakeError } from "../../shared/errors.ts";
import { type AccessContext, maySeeSource } from "../accessContext.ts";

/** @throws NamesakeError SOURCE_NOT_ALLOWED */
export function requireWritableSource(context: AccessContext, source: string): void {
  if (!maySeeSource(context, source)) throw new NamesakeError("SOURCE_NOT_ALLOWED", []);
}
