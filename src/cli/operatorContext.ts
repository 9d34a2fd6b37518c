// Who acts when a command of this machine's operator touches the index: everything is visible, and the audit log says so.
import type { AccessContext } from "../governance/accessContext.ts";

/** Number of the command line among the clients. */
export const operatorClient = 0;

/** @param command as in the audit log: "index ingest" */
export function operatorContext(command: string): AccessContext {
  return {
    client: operatorClient,
    clientName: "command line",
    purpose: "operation",
    sources: null,
    fields: null,
    route: command,
  };
}
