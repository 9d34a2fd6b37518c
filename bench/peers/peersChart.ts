// The peers' bench as one picture for the docs: bars of seconds, Splink above namesake, for the largest size measured.
import type { KeptMeasurement } from "./keepMeasurements.ts";
import { predictSeconds, wholeSeconds } from "./peerTables.ts";

const width = 720;
const barsFrom = 150;
const barsTo = 560;

interface Comparison {
  readonly title: string;
  readonly peer: number;
  readonly ours: number;
}

/** An SVG document; its colours do for light and dark pages. */
export function peersChart(kept: readonly KeptMeasurement[]): string {
  const comparisons = ["Scoring and keeping links", "Whole run"].flatMap((part, index): Comparison[] => {
    const largest = kept.findLast(({ scoring, whole }) => (index === 0 ? scoring : whole) !== undefined);
    if (largest === undefined) return [];
    const { records, rules, scoring, whole } = largest;
    const title = `${part}, ${records.toLocaleString("en")} records${rules === "broad" ? ", broad rules" : ""}: seconds`;
    if (index === 0 && scoring !== undefined) return [{ title, ...predictSeconds(scoring) }];
    return whole === undefined ? [] : [{ title, ...wholeSeconds(whole) }];
  });
  const most = Math.max(...comparisons.flatMap(({ peer, ours }) => [peer, ours]));
  const height = comparisons.length * 110 + 10;
  const drawn = comparisons.map((comparison, index) => drawComparison(comparison, index * 110 + 10, most));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" font-family="sans-serif" font-size="15" fill="#767676">
<title>Seconds that Splink and namesake take</title>
${drawn.join("\n")}
</svg>
`;
}

function drawComparison({ title, peer, ours }: Comparison, top: number, most: number): string {
  const bar = (name: string, seconds: number, at: number, colour: string, more: string): string => {
    const length = Math.max(1, ((barsTo - barsFrom) * seconds) / most).toFixed(1);
    return `<text x="${barsFrom - 10}" y="${at + 17}" text-anchor="end">${name}</text><rect x="${barsFrom}" y="${at}" width="${length}" height="24" fill="${colour}"/><text x="${barsFrom + Number(length) + 8}" y="${at + 17}">${seconds.toFixed(1)}${more}</text>`;
  };
  return [
    `<text x="0" y="${top + 16}" font-weight="bold">${title}</text>`,
    bar("Splink", peer, top + 28, "#767676", ""),
    bar("namesake", ours, top + 60, "#1d70b8", ` (${(peer / ours).toFixed(1)} times as fast)`),
  ].join("\n");
}
