// What cannot be answered soon is refused; places come back; one client cannot take them all.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createAdmission } from "../../src/server/admission.ts";
import { defaultLimits, type ServerLimits } from "../../src/server/limits.ts";

const overloaded = { code: "OVERLOADED" };
const limited = { code: "RATE_LIMITED" };

function admissionOf(limits: Partial<ServerLimits>) {
  const clock = { now: 0, endTurn: () => {} };
  const admission = createAdmission(
    { ...defaultLimits, ...limits },
    () => clock.now,
    (callback) => {
      clock.endTurn = callback;
    },
  );
  return { admission, clock };
}

test("at most so many requests are answered at a time", () => {
  const { admission } = admissionOf({ inFlightMax: 2 });
  const release = admission.enter(undefined);
  admission.enter(undefined);
  assert.throws(() => admission.enter(undefined), overloaded);
  assert.equal(admission.inFlight(), 2);
  release();
  admission.enter(undefined);
});

test("streams are counted apart from requests and from each other", () => {
  const { admission } = admissionOf({ inFlightMax: 1, bulkStreamsMax: 1, eventStreamsMax: 1 });
  admission.enter(undefined);
  admission.enter("bulk");
  admission.enter("events");
  assert.throws(() => admission.enter("bulk"), overloaded);
  assert.throws(() => admission.enter("events"), overloaded);
});

test("what has waited too long in the event loop is refused until the loop has come round", () => {
  const { admission, clock } = admissionOf({ waitMsMax: 100 });
  admission.enter(undefined);
  clock.now = 100;
  admission.enter(undefined);
  clock.now = 101;
  assert.throws(() => admission.enter(undefined), overloaded);
  clock.endTurn();
  admission.enter(undefined);
});

test("one client may not take every place", () => {
  const { admission } = admissionOf({ inFlightPerClient: 1 });
  const release = admission.enterClient(1, undefined);
  assert.throws(() => admission.enterClient(1, undefined), limited);
  admission.enterClient(2, undefined);
  admission.enterClient(1, "bulk");
  release();
  admission.enterClient(1, undefined);
});

test("a client's rate allows one burst, then fills up with time", () => {
  const { admission, clock } = admissionOf({ perSecondPerClient: 10 });
  for (let request = 0; request < 10; request++) admission.enterClient(1, undefined)();
  assert.throws(() => admission.enterClient(1, undefined), limited);
  clock.now += 100;
  admission.enterClient(1, undefined)();
  assert.throws(() => admission.enterClient(1, undefined), limited);
  clock.now += 1_000_000;
  for (let request = 0; request < 10; request++) admission.enterClient(1, undefined)();
  assert.throws(() => admission.enterClient(1, undefined), limited);
});
