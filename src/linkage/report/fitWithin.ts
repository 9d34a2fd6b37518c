// The report stays under 5 MB whatever the input: each list of unknown length has a budget of bytes and says what it left out.
import type { Html } from "./html.ts";

export interface Fitted {
  readonly parts: readonly Html[];
  /** How many items found no room. */
  readonly leftOutCount: number;
}

/** Renders items in order until `itemsMax` items or `bytesMax` bytes of UTF-8 are reached; stops at the first that does not fit. */
export function fitWithin<Item>(
  items: readonly Item[],
  limits: { readonly itemsMax: number; readonly bytesMax: number },
  renderItem: (item: Item, index: number) => Html,
): Fitted {
  const parts: Html[] = [];
  let bytes = 0;
  for (const [index, item] of items.entries()) {
    if (index >= limits.itemsMax) break;
    const part = renderItem(item, index);
    bytes += Buffer.byteLength(part.text);
    if (bytes > limits.bytesMax) break;
    parts.push(part);
  }
  return { parts, leftOutCount: items.length - parts.length };
}
