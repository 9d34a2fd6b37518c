// Every code of the catalogue is a problem document; what is not expected says nothing of itself.
import assert from "node:assert/strict";
import { test } from "node:test";
import { InvalidRequest } from "../../src/server/invalidRequest.ts";
import { isBug, problemOf } from "../../src/server/problem.ts";
import { problemResponses } from "../../src/server/schemas/describeRoute.ts";
import { catalogue, type ErrorCode, NamesakeError } from "../../src/shared/errors.ts";

const codes = Object.keys(catalogue) as ErrorCode[];

test("each code of the catalogue is a problem with its status and what to do", () => {
  for (const code of codes) {
    const problem = problemOf(new NamesakeError(code, "here"));
    const { httpStatus, message, next } = catalogue[code];
    assert.deepEqual(problem, {
      type: `urn:namesake:problem:${code}`,
      title: message,
      status: httpStatus,
      detail: `${message} here`,
      code,
      next,
    });
    assert.ok(httpStatus >= 400 && httpStatus < 600, code);
  }
});

test("an unexpected error is INTERNAL, and its message goes nowhere", () => {
  for (const error of [new TypeError("Distinctive"), "Distinctive", null, { code: "Distinctive" }, { code: 5 }]) {
    assert.equal(problemOf(error).code, "INTERNAL");
    assert.doesNotMatch(JSON.stringify(problemOf(error)), /Distinctive/);
    assert.ok(isBug(error));
  }
  assert.ok(!isBug(new NamesakeError("BODY_NOT_JSON", [])));
});

test("failures of Fastify and Node have codes of ours", () => {
  assert.equal(problemOf({ code: "FST_ERR_CTP_BODY_TOO_LARGE" }).status, 413);
  assert.equal(problemOf({ code: "FST_ERR_CTP_INVALID_MEDIA_TYPE" }).status, 415);
  assert.equal(problemOf({ code: "HPE_HEADER_OVERFLOW" }).status, 431);
});

test("mistakes of a request are listed", () => {
  const mistakes = [{ in: "body", pointer: "/fields", detail: "is required" }] as const;
  assert.deepEqual(problemOf(new InvalidRequest(mistakes)).errors, mistakes);
});

test("documented responses name every code under its status", () => {
  const responses = problemResponses(codes);
  for (const code of codes) {
    const response = responses[catalogue[code].httpStatus] as { description: string } | undefined;
    assert.ok(response?.description.includes(`\`${code}\``), code);
  }
});
