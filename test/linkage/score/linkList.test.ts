import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type LinkList, LinkListBuilder, mergeLinks } from "../../../src/linkage/score/linkList.ts";

const recordCount = 90;
/** Links of one pair have one log odds, whatever the rule. */
const oddsOf = (left: number, right: number): number => ((left * 31 + right * 17) % 23) - 5;

const link = fc
  .tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 3, max: recordCount - 1 }), fc.integer({ min: 0, max: 4 }))
  .map(([left, right, rule]) => ({ left: left * 40, right: left * 40 + right, rule }))
  .filter(({ right }) => right < recordCount);

function build(links: readonly { left: number; right: number; rule: number }[]): LinkList {
  const builder = new LinkListBuilder(1);
  for (const { left, right, rule } of links) builder.push(left, right, oddsOf(left, right), rule);
  return builder.finish();
}

test("parts in any order make one sorted list of pairs, each under its first rule", () => {
  fc.assert(
    fc.property(fc.array(fc.array(link, { maxLength: 160 }), { maxLength: 4 }), (parts) => {
      const rulesOf = new Map<string, Set<number>>();
      for (const { left, right, rule } of parts.flat()) {
        const pair = `${left} ${right}`;
        rulesOf.set(pair, (rulesOf.get(pair) ?? new Set()).add(rule));
      }
      const expected = [...rulesOf]
        .map(([pair, rules]) => ({ pair: pair.split(" ").map(Number), rules }))
        .sort((a, b) => (a.pair[0] ?? 0) - (b.pair[0] ?? 0) || (a.pair[1] ?? 0) - (b.pair[1] ?? 0))
        .map(({ pair: [left = 0, right = 0], rules }) => [left, right, oddsOf(left, right), Math.min(...rules)]);
      const { links, meetings } = mergeLinks(parts.map(build), recordCount);
      const found = Array.from({ length: links.count }, (_, i) => [
        links.left[i],
        links.right[i],
        links.logOdds[i],
        links.rule[i],
      ]);
      assert.deepEqual(found, expected);
      for (const column of [links.left, links.right, links.logOdds, links.rule]) {
        assert.equal(column.length, links.count);
      }
      const likely = [...rulesOf].filter(([pair]) => {
        const [left = 0, right = 0] = pair.split(" ").map(Number);
        return oddsOf(left, right) >= 0;
      });
      for (let rules = 1; rules <= 5; rules += 1) {
        assert.equal(meetings[rules] ?? 0, likely.filter(([, own]) => own.size === rules).length);
      }
    }),
    { numRuns: 200, seed: 1 },
  );
});
