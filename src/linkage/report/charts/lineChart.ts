// Lines over a shared axis. Lines differ by dash and shape of marker as well as colour, so that none is told by colour alone.
import { type Html, html } from "../html.ts";
import { chartFrame } from "./chartFrame.ts";
import { percentAcross } from "./percentAcross.ts";
import { type PlotMark, plotAxes, plotMarks } from "./plotAxes.ts";

export type LineKind = "precision" | "recall" | "estimatedPrecision" | "estimatedRecall" | "single";

export interface ChartLine {
  readonly kind: LineKind;
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly y: number; readonly label: string }[];
}

export interface LineAxis {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
}

export interface LineChart {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly x: LineAxis;
  readonly y: LineAxis;
  readonly lines: readonly ChartLine[];
  readonly marks: readonly { readonly value: number; readonly label: string }[];
}

const height = 260;
const markersMax = 24;

/** The marker of a kind of line at the origin: circles for precision, squares for recall, hollow where estimated. */
export function lineMarker(kind: LineKind): Html {
  return kind === "recall" || kind === "estimatedRecall"
    ? html`<rect class="marker line-${kind}" x="-3.5" y="-3.5" width="7" height="7"/>`
    : html`<circle class="marker line-${kind}" r="3.8"/>`;
}

function drawLine(line: ChartLine, x: LineAxis, y: LineAxis): Html {
  const placed = line.points.map((point) => ({
    across: percentAcross(point.x, x.low, x.high),
    down: Math.round(height * (100 - percentAcross(point.y, y.low, y.high))) / 100,
    label: point.label,
  }));
  const every = Math.ceil(placed.length / markersMax);
  const path = placed.map(({ across, down }) => `${across},${down}`).join(" ");
  // A nested SVG with a view box stretches the path; markers stay outside so that they keep their shape.
  return html`<svg x="0" y="0" width="100%" height="${height}" viewBox="0 0 100 ${height}" preserveAspectRatio="none" overflow="visible" aria-hidden="true"><polyline class="line line-${line.kind}" points="${path}" vector-effect="non-scaling-stroke"/></svg>${placed
    .filter((_, index) => index % every === 0 || index === placed.length - 1)
    .map(
      ({ across, down, label }) =>
        html`<svg x="${across}%" y="${down}" width="1" height="1" overflow="visible">${lineMarker(line.kind)}<title>${line.name}: ${label}</title></svg>`,
    )}`;
}

/** A chart of one to four lines, each with at least one point; marks are vertical lines at values of x. */
export function lineChart({ id, title, description, x, y, lines, marks }: LineChart): Html {
  const axes = plotAxes({
    height,
    across: {
      name: x.name,
      ticks: x.ticks.map(({ value, label }) => ({ at: percentAcross(value, x.low, x.high), label })),
    },
    up: {
      name: y.name,
      ticks: y.ticks.map(({ value, label }) => ({
        at: Math.round(height * (1 - percentAcross(value, y.low, y.high) / 100)),
        label,
      })),
    },
  });
  const placedMarks: PlotMark[] = marks.map(({ value, label }) => ({ at: percentAcross(value, x.low, x.high), label }));
  return chartFrame({
    id,
    title,
    description,
    height,
    kind: "axes",
    content: html`${axes}${plotMarks(placedMarks, height)}${lines.map((line) => drawLine(line, x, y))}`,
  });
}
