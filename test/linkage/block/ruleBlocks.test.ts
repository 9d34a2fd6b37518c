// Blocks of rules against the plain way: for each record its keys, for each key its records.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Blocks } from "../../../src/linkage/block/atomBlocks.ts";
import { listAtoms } from "../../../src/linkage/block/atoms.ts";
import { type BlockingRule, createRule, KeyMaker } from "../../../src/linkage/block/blockingRule.ts";
import { RuleBlocks } from "../../../src/linkage/block/ruleBlocks.ts";
import { madeUpRecords, madeUpTypes, prepare } from "../madeUpRecords.ts";

const people = madeUpRecords({ records: 500, seed: 8 }).map((row) => ({ ...row, id: row.unique_id ?? "" }));
const { records, aligned } = prepare(people, madeUpTypes);
const atoms = listAtoms(records.fields, aligned);

const rules = fc
  .uniqueArray(fc.constantFrom(...atoms), { minLength: 1, maxLength: 3 })
  .map((chosen) => createRule(chosen));

/** Each block as its records, in the order of text. */
function naiveBlocks(rule: BlockingRule): string[] {
  const maker = new KeyMaker(records, rule);
  const owners = new Map<number, number[]>();
  for (let record = 0; record < records.recordCount; record += 1) {
    const made = maker.make(record);
    for (const key of maker.keys.slice(0, made)) owners.set(key, [...(owners.get(key) ?? []), record]);
  }
  return [...owners.values()]
    .filter((own) => own.length > 1)
    .map((own) => own.join(" "))
    .sort();
}

const listBlocks = ({ count, records: members, offsets }: Blocks): string[] =>
  Array.from({ length: count }, (_, block) => members.subarray(offsets[block], offsets[block + 1]).join(" ")).sort();

test("a rule's blocks are the records of each key, whatever rules were asked for before", () => {
  const blocks = new RuleBlocks(records);
  fc.assert(
    fc.property(fc.array(rules, { minLength: 1, maxLength: 4 }), (asked) => {
      for (const rule of asked) assert.deepEqual(listBlocks(blocks.of(rule)), naiveBlocks(rule), rule.name);
    }),
    { numRuns: 60 },
  );
});
