// One example of each answer, all of one made-up person, for the OpenAPI document; a test holds them to their schemas.

const person = { id: "01997c2e-4a10-7b3c-9d51-6f0e2a8c4b17" };
const gone = "01997c2e-51d8-7f02-8a6e-0c4d9b73e2f5";
const clinic = { source: "clinic", id: "17" };
const school = { source: "school", id: "A4" };
const at = "2026-03-01T12:00:00.000Z";
const fields = { birth_date: "1984-02-29", given_name: "Maryam", surname: "Okonkwo" };

const added = {
  cursor: 41,
  at,
  type: "record.added",
  person: person.id,
  cause: { kind: "record", records: [clinic], about: [clinic] },
  recipients: [],
};
const changed = { ...added, cursor: 42, type: "person.changed", recipients: ["desk"] };
const stored = { outcome: "created", ...clinic, person, changed: [added, changed] };

const step = { comparison: "surname", level: "exact", weight: 10.8, left: "okonkwo", right: "okonkwo" };
const opposed = { comparison: "phone", level: "different", weight: -2, left: "01134960101", right: "01134960277" };
const numbers = { match_weight: 12.2, match_probability: 0.9998 };
const from = [{ ...clinic, observedAt: null, receivedAt: at }];
const rule = "held by most records; of equals the one observed last";

const decision = {
  id: "01997c30-0b6f-7d94-b2c8-5e1f7a3d9c60",
  kind: "different",
  groups: [[clinic], [school]],
  reason: "Twins; both came to the desk.",
  by: "desk",
  at,
  withdrawnAt: null,
};

const review = {
  id: "01997c31-7c42-7a18-8f3b-9d0b6e5a2c41",
  kind: "doubtful",
  harm: 2.9,
  state: "open",
  claimedBy: null,
  records: [
    { ...clinic, person },
    { ...school, person: { id: gone } },
  ],
  why: "They may be one person; the evidence does not decide it.",
};

/** By name of the schema. */
export const answerExamples: Readonly<Record<string, unknown>> = {
  PutAnswer: stored,
  LineAnswer: { line: 1, status: 201, ...stored },
  StoredRecord: {
    ...clinic,
    fields,
    person,
    versions: [
      {
        version: 1,
        sourceVersion: 3,
        fields,
        observedAt: "2026-03-01",
        receivedAt: at,
        receivedFrom: "desk",
        isWithdrawn: false,
      },
    ],
  },
  Withdrawal: { changed: [{ ...changed, cause: { kind: "withdrawal", records: [school], about: [school] } }] },
  Matches: {
    items: [{ person, record: clinic, ...numbers, band: "match", agreements: [step], disagreements: [opposed] }],
  },
  SearchAnswer: {
    items: [
      {
        person,
        score: 0.93,
        record: clinic,
        found: [{ term: "okonkwo", field: "surname", value: "Okonkwo", how: "exact" }],
        fields,
      },
    ],
    cursor: "-lH2SwsqadwHMQ",
  },
  Person: {
    id: person.id,
    asAt: at,
    fields: { surname: { chosen: "Okonkwo", rule, values: [{ value: "Okonkwo", records: from }] } },
    records: from,
  },
  Merged: { gone: "merged", survivor: person.id },
  Why: {
    id: person.id,
    links: [{ left: clinic, right: school, ...numbers, steps: [step, opposed] }],
    decisions: [{ ...decision, kind: "same", groups: [[clinic, school]], reason: "Same passport, seen." }],
    weakest: { left: clinic, right: school, match_weight: numbers.match_weight },
  },
  History: { items: [added, changed] },
  Decision: { ...decision, changed: [changed] },
  Reviews: { items: [review], cursor: "LkEJ0ZV8N0P4Wz" },
  Review: { ...review, state: "claimed", claimedBy: "desk" },
  Events: { events: [added, changed], cursor: 42 },
  Health: { status: "live" },
};
