// Particles that stand joined to the part of a name that they begin ("dos Santos" is "dossantos" once standardised), and that
// people leave out.

const particles: ReadonlySet<string> = new Set(
  (
    "da das de dei del dela delas della dello delos den der des di do dos du " +
    "al el ul la las le los van vande vanden vander von vom zu zum zur ter ten te af av bin bint ibn"
  ).split(" "),
);
const particleMax = 6;
/** What is left of a part without its particle has this many letters at least. */
export const stemMin = 3;

/** A range of bytes. */
interface Part {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/** Whether the part may begin with a particle. */
export function mayHaveParticle({ bytes, from, to }: Part): boolean {
  const last = Math.min(from + particleMax, to - stemMin);
  let text = "";
  for (let at = from; at < last; at += 1) {
    text += String.fromCharCode(bytes[at]!);
    if (particles.has(text)) return true;
  }
  return false;
}

/** Whether two parts are the same but for particles before them: Santos, dos Santos and de Santos. */
export function areSameStem(a: Part, b: Part): boolean {
  let [toA, toB] = [a.to, b.to];
  while (toA > a.from && toB > b.from && a.bytes[toA - 1] === b.bytes[toB - 1]) {
    toA -= 1;
    toB -= 1;
  }
  return a.to - toA >= stemMin && isParticleOrNothing(a, toA) && isParticleOrNothing(b, toB);
}

function isParticleOrNothing({ bytes, from }: Part, to: number): boolean {
  if (to === from) return true;
  return to - from <= particleMax && particles.has(String.fromCharCode(...bytes.subarray(from, to)));
}
