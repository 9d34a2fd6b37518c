// The first thing a newcomer sees: made-up people are generated, linked, and the report is there to open.
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { inProject } from "./projectPaths.mjs";
import { runStep } from "./runStep.mjs";

export function runMainJob() {
  const program = inProject("bin", "namesake");
  if (existsSync(inProject("made-up"))) {
    console.log("\n• The made-up people in made-up/ are kept (delete the folder to make new ones)");
  } else {
    const args = ["generate", "--records", "20000", "--seed", "1", "--out", "made-up"];
    runStep("Making 20,000 made-up people", process.execPath, [program, ...args]);
  }
  const files = ["made-up/records.csv", "--source", "source", "--truth", "made-up/truth.csv"];
  runStep("Linking them", process.execPath, [program, "link", ...files, "--out", "runs/first", "--overwrite"]);
  console.log(`\nThe report is ready: ${pathToFileURL(inProject("runs", "first", "report.html")).href}`);
}
