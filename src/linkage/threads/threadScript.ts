// Where a worker thread starts: the TypeScript itself in a checkout, the compiled file in the published package.

/** The file `name` beside the one that `from` (its import.meta.url) stands in. */
export function threadScript(from: string, name: string): URL {
  return new URL(`./${name}${from.endsWith(".ts") ? ".ts" : ".js"}`, from);
}
