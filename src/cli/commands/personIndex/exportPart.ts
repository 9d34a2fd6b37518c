// namesake index export: which record is which person, as a file.
import { Command } from "commander";
import type { CliContext } from "../../cliContext.ts";
import { formatCount } from "../../format/formatCount.ts";
import { operatorContext } from "../../operatorContext.ts";
import { storeOption } from "./storeOption.ts";

export function exportPart(context: CliContext): Command {
  return new Command("export")
    .summary("write which record is which person")
    .description("Write source, record_id and person_id of every record of the index.")
    .addOption(storeOption())
    .requiredOption("--out <file>", "file to write (CSV); it appears complete or not at all")
    .option("--overwrite", "replace the file where it exists")
    .action(async (flags: { store: string; out: string; overwrite?: true }) => {
      const { openStore } = await import("../../../store/openStore.ts");
      const { exportPersons } = await import("../../../persons/exportPersons.ts");
      const store = await openStore({ store: flags.store, role: "tool" });
      try {
        const { records, persons } = await exportPersons(operatorContext("index export"), {
          store,
          out: flags.out,
          overwrite: flags.overwrite === true,
          signal: context.signal,
        });
        context.out.write(`${formatCount(records)} records of ${formatCount(persons)} persons: ${flags.out}\n`);
      } finally {
        await store.close();
      }
    });
}
