// What of a result can be moved to another thread instead of copied: memory of its arrays that is not shared.

/** Each buffer once; arrays are looked for in the result and in the objects that it holds. */
export function buffersOf(result: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  collect(result, found);
  return [...found];
}

function collect(value: unknown, found: Set<ArrayBuffer>): void {
  if (value === null || typeof value !== "object") return;
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer && value.buffer.byteLength > 0) found.add(value.buffer);
    return;
  }
  for (const part of Object.values(value)) collect(part, found);
}
