// The version stands in package.json alone; the folder above is the same from src/ and from dist/.
import { readFileSync } from "node:fs";

/** Version of this package. */
export function readVersion(): string {
  const content: unknown = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  return (content as { version: string }).version;
}
