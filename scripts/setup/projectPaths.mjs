// Where things stand in a checkout, so that each step works whatever the current folder.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Path inside the checkout. */
export function inProject(...parts) {
  return join(projectFolder, ...parts);
}

/** The Node that the npm package `node` installs. */
export const projectNode = inProject("node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
