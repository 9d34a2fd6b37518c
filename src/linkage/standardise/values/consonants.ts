// Arabic and Hebrew leave most vowels out: محمد, romanised mhmd, is Mohamed and Mehmet, and what a clerk writes for it in Latin letters
// has none of its letters but the consonants. Such names are marked, and meet Latin ones by the consonants that both can stand for.

const unvowelled = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const latin = /\p{Script=Latin}/u;

/** What stands behind a standardised name that was written without its vowels; no other name has it. */
export const unvowelledMark = "'";

/** Whether a name is written in a script that leaves vowels out. */
export const isUnvowelled = (raw: string): boolean => unvowelled.test(raw) && !latin.test(raw);

export const hasUnvowelledMark = (name: string): boolean => name.endsWith(unvowelledMark);

/** Keys of a name, at most; the likeliest first. */
const keysMax = 24;

/** By run of letters what it may stand for, the likeliest first. Longer runs stand first. */
const latinLetters: readonly (readonly [string, readonly string[]])[] = [
  ["sch", ["S"]],
  ["tsh", ["S"]],
  ["sh", ["S", "sh"]],
  ["ch", ["S", "h", "k"]],
  ["kh", ["k", "h", "kh"]],
  ["gh", ["g", "gh"]],
  ["th", ["t", "s", "th"]],
  ["dh", ["d", "z", "dh"]],
  ["ph", ["f"]],
  ["zh", ["j", "z"]],
  ["dj", ["j"]],
  ["tz", ["z"]],
  ["ts", ["z"]],
  ["ck", ["k"]],
  ["q", ["k"]],
  ["c", ["k"]],
  ["x", ["ks"]],
  ["v", ["b"]],
  ["p", ["f", "b"]],
  ["g", ["g", "j"]],
  ["z", ["z", "d"]],
];

/** The same of names that were romanised without vowels. */
const bareLetters: readonly (readonly [string, readonly string[]])[] = [
  ["sh", ["S", "sh"]],
  ["ch", ["S"]],
  ["kh", ["k", "h"]],
  ["gh", ["g"]],
  ["th", ["t", "s", "th"]],
  ["dh", ["d", "z"]],
  ["zh", ["j"]],
  ["ts", ["z"]],
  ["q", ["k", "g"]],
  ["v", ["b"]],
  ["p", ["f"]],
  ["g", ["g"]],
];

const vowels = /^[aeiouwy]+/;
/** The article before a consonant, and in Latin letters where it sounds as what follows: As-Saadi. */
const article = /^al(?=[^aeiouwy])/;
const assimilated = /^[ae]([sdtznr]h?)(?=\1)/;
/** Persian and Hebrew speak a v where Arabic has a w. */
const spokenV = /w(?=[ay])/g;
/** Servant of: the article's a is not spoken, nor its l before some letters. */
const servant = /^(a?bd)al/;
const servantOfSun = /^(a?bd)l(?=[sdtznr])/;

/**
 * Keys of a standardised name: what it begins with, its consonants, the vowel before the last of them and whether it ends in a
 * vowel, in every reading. A name without vowels and one with them are writings of one name where they share a key.
 * @param name with its mark if it has one; blanks are passed over
 */
export function consonantKeys(name: string): readonly string[] {
  const isBare = hasUnvowelledMark(name);
  const text = name.replaceAll(/[^a-z]/g, "");
  const keys = new Set<string>();
  for (const form of isBare ? bareForms(text) : latinForms(text)) {
    for (const key of keysOfForm(form, isBare)) keys.add(key);
  }
  return [...keys].slice(0, keysMax);
}

/** With and without the article, doubled letters as one; Josef and Jussuf with y. */
function latinForms(text: string): Set<string> {
  const forms = [text];
  if (article.test(text)) forms.push(text.slice(2));
  if (assimilated.test(text)) forms.push(text.replace(assimilated, ""));
  if (/^j./.test(text)) forms.push(`y${text.slice(1)}`);
  return new Set(forms.map((form) => form.replaceAll(/([^aeiouwy])\1+/g, "$1")));
}

function bareForms(text: string): Set<string> {
  const own = text.replace(servant, "$1l").replace(/llh$/, "lh");
  const forms = [own];
  if (article.test(own)) forms.push(own.slice(2));
  if (servantOfSun.test(own)) forms.push(own.replace(servantOfSun, "$1"));
  return new Set(forms.flatMap((form) => [form, form.replaceAll(spokenV, "v")]));
}

/** The likeliest consonants of a standardised word, whether vowels are written in it or not: for texts of which few words must agree. */
export function consonantsOf(word: string, isBare: boolean): string {
  const [key = word] = consonantKeys(isBare ? word + unvowelledMark : word);
  return key.replaceAll(/(?<=.)[aiu]/g, "");
}

/** A run of vowels, or a letter and what it may stand for. */
interface Piece {
  readonly isVowel: boolean;
  readonly text: string;
  readonly readings: readonly string[];
}

function keysOfForm(form: string, isBare: boolean): string[] {
  const pieces = piecesOf(form, isBare);
  const consonants = pieces.filter(({ isVowel }) => !isVowel);
  if (consonants.length === 0) return [];
  const end = pieces.at(-1)!.isVowel ? "a" : "";
  let stems = startsOf(pieces[0]!, isBare);
  consonants.forEach(({ readings }, index) => {
    const slots = index > 0 && index === consonants.length - 1 ? slotsOf(vowelsBefore(pieces), isBare) : [""];
    stems = slots.flatMap((slot) => readings.flatMap((reading) => stems.map((stem) => stem + slot + reading)));
  });
  return stems.map((stem) => stem + end).slice(0, keysMax);
}

function piecesOf(text: string, isBare: boolean): Piece[] {
  const letters = isBare ? bareLetters : latinLetters;
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const run = vowels.exec(rest)?.[0];
    const found = run === undefined ? letters.find(([letter]) => rest.startsWith(letter)) : undefined;
    const own = run ?? found?.[0] ?? rest[0]!;
    pieces.push({ isVowel: run !== undefined, text: own, readings: found?.[1] ?? [own] });
    at += own.length;
  }
  const last = pieces.at(-1);
  // An h at the end is heard as a vowel; Turkish hardens d: Ahmet, Halit.
  if (last?.text === "h" && pieces.length > 1) pieces[pieces.length - 1] = { ...last, isVowel: true };
  if (last?.text === "t" && !isBare) pieces[pieces.length - 1] = { ...last, readings: ["t", "d"] };
  return pieces;
}

/** The vowels between the last two consonants. */
function vowelsBefore(pieces: readonly { readonly isVowel: boolean; readonly text: string }[]): string {
  const at = pieces.findLastIndex(({ isVowel }) => !isVowel);
  const before = pieces[at - 1];
  return before?.isVowel === true ? before.text : "";
}

function startsOf({ isVowel, text }: { readonly isVowel: boolean; readonly text: string }, isBare: boolean): string[] {
  if (!isVowel) return [""];
  if (text.startsWith("y")) return isBare && text.length === 1 ? ["Y", "A"] : ["Y"];
  if (text.startsWith("w") || (!isBare && /^ou[aeiy]/.test(text))) return ["W"];
  return ["A"];
}

/** What may be written for the vowels before the last consonant: none, or a, i or u where they are long. */
function slotsOf(run: string, isBare: boolean): string[] {
  const kinds = new Set<string>();
  for (const letter of run)
    kinds.add(letter === "a" ? "a" : letter === "o" || letter === "u" || letter === "w" ? "u" : "i");
  if (isBare) return run === "" ? [""] : [[...kinds].at(-1)!];
  const isShort = run.length < 2 || run === "ou" || kinds.size > 1;
  return [...(isShort ? [""] : []), ...kinds];
}
