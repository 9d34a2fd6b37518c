// Where a part of a name begins behind its particle: "dos Santos" is "dossantos" once standardised, and people leave particles out.

const particles: ReadonlySet<string> = new Set(
  (
    "da das de dei del dela delas della dello delos den der des di do dos du " +
    "al el ul la las le los van vande vanden vander von vom zu zum zur ter ten te af av bin bint ibn"
  ).split(" "),
);
const particleMax = 6;
/** What is left of a name without its particle has this many letters at least. */
const stemMin = 3;

/** The place in `bytes` where the part from `from` to `to` begins without its particle; `from` where it has none. */
export function partStem(bytes: Uint8Array, from: number, to: number): number {
  let found = from;
  let text = "";
  const last = Math.min(from + particleMax, to - stemMin);
  for (let i = from; i < last; i += 1) {
    text += String.fromCharCode(bytes[i]!);
    if (particles.has(text)) found = i + 1;
  }
  return found;
}
