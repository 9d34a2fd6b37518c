// Each culture gives names that exist, skewed as names are, and passes surnames on by its custom.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cultureNames } from "../../../src/generate/cultures/cultureNames.ts";
import { cultures } from "../../../src/generate/cultures/cultures.ts";
import { makeCulture } from "../../../src/generate/cultures/makeCulture.ts";
import { Random } from "../../../src/generate/random/random.ts";

const made = cultures.map((entry) => makeCulture(entry.definition));
const byName = new Map(made.map((culture) => [culture.name, culture]));

test("the list of names is that of the cultures", () => {
  assert.deepEqual(
    cultures.map((entry) => entry.definition.name),
    [...cultureNames],
  );
});

test("names are never empty, never hold what a CSV field would need to quote", () => {
  const random = new Random(3);
  for (const culture of made) {
    for (let i = 0; i < 2000; i += 1) {
      const sex = i % 2 === 0 ? "F" : "M";
      const names = [culture.drawGiven(random, sex, 1930 + (i % 95)), culture.carry(culture.drawSurname(random), sex)];
      for (const name of names) {
        assert.match(name, /^[^",\n\s][^",\n]*$/u, culture.name);
        for (const other of culture.spellings(name)) assert.notEqual(other, name);
      }
    }
  }
});

test("few surnames are very common and most are rare", () => {
  const random = new Random(4);
  for (const name of ["british", "polish", "german"]) {
    const counts = new Map<string, number>();
    for (let i = 0; i < 40_000; i += 1) {
      const surname = byName.get(name)?.drawSurname(random) ?? "";
      counts.set(surname, (counts.get(surname) ?? 0) + 1);
    }
    const sorted = [...counts.values()].sort((a, b) => b - a);
    const top = sorted.slice(0, 100).reduce((sum, count) => sum + count, 0) / 40_000;
    assert.ok((sorted[0] ?? 0) / 40_000 > 0.005 && (sorted[0] ?? 0) / 40_000 < 0.03, name);
    assert.ok(top > 0.2 && top < 0.6, name);
    assert.ok(sorted.length > 1800, name);
  }
});

test("surnames and scripts follow the custom", () => {
  const russian = byName.get("russian");
  const polish = byName.get("polish");
  assert.equal(russian?.carry("Ivanov", "F"), "Ivanova");
  assert.equal(russian?.native("Ivanova"), "Иванова");
  assert.equal(polish?.carry("Kowalski", "F"), "Kowalska");
  assert.equal(polish?.carry("Kowalska", "M"), "Kowalski");
  assert.equal(byName.get("greek")?.native("Papadopoulou"), "Παπαδόπουλου");
  assert.ok(byName.get("arabic")?.spellings("Mohammed").includes("Muhammad"));
  assert.equal(byName.get("arabic")?.native("Muhammad"), "محمد");
  assert.ok(byName.get("german")?.spellings("Müller").includes("Mueller"));
});
