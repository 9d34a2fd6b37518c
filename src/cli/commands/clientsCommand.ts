// namesake clients: who may ask the index, for which purposes, and what of it they see.
import { Command } from "commander";
import type { PersonStore } from "../../store/personStore.ts";
import type { CliContext } from "../cliContext.ts";
import { formatTable } from "../format/formatTable.ts";

interface AddFlags {
  readonly store: string;
  readonly purpose: string[];
  readonly source: string[];
  readonly field: string[];
  readonly json?: true;
}

const storeHelp = "sqlite:PATH or postgres://USER@HOST/DATABASE";

const moreHelp = `
A client sees records of its sources and, of those, its fields: '*' for all.
Each of its requests names one of its purposes.

Examples:
  namesake clients add border-desk --store sqlite:persons.db --purpose BORDER --source '*' --field '*'
  namesake clients add registry --store sqlite:persons.db --purpose CIVIL --source register --field given_name --field surname
`;

/** The command with its three parts, ready to be added to the program. */
export function clientsCommand(context: CliContext): Command {
  return new Command("clients")
    .summary("manage who may ask the index")
    .description("Add, list and revoke the clients of a person index.")
    .addCommand(addPart(context))
    .addCommand(listPart(context))
    .addCommand(revokePart(context))
    .addHelpText("after", moreHelp);
}

/** Gathers a flag's values, whether it is repeated or given several at once. */
const gather = (value: string, previous: string[] = []): string[] => [...previous, value];

function addPart(context: CliContext): Command {
  return new Command("add")
    .summary("add a client and print its key")
    .description("Add a client. Its key is printed once; the store keeps only a hash of it.")
    .argument("<name>", "name of the client, unique in the store")
    .requiredOption("--store <store>", storeHelp)
    .requiredOption("--purpose <code...>", "purposes that it may name", gather)
    .requiredOption("--source <source...>", "sources whose records it sees; '*' for all", gather)
    .requiredOption("--field <field...>", "fields that it sees; '*' for all", gather)
    .option("--json", "print the client and its key as JSON")
    .action(async (name: string, flags: AddFlags) => {
      const { addClient } = await import("../../governance/addClient.ts");
      const { client, key } = await withStore(flags.store, async (store) =>
        addClient(store, {
          name,
          purposes: flags.purpose,
          sources: allOr(flags.source),
          fields: allOr(flags.field),
        }),
      );
      if (flags.json === true) {
        const { name, purposes, sources, fields, createdAt } = client;
        context.out.write(`${JSON.stringify({ name, purposes, sources, fields, createdAt, key }, null, 2)}\n`);
        return;
      }
      context.error.write(`The key of ${name}, shown this once; send it as "Authorization: Bearer KEY":\n`);
      context.out.write(`${key}\n`);
    });
}

const allOr = (values: readonly string[]): readonly string[] | null => (values.includes("*") ? null : values);

function listPart(context: CliContext): Command {
  return new Command("list")
    .summary("list the clients")
    .description("List the clients of a store; keys are not stored and cannot be shown.")
    .requiredOption("--store <store>", storeHelp)
    .option("--json", "print the clients as JSON")
    .action(async (flags: { store: string; json?: true }) => {
      const { listClients } = await import("../../governance/listClients.ts");
      const clients = await withStore(flags.store, listClients);
      if (flags.json === true) {
        const shown = clients.map(({ number: _, ...client }) => client);
        context.out.write(`${JSON.stringify(shown, null, 2)}\n`);
        return;
      }
      const rows = clients.map(({ name, purposes, sources, fields, createdAt, revokedAt }) => [
        name,
        purposes.join(", "),
        sources?.join(", ") ?? "*",
        fields?.join(", ") ?? "*",
        createdAt.slice(0, 10),
        revokedAt === null ? "" : `revoked ${revokedAt.slice(0, 10)}`,
      ]);
      const head = ["name", "purposes", "sources", "fields", "since", ""];
      context.out.write(
        `${formatTable([head, ...rows], ["left", "left", "left", "left", "left", "left"]).join("\n")}\n`,
      );
    });
}

function revokePart(context: CliContext): Command {
  return new Command("revoke")
    .summary("take a client's access away")
    .description("Refuse the client's key from now on. What it did stays in the audit log.")
    .argument("<name>", "name of the client")
    .requiredOption("--store <store>", storeHelp)
    .action(async (name: string, flags: { store: string }) => {
      const { revokeClient } = await import("../../governance/revokeClient.ts");
      await withStore(flags.store, (store) => revokeClient(store, name));
      context.out.write(`${name} is revoked.\n`);
    });
}

async function withStore<T>(place: string, work: (store: PersonStore) => Promise<T>): Promise<T> {
  const { openStore } = await import("../../store/openStore.ts");
  const store = await openStore({ store: place, role: "tool" });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
