// The only way text becomes HTML in the report: a tagged template that escapes whatever it is given, so that a value
// holding markup is shown and never run. Text that is known to be HTML carries the type `Html`.

/** HTML that is safe to place in a page: made by `html`, or vouched for by `trustedHtml`. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

export type HtmlValue = Html | string | number | null | undefined | false | readonly HtmlValue[];

const replacements: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Escapes for element content and quoted attributes; controls that HTML forbids and lone surrogates become U+FFFD. */
function escapeText(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what HTML forbids
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, "\ufffd")
      .replace(/[&<>"']/g, (character) => replacements[character] ?? character)
  );
}

function render(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return "";
  if (value instanceof Html) return value.text;
  if (typeof value === "string") return escapeText(value);
  if (typeof value === "number") return String(value);
  return value.map(render).join("");
}

/**
 * Template tag: html`<p>${value}</p>`. Strings are escaped, `Html` is placed as it is, arrays are joined, and null,
 * undefined and false vanish. Attributes must be quoted.
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let text = strings[0] ?? "";
  values.forEach((value, index) => {
    text += render(value) + (strings[index + 1] ?? "");
  });
  return new Html(text);
}

/** Vouches for text that this product itself wrote (the style sheet). Never give it a value from outside. */
export function trustedHtml(text: string): Html {
  return new Html(text);
}
