// French names: faker's lists (fr), surnames also from Le, La and du with old nouns and from -ier, -eau, -ard stems;
// compound given names.
import { faker } from "@faker-js/faker/locale/fr";
import { combineParts } from "./combineParts.ts";
import type { CultureDefinition } from "./culture.ts";
import { listedNames } from "./listedNames.ts";

const nouns =
  "Gall Goff Roux Blanc Brun Grand Petit Fevre Maire Clerc Comte Duc Prieur Moine Page Sage Bris Bail Borgne Breton Cam Corre Dantec Floch Gac Guen Jeune Lann Mao Meur Quere Roy Saux Tallec";
const stems =
  "Bern Gir Gaud Per Rob Ren Mor Mart Gour Bout Blan Chab Charp Coch Dev Fourn Gagn Garn Gast Guill Jaqu Land Lav Lem Mich Nic Pag Pell Poir Prud Reg Roch Rouss Sab Tess Thom Vach Vall Vin";

/** The definition of this culture; see CultureDefinition. */
export const french: CultureDefinition = {
  name: "french",
  nationality: "FRA",
  britishShare: 0.12,
  given: {
    F: {
      common:
        "Marie@1940,Nathalie|Natalie@1966,Isabelle|Isabel@1964,Sylvie@1962,Catherine@1958,Françoise|Francoise@1948,Monique@1940,Martine@1954,Valérie|Valerie@1969,Céline|Celine@1979,Sandrine@1972,Julie@1985,Aurélie|Aurelie@1983,Camille@1998,Léa|Lea@2001,Manon@1998,Chloé|Chloe@2000,Emma@2005,Jade@2012,Louise@2014,Jeanne@1925,Marie-Claire|Marie Claire@1950,Anne-Sophie|Anne Sophie@1980,Élodie|Elodie@1988,Pauline@1992",
      more: listedNames(faker.rawDefinitions, "first_name", "F"),
    },
    M: {
      common:
        "Jean@1940,Michel@1947,Philippe@1960,Alain@1950,Patrick@1955,Nicolas|Nicholas@1980,Christophe@1970,Pierre@1945,Christian@1953,Éric|Eric@1965,Frédéric|Frederic@1971,Laurent@1968,Stéphane|Stephane@1971,David@1975,Julien@1983,Thomas@1992,Alexandre|Alexander@1990,Jean-Pierre|Jean Pierre@1945,Jean-Luc|Jean Luc@1955,Lucas@2004,Hugo@2003,Gabriel@2014,Raphaël|Raphael@2014,Louis@2012,Jean-Marc|Jean Marc@1960",
      more: listedNames(faker.rawDefinitions, "first_name", "M"),
    },
  },
  surnames: {
    common:
      "Martin,Bernard,Thomas,Petit,Robert,Richard,Durand|Durant,Dubois|Du Bois,Moreau|Moreaux,Laurent|Laurens,Simon,Michel,Lefebvre|Lefèvre|Lefevre,Leroy|Le Roy,Roux|Le Roux,David,Bertrand,Morel,Fournier,Girard|Gérard,Bonnet|Bonnay,Dupont|Dupond,Lambert,Fontaine,Rousseau|Rousseaux,Vincent,Muller,Lefèvre|Lefebvre,Faure|Fabre,André,Mercier,Blanc|Leblanc,Guérin,Boyer,Garnier|Grenier,Chevalier,François,Legrand|Le Grand,Gauthier|Gautier,Garcia,Perrin,Robin,Clément,Morin,Nicolas,Henry,Roussel,Mathieu|Matthieu,Gautier,Masson",
    more: [
      ...listedNames(faker.rawDefinitions, "last_name", "any"),
      ...nouns.split(" ").flatMap((noun) => [`Le ${noun}`, `Le${noun.toLowerCase()}`]),
      ...combineParts(stems, "ier eau ard et in on ot aud ault eux elle as ois y ais oux el"),
    ],
    offset: 12,
  },
  marriedNameShare: 0.7,
  doubleSurname: { share: 0.04, joint: "-" },
  middleName: { share: 0.55, kind: "given" },
  firstOfJanuaryShare: 0,
  children: 1.8,
  threeGenerationShare: 0.03,
};
