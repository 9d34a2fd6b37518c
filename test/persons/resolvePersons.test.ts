// Identifiers follow their records: stated cases, and laws on any partition before and after.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type PersonsBefore, type Resolution, resolvePersons } from "../../src/persons/resolve/resolvePersons.ts";

/** Persons as lists of records; person i is older the smaller `ages[i]` is. */
function before(persons: readonly (readonly number[])[], ages: readonly number[] = []): PersonsBefore {
  return {
    personOf: (record) => persons.findIndex((records) => records.includes(record)),
    createdAt: (person) => ages[person] ?? 1,
    recordsOf: (person) => persons[person] ?? [],
  };
}

const fateOf = ({ fates }: Resolution, person: number) => fates.find((fate) => fate.person === person);

test("a merger leaves the person with more records", () => {
  const found = resolvePersons([[0, 1, 2, 3]], [], before([[0], [1, 2, 3]]), 2);
  assert.deepEqual(found.personOfCluster, [1]);
  assert.equal(fateOf(found, 0)?.state, "merged");
  assert.deepEqual(fateOf(found, 0)?.lostTo, [{ person: 1, records: [0] }]);
});

test("a merger of equals leaves the older person, then the smaller number", () => {
  assert.deepEqual(resolvePersons([[0, 1]], [], before([[0], [1]], [5, 3]), 2).personOfCluster, [1]);
  assert.deepEqual(resolvePersons([[0, 1]], [], before([[0], [1]], [3, 3]), 2).personOfCluster, [0]);
});

test("a split leaves the identifier with the larger part, then with the part of the oldest record", () => {
  assert.deepEqual(resolvePersons([[0], [1, 2]], [], before([[0, 1, 2]]), 1).personOfCluster, [1, 0]);
  assert.deepEqual(
    resolvePersons(
      [
        [2, 3],
        [0, 1],
      ],
      [],
      before([[0, 1, 2, 3]]),
      1,
    ).personOfCluster,
    [1, 0],
  );
});

test("a person that keeps its identifier is current though it was split", () => {
  const found = resolvePersons([[0], [1, 2]], [], before([[0, 1, 2]]), 1);
  assert.equal(fateOf(found, 0)?.state, "current");
  assert.deepEqual(fateOf(found, 0)?.lostTo, [{ person: 1, records: [0] }]);
  assert.deepEqual(found.created, [{ person: 1, records: [0], gainedFrom: [{ person: 0, records: [0] }] }]);
});

test("a person all of whose records went to several others is split and gone", () => {
  const persons = [
    [0, 1],
    [2, 3, 4],
    [5, 6, 7],
  ];
  const found = resolvePersons(
    [
      [0, 2, 3, 4],
      [1, 5, 6, 7],
    ],
    [],
    before(persons),
    3,
  );
  assert.deepEqual(found.personOfCluster, [1, 2]);
  assert.equal(fateOf(found, 0)?.state, "split");
});

test("a person without records left is withdrawn", () => {
  const found = resolvePersons([], [0], before([[0]]), 1);
  assert.equal(fateOf(found, 0)?.state, "withdrawn");
  assert.deepEqual(found.moves, [{ record: 0, from: 0, to: -1 }]);
});

const partition = (labels: readonly number[]): number[][] => {
  const groups = new Map<number, number[]>();
  labels.forEach((label, record) => {
    if (label >= 0) groups.set(label, [...(groups.get(label) ?? []), record]);
  });
  return [...groups.values()];
};

const labels = fc.array(fc.integer({ min: -1, max: 5 }), { minLength: 12, maxLength: 12 });

test("no identifier is given twice, records end where their cluster is, and nobody moves without need", () => {
  fc.assert(
    fc.property(labels, labels, (old, now) => {
      const persons = partition(old);
      const clusters = partition(now);
      const withdrawn = now.flatMap((label, record) => (label < 0 ? [record] : []));
      const found = resolvePersons(clusters, withdrawn, before(persons), persons.length);
      assert.equal(new Set(found.personOfCluster).size, clusters.length);
      const to = new Map(found.moves.map((move) => [move.record, move.to]));
      clusters.forEach((records, cluster) => {
        for (const record of records) {
          const person = to.get(record) ?? before(persons).personOf(record);
          assert.equal(person, found.personOfCluster[cluster]);
        }
      });
      for (const { person, state } of found.fates) {
        assert.equal(state === "current", found.personOfCluster.includes(person));
      }
      const created = found.created.map(({ person }) => person);
      assert.deepEqual(
        created,
        created.map((_, i) => persons.length + i),
      );
    }),
  );
});

test("the order of clusters and of their records changes nothing", () => {
  fc.assert(
    fc.property(labels, labels, (old, now) => {
      const persons = partition(old);
      const clusters = partition(now);
      const turned = [...clusters].reverse().map((records) => [...records].reverse());
      const one = resolvePersons(clusters, [], before(persons), persons.length);
      const two = resolvePersons(turned, [], before(persons), persons.length);
      assert.deepEqual([...two.personOfCluster].reverse(), one.personOfCluster);
      assert.deepEqual(two.fates, one.fates);
    }),
  );
});

test("resolving again changes nothing", () => {
  fc.assert(
    fc.property(labels, labels, (old, now) => {
      const persons = partition(old);
      const clusters = partition(now);
      const first = resolvePersons(clusters, [], before(persons), persons.length);
      const after: PersonsBefore = {
        personOf: (record) => first.personOfCluster[clusters.findIndex((one) => one.includes(record))] ?? -1,
        createdAt: () => 1,
        recordsOf: (person) => clusters[first.personOfCluster.indexOf(person)] ?? [],
      };
      const second = resolvePersons(clusters, [], after, 100);
      assert.deepEqual(second.personOfCluster, first.personOfCluster);
      assert.deepEqual([second.created, second.fates, second.moves], [[], [], []]);
    }),
  );
});
