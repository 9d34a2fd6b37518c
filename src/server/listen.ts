// Puts a server on an address and takes it off gracefully: what is in flight is finished, streams are ended, and after a
// time of grace whatever still hangs is cut off.
import type { AddressInfo } from "node:net";
import { NamesakeError } from "../shared/errors.ts";
import { createServer, type ServerOptions } from "./createServer.ts";

export interface ListenOptions extends ServerOptions {
  /** 0 for any free port. */
  readonly port: number;
  readonly host: string;
  /** Milliseconds that requests in flight get when the server stops. */
  readonly graceMs?: number;
}

export interface RunningServer {
  /** "http://127.0.0.1:8080" */
  readonly address: string;
  /** Stops listening and resolves when every request has been answered or cut off. Service and store stay open. */
  close(): Promise<void>;
}

const defaultGraceMs = 30_000;
const addressErrors = new Set(["EADDRINUSE", "EADDRNOTAVAIL", "EACCES", "ENOTFOUND", "EAI_AGAIN"]);

/**
 * Listens; resolves when requests are answered.
 *
 * @throws NamesakeError ADDRESS_IN_USE where it cannot listen there
 */
export async function listen(options: ListenOptions): Promise<RunningServer> {
  const { port, host, graceMs = defaultGraceMs } = options;
  const app = await createServer(options);
  try {
    await app.listen({ port, host, listenTextResolver: () => "listening" });
  } catch (error) {
    await app.close();
    if (!addressErrors.has((error as NodeJS.ErrnoException).code ?? "")) throw error;
    throw new NamesakeError("ADDRESS_IN_USE", `${host}:${port}`, { cause: error });
  }
  const address = addressText(app.server.address() as AddressInfo);
  return {
    address,
    async close() {
      const cutOff = setTimeout(() => app.server.closeAllConnections(), graceMs);
      await app.close();
      clearTimeout(cutOff);
    },
  };
}

const addressText = ({ address, family, port }: AddressInfo): string =>
  `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
