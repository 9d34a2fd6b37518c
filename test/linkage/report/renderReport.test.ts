// The page as a whole: pure, self-contained, escaped, below its size, and silent about persons when asked to be.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import { renderReport } from "../../../src/linkage/report/renderReport.ts";
import type { ReportData } from "../../../src/linkage/report/reportData.ts";
import { emptyReportData, hugeReportData, sampleReportData } from "./sampleReportData.ts";

const bytesMax = 5_000_000;

/** The same data with every text changed, keys of record values included. */
function changeTexts(data: ReportData, change: (text: string) => string): ReportData {
  const visit = (value: unknown, key: string): unknown => {
    if (typeof value === "string") return ["type", "dateOrder"].includes(key) ? value : change(value);
    if (Array.isArray(value)) return value.map((item) => visit(item, key));
    if (typeof value !== "object" || value === null) return value;
    const isMap = key === "values" || key === "secondsPerStage";
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [isMap ? change(name) : name, visit(inner, name)]),
    );
  };
  return visit(data, "") as ReportData;
}

function matches(page: string, pattern: RegExp): readonly string[] {
  return Array.from(page.matchAll(pattern), (match) => match[1] ?? match[0]);
}

const pages: Readonly<Record<string, string>> = {
  rich: renderReport(sampleReportData()),
  empty: renderReport(emptyReportData()),
  huge: renderReport(hugeReportData()),
  "no truth": renderReport(sampleReportData({ evaluation: null, worstErrors: [] })),
  "no examples": renderReport(sampleReportData(), { examples: false }),
};

describe("renderReport", () => {
  it("gives the same bytes for the same data", () => {
    assert.equal(renderReport(sampleReportData()), pages.rich);
  });

  for (const [name, page] of Object.entries(pages)) {
    it(`${name}: stays below 5 MB`, () => {
      assert.ok(Buffer.byteLength(page) < bytesMax, `${Buffer.byteLength(page)} bytes`);
    });

    it(`${name}: asks for nothing from outside and runs nothing`, () => {
      assert.doesNotMatch(page, /<(script|link|img|iframe|object|embed|form|base)\b/i);
      assert.doesNotMatch(page, /\s(src|style|on[a-z]+)="/i);
      assert.deepEqual(matches(page, /href="([^#][^"]*)"/g), []);
      assert.doesNotMatch(page, /@import|url\(/);
    });

    it(`${name}: has unique ids, and every reference to one leads somewhere`, () => {
      const ids = matches(page, /\sid="([^"]*)"/g);
      assert.equal(new Set(ids).size, ids.length);
      const references = matches(page, /\s(?:href="#|aria-(?:labelledby|describedby)=")([^"]*)"/g);
      assert.deepEqual(
        references.filter((reference) => !ids.includes(reference)),
        [],
      );
    });

    it(`${name}: shows a table with every chart, and no number that is not one`, () => {
      for (const figure of matches(page, /<figure>.*?<\/figure>/gs)) {
        assert.match(figure, /<svg role="img" aria-labelledby="[^"]+" aria-describedby="[^"]+"/);
        assert.match(figure, /<table>/);
      }
      assert.equal(matches(page, /role="img"/g).length, matches(page, /<figure>/g).length);
      assert.doesNotMatch(page, /\b(NaN|Infinity|undefined|null)\b/);
    });
  }

  it("admits its one style sheet by hash", () => {
    const style = /<style>(.*?)<\/style>/s.exec(pages.rich ?? "")?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    assert.ok(pages.rich?.includes(`default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;`));
  });

  it("escapes every text it is given", () => {
    const hostile = `</td></svg></title></style><script>alert(1)</script>"'&`;
    const page = renderReport(changeTexts(sampleReportData(), (text) => `${hostile}${text}`));
    assert.doesNotMatch(page, /<script|alert\(1\)<\/script/i);
    assert.equal(matches(page, /<\/style>/g).length, 1);
    assert.equal(matches(page, /<td/g).length, matches(page, /<\/td>/g).length);
    assert.equal(matches(page, /<svg/g).length, matches(page, /<\/svg>/g).length);
    assert.ok(matches(page, /&lt;script&gt;/g).length > 200);
  });

  it("leaves every value of a person out without examples", () => {
    const secret = "XSECRETX";
    const sample = sampleReportData();
    const hide = (data: ReportData): ReportData => ({
      ...data,
      columns: data.columns.map((column) => ({
        ...column,
        placeholders: column.placeholders.map(({ value, count }) => ({ value: value + secret, count })),
        topValues: column.topValues.map(({ value, count }) => ({ value: value + secret, count })),
      })),
      doubtfulPairs: changeTexts({ ...sample, columns: [] }, (text) => text + secret).doubtfulPairs,
      worstErrors: changeTexts({ ...sample, columns: [] }, (text) => text + secret).worstErrors,
      suspiciousClusters: data.suspiciousClusters.map((cluster) => ({
        ...cluster,
        clusterId: cluster.clusterId + secret,
        records: cluster.records.map((record) => ({
          source: record.source + secret,
          recordId: record.recordId + secret,
          values: Object.fromEntries(Object.entries(record.values).map(([name, value]) => [name, value + secret])),
        })),
      })),
    });
    assert.match(renderReport(hide(sample)), /XSECRETX/);
    assert.doesNotMatch(renderReport(hide(sample), { examples: false }), /XSECRETX/);
  });

  it("shows the figures it was given", () => {
    for (const text of [
      "20,500",
      "14,569",
      "8,021",
      "412",
      "99.31%",
      "95.1%",
      "3,611,204",
      "6.6 s",
      "412 MB",
      "1 in 9,411",
    ]) {
      assert.ok(pages.rich?.includes(text), text);
    }
  });

  it("shows truth only where it is known", () => {
    assert.match(pages.rich ?? "", /id="truth"[\s\S]*Precision–recall curve/);
    assert.doesNotMatch(pages["no truth"] ?? "", /id="truth"|True precision/);
  });

  it("adds what the steps lack to the match weight as a step of its own", () => {
    const sample = sampleReportData();
    const [pair] = sample.doubtfulPairs;
    assert.ok(pair !== undefined);
    assert.doesNotMatch(pages.rich ?? "", /Other adjustments/);
    const page = renderReport({ ...sample, doubtfulPairs: [{ ...pair, matchWeight: pair.matchWeight - 3 }] });
    assert.match(page, /Other adjustments[\s\S]*−3\.00/);
  });

  it("draws weights without bound and data of one point", () => {
    const page = renderReport(
      sampleReportData({
        comparisons: [
          {
            name: "Code",
            description: "",
            usesTermFrequency: false,
            levels: [{ label: "exact", m: 1, u: 0, weight: Number.POSITIVE_INFINITY }],
          },
        ],
        trainingRounds: [{ round: 1, prior: 0, largestChange: 0 }],
        weightHistogram: [{ from: 2, to: 3, count: 1 }],
        thresholdTable: sampleReportData().thresholdTable.slice(0, 1),
        clusterSizes: [{ size: 2, count: 1 }],
      }),
    );
    assert.match(page, /\+∞/);
    assert.doesNotMatch(page, /NaN|Infinity/);
  });
});
