// A parish's baptisms as several copyists indexed them: few given names, surnames in old spellings, parents instead of a
// birth date, and brothers and sisters one to three years apart.
import type { Random } from "../../../src/generate/random/random.ts";
import { drawRecordCount } from "./drawRecordCount.ts";
import { type Kind, SetBuilder } from "./kind.ts";
import { mistype } from "./slips/mistype.ts";
import { makeNames } from "./words/makeNames.ts";
import { pickSkewed } from "./words/pickSkewed.ts";
import { pickUnused } from "./words/pickUnused.ts";

const fullSize = 10_000;
const columns = ["voornaam", "achternaam", "vader", "moeder", "jaar", "plaats"];
const mensNames =
  "Jan Pieter Cornelis Willem Jacob Gerrit Hendrik Dirk Klaas Arie Johannes Adriaan Simon Maarten Teunis Bastiaan".split(
    " ",
  );
const womensNames =
  "Maria Anna Trijntje Neeltje Cornelia Grietje Aaltje Jannetje Elisabeth Pieternella Marijtje Dirkje".split(" ");
const places = "Delft Leiden Gouda Schiedam Rijswijk Maasland".split(" ");
const sounds = {
  consonants: [..."bdghjklmnprstvw"],
  vowels: ["aa", "e", "oe", "ij", "o", "ui"],
  syllables: [1, 2],
  ends: ["sen", "stra", "man", "ker", "s", "veld"],
} as const;
/** Share of children named after a brother or sister who died. */
const namesakeShare = 0.1;

export const baptisms: Kind = {
  name: "baptisms",
  description: "given name, surname in old spellings, father, mother, year and place; brothers and sisters",
  make(random, scale) {
    const surnames = makeNames(400, sounds, random);
    const builder = new SetBuilder();
    const size = Math.round(fullSize * scale);
    let person = 0;
    while (builder.count < size) {
      for (const child of drawChildren(surnames, random)) {
        for (let records = drawRecordCount(random); records > 0; records -= 1)
          builder.add(person, takeDown(child, random));
        person += 1;
      }
    }
    return builder.finish(random, { name: this.name, columns });
  },
};

interface Child {
  readonly given: string;
  readonly surname: string;
  readonly father: string;
  readonly mother: readonly [given: string, surname: string];
  readonly year: number;
  readonly place: string;
}

function drawChildren(surnames: readonly string[], random: Random): Child[] {
  const parents = {
    surname: pickSkewed(surnames, random, 2.4),
    father: pickSkewed(mensNames, random),
    mother: [pickSkewed(womensNames, random), pickSkewed(surnames, random, 2.4)] as const,
    place: pickSkewed(places, random, 1.5),
  };
  let year = random.between(1750, 1850);
  const used = new Set<string>();
  return Array.from({ length: random.between(1, 5) }, () => {
    year += random.between(1, 3);
    const names = random.chance(0.5) ? mensNames : womensNames;
    const given = random.chance(namesakeShare) ? pickSkewed(names, random) : pickUnused(names, used, random);
    return { ...parents, given, year };
  });
}

function takeDown({ given, surname, father, mother, year, place }: Child, random: Random): string[] {
  const written = random.chance(0.2) ? oldSpelling(surname) : surname;
  return [
    random.chance(0.08) ? mistype(given, random) : given,
    random.chance(0.08) ? mistype(written, random) : written,
    random.chance(0.1) ? "" : father,
    random.chance(0.1) ? mother[0] : mother.join(" "),
    String(random.chance(0.15) ? year + random.pick([-3, -1, 1, 2]) : year),
    random.chance(0.15) ? pickSkewed(places, random, 1.5) : place,
  ];
}

const oldSpelling = (surname: string): string =>
  surname.replaceAll("ij", "y").replaceAll("aa", "ae").replaceAll("ui", "uy").replaceAll("k", "c").replace(/^K/, "C");
