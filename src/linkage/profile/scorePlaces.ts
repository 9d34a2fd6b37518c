// Recognises streets, address lines, regions, countries and nationalities by their words. Towns are scored with names, which
// they resemble most.
import { isCountryCode, isCountryName } from "./lexicon/countryNames.ts";
import { isRegionName, lookUpName } from "./lexicon/nameLexicon.ts";
import { nationalityWords, organisationWords } from "./lexicon/personWords.ts";
import { regionCodes } from "./lexicon/regionCodes.ts";
import { buildingWords, streetEnding, streetWords, townWords } from "./lexicon/streetWords.ts";
import { type ColumnSummary, type SampledValue, shareOf } from "./summariseColumn.ts";
import { percent, type TypeScore } from "./typeScore.ts";

/** Whether a value has a word of a street; "St" and "Dr" count at the end or before a comma only. */
export function hasStreetWord(value: SampledValue): boolean {
  const { words } = value;
  if (words.length < 2) return words.length === 1 && streetEnding.test(words[0] ?? "");
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? "";
    if (streetWords.has(word) || streetEnding.test(word)) return true;
    if (i > 0 && (word === "st" || word === "dr")) return true;
  }
  return false;
}

const hasNumber = (value: SampledValue): boolean => value.words.some((word) => numberWord.test(word));
/** 12, 12b, and 5-17-12, as in Japan: block and house. */
const numberWord = /^\d+[a-z]{0,2}(?:[-/]\d+[a-z]?)*$/;
const hasBuilding = (value: SampledValue): boolean => value.words.some((word) => buildingWords.has(word));
const regionEnding =
  /(?:^| )(?:county|shire|province|state|region|district|oblast|kanton|canton|prefecture|territory)(?: |$)|.{3}shire$/;

/** Two words for parts of an address, in Chinese or Japanese writing: district, road, number … */
const hanAddress =
  /[市区區县縣郡镇鎮乡鄉村路街道巷弄号號楼樓室都府県町丁番].+[市区區县縣镇鎮乡鄉村路街道巷弄号號楼樓室町丁番目地\d]/u;
/** The same in Korean, where words stand apart. */
const hangulAddress = /[시도군구](?: .*)? \S+[동읍면리로길가](?: |\d|$)/u;
const isAddressOfHan = ({ text }: SampledValue): boolean =>
  (/\p{Script=Han}{3}/u.test(text) && text.length >= 6 && hanAddress.test(text)) ||
  (/\p{Script=Hangul}{2}/u.test(text) && hangulAddress.test(text));

function addressScores(summary: ColumnSummary): TypeScore[] {
  const han = shareOf(summary, isAddressOfHan);
  if (han > 0.4)
    return [
      {
        type: "addressLine",
        fit: Math.min(0.95, 0.5 + 0.45 * han),
        reason: `${percent(han)} of values hold words for district, road or number`,
      },
    ];
  const streets = shareOf(summary, hasStreetWord);
  const numbered = shareOf(summary, (value) => value.words.length >= 2 && hasNumber(value));
  const buildings = shareOf(summary, hasBuilding);
  const long = shareOf(summary, (value) => value.words.length >= 2 && /[\p{L}\p{M}]{3}/u.test(value.text));
  const places = Math.min(1, streets + 0.5 * buildings);
  if (numbered > 0.5 && long > 0.6 && places > 0.15) {
    const fit = Math.min(0.97, 0.45 + 0.3 * numbered + 0.35 * places);
    return [
      {
        type: "addressLine",
        fit,
        reason: `${percent(numbered)} of values hold a number and ${percent(streets)} a word such as road or rue`,
      },
    ];
  }
  if (streets > 0.3) {
    const isMixed = numbered > 0.25;
    const fit = Math.min(0.97, 0.35 + 0.65 * streets);
    return [
      {
        type: isMixed ? "addressLine" : "street",
        fit,
        reason: `${percent(streets)} of values hold a word such as road or rue`,
      },
    ];
  }
  const ending = repeatedEnding(summary);
  if (ending > 0.4 && numbered < 0.2) {
    const fit = 0.25 + 0.5 * ending;
    return [
      { type: "street", fit, reason: `${percent(ending)} of values begin or end with one of few words, as streets do` },
    ];
  }
  const composed = shareOf(summary, (value) => /^\d+[a-z]?[ ,]/i.test(value.text) || value.text.includes(","));
  const loose = Math.max(numbered * long * (composed > 0.6 ? 0.7 : 0.55), buildings > 0.2 ? 0.3 + 0.5 * places : 0);
  const reason = `${percent(Math.max(numbered, buildings))} of values hold a number or a word of a building`;
  return loose > 0.2 ? [{ type: "addressLine", fit: loose, reason }] : [];
}

/** Share of the 30 commonest words at an end of streets that the five commonest are. */
const crowdedMin = 0.6;

/**
 * Share of values of several words whose last (or first) word is one of the 30 commonest there and no name, while the rest is
 * varied: so look streets in any language ("Szosa Czapla", "Sollerud terrasse").
 */
function repeatedEnding(summary: ColumnSummary): number {
  if (summary.distinctCount < 50) return 0;
  const shares = [(value: SampledValue) => value.words.at(-1), (value: SampledValue) => value.words[0]].map((pick) => {
    const weights = new Map<string, number>();
    for (const value of summary.sample) {
      const word = value.words.length >= 2 ? pick(value) : undefined;
      if (word !== undefined && word.length > 1 && !/\d/.test(word)) weights.set(word, (weights.get(word) ?? 0) + 1);
    }
    const common = [...weights]
      .filter(
        ([word, count]) =>
          count > 2 && lookUpName(word) === undefined && !townWords.has(word) && !organisationWords.has(word),
      )
      .sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1))
      .slice(0, 30);
    const sumOf = (words: readonly (readonly [string, number])[]) => words.reduce((sum, [, count]) => sum + count, 0);
    // Given names and surnames repeat as well, but a few words do not make up most of them.
    const all = sumOf(common);
    return sumOf(common.slice(0, 5)) < crowdedMin * all ? 0 : all / Math.max(1, summary.sample.length);
  });
  return Math.max(...shares);
}

/** Scores for addressLine, street, region, country, nationality. */
export function scorePlaces(summary: ColumnSummary): TypeScore[] {
  const scores = addressScores(summary);
  const codesOfRegions = shareOf(summary, (value) => regionCodes.has(value.folded));
  const regions = shareOf(summary, (value) => isRegionName(value.folded) || regionEnding.test(value.folded));
  const alsoTowns = shareOf(summary, (value) => (lookUpName(value.folded)?.town ?? 0) > 0);
  const region = Math.max(codesOfRegions, regions * (1 - 0.5 * alsoTowns));
  const isSmall = summary.distinctCount <= 150 || summary.distinctCount < summary.filledCount * 0.6;
  if (region > 0.4 && summary.distinctCount >= 3 && isSmall)
    scores.push({
      type: "region",
      fit: 0.95 * region,
      reason: `${percent(region)} of values are states, provinces or counties`,
    });
  else if (regions > 0.7)
    scores.push({
      type: "region",
      fit: 0.85 * regions,
      reason: `${percent(regions)} of values are counties or provinces`,
    });
  const countries = shareOf(summary, (value) => isCountryName(value.folded));
  const either = shareOf(summary, (value) => isCountryName(value.folded) || isCountryCode(value.folded));
  const country = Math.max(countries, (countries > 0.3 ? 1 : 0.9) * either);
  if (country > 0.5) {
    scores.push({ type: "country", fit: 0.93 * country, reason: `${percent(either)} of values are countries` });
  }
  const nationality = shareOf(summary, (value) => nationalityWords.has(value.folded));
  if (nationality > 0.5)
    scores.push({
      type: "nationality",
      fit: 0.97 * nationality,
      reason: `${percent(nationality)} of values are nationalities`,
    });
  else if (country > 0.5) scores.push({ type: "nationality", fit: 0.6 * country, reason: "values are countries" });
  return scores;
}
