// namesake index backup: a consistent copy of the store while it is in use.
import { Command } from "commander";
import type { CliContext } from "../../cliContext.ts";
import { storeOption } from "./storeOption.ts";

export function backupPart(context: CliContext): Command {
  return new Command("backup")
    .summary("copy the store while it is in use")
    .description("Write a consistent copy of a SQLite store; restoring is putting the file in its place.")
    .addOption(storeOption())
    .requiredOption("--out <file>", "file to write")
    .action(async (flags: { store: string; out: string }) => {
      const { openStore } = await import("../../../store/openStore.ts");
      const store = await openStore({ store: flags.store, role: "tool" });
      try {
        await store.backup(flags.out);
        context.out.write(`${flags.out} is written; use it as --store sqlite:${flags.out}\n`);
      } finally {
        await store.close();
      }
    });
}
