// Columns of other names that a person goes by: aliases, nicknames, names of before. One name of a person is compared; an alias read
// as a part of it, or as a relative's, would contradict where there is nothing to contradict.
import { splitColumnName } from "./splitColumnName.ts";

const words =
  "alias|aliases|aka|a k a|also known as|known as|other names?|former names?|previous names?|nicknames?|nick|pseudonyms?|" +
  "alcunha|alcunhas|vulgo|apodo|apodos|sobrenombre|otros nombres|surnom|sobriquet|autres? noms?|spitzname|rufname|aliasname|" +
  "alias namen?|soprannome|pseudonim|pseudonimo|przydomek|przezwisko|prozvishche|prezyvka|prezdivka|takma ad|lakap|lakab|nom de guerre";

const alias = new RegExp(` (?:${words}) `);

/** Whether a column's name says that it holds names beside the person's own. */
export const namesAlias = (columnName: string): boolean => alias.test(` ${splitColumnName(columnName).join(" ")} `);

/** Whether it may also hold the given names, as beside a surname alone. */
export const namesOthers = (columnName: string): boolean =>
  / other names? $/.test(` ${splitColumnName(columnName).join(" ")} `);
