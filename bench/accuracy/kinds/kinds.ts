// All kinds, in the order of the table.
import { families } from "./families.ts";
import { hospitalVisits } from "./hospitalVisits.ts";
import type { Kind } from "./kind.ts";
import { namesAndHouses } from "./namesAndHouses.ts";
import { scannedAddresses } from "./scannedAddresses.ts";
import { surveyCodes } from "./surveyCodes.ts";
import { transliteratedNames } from "./transliteratedNames.ts";
import { twoPartNames } from "./twoPartNames.ts";

export const kinds: readonly Kind[] = [
  transliteratedNames,
  twoPartNames,
  namesAndHouses,
  scannedAddresses,
  hospitalVisits,
  surveyCodes,
  families,
];
