// Tables of the report: captioned, with scoped headers, inside a region of their own that scrolls sideways and can be
// reached by keyboard, so that the page itself never scrolls sideways.
import { type Html, type HtmlValue, html } from "../html.ts";

export interface TableColumn {
  readonly heading: string;
  /** Numbers are aligned right with figures of equal width; wide text may take most of the room. */
  readonly kind: "text" | "number" | "wide";
}

export interface DataTable {
  readonly caption: string;
  readonly isCaptionHidden?: boolean;
  /** A table of few short columns does not stretch over the whole width. */
  readonly isNarrow?: boolean;
  readonly columns: readonly TableColumn[];
  /** Cells in the order of the columns; the first is the row's header. */
  readonly rows: readonly (readonly HtmlValue[])[];
}

/** One row; the first cell is its header. */
export function tableRow(columns: readonly TableColumn[], cells: readonly HtmlValue[]): Html {
  return html`<tr>${columns.map(({ kind }, index) =>
    index === 0
      ? html`<th scope="row" class="${kind}">${cells[0]}</th>`
      : html`<td class="${kind}">${cells[index]}</td>`,
  )}</tr>`;
}

/** A table from rows made by `tableRow`, for lists that are fitted into a budget row by row. */
export function tableOfRows(
  table: Pick<DataTable, "caption" | "isCaptionHidden" | "isNarrow" | "columns">,
  rows: readonly Html[],
): Html {
  const { caption, isCaptionHidden, isNarrow, columns } = table;
  return html`<div class="scroll${isNarrow ? " narrow" : ""}" role="group" tabindex="0" aria-label="${caption} (table)"><table><caption${isCaptionHidden ? html` class="hidden"` : null}>${caption}</caption><thead><tr>${columns.map(
    ({ heading, kind }) => html`<th scope="col" class="${kind}">${heading}</th>`,
  )}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** A table with at least one row. */
export function dataTable(table: DataTable): Html {
  return tableOfRows(
    table,
    table.rows.map((cells) => tableRow(table.columns, cells)),
  );
}
