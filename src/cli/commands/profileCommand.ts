// namesake profile: what each column holds and what it would be used for, before anything is linked.
import { Command } from "commander";
import type { CliContext } from "../cliContext.ts";
import { formatCount } from "../format/formatCount.ts";
import { omitUndefined } from "../parse/omitUndefined.ts";
import { parseMemorySize } from "../parse/parseMemorySize.ts";
import { parseWholeNumber } from "../parse/parseWholeNumber.ts";

interface ProfileFlags {
  readonly id?: string;
  readonly source?: string;
  readonly threads?: number;
  readonly memory?: number;
  readonly json?: true;
}

/** The command, ready to be added to the program. */
export function profileCommand(context: CliContext): Command {
  return new Command("profile")
    .summary("show what each column holds and what it means")
    .description("Show how full each column is, what it means for matching, why that is thought, and what looks wrong.")
    .argument("<file...>", "files of records, as for link")
    .option("--id <column>", "identifier of a record")
    .option("--source <column>", "column that names the source of each record")
    .option("--threads <n>", "threads to use (default: one per core)", parseWholeNumber(1, 1024))
    .option("--memory <size>", "memory to stay within, such as 4G", parseMemorySize)
    .option("--json", "print the profile as JSON")
    .action((files: string[], flags: ProfileFlags) => runProfile(files, flags, context));
}

async function runProfile(files: string[], flags: ProfileFlags, context: CliContext): Promise<void> {
  const { readRecords } = await import("../../linkage/read/readRecords.ts");
  const { profileColumns } = await import("../../linkage/profile/profileColumns.ts");
  const { formatProfile } = await import("../../linkage/profile/formatProfile.ts");
  const read = await readRecords(
    omitUndefined({
      input: files,
      idColumn: flags.id,
      sourceColumn: flags.source,
      threads: flags.threads,
      memoryBytes: flags.memory,
      signal: context.signal,
    }),
  );
  const columns = profileColumns(read.table);
  if (flags.json === true) {
    const { inputs, alignment, idReason, rejects, table } = read;
    const result = { records: table.recordCount, rejected: rejects.length, inputs, idReason, alignment, columns };
    context.out.write(`${JSON.stringify(result, null, 2)}\n`);
    return;
  }
  const inputs = read.inputs.map(({ file, recordCount }) => `${file}: ${formatCount(recordCount)} records`);
  const rejected = read.rejects.length > 0 ? [`${formatCount(read.rejects.length)} rows rejected`] : [];
  const above = [...inputs, ...rejected, read.idReason, ...read.alignment, ""];
  context.out.write(`${above.join("\n")}\n${formatProfile(columns)}\n`);
}
