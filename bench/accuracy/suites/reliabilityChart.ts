// Reliability as one picture for the docs: a panel for each set, the true share of pairs against the range of probabilities
// that they were given.
import type { ReliabilityBin } from "../measure/reliability.ts";

const columns = 4;
const panelWidth = 180;
const panelHeight = 150;
const plot = { left: 8, top: 26, width: 160, height: 100 };
/** Shares of fewer pairs are drawn hollow: chance moves them by a tenth and more. */
const pairsMin = 30;

/** An SVG document; its colours do for light and dark pages. Sets without pairs are left out. */
export function reliabilityChart(reliability: ReadonlyMap<string, readonly ReliabilityBin[]>): string {
  const sets = [...reliability].filter(([, bins]) => bins.some(({ pairs }) => pairs > 0));
  const height = Math.ceil(sets.length / columns) * panelHeight;
  const panels = sets.map(([name, bins], index) =>
    drawPanel(name, bins, (index % columns) * panelWidth, Math.floor(index / columns) * panelHeight),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${columns * panelWidth} ${height}" role="img" font-family="sans-serif" font-size="12" fill="#767676">
<title>True share of pairs by match probability</title>
<desc>One panel a set, ranges of match probability from .05–.1 on the left to .999–1 on the right. Grey: the range. Blue: the true share of the pairs in it; hollow where there are fewer than ${pairsMin}.</desc>
${panels.join("\n")}
</svg>
`;
}

function drawPanel(name: string, bins: readonly ReliabilityBin[], x: number, y: number): string {
  const step = plot.width / bins.length;
  const heightOf = (share: number): number => plot.top + plot.height * (1 - share);
  const ranges = bins.map(({ from, to }, index) => {
    // A range narrower than a line is drawn as one.
    const height = Math.max(1.5, plot.height * (to - from));
    return `<rect x="${round(plot.left + index * step)}" y="${round(heightOf(to))}" width="${round(step)}" height="${round(height)}" fill="#b1b4b6"/>`;
  });
  const shares = bins.flatMap(({ pairs, truePairs }, index) => {
    if (pairs === 0) return [];
    const isFew = pairs < pairsMin;
    const at = `cx="${round(plot.left + (index + 0.5) * step)}" cy="${round(heightOf(truePairs / pairs))}"`;
    return [`<circle ${at} r="3.5" stroke="#1d70b8" stroke-width="1.5" fill="${isFew ? "none" : "#1d70b8"}"/>`];
  });
  return `<g transform="translate(${x} ${y})">
<text x="${plot.left}" y="16">${escapeText(name)}</text>
<rect x="${plot.left}" y="${plot.top}" width="${plot.width}" height="${plot.height}" fill="none" stroke="#767676" stroke-width="0.5"/>
${[...ranges, ...shares].join("")}
</g>`;
}

const round = (value: number): string => value.toFixed(1);
const escapeText = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
