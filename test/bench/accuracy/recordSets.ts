// A small set for the tests of the accuracy bench.
import type { RecordSet } from "../../../bench/accuracy/recordSets/recordSet.ts";

export const smallSet: RecordSet = {
  name: "small",
  columns: ["name", "born", "town"],
  rows: [
    ["Ann Lee", "1980-02-29", "York"],
    ["Bob, Ray", "19811231", ""],
    ['Cy "C" Doe', "", "Hull"],
    ["Ann Lea", "1980-02-28", "York"],
  ],
  ids: ["a", "b", "c", "d"],
  truth: ["1", "2", "3", "1"],
  sources: ["x", "x", "y", "y"],
  acrossOnly: false,
};
