// Polish names: faker's list, with surnames built from stems and the ends -ski, -owski, -ewicz, -czyk …; women carry -ska.
import { faker } from "@faker-js/faker/locale/pl";
import { combineParts } from "./combineParts.ts";
import type { CultureDefinition } from "./culture.ts";
import { listedNames } from "./listedNames.ts";

const stems =
  "Kowal Wiśn Dąbr Lew Zieliń Szymań Woźni Kozł Jankow Mazur Krawcz Piotr Grab Paw Michal Zając Król Jabł Wróbl Majew Olszew Stęp Malin Jaworz Adam Dud Nowak Witk Górn Sikor Walcz Bara Laskow Brzez Makow Jasiń Sadow Czarn Kaźmier Sobcz Głow Kubiak Wilk Lis Mróz Kamiń Wójt Bąk Chmiel Borow Ostrow Turek Tomcz Jarosz Kurow Białk Szewcz Kop Cieśl Przyby Kacz Bor Urban Domań Błasz Dzied Mił Sok Czerw Zawad Klim Rut Drozd Gaj Koz Lip Mik Ols Pien Rog Sław Tar Wes Zbor Żuk Bog Cich Dob Gos Jak Kot Leś Mac Nied Ok Pol Rad Sas Trz Wal Zar";

/** The definition of this culture; see CultureDefinition. */
export const polish: CultureDefinition = {
  name: "polish",
  nationality: "POL",
  britishShare: 0.08,
  given: {
    F: {
      common:
        "Anna|Ania,Katarzyna|Kasia,Małgorzata|Malgosia,Agnieszka,Barbara,Ewa|Eva,Krystyna|Christina,Magdalena,Elżbieta,Joanna,Aleksandra|Alexandra,Monika|Monica,Zofia|Sofia|Sophia,Maria,Teresa,Natalia,Julia,Zuzanna,Karolina|Carolina,Dorota,Beata,Iwona,Jolanta,Marta,Maja|Maya",
      more: listedNames(faker.rawDefinitions, "first_name", "F"),
    },
    M: {
      common:
        "Piotr|Peter,Krzysztof|Christopher,Andrzej|Andrew,Tomasz|Thomas,Jan|John,Paweł|Paul,Michał|Michael,Marcin|Martin,Jakub|Jacob,Adam,Stanisław,Marek|Mark,Łukasz|Lucas,Grzegorz|Gregory,Mateusz|Matthew,Wojciech,Mariusz,Dariusz,Zbigniew,Maciej,Rafał,Kamil,Dawid|David,Szymon|Simon,Antoni",
      more: listedNames(faker.rawDefinitions, "first_name", "M"),
    },
  },
  surnames: {
    common:
      "Nowak,Kowalski,Wiśniewski,Wójcik,Kowalczyk,Kamiński,Lewandowski,Zieliński,Szymański,Woźniak,Dąbrowski,Kozłowski,Mazur,Jankowski,Kwiatkowski,Wojciechowski,Krawczyk,Kaczmarek,Piotrowski,Grabowski,Pawłowski,Michalski,Zając,Król,Jabłoński,Wieczorek,Nowakowski,Wróbel,Majewski,Olszewski,Stępień,Malinowski,Jaworski,Adamczyk,Dudek,Nowicki,Pawlak,Witkowski,Górski,Sikora,Walczak,Rutkowski,Baran,Michalak,Szewczyk,Ostrowski,Tomaszewski,Pietrzak",
    more: [
      ...listedNames(faker.rawDefinitions, "last_name", "any"),
      ...combineParts(stems, "ski owski ewski iński icki ecki czyk czak ak ek ewicz owicz uk ik arz ała owiak"),
    ],
    offset: 14,
  },
  surnameFor: (surname, sex) =>
    sex === "F" ? surname.replace(/(s|c|dz)ki$/, "$1ka") : surname.replace(/(s|c|dz)ka$/, "$1ki"),
  respell: (name) => [name.replace(/w/, "v"), name.replace(/sz/i, "sh"), name.replace(/cz/i, "ch")],
  marriedNameShare: 0.82,
  doubleSurname: { share: 0.02, joint: "-" },
  middleName: { share: 0.45, kind: "given" },
  firstOfJanuaryShare: 0,
  children: 1.6,
  threeGenerationShare: 0.08,
};
