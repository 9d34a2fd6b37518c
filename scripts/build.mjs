// Compiles src/ into dist/ for the published package: JavaScript, declarations and the data files beside the code.
// Runs under npm pack too, so it needs the packages installed and no more.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inProject, projectNode } from "./setup/projectPaths.mjs";
import { runStep } from "./setup/runStep.mjs";
import { SetupError } from "./setup/setupError.mjs";

// The compiler renames import paths, but not the path of a worker thread's file: new URL("./x.ts", import.meta.url).
const filePattern = /(new URL\(\s*["'`]\.{1,2}\/[^"'`]+)\.ts(["'`]\s*,\s*import\.meta\.url\s*\))/g;

function build() {
  if (!existsSync(projectNode)) throw new SetupError("Run npm start or npm ci first.");
  rmSync(inProject("dist"), { recursive: true, force: true });
  const tsc = inProject("node_modules", "typescript", "bin", "tsc");
  runStep("Compiling (tsc)", projectNode, [tsc, "-p", "tsconfig.build.json"]);
  copyDataFiles();
  renameWorkerFiles();
}

function filesIn(folder) {
  return readdirSync(inProject(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(inProject(folder).length + 1));
}

function copyDataFiles() {
  for (const path of filesIn("src").filter((path) => !path.endsWith(".ts"))) {
    cpSync(inProject("src", path), inProject("dist", path));
  }
}

function renameWorkerFiles() {
  for (const path of filesIn("dist").filter((path) => path.endsWith(".js"))) {
    const text = readFileSync(inProject("dist", path), "utf8");
    const renamed = text.replace(filePattern, "$1.js$2");
    if (renamed !== text) writeFileSync(inProject("dist", path), renamed);
  }
}

try {
  build();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exitCode = error.exitStatus;
}
