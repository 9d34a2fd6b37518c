// Suggests what was meant by a name that is not known. Case and separators do not count, since they are the usual slips.
import { levenshteinDistance } from "../../compare/similarity/levenshteinDistance.ts";

const encoder = new TextEncoder();

/** The known name nearest to `name` by Levenshtein distance (ties: the first), or null where none is near. */
export function nearestName(name: string, known: readonly string[]): string | null {
  const wanted = fold(name);
  let nearest: string | null = null;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of known) {
    const distance = distanceBetween(wanted, fold(candidate));
    if (distance >= least) continue;
    nearest = candidate;
    least = distance;
  }
  return nearest;
}

const fold = (name: string): string => name.toLowerCase().replace(/[\s_.-]/g, "");

function distanceBetween(left: string, right: string): number {
  const bytes = encoder.encode(left + right);
  const middle = encoder.encode(left).length;
  return levenshteinDistance(bytes, 0, middle, middle, bytes.length);
}
