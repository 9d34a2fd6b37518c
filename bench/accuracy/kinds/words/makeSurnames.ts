// Surnames that stand in no list: built from syllables, so that a column of them can be known by its content only as far
// as names look like names.
import type { Random } from "../../../../src/generate/random/random.ts";

const starts =
  "Ba Be Bo Bra Bre Ca Co Cra Da De Do Dra Fa Fe Fi Fra Ga Ge Go Gra Ha He Ho Ka Ke Ko Kra La Le Lo Lu Ma Me Mo Na Ne No Pa Pe Po Ra Re Ro Sa Se So Sta Ste Ta Te To Tra Va Ve Vo Wa We Wo".split(
    " ",
  );
const middles =
  "bel cke den der dor fel gar ger hol kel lan len ler lin man mer min nar ner pel ran ren rin sel sen ser tel ten ter tin vel ven".split(
    " ",
  );
const ends =
  "berg by er ert ett field ford gren hart holm in ing ke land ley man mann mark ner o ow quist rup s sen son stein stra tz well wick".split(
    " ",
  );

/** Distinct surnames, most of two or three syllables. */
export function makeSurnames(count: number, random: Random): string[] {
  const made = new Set<string>();
  while (made.size < count) {
    const middle = random.chance(0.6) ? random.pick(middles) : "";
    made.add(`${random.pick(starts)}${middle}${random.pick(ends)}`);
  }
  return [...made];
}
