// Laws: a person's view at a time is what was believed then; following redirects always ends at who holds the records, at
// that time too; and nothing is told of parts that the caller may not see.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { PersonAnswer, PersonGone, RecordInput } from "../../src/persons/personService.ts";
import { NamesakeError } from "../../src/shared/errors.ts";
import type { RecordKey } from "../../src/store/personStore.ts";
import { caller, openSmallIndex, operator, type SmallIndex, toInput, trainSmall } from "./smallIndex.ts";

let index: SmallIndex;
let inputs: RecordInput[];
let minutes = 0;
const now = (): number => Date.UTC(2026, 0, 1) + minutes * 60_000;

before(async () => {
  const { rows, model } = await trainSmall(240, 31);
  inputs = rows.map(toInput);
  index = await openSmallIndex(model, { clock: () => new Date(now()) }, now);
  await index.service.putRecords(operator, inputs);
});
after(() => index.close());

/** Lets time pass, so that what comes is later; a time between what was and what comes. */
function passTime(): string {
  minutes += 2;
  return new Date(now() - 60_000).toISOString();
}

const keyOf = ({ source, id }: RecordKey): RecordKey => ({ source, id });
const personOf = async (key: RecordKey): Promise<string> =>
  (await index.service.getRecord(operator, key)).person?.id ?? "";

/** Keys of a person of two or more sources, and the person. */
async function someone(): Promise<{ person: string; keys: RecordKey[] }> {
  for (const input of inputs) {
    const view = (await index.service.getPerson(operator, await personOf(input))) as PersonAnswer;
    const keys = view.records.map(keyOf);
    if (new Set(keys.map(({ source }) => source)).size >= 2) return { person: view.id, keys };
  }
  return assert.fail("there is a person of two sources");
}

const isGone = (answer: PersonAnswer | PersonGone): answer is PersonGone => "gone" in answer;

async function recordsAt(id: string, asAt?: string): Promise<string[]> {
  const answer = await index.service.getPerson(operator, id, asAt);
  assert.ok(!isGone(answer), `${id} is a person at ${asAt ?? "present"}`);
  return answer.records.map(({ source, id }) => `${source} ${id}`).sort();
}

const isNotFound = (error: unknown): boolean => error instanceof NamesakeError && error.code === "PERSON_NOT_FOUND";

test("a person that came and went is seen at each time as it was then", async () => {
  const { person, keys } = await someone();
  const apart = keys.find(({ source }) => source !== keys[0]?.source) ?? assert.fail();
  const others = keys.filter((key) => key !== apart);
  const names = (list: readonly RecordKey[]): string[] => list.map(({ source, id }) => `${source} ${id}`).sort();

  const asOne = passTime();
  const groups = [others, [apart]];
  const split = await index.service.split(operator, person, { groups, reason: "two people" });
  const parts = [await personOf(others[0] ?? apart), await personOf(apart)];
  const gone = parts.find((id) => id !== person) ?? assert.fail();
  const held = gone === parts[1] ? [apart] : others;
  const asTwo = passTime();
  await index.service.withdrawDecision(operator, split.id);
  const asOneAgain = passTime();

  await assert.rejects(index.service.getPerson(operator, gone, asOne), isNotFound);
  assert.deepEqual(await recordsAt(gone, asTwo), names(held));
  assert.deepEqual(await recordsAt(person, asTwo), names(keys.filter((key) => !held.includes(key))));
  for (const asAt of [asOneAgain, undefined, "2999-01-01T00:00:00.000Z"]) {
    assert.deepEqual(await index.service.getPerson(operator, gone, asAt), { gone: "merged", survivor: person });
    assert.deepEqual(await recordsAt(person, asAt), names(keys));
  }

  const again = await index.service.split(operator, person, { groups, reason: "two people after all" });
  const holder = await personOf(held[0] ?? apart);
  const asTwoAgain = passTime();
  const now = await index.service.getPerson(operator, gone);
  assert.deepEqual(now, holder === gone ? assert.fail("ids are not used again") : { gone: "merged", survivor: holder });
  assert.deepEqual(await index.service.getPerson(operator, gone, asOneAgain), { gone: "merged", survivor: person });
  assert.deepEqual(await index.service.why(operator, gone), now);

  for (const key of held) await index.service.withdrawRecord(operator, key);
  const nothing = { gone: "withdrawn", successors: [] };
  assert.deepEqual(await index.service.getPerson(operator, gone), nothing);
  assert.deepEqual(await index.service.getPerson(operator, gone, asTwoAgain), { gone: "merged", survivor: holder });
  await index.service.withdrawDecision(operator, again.id);
});

test("who saw a part of a person is led to that part and told of no other", async () => {
  const { person, keys } = await someone();
  const [first] = keys;
  const apart = keys.find(({ source }) => source !== first?.source) ?? assert.fail();
  const others = keys.filter(({ source }) => source !== apart.source);
  const groups = [others, keys.filter((key) => !others.includes(key))];
  const asOne = passTime();
  await index.service.split(operator, person, { groups, reason: "two people" });
  const holders = [await personOf(others[0] ?? apart), await personOf(apart)];
  const left = holders[0] === person ? 1 : 0;
  const sources = new Set(groups[left]?.map(({ source }) => source));
  const sees = caller(5, { sources });
  const answer = await index.service.getPerson(sees, person, asOne);
  assert.ok(!isGone(answer) && answer.records.every(({ source }) => sources.has(source)));
  const survivor = holders[left];
  assert.deepEqual(await index.service.getPerson(sees, person), { gone: "merged", survivor });
  assert.deepEqual(await index.service.why(sees, person), { gone: "merged", survivor });
  await assert.rejects(index.service.getPerson(caller(6, { sources: new Set(["none"]) }), person), isNotFound);
  await assert.rejects(index.service.getPerson(caller(6, { sources: new Set(["none"]) }), person, asOne), isNotFound);
});
