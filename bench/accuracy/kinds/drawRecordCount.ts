// How often a person is taken down in one file: most once, a few up to five times.
import type { Random } from "../../../src/generate/random/random.ts";

/** Of twenty people twelve have one record, five two, two three and one five: 1.65 on average. */
const recordCounts = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 5];

export const drawRecordCount = (random: Random): number => random.pick(recordCounts);
