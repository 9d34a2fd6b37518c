// namesake index: makes, feeds, exports, checks and copies a person index.
import { Command } from "commander";
import type { CliContext } from "../cliContext.ts";
import { backupPart } from "./personIndex/backupPart.ts";
import { exportPart } from "./personIndex/exportPart.ts";
import { ingestPart } from "./personIndex/ingestPart.ts";
import { loadPart } from "./personIndex/loadPart.ts";
import { verifyPart } from "./personIndex/verifyPart.ts";

/** The command with its parts, ready to be added to the program. */
export function indexCommand(context: CliContext): Command {
  const command = new Command("index")
    .summary("keep persons over time: load, ingest, export, verify, backup")
    .description("A person index: for many sources, which records are the same person, with stable identifiers.");
  for (const create of [loadPart, ingestPart, exportPart, verifyPart, backupPart]) command.addCommand(create(context));
  return command;
}
