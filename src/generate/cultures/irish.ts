// Irish names: common ones in order, surnames also from the prefixes O', Mc and Mac with old stems; given names share
// faker's English list.
import { faker } from "@faker-js/faker/locale/en_IE";
import { combineParts } from "./combineParts.ts";
import type { CultureDefinition } from "./culture.ts";
import { listedNames } from "./listedNames.ts";

const stems =
  "Brien Connor Neill Sullivan Reilly Doherty Carthy Donnell Donoghue Leary Keeffe Rourke Shea Hara Hagan Kane Dwyer Grady Driscoll Mahony Meara Malley Flaherty Gorman Hanlon Rahilly Riordan Toole Dea Dowd Looney Cleary Mara Callaghan Regan Boyle Gallagher Garry Hare Herlihy Keane Kelly Loughlin Moran Nolan Rafferty Farrell Ferrall Halloran Hehir Byrne Beirne Casey Coyle Devlin Duffy Fallon Flynn Garvey Grath Guinness Guire Kenna Keown Laughlin Mahon Manus Namara Nulty Quaid Quillan Sweeney Tiernan Bride Cabe Cann Cormack Cabe Dermott Elroy Entee Evoy Fadden Gee Geown Ginley Ginn Givern Glinchey Glynn Goldrick Govern Gowan Greevy Hugh Inerney Kevitt";

/** The definition of this culture; see CultureDefinition. */
export const irish: CultureDefinition = {
  name: "irish",
  nationality: "IRL",
  britishShare: 0.45,
  given: {
    F: {
      common:
        "Mary|Maire@1940,Aoife|Aoibhe@1998,Niamh|Neve@1998,Siobhan|Siobhán|Shivaun@1978,Ciara|Keira|Kiera@1996,Sinead|Sinéad@1980,Bridget|Brigid|Bríd@1925,Margaret@1940,Saoirse|Sersha@2010,Caoimhe|Keeva@2003,Orla|Orlaith@1990,Roisin|Róisín@2000,Catherine|Kathryn@1955,Eimear|Emer@1985,Grainne|Gráinne@1985,Noreen|Norín@1940,Maeve|Meabh|Medb@2005,Aisling|Ashling|Aislinn@1990,Deirdre@1965,Fiona@1975,Maura@1945,Nuala@1945,Clodagh@2000,Bernadette@1955,Kathleen|Cathleen@1938,Una|Oonagh@1955,Sorcha@1995,Eilis|Eilish@1970,Aine|Áine@1995,Emma@2000,Sarah@1990,Ellen@1930,Teresa|Theresa@1950,Rosaleen@1940",
      more: listedNames(faker.rawDefinitions, "first_name", "F"),
    },
    M: {
      common:
        "Patrick|Padraig|Pádraig@1950,John|Sean|Seán@1950,Michael|Micheal|Mícheál@1955,Sean|Seán|Shaun@1990,Conor|Connor@1998,James|Seamus|Séamus@1960,Daniel@1990,Liam@1985,Thomas@1950,Ciaran|Kieran|Ciarán@1980,Brian@1965,Eoin|Owen|Eoghan@1995,Cian|Kian@2000,Declan@1970,Kevin@1970,Brendan|Breandan@1962,Aidan|Aodhán|Aiden@1990,Oisin|Oisín@2005,Fergal|Feargal@1975,Niall|Neil@1980,Colm|Colum|Collum@1970,Donal|Dónal@1955,Dermot|Diarmuid|Diarmaid@1955,Fintan@1975,Eamon|Eamonn|Éamon@1955,Cathal|Cahal@1985,Darragh|Dara|Daragh@2000,Tadhg@2008,Ronan|Rónán@1990,Rory|Ruairi@1995,Gerard@1955,Martin@1950,Noel@1950,Cormac@1990,Fionn|Finn@2012,Shane@1988,Barry@1972,Desmond@1948,Malachy@1960",
      more: listedNames(faker.rawDefinitions, "first_name", "M"),
    },
  },
  surnames: {
    common:
      "Murphy|Murphey,Kelly|Kelley,O'Sullivan|Sullivan|O Sullivan,Walsh|Walshe|Welsh,Smith,O'Brien|O Brien|OBrien,Byrne|Byrnes|Burn,Ryan,O'Connor|O Connor|OConnor|Connor,O'Neill|O Neill|ONeill|O'Neil,O'Reilly|Reilly|O'Rielly,Doyle,McCarthy|MacCarthy|Mc Carthy,Gallagher|Gallaher,O'Doherty|Doherty|Dougherty,Kennedy,Lynch,Murray,Quinn|Quin,Moore,McLaughlin|McLoughlin|MacLaughlin,O'Carroll|Carroll,Connolly|Connelly,Daly|Daley,O'Connell|Connell,Wilson,Dunne|Dunn,Brennan|Brennen,Burke|Bourke|Burk,Collins,Campbell,Clarke,Johnston,Hughes,O'Farrell|Farrell,Fitzgerald|Fitzgerrald,Brown,Martin,Maguire|McGuire,Nolan,Flynn|Flinn,Thompson,O'Callaghan|Callaghan|Callahan,O'Donnell|O'Donnel,Duffy|Duffey,O'Mahony|Mahony|O'Mahoney,Boyle,Healy|Healey,O'Shea|Shea,White,Sweeney|Sweeny,Hayes,Kavanagh|Cavanagh,Power|Powers,McGrath|Magrath,Moran,Brady,Stewart,Casey,Foley,Fitzpatrick,Leary,McDonnell,MacMahon|McMahon,Donnelly|Donnolly,Regan,Donovan|Donavan,Burns,Flanagan|Flannagan,Mullan|Mullen,Barry,Kane,Robinson,Cunningham,Griffin,Kenny,Sheehan,Ward,Whelan|Phelan,Lyons,Reid,Graham,Higgins,Cullen,Keane,King,Maher|Meagher,McKenna,Bell,Scott,Hogan,O'Keeffe|O'Keefe|Keeffe,Magee|McGee,MacNamara|McNamara,MacDonald,MacDermott|McDermott,Molony|Moloney|Maloney,O'Rourke|Rourke,Buckley,O'Dwyer|Dwyer",
    more: [
      ...stems.split(" ").flatMap((stem) => [`O'${stem}`, `Mc${stem}`, `Mac${stem}`, stem]),
      ...combineParts("Fitz", "gibbon simon maurice henry james stephens william patrick gerald herbert adam walter"),
      ...combineParts(
        "Bran Cos Cor Cul Dev Don Dor Dun Fal Fin Fog Gal Gar Ger Gil Hal Han Hen Her Hol Kear Kee Ken Ler Lon Mad Mal Man Mul Nay Noo Ram Red Roo Scan Shan Tal Tier Tim",
        "nan lan igan rigan lon nery ney ley aghan ahan don roy vey ty nelly erty",
      ),
    ],
    offset: 7,
  },
  marriedNameShare: 0.75,
  middleName: { share: 0.7, kind: "given" },
  firstOfJanuaryShare: 0,
  children: 2.1,
  threeGenerationShare: 0.05,
};
