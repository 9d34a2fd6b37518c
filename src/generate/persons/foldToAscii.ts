// Letters without accents, and other scripts in Latin letters, as systems without Unicode store them; plain ASCII text is
// returned untouched, because that is nearly every text.
import anyAscii from "any-ascii";

/** The text in printable ASCII. */
export function foldToAscii(text: string): string {
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) > 126) return anyAscii(text);
  return text;
}
