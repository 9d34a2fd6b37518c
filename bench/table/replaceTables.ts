// Puts freshly measured tables into a document, each between its own pair of marks, and leaves all else as it is: figures
// in docs are printed, never typed.

const start = (id: string): string => `<!-- table: ${id} -->`;
const end = "<!-- end of table -->";

/** `tables`: id to Markdown. @throws Error where the document has no mark of an id */
export function replaceTables(document: string, tables: ReadonlyMap<string, string>): string {
  let replaced = document;
  for (const [id, markdown] of tables) {
    const from = replaced.indexOf(start(id));
    const to = replaced.indexOf(end, from);
    if (from < 0 || to < 0) throw new Error(`the document has no place for the table ${id}`);
    replaced = `${replaced.slice(0, from)}${start(id)}\n\n${markdown.trim()}\n\n${replaced.slice(to)}`;
  }
  return replaced;
}
