// Streets and towns for the kinds with addresses, built from parts.
import type { Random } from "../../../../src/generate/random/random.ts";

const stems =
  "Mill Church Station High Bridge Garden Castle Forest Lake School Market King Queen Rose Oak Elm Linden Chapel Harbour Abbey Orchard Meadow Spring Water Stone Well Hill North South West East Park Green Long New Old Cross Ferry Cherry Birch".split(
    " ",
  );
const kinds = "Street Road Lane Avenue Way Close Drive Terrace Place Walk".split(" ");
const townEnds = "bury ton ham ford wick mouth stead dale worth burn field port".split(" ");
const townStarts =
  "Ash Brent Col Dar Ess Far Glen Hart Ips Kes Lang Mal Nor Oak Pem Ros Stam Thorn Ux Wal Wel Yar".split(" ");

export const drawStreet = (random: Random): string => `${random.pick(stems)} ${random.pick(kinds)}`;

export function makeTowns(count: number, random: Random): string[] {
  const made = new Set<string>();
  while (made.size < count) made.add(`${random.pick(townStarts)}${random.pick(townEnds)}`);
  return [...made];
}
