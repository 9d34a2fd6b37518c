// The name that the local part of an e-mail address often holds: a help where the record itself lacks one.

const notNames = new Set(
  "info admin office mail email contact sales support hello help enquiries enquiry noreply reply no team webmaster postmaster accounts billing service test user me my the".split(
    " ",
  ),
);

/**
 * Name-like words of the local part of a standardised address in order: "mary-ann.smith72" gives mary, ann, smith.
 * Single letters count as initials beside a longer word only. Empty where there is none, or it is an office's.
 */
export function nameFromEmail(local: string): string[] {
  const words = local.split(/[^a-z]+/).filter((word) => word !== "");
  if (words.some((word) => notNames.has(word))) return [];
  return words.some((word) => word.length > 1) ? words : [];
}
