// Reads the compact notation of name lists: names in order of frequency, separated by commas, each as
// "Name|Other spelling|Another=native script@year of its peak".

export interface NameEntry {
  readonly name: string;
  readonly spellings: readonly string[];
  readonly native: string;
  /** Year in which the name was most given, or null where not stated. */
  readonly peakYear: number | null;
}

/** The entries in the order of the list. The list is part of the program, so mistakes in it are not handled. */
export function parseNames(list: string): NameEntry[] {
  const entries: NameEntry[] = [];
  for (const item of list.split(",")) {
    const text = item.trim();
    if (text === "") continue;
    const [body = "", year] = text.split("@");
    const [latin = "", native = ""] = body.split("=");
    const [name = "", ...spellings] = latin.split("|");
    entries.push({ name, spellings, native, peakYear: year === undefined ? null : Number(year) });
  }
  return entries;
}
