// Words of addresses and their one spelling, in English, German, French, Spanish, Italian, Portuguese and Dutch.

function spellings(text: string): [string, string][] {
  return text
    .trim()
    .split(/\s*\n\s*/)
    .flatMap((line) => {
      const [full = "", ...short] = line.split(" ");
      return short.map((word): [string, string] => [word, full]);
    });
}

/** Short word to full word; the full words of the first list are street types. */
const types = spellings(`
  street str stt sreet steet
  road rd roads
  avenue ave av aven avda avenida
  boulevard blvd boul bvd bld
  lane ln
  drive dr drv drv
  court ct crt
  crescent cres cr crs cresent
  close cl
  place pl plc
  square sq
  terrace ter terr tce trc
  circle cir circ
  circuit cct
  parade pde
  highway hwy hway
  parkway pkwy pky
  grove gr grv
  gardens gdns gdn garden
  way wy
  walk wk
  trail trl
  esplanade esp
  alley aly
  strasse strase straat
  weg wg
  platz pltz
  chemin chem
  impasse imp
  calle cll
  carrera cra
  plaza plza plaa
  piazza pza
`);

export const streetTypes: ReadonlySet<string> = new Set([
  ...types.map(([, full]) => full),
  "rue",
  "rua",
  "via",
  "viale",
  "corso",
  "row",
  "mews",
  "hill",
  "rise",
  "view",
  "quay",
  "allee",
  "ring",
  "laan",
  "plein",
]);

/** Every short word to its full one. */
export const addressSpellings: ReadonlyMap<string, string> = new Map([
  ...types,
  ...spellings(`
    north n nth
    south s sth
    east e
    west w
    northeast ne
    northwest nw
    southeast se
    southwest sw
    mount mt
    fort ft
    house hse
    building bldg bld blg
    block blk
    cottage cott
    farm fm
    park pk
    upper upr
    lower lwr
    great gt
    station stn
    junction jct jn
    county co
    village vlge
    saint sankt
    private pvt
    estate est
  `),
]);

/** Words that say only that a number or a letter follows: dropped wherever they stand, the number stays. */
export const unitWords: ReadonlySet<string> = new Set(
  "flat apartment apt appt apartamento app unit suite ste room rm floor fl flr level lvl number no nr num nro numero door wohnung whg stiege top piso etage appartement lot".split(
    " ",
  ),
);
