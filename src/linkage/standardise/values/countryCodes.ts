// ISO 3166-1 codes of two and three letters, which Intl does not know, with everyday names and words of nationality.

const alphaThree = `
  ad:and ae:are af:afg ag:atg ai:aia al:alb am:arm ao:ago aq:ata ar:arg as:asm at:aut au:aus aw:abw ax:ala az:aze
  ba:bih bb:brb bd:bgd be:bel bf:bfa bg:bgr bh:bhr bi:bdi bj:ben bl:blm bm:bmu bn:brn bo:bol bq:bes br:bra bs:bhs
  bt:btn bv:bvt bw:bwa by:blr bz:blz ca:can cc:cck cd:cod cf:caf cg:cog ch:che ci:civ ck:cok cl:chl cm:cmr cn:chn
  co:col cr:cri cu:cub cv:cpv cw:cuw cx:cxr cy:cyp cz:cze de:deu dj:dji dk:dnk dm:dma do:dom dz:dza ec:ecu ee:est
  eg:egy eh:esh er:eri es:esp et:eth fi:fin fj:fji fk:flk fm:fsm fo:fro fr:fra ga:gab gb:gbr gd:grd ge:geo gf:guf
  gg:ggy gh:gha gi:gib gl:grl gm:gmb gn:gin gp:glp gq:gnq gr:grc gs:sgs gt:gtm gu:gum gw:gnb gy:guy hk:hkg hm:hmd
  hn:hnd hr:hrv ht:hti hu:hun id:idn ie:irl il:isr im:imn in:ind io:iot iq:irq ir:irn is:isl it:ita je:jey jm:jam
  jo:jor jp:jpn ke:ken kg:kgz kh:khm ki:kir km:com kn:kna kp:prk kr:kor kw:kwt ky:cym kz:kaz la:lao lb:lbn lc:lca
  li:lie lk:lka lr:lbr ls:lso lt:ltu lu:lux lv:lva ly:lby ma:mar mc:mco md:mda me:mne mf:maf mg:mdg mh:mhl mk:mkd
  ml:mli mm:mmr mn:mng mo:mac mp:mnp mq:mtq mr:mrt ms:msr mt:mlt mu:mus mv:mdv mw:mwi mx:mex my:mys mz:moz na:nam
  nc:ncl ne:ner nf:nfk ng:nga ni:nic nl:nld no:nor np:npl nr:nru nu:niu nz:nzl om:omn pa:pan pe:per pf:pyf pg:png
  ph:phl pk:pak pl:pol pm:spm pn:pcn pr:pri ps:pse pt:prt pw:plw py:pry qa:qat re:reu ro:rou rs:srb ru:rus rw:rwa
  sa:sau sb:slb sc:syc sd:sdn se:swe sg:sgp sh:shn si:svn sj:sjm sk:svk sl:sle sm:smr sn:sen so:som sr:sur ss:ssd
  st:stp sv:slv sx:sxm sy:syr sz:swz tc:tca td:tcd tf:atf tg:tgo th:tha tj:tjk tk:tkl tl:tls tm:tkm tn:tun to:ton
  tr:tur tt:tto tv:tuv tw:twn tz:tza ua:ukr ug:uga um:umi us:usa uy:ury uz:uzb va:vat vc:vct ve:ven vg:vgb vi:vir
  vn:vnm vu:vut wf:wlf ws:wsm ye:yem yt:myt za:zaf zm:zmb zw:zwe
`;

/** Two-letter and three-letter code, both lower case. */
export const countryCodes: readonly (readonly [string, string])[] = alphaThree
  .trim()
  .split(/\s+/)
  .map((pair) => [pair.slice(0, 2), pair.slice(3)] as const);

const otherNames: Readonly<Record<string, string>> = {
  gb: "uk,great britain,britain,england,scotland,wales,northern ireland,united kingdom of great britain and northern ireland,british,english,scottish,welsh,northern irish",
  us: "america,united states of america,the united states,u s a,u s,american,estados unidos,etats unis",
  ie: "eire,republic of ireland,irish",
  nl: "holland,the netherlands,dutch",
  de: "west germany,east germany,brd,ddr,german",
  fr: "french",
  es: "spanish",
  it: "italian",
  pt: "portuguese",
  pl: "polish",
  ro: "romanian",
  bg: "bulgarian",
  gr: "hellas,greek",
  hu: "hungarian",
  cz: "czech republic,czech",
  sk: "slovak republic,slovak",
  si: "slovenian,slovene",
  hr: "croatian",
  rs: "serbian",
  ba: "bosnia,bosnian",
  al: "albanian",
  mk: "macedonia,macedonian",
  lt: "lithuanian",
  lv: "latvian",
  ee: "estonian",
  fi: "finnish",
  se: "swedish",
  no: "norwegian",
  dk: "danish",
  is: "icelandic",
  be: "belgian",
  at: "austrian",
  ch: "swiss",
  cy: "cypriot",
  mt: "maltese",
  tr: "turkey,turkish",
  ru: "russian federation,russian",
  ua: "ukrainian",
  by: "byelorussia,belarusian",
  md: "moldovan",
  ge: "georgian",
  am: "armenian",
  az: "azerbaijani",
  kz: "kazakh",
  uz: "uzbek",
  il: "israeli",
  ps: "palestine,palestinian",
  lb: "lebanese",
  sy: "syrian arab republic,syrian",
  jo: "jordanian",
  iq: "iraqi",
  ir: "islamic republic of iran,persia,iranian",
  sa: "saudi,saudi arabian",
  ye: "yemeni",
  ae: "uae,emirati",
  kw: "kuwaiti",
  qa: "qatari",
  af: "afghan",
  pk: "pakistani",
  in: "indian",
  bd: "bangladeshi",
  lk: "sri lankan",
  np: "nepalese,nepali",
  cn: "peoples republic of china,prc,chinese",
  tw: "taiwanese",
  hk: "hong kong",
  jp: "japanese",
  kr: "korea,republic of korea,korean,south korean",
  kp: "democratic peoples republic of korea,north korean",
  vn: "viet nam,vietnamese",
  th: "thai",
  my: "malaysian",
  sg: "singaporean",
  id: "indonesian",
  ph: "the philippines,filipino,philippine",
  mm: "burma,burmese",
  kh: "cambodian",
  mn: "mongolian",
  au: "australian",
  nz: "new zealander",
  ca: "canadian",
  mx: "mexican",
  br: "brazilian",
  ar: "argentinian,argentine",
  cl: "chilean",
  co: "colombian",
  pe: "peruvian",
  ve: "venezuelan",
  ec: "ecuadorian",
  bo: "bolivian",
  uy: "uruguayan",
  py: "paraguayan",
  cu: "cuban",
  jm: "jamaican",
  tt: "trinidadian",
  do: "dominican",
  ht: "haitian",
  eg: "egyptian",
  ma: "moroccan",
  dz: "algerian",
  tn: "tunisian",
  ly: "libyan arab jamahiriya,libyan",
  sd: "sudanese",
  et: "ethiopian",
  er: "eritrean",
  so: "somali,somalian",
  ke: "kenyan",
  ug: "ugandan",
  tz: "united republic of tanzania,tanzanian",
  rw: "rwandan",
  ng: "nigerian",
  gh: "ghanaian",
  sl: "sierra leonean",
  sn: "senegalese",
  ci: "ivory coast,ivorian",
  cm: "cameroonian",
  cd: "zaire,dr congo,congolese",
  ao: "angolan",
  zm: "zambian",
  zw: "rhodesia,zimbabwean",
  za: "rsa,south african",
  mz: "mozambican",
  gm: "the gambia,gambian",
  sz: "swaziland",
  cv: "cape verde",
};

/** Everyday names, former names and nationalities by two-letter code, as lower-case ASCII words. */
export const otherCountryNames: readonly (readonly [string, readonly string[]])[] = Object.entries(otherNames).map(
  ([code, names]) => [code, names.split(",")] as const,
);
