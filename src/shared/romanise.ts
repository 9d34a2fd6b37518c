// Letters of any script as ASCII: any-ascii's, letter by letter, but for Greek pairs of letters, which are written as they sound, and
// for letters of Arabic and Hebrew that carry a vowel.
import anyAscii from "any-ascii";

const greek = /[\u0370-\u03ff\u1f00-\u1fff]/;
/** Accents of vowels but the two dots, which part a pair. */
const accents = /[\u0300\u0301\u0313\u0314\u0342\u0345]/g;
const ou = /ου/gi;
/** With two dots the second letter is spoken alone. */
const afterVowel = /([αεη])υ(?!\u0308)/gi;
const voiceless = /^[θκξπστφχψς]/i;
const nasal = /γ(?=[γξχ])/gi;
const outerMp = /(?<!\p{L})μπ|μπ(?!\p{L})/giu;

const carried = /[اأإٱعאע]|וו|ו/g;
const asCarried: Readonly<Record<string, string>> = { וו: "v", ו: "w" };

/**
 * ASCII of `text`, the case of its letters kept. Greek as ISO 843 (ELOT 743, type 2) transcribes it: ΓΕΩΡΓΙΟΥ is GEORGIOU,
 * Ευάγγελος Evangelos, Παύλος Pavlos, Μπάμπης Bampis.
 * Alif under whatever sign and ayin are a, so that عمر is amr and أحمد ahmd; vav is w.
 */
export function romanise(text: string): string {
  if (greek.test(text)) return anyAscii(pairsOfGreek(text));
  return anyAscii(text.normalize("NFC").replace(carried, (letter) => asCarried[letter] ?? "a"));
}

function pairsOfGreek(text: string): string {
  return text
    .normalize("NFD")
    .replace(accents, "")
    .replace(ou, (pair) => `${pair[0]}${cased("u", pair[1]!)}`)
    .replace(afterVowel, (pair, vowel: string, at: number, whole: string) => {
      const next = whole.slice(at + pair.length);
      const isVoiceless = !/^\p{L}/u.test(next) || voiceless.test(next);
      return `${vowel}${cased(isVoiceless ? "f" : "v", pair[1]!)}`;
    })
    .replace(nasal, (letter) => cased("n", letter))
    .replace(outerMp, (pair) => cased("b", pair[0]!))
    .normalize("NFC");
}

const cased = (letter: string, like: string): string => (like === like.toLowerCase() ? letter : letter.toUpperCase());
