// Names and codes of countries, from the runtime's own Unicode data, so that no list of ours can grow stale.
import { foldText } from "../foldText.ts";

const languages = ["en", "fr", "de", "es", "it", "pt", "nl", "pl"];
let names: Set<string> | null = null;
let codes: Set<string> | null = null;

function load(): { names: Set<string>; codes: Set<string> } {
  if (names !== null && codes !== null) return { names, codes };
  names = new Set(
    "england scotland wales northern ireland|uk|usa|united states of america|great britain|u s a|holland|turkey|czech republic|ivory coast|burma|korea|ussr|russia".split(
      "|",
    ),
  );
  for (const word of ["england", "scotland", "wales", "northern ireland"]) names.add(word);
  codes = new Set(["uk"]);
  const displays = languages.map((language) => new Intl.DisplayNames([language], { type: "region", fallback: "none" }));
  for (let first = 65; first <= 90; first += 1) {
    for (let second = 65; second <= 90; second += 1) {
      const code = String.fromCharCode(first, second);
      if (displays[0]?.of(code) === undefined || /^(?:X|Q[M-Z]|ZZ|EU|EZ|UN)/.test(code)) continue;
      codes.add(code.toLowerCase());
      for (const display of displays) names.add(foldText(display.of(code) ?? code));
    }
  }
  return { names, codes };
}

const threeLetters =
  /^(?:gbr|usa|fra|deu|ger|ita|esp|prt|nld|bel|che|aut|pol|cze|svk|hun|rou|bgr|grc|tur|rus|ukr|swe|nor|dnk|fin|irl|can|mex|bra|arg|chl|col|per|aus|nzl|zaf|nga|gha|ken|eth|eri|som|sdn|egy|mar|dza|tun|syr|irq|irn|afg|pak|ind|bgd|npl|lka|chn|jpn|kor|vnm|tha|phl|idn|mys|sgp|alb|srb|hrv|bih|svn|ltu|lva|est)$/;

/** Whether a folded text names a country in one of eight languages. */
export function isCountryName(folded: string): boolean {
  return load().names.has(folded);
}

/** Whether a folded text is an ISO 3166 code of a country (two letters; three letters for the larger ones). */
export function isCountryCode(folded: string): boolean {
  return load().codes.has(folded) || threeLetters.test(folded);
}
