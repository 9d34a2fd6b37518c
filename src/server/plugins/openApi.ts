// The OpenAPI 3.1 document from the routes' own schemas, at /openapi.json and rendered at /docs from files of the package
// (nothing is fetched from elsewhere).
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import { version } from "../../shared/version.ts";
import { namedSchemas } from "../schemas/namedSchemas.ts";

const tags = [
  { name: "records", description: "Records in." },
  { name: "persons", description: "Persons out." },
  { name: "decisions", description: "Rulings of humans, and what waits for one." },
  { name: "events", description: "What happened." },
  { name: "operations", description: "For those who run the service." },
];

const description = `Which records are the same person. Every request below /v1 sends \`Authorization: Bearer KEY\` and
\`Purpose: CODE\`; answers hold only what the client may see, and each is recorded in the audit. Failures are problem
documents (RFC 9457) with a code.`;

/** Adds the document and its page; to be called before routes are added. */
export async function addOpenApi(app: FastifyInstance): Promise<void> {
  for (const schema of namedSchemas) app.addSchema(schema);
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "Namesake", version, description, license: { name: "Apache-2.0", identifier: "Apache-2.0" } },
      tags,
      components: {
        securitySchemes: {
          key: { type: "http", scheme: "bearer", description: "The client's key." },
          purpose: { type: "apiKey", in: "header", name: "Purpose", description: "A purpose that the client holds." },
        },
      },
    },
    refResolver: { buildLocalReference: (json, _base, _fragment, index) => String(json.$id ?? `def-${index}`) },
  });
  await app.register(swaggerUi, { routePrefix: "/docs", staticCSP: true, uiConfig: { validatorUrl: null } });
  let text: string | null = null;
  app.get("/openapi.json", { schema: { hide: true } }, async (_request, reply) => {
    text ??= JSON.stringify(app.swagger());
    return reply.type("application/json").send(text);
  });
}
