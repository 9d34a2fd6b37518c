import assert from "node:assert/strict";
import { test } from "node:test";
import { ruleOutStrangers } from "../../../src/linkage/train/ruleOutStrangers.ts";

const classes = () => ({
  matches: Float64Array.of(0.1, 0.1, 0, 0.1),
  households: Float64Array.of(0.3, 0, 0, 0.3),
  twins: Float64Array.of(0.1, 0.1, 0, 0.1),
  neighbours: Float64Array.of(0.4, 0.7, 1, 0.4),
});

test("what a cluster joins is no stranger; relatives stay as likely beside one person as they were", () => {
  const found = classes();
  ruleOutStrangers(Uint8Array.of(1, 1, 1, 0), found);
  const isNear = (value: number | undefined, expected: number) => assert.ok(Math.abs((value ?? -1) - expected) < 1e-12);
  isNear(found.households[0], 0.6);
  isNear(found.twins[0], 0.2);
  isNear(found.twins[1], 0.5);
  assert.deepEqual([...found.neighbours], [0, 0, 0, 0.4]);
});

test("a joined pair that no class explains is no relative", () => {
  const found = classes();
  ruleOutStrangers(Uint8Array.of(1, 1, 1, 0), found);
  assert.equal(found.households[2], 0);
  assert.equal(found.twins[2], 0);
});

test("pairs left apart stay as they are", () => {
  const found = classes();
  ruleOutStrangers(new Uint8Array(4), found);
  assert.deepEqual(found, classes());
});
