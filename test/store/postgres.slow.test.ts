// The contract of stores on PostgreSQL, and what only a server can do: many processes, lost connections, crashes.
import { after, before } from "node:test";
import { type PostgresServer, postgresMissing, startPostgres } from "../support/startPostgres.ts";
import { testPersonStore } from "./personStoreContract.ts";

let server: PostgresServer | null = null;
before(async () => {
  if (!postgresMissing) server = await startPostgres({ isDurable: true });
});
after(() => server?.stop());

testPersonStore("PostgreSQL", { newName: () => server?.newStore() ?? "", propertyRuns: 12, skip: postgresMissing });
