// namesake index verify: rebuilds the persons from facts and compares them with what is stored.
import { Command } from "commander";
import { NamesakeError } from "../../../shared/errors.ts";
import type { CliContext } from "../../cliContext.ts";
import { createProgressView } from "../../createProgressView.ts";
import { formatCount } from "../../format/formatCount.ts";
import { storeOption } from "./storeOption.ts";

export function verifyPart(context: CliContext): Command {
  return new Command("verify")
    .summary("rebuild persons from facts and compare")
    .description("Rebuild all persons from records, decisions and model alone, and compare them with the stored ones.")
    .addOption(storeOption())
    .option("--json", "print the differences as JSON")
    .action((flags: { store: string; json?: true }) => runVerify(flags, context));
}

async function runVerify(flags: { store: string; json?: true }, context: CliContext): Promise<void> {
  const { openStore } = await import("../../../store/openStore.ts");
  const { verifyIndex } = await import("../../../persons/verifyIndex.ts");
  const view = createProgressView(context);
  const store = await openStore({ store: flags.store, role: "tool" });
  try {
    const { records, persons, differences } = await verifyIndex({
      store,
      onProgress: view.show,
      signal: context.signal,
    });
    view.finish();
    if (flags.json === true) context.out.write(`${JSON.stringify({ records, persons, differences }, null, 2)}\n`);
    else {
      const lines = differences.map((difference) => `  ${difference}`);
      const count = differences.length === 0 ? "no differences" : `${formatCount(differences.length)} differences`;
      context.out.write(
        [`${formatCount(records)} records, ${formatCount(persons)} persons: ${count}`, ...lines, ""].join("\n"),
      );
    }
    if (differences.length > 0) throw new NamesakeError("INDEX_DIFFERS", `${differences.length} differences`);
  } finally {
    view.finish();
    await store.close();
  }
}
