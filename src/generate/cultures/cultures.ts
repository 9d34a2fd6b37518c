// The cultures there are, with their share of the population by default: a large western country with a colonial past
// and free movement. A share is a default for made-up data, not a statistic.
import { arabic } from "./arabic.ts";
import { british } from "./british.ts";
import { chinese } from "./chinese.ts";
import type { CultureDefinition } from "./culture.ts";
import { french } from "./french.ts";
import { german } from "./german.ts";
import { greek } from "./greek.ts";
import { indian } from "./indian.ts";
import { irish } from "./irish.ts";
import { pakistani } from "./pakistani.ts";
import { polish } from "./polish.ts";
import { russian } from "./russian.ts";
import { spanish } from "./spanish.ts";
import { westAfrican } from "./westAfrican.ts";

/** Every culture and its default weight, in a fixed order. */
export const cultures: readonly { readonly definition: CultureDefinition; readonly weight: number }[] = [
  { definition: british, weight: 58 },
  { definition: irish, weight: 5 },
  { definition: indian, weight: 7 },
  { definition: pakistani, weight: 6 },
  { definition: arabic, weight: 4 },
  { definition: polish, weight: 5 },
  { definition: westAfrican, weight: 5 },
  { definition: chinese, weight: 3 },
  { definition: spanish, weight: 2 },
  { definition: german, weight: 1.5 },
  { definition: french, weight: 1.5 },
  { definition: greek, weight: 1 },
  { definition: russian, weight: 1 },
];
