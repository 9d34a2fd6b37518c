// Values of records as they may be shown on a terminal: what would steer the terminal, or break a line, is made visible.

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for.
const steering = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** `text` without control and direction characters (each becomes "·"), cut to `width` characters with "…" at the end. */
export function printableText(text: string, width: number): string {
  const characters = [...text.replace(steering, "·")];
  return characters.length <= width ? characters.join("") : `${characters.slice(0, Math.max(0, width - 1)).join("")}…`;
}
