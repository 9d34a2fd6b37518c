// Origins as they are frozen and packed: what comparing reads is what was learnt, to a percent.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { FrequencyTables } from "../../../src/linkage/compare/frequencies.ts";
import {
  alignOriginShares,
  alignOrigins,
  createOriginTables,
  NameOrigins,
} from "../../../src/linkage/compare/nameOrigins.ts";

const shares = Float64Array.of(0.6, 0.25, 0.1, 0.05);
const names = ["ANNA", "PIOTR", "JOHN", "LI"];
const given = [[0.55, 0.25, 0.19, 0.01], [0.02, 0.03, 0.05, 0.9], [0.97, 0.01, 0.01, 0.01], [...shares]];

function freeze(own: readonly (readonly number[])[]): FrequencyTables {
  const tables = createOriginTables(
    "name.given",
    "origin",
    shares,
    Float64Array.from(own.flat()),
    (code) => names[code] ?? "",
  );
  return new Map(tables);
}

function align(tables: FrequencyTables, keys: readonly string[]) {
  const slot = alignOrigins(tables, "name.given", "origin", keys.length, (code) => keys[code] ?? "");
  const total = alignOriginShares(tables, "origin");
  assert.ok(slot !== null && total !== null);
  return { packed: slot.counts, origins: new NameOrigins(total) };
}

test("a value's shares come back to a percent, whatever the order of codes", () => {
  const { packed, origins } = align(freeze(given), ["LI", "JOHN", "ANNA", "PIOTR", "UNKNOWN"]);
  for (const [index, name] of [
    [1, 2],
    [2, 0],
    [3, 1],
  ] as const) {
    const own = new Float64Array(4);
    origins.unpack(packed[index] ?? 0, own);
    given[name]?.forEach((share, k) => {
      assert.ok(Math.abs((own[k] ?? 0) - share) < 0.021, `${names[name]} ${k}: ${own[k]} for ${share}`);
    });
    assert.ok(Math.abs(own.reduce((sum, share) => sum + share, 0) - 1) < 1e-9);
  }
  assert.equal(packed[0], 0, "shares as in all records say nothing");
  assert.equal(packed[4], 0);
});

test("names of one rare origin depend; unknown ones, one alone and those of two origins do not", () => {
  const { packed, origins } = align(freeze(given), names);
  const depend = (...values: number[]) => origins.logDependence(Uint32Array.from(values), values.length);
  const [, piotr = 0, john = 0] = packed;
  assert.ok(Math.abs(depend(piotr, piotr) - Math.log(0.9 ** 2 / 0.05 + 0.1 ** 2)) < 0.05);
  assert.ok(depend(piotr, piotr, piotr) > depend(piotr, piotr));
  for (const values of [[piotr], [piotr, 0], [0, 0], [piotr, john], []]) assert.equal(depend(...values), 0);
});

test("the order of values changes nothing, and dependence is never below nought", () => {
  const row = fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }).map((raw) => {
    const sum = raw.reduce((total, value) => total + value, 0);
    return raw.map((value) => value / sum);
  });
  fc.assert(
    fc.property(row, row, row, (a, b, c) => {
      const { packed, origins } = align(freeze([a, b, c]), names);
      const [x = 0, y = 0, z = 0] = packed;
      const one = origins.logDependence(Uint32Array.of(x, y, z), 3);
      const other = origins.logDependence(Uint32Array.of(z, x, y), 3);
      assert.ok(one >= 0 && Math.abs(one - other) < 1e-9);
    }),
  );
});
