// West African names (Yoruba, Igbo, Hausa, Akan, Wolof and Mande): the lists of faker's en_NG, yo_NG, en_GH and fr_SN, and
// the building elements of Yoruba and Igbo names.
import { faker as ghana } from "@faker-js/faker/locale/en_GH";
import { faker as nigeria } from "@faker-js/faker/locale/en_NG";
import { faker as senegal } from "@faker-js/faker/locale/fr_SN";
import { faker as yoruba } from "@faker-js/faker/locale/yo_NG";
import { combineParts } from "./combineParts.ts";
import type { CultureDefinition, Sex } from "./culture.ts";
import { listedNames } from "./listedNames.ts";

const lists = [nigeria, yoruba, ghana, senegal].map((faker) => faker.rawDefinitions);
const yorubaNames = combineParts(
  "Ade Olu Ola Oluwa Ayo Baba Temi Fola Omo Ife Ini Ire Ope Oye Akin Awo",
  "bayo wale kunle seun tola tunde dele segun femi gbenga niyi rotimi sola tayo yemi yinka damilola shola lola bisi nike",
);
const igboNames = combineParts(
  "Chi Nwa Chukwu Obi Ike Eze Onye Uche Ugo Ngo Ifeyi Kene Amara Ebele Nkem",
  "nedu ka emeka ebuka nonso amaka oma dinma nwe kwe nna chukwu somto ma buike fuma",
);

function given(sex: Sex): readonly string[] {
  return [...lists.flatMap((list) => listedNames(list, "first_name", sex)), ...yorubaNames, ...igboNames];
}

/** The definition of this culture; see CultureDefinition. */
export const westAfrican: CultureDefinition = {
  name: "west-african",
  nationality: "NGA",
  britishShare: 0.4,
  given: {
    F: {
      common:
        "Blessing,Grace,Mary,Joy,Esther|Ester,Fatima|Fatimah|Fatoumata,Abena|Abenaa,Chioma,Ngozi|N'gozi,Aisha|Aishat|Aïssatou,Folake,Yetunde,Akua|Akosua,Mercy,Patience,Comfort,Amina|Aminata,Adama,Funmilayo|Funmi,Ama,Chinyere,Victoria,Mariama|Mariam,Oluwaseun|Seun",
      more: given("F"),
    },
    M: {
      common:
        "Emmanuel|Emanuel|Immanuel,Samuel,Daniel,Michael,Ibrahim|Ibrahima,Mohammed|Muhammed|Mamadou|Mohamed,Kwame|Kwami,Kofi|Koffi,Chukwuemeka|Emeka,Oluwaseun|Seun,Babatunde|Tunde,Kwaku|Kweku,Yaw|Yao,Abdul|Abdoul,Joseph,Ifeanyi,Musa|Moussa,Usman|Ousmane,Kwabena|Kobina,Chinedu,Olumide,Adebayo|Bayo,Sunday,Godwin,Lamin|Lamine,Alieu|Aliou",
      more: given("M"),
    },
  },
  surnames: {
    common:
      "Mensah|Mensa,Okafor|Okafo|Okofor,Owusu|Owusuh,Diallo|Jallow|Diallow,Adeyemi|Adeyemy,Okeke|Okeke,Boateng|Boaten,Osei|Osey,Asante|Ashanti,Bello|Belo,Ibrahim|Ibraheem,Ojo,Balogun,Eze|Ezeh,Appiah|Apia,Okonkwo|Okonko,Abubakar|Aboubacar|Abubakr,Nwosu,Obi,Acheampong|Achampong,Agyeman|Agyemang|Adjeman,Amoah|Amoa,Addo|Ado,Traore|Traoré,Bah|Ba,Sow|So,Camara|Kamara,Conteh|Konteh,Sesay|Sesey,Bangura|Bangurah,Koroma|Kouroma,Jalloh|Jallo,Ceesay|Sissay,Adebayo,Olawale,Williams,Johnson,Cole,Ogunleye,Oladipo,Nwachukwu,Onyeka,Uche,Chukwu,Musa|Moussa,Sani,Yusuf|Yussuf,Lawal,Akinola,Afolabi,Ndiaye|N'Diaye,Diop|Jobe,Fall|Faal,Gueye|Guèye,Sarr|Saar,Quaye|Quaye,Tetteh|Teteh,Lartey|Lartei,Ofori|Offori,Asamoah|Asamoa,Frimpong,Opoku|Opuku,Darko|Darkoh,Antwi,Danso",
    more: [
      ...lists.flatMap((list) => listedNames(list, "last_name", "any")),
      ...combineParts(
        "Ade Ola Olu Ogun Ayo Oye Awo Ife Omo Aki Oba Odu Fa Abi Aro Akin Aja Oyin Olo Osun",
        "yemi bayo leke niyi gbola wole goke sanya bode deji lowo tunji kunle dipe sina toye remi mide dayo busola jobi sakin boye fowora banji gbenro lade yinka loye rinde tayo sola bisi",
      ),
      ...combineParts(
        "Nwa Oko Eze Obi Chukwu Onye Ike Ugwu Ani Aku Ama Ogu Ora Oke Ume Ndu Ibe Ejio Okpa Nna",
        "nkwo chukwu kwu jiaku ma ra nze gu lu bu ofor ogu egbu kolo nwa madu ije kezie emelu kpara mezie agu",
      ),
    ],
    offset: 14,
  },
  respell: (name) =>
    [name.replace(/^Oluwa/, "Olu"), name.replace(/^Chukwu/, ""), name.replace(/sh/, "s")].map(
      (other) => other.charAt(0).toUpperCase() + other.slice(1),
    ),
  marriedNameShare: 0.6,
  middleName: { share: 0.6, kind: "given" },
  firstOfJanuaryShare: 0.03,
  children: 2.5,
  threeGenerationShare: 0.1,
};
