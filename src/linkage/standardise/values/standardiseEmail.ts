// An e-mail address in one spelling, with its halves: the local part often holds a name, the domain seldom tells people
// apart.
import { foldText } from "./foldText.ts";

export interface StandardEmail {
  /** local@domain, or the text as it is where there is no @. */
  readonly text: string;
  readonly local: string;
  /** "" where there is no @. */
  readonly domain: string;
}

/**
 * Lower-case ASCII without spaces, display name, mailto: and +tag; googlemail.com is gmail.com. Dots of the local part
 * stay: they part names. null where nothing is left. Idempotent in `text`.
 */
export function standardiseEmail(raw: string): StandardEmail | null {
  const folded = foldText(raw.slice(0, 400));
  const inBrackets = /<([^<>]*@[^<>]*)>/.exec(folded)?.[1] ?? folded;
  const text = inBrackets.replace(/^(?:mailto:)+/, "").replace(/[\s"'<>()[\],;:]+/g, "");
  const at = text.lastIndexOf("@");
  const local = (at < 0 ? text : text.slice(0, at)).replace(/(?<=.)\+.*$/, "").replace(/\.+$/, "");
  const written = at < 0 ? "" : text.slice(at + 1).replace(/\.+$/, "");
  const domain = written === "googlemail.com" ? "gmail.com" : written;
  if (local === "" && domain === "") return null;
  return { text: at < 0 ? local : `${local}@${domain}`, local, domain };
}
