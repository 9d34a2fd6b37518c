// Greek names in Greek script with their Latin forms (ELOT 743 and looser ones); surnames also from given-name stems with
// -όπουλος, -ίδης, -άκης; women carry the genitive.
import { faker } from "@faker-js/faker/locale/el";
import { combineParts } from "./combineParts.ts";
import type { CultureDefinition } from "./culture.ts";
import { listedNames } from "./listedNames.ts";

const digraphs: readonly (readonly [string, string])[] = [
  ["ου", "ou"],
  ["αυ", "av"],
  ["ευ", "ef"],
  ["μπ", "b"],
  ["ντ", "nt"],
  ["γκ", "gk"],
  ["γγ", "ng"],
  ["θ", "th"],
  ["χ", "ch"],
  ["ψ", "ps"],
  ["ξ", "x"],
];
const letters: Readonly<Record<string, string>> = {
  α: "a",
  β: "v",
  γ: "g",
  δ: "d",
  ε: "e",
  ζ: "z",
  η: "i",
  ι: "i",
  κ: "k",
  λ: "l",
  μ: "m",
  ν: "n",
  ο: "o",
  π: "p",
  ρ: "r",
  σ: "s",
  ς: "s",
  τ: "t",
  υ: "y",
  φ: "f",
  ω: "o",
};

function romanise(name: string): string {
  let text = name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  for (const [greek, latin] of digraphs) text = text.replaceAll(greek, latin);
  const latin = [...text].map((letter) => letters[letter] ?? letter).join("");
  return latin.replaceAll(/(^|[\s-])([a-z])/g, (_, before: string, first: string) => before + first.toUpperCase());
}

/** Capitals alone become one capital and small letters, with the final sigma. */
function inSmallLetters(name: string): string {
  if (name !== name.toUpperCase()) return name;
  return name.charAt(0) + name.slice(1).toLowerCase();
}

/** The definition of this culture; see CultureDefinition. */
export const greek: CultureDefinition = {
  name: "greek",
  nationality: "GRC",
  britishShare: 0.3,
  given: {
    F: {
      common:
        "Maria=Μαρία,Eleni|Elena|Helen=Ελένη,Aikaterini|Katerina|Catherine=Αικατερίνη,Vasiliki|Vassiliki|Vasso=Βασιλική,Sofia|Sophia=Σοφία,Georgia=Γεωργία,Angeliki|Aggeliki=Αγγελική,Anna=Άννα,Dimitra|Demetra=Δήμητρα,Ioanna|Joanna=Ιωάννα,Konstantina|Constantina=Κωνσταντίνα,Kyriaki|Kiriaki=Κυριακή,Paraskevi|Evi=Παρασκευή,Despoina|Despina=Δέσποινα,Anastasia=Αναστασία,Christina|Hristina=Χριστίνα,Evangelia|Evaggelia=Ευαγγελία,Panagiota|Panayiota=Παναγιώτα,Chrysoula|Chrisoula=Χρυσούλα,Alexandra=Αλεξάνδρα,Foteini|Fotini=Φωτεινή,Zoi|Zoe=Ζωή",
      more: listedNames(faker.rawDefinitions, "first_name", "F").map(inSmallLetters),
    },
    M: {
      common:
        "Georgios|George|Giorgos=Γεώργιος,Dimitrios|Dimitris|Demetrios=Δημήτριος,Konstantinos|Constantinos|Kostas=Κωνσταντίνος,Ioannis|Yiannis|Giannis|John=Ιωάννης,Nikolaos|Nicolaos|Nikos=Νικόλαος,Panagiotis|Panayiotis=Παναγιώτης,Christos|Hristos=Χρήστος,Vasileios|Vassilis|Vasilis=Βασίλειος,Athanasios|Thanasis=Αθανάσιος,Evangelos|Vangelis|Evaggelos=Ευάγγελος,Spyridon|Spyros|Spiros=Σπυρίδων,Michail|Michael|Michalis=Μιχαήλ,Antonios|Antonis=Αντώνιος,Theodoros|Thodoris=Θεόδωρος,Alexandros|Alexander=Αλέξανδρος,Ilias|Elias=Ηλίας,Stavros=Σταύρος,Petros|Peter=Πέτρος,Andreas=Ανδρέας,Charalampos|Haralambos|Charalambos=Χαράλαμπος",
      more: listedNames(faker.rawDefinitions, "first_name", "M").map(inSmallLetters),
    },
  },
  surnames: {
    common:
      "Papadopoulos|Papadopulos=Παπαδόπουλος,Oikonomou|Economou|Ikonomou=Οικονόμου,Papageorgiou=Παπαγεωργίου,Georgiou=Γεωργίου,Nikolaidis|Nicolaides=Νικολαΐδης,Vasileiou|Vassiliou=Βασιλείου,Dimitriou|Demetriou=Δημητρίου,Ioannou|Ioannu=Ιωάννου,Papadakis=Παπαδάκης,Antoniou=Αντωνίου,Christodoulou|Hristodoulou=Χριστοδούλου,Makris|Macris=Μακρής,Konstantinidis|Constantinides=Κωνσταντινίδης,Nikolaou|Nicolaou=Νικολάου",
    more: [
      ...listedNames(faker.rawDefinitions, "last_name", "any"),
      ...combineParts(
        "Παπαδ Γεωργ Δημητρακ Νικολ Κωνσταντιν Βασιλ Αντων Αγγελ Αναστασ Αθανασ Θεοδωρ Χριστ Μιχαηλ Πετρ Σταυρ Στεφαν Λαζαρ Ηλι Μαυρ Ασπρ Καλογερ Καραγιανν Χατζηγεωργ Χατζηδημητρ Κυριακ Παναγιωτ Σωτηρ Φωτ Μανωλ Ξυδ Ρουσ Σπυρ Τσακ Ζαχαρ",
        "όπουλος ίδης άκης ιάδης άτος έας ούλης ίου όγλου ής",
      ),
    ],
    offset: 8,
  },
  surnameFor: (surname, sex) => (sex === "F" ? surname.replace(/os$/, "ou").replace(/([iaeo])s$/, "$1") : surname),
  romanise,
  respell: (name) => [
    name.replace(/y/, "i"),
    name.replace(/Ch/, "H").replace(/ch/, "h"),
    name.replace(/f(?=[aeiou])/, "ph"),
    name.replace(/is$/, "es"),
    name.replace(/k/, "c").replace(/K/, "C"),
  ],
  marriedNameShare: 0.3,
  middleName: { share: 0.3, kind: "father" },
  firstOfJanuaryShare: 0,
  children: 1.5,
  threeGenerationShare: 0.1,
};
