// The picture of reliability: a panel a set, shares where they belong, few pairs hollow.
import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyReliability } from "../../../bench/accuracy/measure/reliability.ts";
import { reliabilityChart } from "../../../bench/accuracy/suites/reliabilityChart.ts";

test("each set with pairs has a panel, each range with pairs a dot at the true share", () => {
  const bins = emptyReliability();
  const [first, second] = bins;
  assert.ok(first !== undefined && second !== undefined);
  Object.assign(first, { pairs: 400, truePairs: 100 });
  Object.assign(second, { pairs: 4, truePairs: 4 });
  const svg = reliabilityChart(
    new Map([
      ["a < b", bins],
      ["nothing", emptyReliability()],
    ]),
  );
  assert.ok(svg.includes(">a &lt; b<") && !svg.includes("nothing"));
  const dots = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" [^>]*fill="([^"]+)"/g)].map(
    ([, ...found]) => found,
  );
  assert.deepEqual(
    dots.map(([, y, fill]) => [Number(y), fill]),
    [
      [101, "#1d70b8"],
      [26, "none"],
    ],
  );
  assert.equal((svg.match(/fill="#b1b4b6"/g) ?? []).length, bins.length, "all ranges are drawn");
  assert.ok(!svg.includes("NaN"));
});
