// Sex or gender in several languages as f, m or x; systems' own codes (1, 2) stay, since which is which differs.
import { foldWords } from "./foldWords.ts";

function entries(code: string, names: string): [string, string][] {
  return names.split(" ").map((name) => [name, code]);
}

// Forms of address, in columns of titles.
const titlesOfWomen =
  "mrs miss ms missus frau dame madam madame mme mlle mademoiselle fraeulein fraulein senora senorita sra srta signora signorina sigra dona mevrouw mevr mw mej pani slecna fru froken rouva smt shrimati kumari bayan hanim puan cik";
const titlesOfMen =
  "mr mister master sir lord monsieur herr hr senor sr signor signore sig dhr heer meneer pan shri sri bay bey encik tuan";
const titlesOfEither =
  "mx dr doctor prof professor rev reverend revd fr father capt captain col colonel maj major lt sgt hon judge rabbi imam dott ing mag mrmrs mrandmrs";

const codeByName: ReadonlyMap<string, string> = new Map([
  ...entries(
    "f",
    "f female fem woman girl lady w weiblich frau femme feminin feminine fille mujer femenino femenina hembra donna femmina femminile vrouw vrouwelijk v mulher feminino feminina kobieta k zenska zena zhenskii zhenskiy zhenshchina zh kvinna kvinne kvinde nainen " +
      // Other writings, as they are folded.
      "nu nuxing yeo yeoja yeoseong hying mhila stri ntha nkvh zhen zhinka gynaika thily kadin perempuan wanita femeie naine moteris sieviete",
  ),
  ...entries(
    "m",
    "m male man boy mann maennlich mannlich homme masculin masculine garcon hombre masculino h uomo maschio maschile mannelijk homem mezczyzna meski muz muzhskoi muzhskoy muzhchina mies mand " +
      "nanxing nam namja namseong chay purus dhkr zkhr cholovik andras arren erkek lakilaki lelaki pria ferfi barbat mees vyras virietis",
  ),
  ...entries("f", titlesOfWomen),
  ...entries("m", titlesOfMen),
  ...entries("x", "x other nonbinary diverse divers d intersex indeterminate nb enby"),
]);

/** The sign for man folds to "nan", which spreadsheets write for nothing. */
const manSign = "男";

const unknown = new Set(
  `u unknown unk not notknown none nan na n undisclosed unspecified unbekannt inconnu desconocido nd ${titlesOfEither}`.split(
    " ",
  ),
);

const titles = new Set([titlesOfWomen, titlesOfMen, titlesOfEither].flatMap((list) => list.split(" ")));

/** True of a form of address, whether it tells the sex or not. */
export const isTitle = (raw: string): boolean => titles.has(foldWords(raw).replaceAll(" ", ""));

/** f, m, x, or the folded text where it is none of these; null where it says "unknown" or nothing. Idempotent. */
export function standardiseSex(raw: string): string | null {
  if (raw.trim() === manSign) return "m";
  const text = foldWords(raw).replaceAll(" ", "");
  if (text === "" || unknown.has(text) || text.startsWith("notstated") || text.startsWith("prefernot")) return null;
  return codeByName.get(text) ?? text;
}
