// Words that mark a street, a building or a post box, in several languages, folded to ASCII.

/** Whole words; "st" and "dr" are handled apart, since they also mean Saint and Doctor. */
export const streetWords: ReadonlySet<string> = new Set(
  (
    "road rd street avenue ave av lane ln drive close court ct crescent cres place pl square sq terrace tce terr ter grove " +
    "gardens gdns boulevard blvd bvd highway hwy parade pde way circuit cct circle cir mews parkway pkwy alley turnpike " +
    "trail trl loop esplanade expressway freeway path plaza row wharf quay rue chemin impasse allee allees quai cours " +
    "via viale piazza piazzale corso vicolo largo strada vico calle avenida avda paseo carrera camino travesia ronda " +
    "rua travessa praca estrada alameda ulica ul aleja plac osiedle os ulitsa prospekt pereulok utca ut ter korut sokak " +
    "caddesi cadde mahallesi strasse str weg platz gasse straat laan plein gracht gatan vagen vej gade gata veien gate " +
    "katu namesti trida bulevardul strada jalan jl jln gang gg lorong nagar marg calz calzada carretera carr andador callejon cerrada privada glorieta rotonda urbanizacion urb " +
    "poligono bulevar acesso beco rodovia szosa rondo aleje bulwar vulitsya ulitsya maidan ploshcha provulok prospect prospekt shosse bulvar ulice " +
    "ulitsa utja liget setany sugarut koz ranta raitti kuja polku rkhwb rhvv sdrvt shr tryq khybn kwchh odos leoforos"
  ).split(" "),
);

/** Ends of compound street names: Hauptstrasse, Dorpsstraat, Storgatan. */
export const streetEnding =
  /.{3}(?:strasse|strase|str|gasse|platz|weg|allee|damm|ufer|straat|laan|plein|gracht|kade|dijk|gatan|vagen|gata|veien|vej|gade|gaten|katu)$/;

/** Words inside a building or a rural address. */
export const buildingWords: ReadonlySet<string> = new Set(
  (
    "flat apt apartment unit suite ste floor fl block blk house hse building bldg cottage villa villas lodge manor farm " +
    "estate residence tower towers hall lot room rm level village caravan retirement hostel mobile site rmb rsd rsm " +
    "property vlge centre center hospital office shopping complex mall station homestead piso puerta interno scala appartement appt batiment bat etage wohnung pobox box pmb"
  ).split(" "),
);

/** Words that often stand in names of towns and hardly in names of people. */
export const townWords: ReadonlySet<string> = new Set(
  (
    "north south east west upper lower new old great little saint st port fort lake mount mt upon beach city heights hills springs " +
    "falls creek valley bay island isle park ville sur les sous am an der im ob bad sankt san santa villa nova novo stary " +
    "nowy north-east central junction vale hill point ridge river bridge green head mouth by le on under"
  ).split(" "),
);

/** Ends that are common in names of towns, though surnames share them. */
export const townEnding =
  /.{3}(?:ton|ham|bury|borough|burgh|burg|ville|ford|mouth|port|stadt|berg|dorf|hausen|heim|chester|shire|haven|wick|worth|field|side|bridge|minster|pool|stead|grad|pur|abad|polis|view|land|town|by|stead|furt|bruck|kirchen|beek|wijk|stad|sund|vik|owo|owice|bourne|combe)$/;
