// The explanation of a pair as text.
import assert from "node:assert/strict";
import { test } from "node:test";
import { formatPair } from "../../src/cli/formatPair.ts";
import type { PairShown } from "../../src/linkage/report/reportData.ts";

const pair: PairShown = {
  left: { source: "a", recordId: "1", values: { surname: "Okafor", town: "Leeds", phone: "1" } },
  right: { source: "b", recordId: "2", values: { surname: "Okafor", town: "Hull" } },
  matchWeight: 4,
  matchProbability: 0.9411764705882353,
  steps: [
    { label: "prior", level: "", weight: -8 },
    { label: "surname", level: "exact", weight: 16 },
    { label: "town", level: "differs", weight: -4 },
  ],
  reason: "doubtful",
};

test("a pair is shown side by side, as a waterfall and with a verdict", () => {
  assert.deepEqual(formatPair(pair, { link: 6, review: 2 }, 80), [
    "         a:1        b:2",
    "surname  Okafor  =  Okafor",
    "town     Leeds   ≠  Hull",
    "phone    1",
    "",
    "Comparison       bits",
    "prior            −8.0  ░░░░░░░░░░░░░░░░",
    "surname: exact  +16.0  ████████████████████████████████",
    "town: differs    −4.0                          ░░░░░░░░",
    "total            +4.0",
    "",
    "Match weight +4.0 bits, match probability 0.9412.",
    "Verdict: doubtful, for a person to review (between +2.0 and +6.0 bits).",
  ]);
});

test("the verdict follows the thresholds", () => {
  const verdictOf = (matchWeight: number) =>
    formatPair({ ...pair, matchWeight }, { link: 6, review: 2 }, 80).at(-1) ?? "";
  assert.match(verdictOf(6), /^Verdict: linked/);
  assert.match(verdictOf(5.9), /^Verdict: doubtful/);
  assert.match(verdictOf(1.9), /^Verdict: not linked/);
});

test("long and hostile values stay in their place", () => {
  const values = { note: `\u001b]0;x\u0007${"long ".repeat(100)}` };
  const lines = formatPair({ ...pair, left: { ...pair.left, values } }, { link: 6, review: 2 }, 80);
  for (const line of lines) assert.ok([...line].length <= 80 && !line.includes("\u001b"));
});

test("a probability close to certain shows how close", () => {
  const lines = formatPair({ ...pair, matchProbability: 1 - 2 ** -30 }, { link: 6, review: 2 }, 80);
  assert.match(lines.at(-2) ?? "", /match probability 1 − 9\.3e-10\.$/);
});
