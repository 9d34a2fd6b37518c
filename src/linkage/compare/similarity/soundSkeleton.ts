// The consonants of a name as they sound, in order. Who hears a name, or writes it in another alphabet, keeps these and
// loses vowels (Keller and Köhler, Siddiqui and its Arabic letters), which no distance between spellings forgives.

/** Classes of letters that stand for one another, 1 … 9; 0 vowels and what falls silent (h, w, y). */
const classes = new Uint8Array(256);
for (const [index, letters] of ["bp", "fv", "cgkqx", "j", "sz", "dt", "l", "mn", "r"].entries()) {
  for (const letter of letters) classes[letter.charCodeAt(0)] = index + 1;
}

/** Vowels that are written for one another: 10 … 12. */
const vowels = new Uint8Array(256);
for (const [index, letters] of ["a", "ei", "ou"].entries()) {
  for (const letter of letters) vowels[letter.charCodeAt(0)] = index + 10;
}
/** Any vowel at the beginning, and a base above all sounds. */
const opening = 13;
const base = 14;
/** More would not fit into a whole number of 32 bits. */
const soundsMax = 7;

const letterOf = (letter: string): number => letter.charCodeAt(0);
const [c, e, g, h, i, k, p, s, y] = ["c", "e", "g", "h", "i", "k", "p", "s", "y"].map(letterOf);
const hard = classes[letterOf("k")]!;
const hissing = classes[letterOf("s")]!;
const labial = classes[letterOf("f")]!;

/** Fewer sounds say too little. */
const soundsMin = 3;

/**
 * A number that two names of lower-case letters share where their consonants sound alike, in order, a vowel at the beginning
 * counted as one. Of two consonants the vowel after the first must sound alike too (John and Jane do not); 0 where they are
 * fewer. Doubled consonants are one, h, w and y are silent, c is s before e,
 * i and y, ph is f, gh is silent but at the beginning. Other bytes are passed over. Above seven the first tell.
 */
export function soundSkeleton(bytes: Uint8Array, from: number, to: number): number {
  let skeleton = 0;
  let count = 0;
  let before = 0;
  let vowel = 0;
  if (vowels[bytes[from]!] !== 0) {
    skeleton = opening;
    count = 1;
  }
  for (let at = from; at < to && count < soundsMax; at += 1) {
    const sound = soundAt(bytes, at, from, to);
    const sung = vowels[bytes[at]!]!;
    if (sound !== 0 && sound !== before) {
      skeleton = skeleton * base + sound;
      count += 1;
    } else if (vowel === 0 && count === 1) vowel = sung;
    if (sound !== 0 || sung !== 0) before = sound;
  }
  if (count === soundsMin - 1 && vowel !== 0) return skeleton * base + vowel;
  return count < soundsMin ? 0 : skeleton;
}

function soundAt(bytes: Uint8Array, at: number, from: number, to: number): number {
  const byte = bytes[at]!;
  const next = at + 1 < to ? bytes[at + 1]! : 0;
  if (byte === c && (next === e || next === i || next === y)) return hissing;
  if (byte === p && next === h) return labial;
  if (byte === g && next === h && at > from) return 0;
  if (byte === k && at > from && bytes[at - 1] === c) return hard;
  if (byte === s && next === c) return hissing;
  return classes[byte]!;
}
