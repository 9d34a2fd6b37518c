// The checks that run nothing: types and lint. (The layering is a test: test/layering.test.ts.)
import { inProject, projectNode } from "./projectPaths.mjs";
import { runStep } from "./runStep.mjs";

export function checkCode() {
  runStep("Types (tsc)", projectNode, [inProject("node_modules", "typescript", "bin", "tsc"), "--noEmit"]);
  runStep("Lint and format (biome)", projectNode, [
    inProject("node_modules", "@biomejs", "biome", "bin", "biome"),
    "check",
    ".",
  ]);
}
