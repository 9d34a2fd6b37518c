import assert from "node:assert/strict";
import { test } from "node:test";
import { namesMatchingResult } from "../../../src/linkage/profile/namesMatchingResult.ts";

test("conclusions of matching are told from attributes by name", () => {
  for (const name of [
    "cluster_id",
    "Cluster",
    "ClusterID",
    "ENTITY_ID",
    "ground_truth",
    "true_id",
    "duplicate_of",
    "match_group",
  ]) {
    assert.equal(namesMatchingResult(name), true, name);
  }
  for (const name of [
    "surname",
    "age_group",
    "blood_group",
    "entity_name",
    "identity_number",
    "ethnicity",
    "matched_income",
  ]) {
    assert.equal(namesMatchingResult(name), false, name);
  }
});
