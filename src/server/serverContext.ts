// What every route needs, made once by createServer.
import type { AccessContext } from "../governance/accessContext.ts";
import type { Authenticator } from "../governance/clients/authenticator.ts";
import type { PersonService } from "../persons/personService.ts";
import type { PersonStore } from "../store/personStore.ts";
import type { Admission } from "./admission.ts";
import type { ServerLimits } from "./limits.ts";

export interface ServerContext {
  readonly service: PersonService;
  readonly store: PersonStore;
  readonly limits: ServerLimits;
  readonly authenticator: Authenticator;
  readonly admission: Admission;
  /** Aborted when the server begins to stop: streams end, nothing new is begun. */
  readonly stopping: AbortSignal;
}

declare module "fastify" {
  interface FastifyRequest {
    /** Who asks and what they may see; on every route below /v1, from the first hook on. */
    access: AccessContext;
  }
  interface FastifyContextConfig {
    /** Long-lived requests, which are counted apart. */
    stream?: "bulk" | "events";
  }
}
