// The day that a report bears. SOURCE_DATE_EPOCH (reproducible-builds.org) fixes it, so that equal runs give equal files.

/** YYYY-MM-DD in UTC. */
export function currentDay(): string {
  const epoch = Number(process.env.SOURCE_DATE_EPOCH ?? Number.NaN);
  const date = Number.isFinite(epoch) ? new Date(epoch * 1000) : new Date();
  return date.toISOString().slice(0, 10);
}
