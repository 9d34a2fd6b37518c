// The whole report as one self-contained HTML file: no script, no network, no clock; the same data gives the same bytes.
// A Content-Security-Policy lets in the one style sheet by its hash and nothing else.
import { createHash } from "node:crypto";
import { clipText } from "./clipText.ts";
import { formatQuantity } from "./format/formatCount.ts";
import { type Html, html, trustedHtml } from "./html.ts";
import { frameSection, type RenderOptions, type ReportSection } from "./parts/reportSection.ts";
import type { ReportData } from "./reportData.ts";
import { blockingSection } from "./sections/blockingSection.ts";
import { clustersSection } from "./sections/clustersSection.ts";
import { doubtfulSection } from "./sections/doubtfulSection.ts";
import { glossarySection } from "./sections/glossarySection.ts";
import { inputSection } from "./sections/inputSection.ts";
import { labelsSection } from "./sections/labelsSection.ts";
import { modelSection } from "./sections/modelSection.ts";
import { summarySection } from "./sections/summarySection.ts";
import { suspiciousSection } from "./sections/suspiciousSection.ts";
import { thresholdsSection } from "./sections/thresholdsSection.ts";
import { timeSection } from "./sections/timeSection.ts";
import { truthSection } from "./sections/truthSection.ts";
import { unlinkableSection } from "./sections/unlinkableSection.ts";
import { weightsSection } from "./sections/weightsSection.ts";
import { reportStyle } from "./style/reportStyle.ts";

function sectionsOf(data: ReportData, options: RenderOptions): readonly ReportSection[] {
  return [
    summarySection(data),
    inputSection(data, options),
    blockingSection(data),
    modelSection(data),
    labelsSection(data),
    weightsSection(data),
    thresholdsSection(data),
    clustersSection(data),
    doubtfulSection(data, options),
    suspiciousSection(data, options),
    unlinkableSection(data),
    truthSection(data, options),
    timeSection(data),
    glossarySection(),
  ].filter((section) => section !== null);
}

function titleOf(data: ReportData): string {
  const first = data.inputs[0]?.file;
  if (first === undefined) return "Linkage report";
  const name = clipText(first.split(/[\\/]/).at(-1) ?? first, 60);
  const more = data.inputs.length - 1;
  return `Linkage report: ${name}${more > 0 ? ` and ${formatQuantity(more, "more file")}` : ""}`;
}

function head(title: string): Html {
  const hash = createHash("sha256").update(reportStyle).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return html`<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer"><meta name="robots" content="noindex, nofollow"><title>${title}</title><style>${trustedHtml(reportStyle)}</style></head>`;
}

/**
 * The report page for `data`, in UTF-8 below 5 MB whatever the input; long lists say what they left out.
 * `examples: false` (default true) leaves out every value of a person: records, placeholders and most frequent values.
 */
export function renderReport(data: ReportData, options: { readonly examples?: boolean } = {}): string {
  const sections = sectionsOf(data, { examples: options.examples ?? true });
  const title = titleOf(data);
  const contents = html`<nav class="contents" aria-label="Contents"><h2>Contents</h2><ol>${sections.map(({ id, heading }) => html`<li><a href="#${id}">${heading}</a></li>`)}</ol></nav>`;
  const banner = html`<header><p class="product">Namesake</p><h1>${title}</h1><p class="small">${formatQuantity(data.recordCount, "record")} · ${clipText(data.createdOn, 60)} · version ${clipText(data.version, 40)}</p></header>`;
  const page = html`<!doctype html>
<html lang="en-GB">${head(title)}<body><a class="skip" href="#main">Skip to the report</a>${banner}<div class="page">${contents}<main id="main" tabindex="-1">${sections.map(frameSection)}</main></div><footer><p class="small">Made by Namesake ${clipText(data.version, 40)}. ${options.examples === false ? "Values of persons are left out." : "This file contains personal data: share it only with people who may see them."}</p></footer></body></html>
`;
  return page.text;
}
