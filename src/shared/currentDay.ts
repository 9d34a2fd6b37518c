// Today, for what a run freezes of it (the day and year of a model); SOURCE_DATE_EPOCH (reproducible-builds.org) fixes it.

/** The time now, or the one that SOURCE_DATE_EPOCH gives in seconds since 1970. */
export function currentDay(): Date {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  return epoch === undefined ? new Date() : new Date(Number(epoch) * 1000);
}
