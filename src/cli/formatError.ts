// How a failure is told to a person: what happened, where, what to do next. What is no expected failure is a bug; its
// message is held back where it could quote a value of a record, for error text ends up in logs and tickets.
import { catalogue, NamesakeError } from "../shared/errors.ts";

const safeKinds = new Set(["TypeError", "ReferenceError", "RangeError"]);

/** Text for the error output, with its line end. Shows a bug's whole message where `isDebug`. */
export function formatError(error: unknown, { isDebug = false }: { isDebug?: boolean } = {}): string {
  if (error instanceof NamesakeError) {
    const places = error.where.filter((place) => place !== "").map((place) => `  ${place}\n`);
    const { message } = catalogue[error.code];
    return `namesake: ${message} [${error.code}]\n${places.join("")}  What to do: ${error.next}\n`;
  }
  const bug = error instanceof Error ? error : new Error("Bug: something that is no error was thrown");
  const isSafe = isDebug || safeKinds.has(bug.name) || bug.message.startsWith("Bug: ");
  const message = isSafe ? bug.message : "(message held back: it may quote a record; NAMESAKE_DEBUG=1 shows it)";
  const frames = (bug.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [
    `namesake: this is a bug in namesake. ${bug.name}: ${message}`,
    ...frames,
    "  What to do: report it with these lines and the version (namesake --version).",
    "",
  ].join("\n");
}
