// The names of the cultures, apart from their lists, so that the options can be shown without loading the lists.

/** In the order of cultures.ts; a test holds the two together. */
export const cultureNames = [
  "british",
  "irish",
  "indian",
  "pakistani",
  "arabic",
  "polish",
  "west-african",
  "chinese",
  "spanish",
  "german",
  "french",
  "greek",
  "russian",
] as const;
