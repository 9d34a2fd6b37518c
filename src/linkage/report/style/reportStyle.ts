// The report's one style sheet, in three parts. It is a constant, because the page admits it by its hash.
import { chartStyle } from "./chartStyle.ts";
import { layoutStyle } from "./layoutStyle.ts";
import { printStyle } from "./printStyle.ts";

export const reportStyle = `${layoutStyle}${chartStyle}${printStyle}`;
