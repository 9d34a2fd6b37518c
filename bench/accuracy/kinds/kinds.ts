// All kinds, in the order of the table.
import { baptisms } from "./baptisms.ts";
import { donors } from "./donors.ts";
import { families } from "./families.ts";
import { fourNames } from "./fourNames.ts";
import { hospitalVisits } from "./hospitalVisits.ts";
import type { Kind } from "./kind.ts";
import { loyaltyCards } from "./loyaltyCards.ts";
import { mothersNames } from "./mothersNames.ts";
import { namesAndHouses } from "./namesAndHouses.ts";
import { namesInSigns } from "./namesInSigns.ts";
import { passengers } from "./passengers.ts";
import { scannedAddresses } from "./scannedAddresses.ts";
import { surveyCodes } from "./surveyCodes.ts";
import { transliteratedNames } from "./transliteratedNames.ts";
import { twoCensuses } from "./twoCensuses.ts";
import { twoPartNames } from "./twoPartNames.ts";
import { twoSystems } from "./twoSystems.ts";
import { watchList } from "./watchList.ts";

export const kinds: readonly Kind[] = [
  transliteratedNames,
  twoPartNames,
  namesAndHouses,
  scannedAddresses,
  hospitalVisits,
  surveyCodes,
  families,
  mothersNames,
  baptisms,
  namesInSigns,
  fourNames,
  twoCensuses,
  passengers,
  donors,
  watchList,
  loyaltyCards,
  twoSystems,
];
