// The report in a real browser: no accessibility violation, no sideways scrolling, no request, no policy violation.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { renderReport } from "../../../src/linkage/report/renderReport.ts";
import type { ReportData } from "../../../src/linkage/report/reportData.ts";
import { launchBrowser, whyNoBrowser } from "../../shared/browser.ts";
import { emptyReportData, hugeReportData, sampleColumns, sampleReportData } from "./sampleReportData.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const longWord = "Wolfeschlegelsteinhausenbergerdorff".repeat(8);

interface View {
  readonly width: number;
  readonly colorScheme?: "light" | "dark";
  readonly media?: "screen" | "print";
}

const cases: readonly (readonly [string, () => ReportData, View])[] = [
  ["rich", sampleReportData, { width: 1280 }],
  ["rich", sampleReportData, { width: 320 }],
  ["rich", sampleReportData, { width: 1280, colorScheme: "dark" }],
  ["rich", sampleReportData, { width: 720, media: "print", colorScheme: "dark" }],
  ["long values", () => lengthen(sampleReportData()), { width: 320 }],
  ["one record", emptyReportData, { width: 1280 }],
  ["no truth", () => sampleReportData({ evaluation: null, worstErrors: [] }), { width: 320, colorScheme: "dark" }],
];

const manyColumns = Array.from({ length: 25 }, () => sampleColumns).flat();

/** Every text made long and without a place to break. */
function lengthen(data: ReportData): ReportData {
  const text = JSON.stringify(data, (key, value: unknown) =>
    typeof value === "string" && !["type", "reason", "dateOrder", "nameOrder"].includes(key)
      ? `${value}${longWord}`
      : value,
  );
  return JSON.parse(text) as ReportData;
}

describe("report in a browser", { skip: whyNoBrowser() }, () => {
  let browser: Browser;
  let folder: string;

  before(async () => {
    browser = await launchBrowser();
    folder = await mkdtemp(join(tmpdir(), "namesake-report-"));
  });
  after(async () => {
    await browser?.close();
    if (folder !== undefined) await rm(folder, { recursive: true });
  });

  async function withPage(html: string, view: View, use: (page: Page, problems: readonly string[]) => Promise<void>) {
    const file = join(folder, "report.html");
    await writeFile(file, html);
    const context = await browser.newContext({ viewport: { width: view.width, height: 900 } });
    const page = await context.newPage();
    const problems: string[] = [];
    page.on("console", (message) => problems.push(message.text()));
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("request", (request) => {
      if (request.url() !== pathToFileURL(file).href) problems.push(`requests ${request.url()}`);
    });
    await page.emulateMedia({ colorScheme: view.colorScheme ?? "light", media: view.media ?? "screen" });
    await page.goto(pathToFileURL(file).href);
    try {
      await use(page, problems);
    } finally {
      await context.close();
    }
  }

  async function violationsOf(page: Page): Promise<readonly string[]> {
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
    return violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`),
    );
  }

  // Scripts for the page are texts: the types of a browser are no part of this project.
  const isWide = (page: Page) =>
    page.evaluate<boolean>("document.documentElement.scrollWidth > document.documentElement.clientWidth");
  const unfold = (page: Page) =>
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true");

  for (const [name, makeData, view] of cases) {
    it(`${name}: no accessibility violation at ${JSON.stringify(view)}`, async () => {
      await withPage(renderReport(makeData()), view, async (page, problems) => {
        await unfold(page);
        assert.deepEqual(await violationsOf(page), []);
        assert.equal(await isWide(page), false, "the page scrolls sideways");
        assert.deepEqual(problems, []);
      });
    });
  }

  for (const width of [320, 768, 1440, 2560]) {
    it(`never scrolls sideways at ${width} pixels, whatever the values`, async () => {
      for (const data of [
        lengthen(sampleReportData()),
        emptyReportData(),
        sampleReportData({ columns: manyColumns }),
      ]) {
        await withPage(renderReport(data), { width }, async (page, problems) => {
          await unfold(page);
          assert.equal(await isWide(page), false);
          assert.deepEqual(problems, []);
        });
      }
    });
  }

  it("opens a report over 5,000 columns without scrolling sideways", async () => {
    await withPage(renderReport(hugeReportData()), { width: 320 }, async (page, problems) => {
      assert.equal(await isWide(page), false);
      assert.deepEqual(problems, []);
    });
  });

  it("finds what is wrong: a bad page does not pass these checks", async () => {
    const bad = renderReport(emptyReportData()).replace(
      "<main",
      '<img src="missing.png"><p style="color:#ccc">faint</p><svg width="2000" height="9"></svg><main',
    );
    await withPage(bad, { width: 320 }, async (page, problems) => {
      assert.equal(await isWide(page), true);
      assert.ok((await violationsOf(page)).some((violation) => violation.startsWith("image-alt")));
      assert.ok(problems.length > 0, "the policy must refuse the image and the inline style");
    });
  });

  it("works by keyboard: skip link first, cards open and close", async () => {
    await withPage(renderReport(sampleReportData()), { width: 1280 }, async (page) => {
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate("document.activeElement.textContent"), "Skip to the report");
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate("document.activeElement.id"), "main");
      const third = page.locator("#doubtful-pair-3");
      assert.equal(await third.getAttribute("open"), null);
      await third.locator("summary").first().focus();
      await page.keyboard.press("Enter");
      assert.equal(await third.getAttribute("open"), "");
    });
  });

  it("unfolds every table on paper, save those of waterfalls, which print their numbers", async () => {
    await withPage(renderReport(sampleReportData()), { width: 800, media: "print" }, async (page) => {
      const hidden = await page.evaluate(
        "[...document.querySelectorAll('table')].filter((table) => !table.closest('.card .fold')).filter((table) => table.getBoundingClientRect().height === 0 || !table.checkVisibility({ contentVisibilityAuto: true })).length",
      );
      assert.equal(hidden, 0);
    });
  });
});
