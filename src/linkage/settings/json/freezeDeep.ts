// Plans are frozen once resolved, so that no stage can change what another one reads.

/** Freezes plain objects and lists all the way down and returns the same value. Maps and other classes stay as they are. */
export function freezeDeep<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return value;
  for (const child of Object.values(value)) freezeDeep(child);
  return Object.freeze(value);
}
