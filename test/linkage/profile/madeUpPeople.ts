// Made-up people of several countries for the tests of profiling: small hand-written lists, misspellings, gaps and repeated records.
import type { RecordTable } from "../../../src/linkage/read/recordTable.ts";
import { recordTableFromRows } from "../../../src/linkage/read/recordTableFromRows.ts";

export type Row = Record<string, string | null>;

/** A seeded source of numbers in [0, 1) (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Style {
  readonly female: string;
  readonly male: string;
  readonly surnames: string;
  readonly towns: string;
  readonly streets: string;
  readonly sexes: readonly [female: string, male: string];
  /** Patterns: # a digit, ? a letter, ! a digit from 1 to 9. */
  readonly postcode: string;
  readonly phone: string;
  readonly document: string;
  readonly date: (year: string, month: string, day: string) => string;
  /** Ordinary column names, by type. */
  readonly names: Readonly<Record<string, string>>;
}

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

export const styles = {
  British: {
    female:
      "Amelia Olivia Isla Margaret Susan Deborah Chloe Holly Gillian Fiona Poppy Ruby Megan Patricia Hannah Zoe Imogen Beryl",
    male: "Oliver Harry George Nigel Graham Alistair Callum Rhys Stuart Ian Keith Trevor Mohammed Jack Alfie Toby Clive Gareth",
    surnames:
      "Smith Jones Taylor Brown Wilson Davies Evans Thomas Walker Wright Hughes Edwards Green Hall Wood Harris Clarke Patel Khan Shaw Ellis Bennett Foster Simpson Marshall Price Parry Ashworth Entwistle Featherstone Micklethwaite Oyelaran",
    towns:
      "London|Leeds|Bristol|Stoke on Trent|Newport|Swansea|Derby|Hull|Exeter|York|Luton|Bolton|Slough|Dundee|Preston",
    streets:
      "High Street|Station Road|Church Lane|Mill Close|Victoria Avenue|Park Crescent|Queens Drive|Manor Grove|School Lane|The Paddock Way|Albert Terrace|Kings Road",
    sexes: ["F", "M"],
    postcode: "?P# #??",
    phone: "07### ######",
    document: "??######?",
    date: (year, month, day) => `${day}/${month}/${year}`,
    names: {
      givenName: "first_name",
      surname: "surname",
      birthDate: "dob",
      sex: "gender",
      town: "city",
      postcode: "postcode",
      street: "street",
      houseNumber: "house_no",
      phone: "mobile",
      email: "email",
      document: "nino",
    },
  },
  American: {
    female:
      "Emily Madison Ashley Brittany Jessica Kaylee Destiny Alexis Hailey Maria Guadalupe Linda Barbara Tiffany Latoya Heather",
    male: "Jacob Michael Tyler Brandon Austin Jose Luis Robert James Kevin Todd Randy Dwayne Cody Hunter Logan",
    surnames:
      "Johnson Williams Miller Davis Garcia Rodriguez Martinez Hernandez Lopez Gonzalez Anderson Thompson White Lee Ramirez Lewis Nguyen Torres Rivera Campbell Schmidt Kowalczyk O'Brien Washington Jefferson Whitaker",
    towns:
      "Springfield|Houston|San Antonio|Phoenix|Columbus|Fort Worth|El Paso|Memphis|Tulsa|Wichita|St Louis|Tampa|Fresno|Mesa",
    streets:
      "Main St|Oak Avenue|2nd Street|Maple Dr|Washington Blvd|Elm Street|Cedar Ln|Pine Road|Lakeview Drive|Sunset Ct|Hill Road",
    sexes: ["Female", "Male"],
    postcode: "!####",
    phone: "(!1#) !##-####",
    document: "###-##-####",
    date: (year, month, day) => `${Number(month)}/${Number(day)}/${year.slice(2)}`,
    names: {
      givenName: "FirstName",
      surname: "LastName",
      birthDate: "BirthDate",
      sex: "Sex",
      town: "City",
      postcode: "ZipCode",
      street: "StreetName",
      houseNumber: "HouseNumber",
      phone: "Phone",
      email: "EmailAddress",
      document: "SSN",
    },
  },
  German: {
    female: "Anna Lena Sabine Ursula Heike Monika Jana Katharina Greta Frieda Petra Birgit Ilse Waltraud Nele Svenja",
    male: "Lukas Jürgen Wolfgang Heinz Uwe Jonas Finn Matthias Dieter Torsten Karl-Heinz Friedrich Moritz Björn Sören Klaus",
    surnames:
      "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Krüger Hartmann Yilmaz Vogel Obermüller Finkbeiner Häberle",
    towns:
      "Berlin|Hamburg|München|Köln|Dresden|Leipzig|Bad Homburg|Göttingen|Ulm|Kiel|Mainz|Rostock|Bremen|Freiburg im Breisgau",
    streets:
      "Hauptstraße|Bahnhofstraße|Gartenweg|Schillerplatz|Lindenallee|Mühlgasse|Am Ring|Dorfstr.|Goethestraße|Kirchweg|Bergstraße|Waldweg",
    sexes: ["w", "m"],
    postcode: "!####",
    phone: "+49 !## #######",
    document: "?##??####",
    date: (year, month, day) => `${day}.${month}.${year}`,
    names: {
      givenName: "Vorname",
      surname: "Nachname",
      birthDate: "Geburtsdatum",
      sex: "Geschlecht",
      town: "Ort",
      postcode: "PLZ",
      street: "Straße",
      houseNumber: "Hausnummer",
      phone: "Telefon",
      email: "E-Mail",
      document: "Reisepass",
    },
  },
  French: {
    female:
      "Camille Léa Manon Chloé Françoise Monique Brigitte Sylvie Océane Margaux Aurélie Nathalie Thérèse Jeanne Élodie",
    male: "Jean-Pierre Nicolas Hugo Théo Mathieu Thierry Gérard Philippe Loïc Yannick Baptiste Étienne Rémi Guillaume Pascal",
    surnames:
      "Martin Bernard Dubois Petit Durand Leroy Moreau Simon Laurent Lefebvre Michel Garcia Roux Fournier Girard Bonnet Dupont Lambert Rousseau Benali Chevalier Perrin Marchand Le Goff Kerviel Traoré",
    towns:
      "Paris|Lyon|Marseille|Saint-Étienne|Nantes|Lille|Rennes|Toulouse|Aix-en-Provence|Dijon|Brest|Metz|Nancy|Le Mans",
    streets:
      "rue de la Paix|avenue Victor Hugo|impasse des Lilas|place du Marché|chemin Vert|boulevard Gambetta|rue Pasteur|allée des Chênes|rue de l'Église|quai de la Marne",
    sexes: ["Femme", "Homme"],
    postcode: "!####",
    phone: "0! ## ## ## ##",
    document: "##??#####",
    date: (year, month, day) => `${year}-${month}-${day}`,
    names: {
      givenName: "prenom",
      surname: "nom",
      birthDate: "date_naissance",
      sex: "sexe",
      town: "ville",
      postcode: "code_postal",
      street: "rue",
      houseNumber: "numero_rue",
      phone: "tel",
      email: "courriel",
      document: "passeport",
    },
  },
  Spanish: {
    female: "María Carmen Lucía Josefa Pilar Dolores Rocío Inés Marta Nuria Alba Paula Cristina Montserrat Noelia",
    male: "Antonio José Manuel Javier Álvaro Iker Pablo Sergio Jesús Fernando Rubén Adrián Íñigo Ramón Gonzalo",
    surnames:
      "García Fernández González Rodríguez López Martínez Sánchez Pérez Gómez Ruiz Díaz Moreno Álvarez Romero Navarro Torres Domínguez Vázquez Gil Serrano Blanco Molina Ortega Castro Iglesias Etxeberria Goikoetxea",
    towns:
      "Madrid|Sevilla|Zaragoza|Málaga|Bilbao|Córdoba|Valladolid|Vigo|Gijón|San Sebastián|Granada|Murcia|Cádiz|Toledo",
    streets:
      "Calle Mayor|Calle Real|Avenida de la Constitución|Plaza España|Paseo del Prado|Calle del Sol|Avda. Andalucía|Calle Nueva|Calle San Juan|Ronda Norte",
    sexes: ["Mujer", "Hombre"],
    postcode: "!####",
    phone: "6########",
    document: "########?",
    date: (year, month, day) => `${Number(day)}-${months[Number(month) - 1]}-${year}`,
    names: {
      givenName: "nombre",
      surname: "apellidos",
      birthDate: "fecha_nacimiento",
      sex: "sexo",
      town: "ciudad",
      postcode: "codigo_postal",
      street: "calle",
      houseNumber: "numero_casa",
      phone: "telefono",
      email: "correo",
      document: "dni",
    },
  },
  Polish: {
    female:
      "Anna Katarzyna Małgorzata Agnieszka Zofia Zuzanna Halina Grażyna Jolanta Danuta Wiktoria Natalia Beata Ewa",
    male: "Piotr Krzysztof Andrzej Tomasz Paweł Michał Jakub Szymon Zbigniew Stanisław Wojciech Marek Kacper Grzegorz",
    surnames:
      "Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Jankowski Mazur Wojciechowski Krawczyk Piotrowski Grabowski Pawlak Michalski Król Wieczorek Brzęczyszczykiewicz",
    towns:
      "Warszawa|Kraków|Łódź|Wrocław|Poznań|Gdańsk|Szczecin|Lublin|Katowice|Białystok|Zielona Góra|Radom|Toruń|Kielce",
    streets:
      "ul. Polna|ul. Leśna|ul. Ogrodowa|al. Jana Pawła II|ul. Mickiewicza|pl. Wolności|ul. Szkolna|ul. Kwiatowa|os. Słoneczne|ul. Długa",
    sexes: ["K", "M"],
    postcode: "##-###",
    phone: "+48 ### ### ###",
    document: "???######",
    date: (year, month, day) => `${year}${month}${day}`,
    names: {
      givenName: "imie",
      surname: "nazwisko",
      birthDate: "data_urodzenia",
      sex: "plec",
      town: "miasto",
      postcode: "kod_pocztowy",
      street: "ulica",
      houseNumber: "nr_domu",
      phone: "telefon",
      email: "email",
      document: "paszport",
    },
  },
} satisfies Readonly<Record<string, Style>>;

function fill(pattern: string, random: () => number): string {
  return pattern
    .replaceAll("#", () => String(Math.floor(random() * 10)))
    .replaceAll("!", () => String(1 + Math.floor(random() * 9)))
    .replaceAll("?", () => String.fromCharCode(65 + Math.floor(random() * 26)));
}

/** Rows of `count` people in a style: about 15 % misspelt, 8 % missing, a third of the people twice. Keys are semantic types. */
export function makePeople(style: Style, count: number, seed: number): Row[] {
  const random = seededRandom(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(random() ** 1.6 * list.length)] ?? "";
  const misspell = (text: string): string => {
    if (random() > 0.15 || text.length < 3) return text;
    const place = Math.floor(random() * (text.length - 1));
    return (
      text.slice(0, place) +
      (random() < 0.5 ? "" : String.fromCharCode(97 + Math.floor(random() * 26))) +
      text.slice(place + 1)
    );
  };
  const gap = (text: string): string | null => (random() < 0.08 ? null : text);
  const rows: Row[] = [];
  while (rows.length < count) {
    const isFemale = random() < 0.5;
    const given = pick((isFemale ? style.female : style.male).split(" "));
    const surname = pick(style.surnames.split(" "));
    const year = String(1935 + Math.floor(random() * 80));
    const month = String(1 + Math.floor(random() * 12)).padStart(2, "0");
    const day = String(1 + Math.floor(random() * 28)).padStart(2, "0");
    const person = {
      givenName: given,
      surname,
      birthDate: style.date(year, month, day),
      sex: style.sexes[isFemale ? 0 : 1],
      houseNumber: `${1 + Math.floor(random() ** 2 * 180)}${random() < 0.04 ? "a" : ""}`,
      street: pick(style.streets.split("|")),
      town: pick(style.towns.split("|")),
      postcode: fill(style.postcode, random),
      phone: fill(style.phone, random),
      email:
        `${given}.${surname}${Math.floor(random() * 90)}@${pick(["example.com", "example.org", "mail.example"])}`.replaceAll(
          /[ ']/g,
          "",
        ),
      document: fill(style.document, random),
      birthYear: year,
      birthMonth: String(Number(month)),
      birthDay: String(Number(day)),
    };
    const misspelt = new Set(["givenName", "surname", "street", "town", "email"]);
    const copies = random() < 0.33 ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      const entries = Object.entries(person).map(
        ([type, text]) => [type, gap(misspelt.has(type) ? misspell(text) : text)] as const,
      );
      rows.push(Object.fromEntries(entries));
    }
  }
  return rows.slice(0, count);
}

/** Rows with columns picked and renamed: `names` maps old keys to new ones, in the order wanted. */
export function renameColumns(rows: readonly Row[], names: Readonly<Record<string, string>>): Row[] {
  return rows.map((row) => Object.fromEntries(Object.entries(names).map(([from, to]) => [to, row[from] ?? null])));
}

/** Table of rows without an identifier: row numbers serve. */
export function tableOf(rows: readonly Row[]): RecordTable {
  return recordTableFromRows(rows, { idColumn: null });
}
