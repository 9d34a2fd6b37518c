// A process that writes to a store until it is ended: batches of three people and audit rows beside them. It prints a line
// for each batch and audit row once that is acknowledged, and nothing else.
import { openStore } from "../../src/store/openStore.ts";
import { addPeople, auditRow } from "./madeUpRows.ts";

const [name = "", count = "1000000"] = process.argv.slice(2);
const store = await openStore({ store: name, role: "index" });

async function writeBatches(): Promise<void> {
  for (let batch = 0; batch < Number(count); batch++) {
    const numbers = await addPeople(store, 3);
    process.stdout.write(`batch ${numbers.join(" ")}\n`);
  }
}

async function writeAudit(): Promise<void> {
  for (let row = 0; row < Number(count); row++) {
    await store.audit([auditRow(1, [row])]);
    process.stdout.write(`audit ${row}\n`);
  }
}

process.stdout.write("ready\n");
await Promise.all([writeBatches(), writeAudit()]);
await store.close();
