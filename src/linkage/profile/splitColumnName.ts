// The words that a column's name is made of.
import { foldText } from "./foldText.ts";

/** Words of a column's name: split at case changes, digits and marks, folded. */
export function splitColumnName(name: string): string[] {
  const spaced = name
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .replaceAll(/([\p{L}])(\d)/gu, "$1 $2")
    .replaceAll(/(\d)([\p{L}])/gu, "$1 $2");
  return foldText(spaced)
    .split(" ")
    .filter((word) => word !== "");
}
