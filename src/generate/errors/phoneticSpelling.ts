// Names as somebody writes them who only hears them. The rules are spellings of one sound in English; they were written
// for this generator and are kept apart from any phonetic code used to link, so that neither flatters the other.
import type { Random } from "../random/random.ts";

const rules: readonly (readonly [RegExp, string])[] = [
  [/ph/, "f"],
  [/f(?!f)/, "ph"],
  [/ck/, "k"],
  [/c(?=[aou])/, "k"],
  [/k(?=[aou])/, "c"],
  [/ie$/, "y"],
  [/y$/, "ie"],
  [/ey$/, "y"],
  [/ee/, "ea"],
  [/ea/, "ee"],
  [/ai/, "ay"],
  [/ay/, "ai"],
  [/ou/, "ow"],
  [/ow/, "ou"],
  [/([lmnprst])\1/, "$1"],
  [/(?<=[aeiou])([lnt])(?=[aeiouy])/, "$1$1"],
  [/sh/, "sch"],
  [/sch/, "sh"],
  [/x/, "cks"],
  [/cks|ks/, "x"],
  [/i(?=[nlrt])/, "y"],
  [/y(?=[nlrt])/, "i"],
  [/e$/, ""],
  [/son$/, "sen"],
  [/sen$/, "son"],
  [/er$/, "ar"],
  [/or$/, "er"],
  [/er$/, "re"],
  [/gh(?=t)/, ""],
  [/th/, "t"],
  [/kn/, "n"],
  [/wr/, "r"],
  [/wh/, "w"],
  [/z/, "s"],
  [/s(?=[aeiou])/, "z"],
  [/ge/, "je"],
  [/j(?=[aeiou])/, "g"],
  [/qu/, "kw"],
  [/ei/, "ie"],
  [/oo/, "u"],
  [/u(?=[nrst])/, "oo"],
  [/au/, "or"],
  [/a$/, "ah"],
  [/ah$/, "a"],
  [/ch/, "tch"],
  [/v/, "w"],
  [/w/, "v"],
];

/** The name spelled by one rule that fits, in title case as before; unchanged where none fits. */
export function spellPhonetically(random: Random, name: string): string {
  const start = random.below(rules.length);
  const lower = name.toLowerCase();
  for (let step = 0; step < rules.length; step += 1) {
    const [sound, written] = rules[(start + step) % rules.length]!;
    const spelled = lower.replace(sound, written);
    if (spelled === lower || spelled.length < 2) continue;
    return spelled.replaceAll(
      /(^|[\s'-])(\p{L})/gu,
      (_, before: string, first: string) => before + first.toUpperCase(),
    );
  }
  return name;
}
