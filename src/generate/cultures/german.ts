// German names: faker's lists, and surnames built from trades and places (Holz+müller, Stein+bach); ä, ö, ü and ß are
// also spelled ae, oe, ue and ss.
import { faker } from "@faker-js/faker/locale/de";
import { combineParts } from "./combineParts.ts";
import type { CultureDefinition } from "./culture.ts";
import { listedNames } from "./listedNames.ts";

const stems =
  "Stein Berg Hof Holz Wald Rosen Eich Linden Buch Brunn Birk Kirch Neu Alt Ober Nieder Gross Klein Schön Schwarz Weiss Roth Grün Feld Wiesen Sand Kalk Eisen Kupfer Silber Gold Wein Korn Hafer Lang Kurz Hart Bern Gries Hasel Diet Hell Hinter Kalten Königs Leuten Mittel Mühl Ochsen Reich Ritter Rieden Schaf Schön Sommer Stern Teich Vogel Wester Winter Ziegel";

/** The definition of this culture; see CultureDefinition. */
export const german: CultureDefinition = {
  name: "german",
  nationality: "DEU",
  britishShare: 0.15,
  given: {
    F: {
      common:
        "Maria@1935,Ursula@1940,Monika|Monica@1952,Petra@1962,Sabine@1965,Andrea@1968,Claudia|Klaudia@1970,Susanne|Susann@1965,Nicole@1975,Stefanie|Stephanie@1980,Christina|Kristina@1982,Sandra@1975,Julia@1988,Anna@1995,Lena@2000,Laura@1998,Lea@2003,Emma@2014,Mia@2014,Hannah|Hanna@2012,Ingrid@1942,Helga@1938,Renate@1945,Birgit@1962,Katharina|Catharina@1985",
      more: listedNames(faker.rawDefinitions, "first_name", "F"),
    },
    M: {
      common:
        "Peter@1945,Michael@1965,Thomas@1963,Wolfgang@1948,Klaus|Claus@1945,Jürgen|Juergen@1950,Andreas@1966,Stefan|Stephan@1968,Christian|Kristian@1980,Markus|Marcus@1970,Matthias|Mathias@1972,Frank@1965,Uwe@1960,Bernd|Berndt@1955,Jan@1985,Tobias@1985,Daniel@1983,Sebastian@1986,Florian@1988,Lukas|Lucas@2000,Leon@2008,Paul@2012,Jonas@2003,Felix@2000,Finn|Fynn@2008",
      more: listedNames(faker.rawDefinitions, "first_name", "M"),
    },
  },
  surnames: {
    common:
      "Müller|Mueller|Muller,Schmidt|Schmitt|Schmid,Schneider,Fischer,Weber,Meyer|Meier|Maier|Mayer,Wagner,Becker,Schulz|Schultz|Schulze,Hoffmann|Hofmann|Hoffman,Schäfer|Schaefer,Koch,Bauer,Richter,Klein,Wolf|Wolff,Schröder|Schroeder,Neumann,Schwarz,Zimmermann,Braun,Krüger|Krueger,Hofmann|Hoffmann,Hartmann,Lange,Schmitt|Schmidt,Werner,Schmitz,Krause|Krauße,Meier|Meyer,Lehmann,Schmid,Schulze,Maier,Köhler|Koehler,Herrmann|Hermann,König|Koenig,Walter|Walther,Mayer,Huber,Kaiser,Fuchs,Peters,Lang,Scholz,Möller|Moeller,Weiß|Weiss,Jung,Hahn,Schubert",
    more: [
      ...listedNames(faker.rawDefinitions, "last_name", "any"),
      ...combineParts(
        stems,
        "mann bach berger müller hauer meier feld ner stein er huber hofer egger wald lein hammer brink kamp busch",
      ),
    ],
    offset: 10,
  },
  respell: (name) => [
    name.replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ü", "ue").replaceAll("ß", "ss"),
    name.replaceAll("ä", "a").replaceAll("ö", "o").replaceAll("ü", "u").replaceAll("ß", "ss"),
  ],
  marriedNameShare: 0.75,
  doubleSurname: { share: 0.03, joint: "-" },
  middleName: { share: 0.4, kind: "given" },
  firstOfJanuaryShare: 0,
  children: 1.6,
  threeGenerationShare: 0.04,
};
