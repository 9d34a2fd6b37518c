// Spanish names: two surnames, the father's first and the mother's first, of which some systems keep one; compound given
// names come with faker's lists (es, es_MX).
import { faker as spain } from "@faker-js/faker/locale/es";
import { faker as mexico } from "@faker-js/faker/locale/es_MX";
import type { CultureDefinition } from "./culture.ts";
import { listedNames } from "./listedNames.ts";

const lists = [spain.rawDefinitions, mexico.rawDefinitions];

/** The definition of this culture; see CultureDefinition. */
export const spanish: CultureDefinition = {
  name: "spanish",
  nationality: "ESP",
  britishShare: 0.1,
  given: {
    F: {
      common:
        "María Carmen|María del Carmen|Carmen,María,Ana María|Ana,Carmen,Josefa,Isabel|Ysabel,Laura,Cristina|Christina,Marta|Martha,Francisca,Antonia,Lucía|Lucia,María José|María J,Dolores,Elena|Helena,Sara|Sarah,Paula,Raquel|Rachel,Pilar,Beatriz|Beatrice,Rocío,Silvia|Sylvia,Mercedes,Teresa|Theresa",
      more: lists.flatMap((list) => listedNames(list, "first_name", "F")),
    },
    M: {
      common:
        "Antonio,Manuel,José|Jose,Francisco,David,Juan,Javier|Xavier,José Antonio|José A,Daniel,José Luis|José L,Francisco Javier|Francisco,Carlos,Jesús,Alejandro,Miguel,José Manuel|José M,Rafael,Pablo,Pedro,Ángel,Sergio,Jorge|Jordi,Fernando,Luis,Alberto",
      more: lists.flatMap((list) => listedNames(list, "first_name", "M")),
    },
  },
  surnames: {
    common:
      "García,González|Gonzales|Gonzalez,Rodríguez|Rodrigues,Fernández|Fernandes,López|Lopes,Martínez|Martines,Sánchez|Sanches,Pérez|Peres,Gómez|Gomes,Martín|Martin,Jiménez|Giménez|Ximénez,Hernández|Hernandes,Ruiz|Ruíz,Díaz|Dias,Moreno,Muñoz|Munoz,Álvarez|Alvares,Romero,Gutiérrez|Gutierres,Alonso|Alonzo,Navarro,Torres,Domínguez|Domingues,Ramos,Vázquez|Vásquez,Ramírez|Ramires,Gil,Serrano,Morales,Molina,Blanco,Suárez|Suares,Castro,Ortega,Delgado,Ortiz|Ortíz,Marín,Rubio,Núñez|Nuñez,Medina,Sanz|Sáenz|Sainz,Castillo,Iglesias,Cortés|Cortez,Garrido,Santos,Guerrero,Lozano,Cano,Cruz",
    more: lists.flatMap((list) => listedNames(list, "last_name", "any")),
    offset: 8,
  },
  surnamesOfBothParents: true,
  marriedNameShare: 0.03,
  middleName: { share: 0.05, kind: "given" },
  firstOfJanuaryShare: 0,
  children: 1.6,
  threeGenerationShare: 0.06,
};
