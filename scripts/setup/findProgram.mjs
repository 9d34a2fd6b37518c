// Looks for programs on the path.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Path of the program, or null where none of that name is on the path. */
export function findProgram(name) {
  return (
    pathFolders()
      .map((folder) => join(folder, name))
      .find(isProgram) ?? null
  );
}

/** The folders of the path, in order. */
export function pathFolders() {
  return (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
}

export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
