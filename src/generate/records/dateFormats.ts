// The ways in which dates can be written; apart from the writing, so that the options load nothing else.

/** by-source: each source has one of the others. */
export const dateFormats = ["iso", "day-first", "month-first", "compact", "by-source"] as const;
export type DateFormat = (typeof dateFormats)[number];
