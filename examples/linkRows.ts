// Links rows from memory and tells, for each person in both lists, the two identifiers. As a dependency of another
// project the import is "namesake/linkage".
import { link } from "../src/linkage/index.ts";

const members = [
  { id: "m1", name: "Hartwell, Elisabeth", born: "1984-02-29", postcode: "LS9 8AA" },
  { id: "m2", name: "Kowalczyk, Tomasz", born: "1979-11-03", postcode: "HU1 2AB" },
  { id: "m3", name: "Begum, Aisha", born: "1991-06-17", postcode: "BD3 9QX" },
  { id: "m4", name: "Okonkwo, Grace", born: "2001-12-11", postcode: "LS1 4DY" },
];
const borrowers = [
  { id: "b1", name: "Hartwell, Lizzie", born: "1984-02-29", postcode: "LS9 8AA" },
  { id: "b2", name: "Kowalczyk, Tomazs", born: "1979-11-03", postcode: null },
  { id: "b3", name: "Begum, Aisha", born: "1968-01-30", postcode: "LU2 7JP" },
  { id: "b4", name: "Rahman, Ahmed", born: "1995-02-14", postcode: "BD3 9LH" },
];

const run = await link({ input: { members, borrowers }, idColumn: "id", acrossOnly: true });

const recordsOf = new Map<string, string[]>();
for (const { recordId, clusterId } of run.clusters()) {
  recordsOf.set(clusterId, [...(recordsOf.get(clusterId) ?? []), recordId]);
}
for (const records of recordsOf.values()) if (records.length > 1) console.log(records.join(" = "));
