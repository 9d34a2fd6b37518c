// Short closed lists: words for the sexes, name suffixes, titles, legal forms of organisations and particles inside names.

/** Words for female (f), male (m) and neither (o), folded. */
export const sexWords: ReadonlyMap<string, "f" | "m" | "o"> = new Map([
  ...listed(
    "f fem female woman girl women mujer femenino femenina femme feminin feminine femmina femminile donna frau weiblich w vrouw vrouwelijk v kvinna kvinne kvinde k kobieta kadin zena nainen feminino mulher nu nv nuxing yeo yeoseong zh zhen zhenskii zhenskiy zhenshchina ntha zn hying mhila stri nkvh gynaika yeoja",
    "f",
  ),
  ...listed(
    "m male man boy men hombre masculino masculina h homme masculin maschio maschile uomo mann mannlich mannelijk mand mezczyzna erkek muz mies homem nan nanxing nam namseong muzh muzhskoi muzhskoy muzhchina dhkr mrd chay purus zkhr andras namja",
    "m",
  ),
  ...listed(
    "u x o d i other unknown divers diverse nonbinary indeterminate intersex non binary unspecified n nb 9 0 not known autre otro",
    "o",
  ),
]);

function listed<Mark extends string>(words: string, mark: Mark): [string, Mark][] {
  return words.split(" ").map((word) => [word, mark]);
}

export const suffixWords: ReadonlySet<string> = new Set(
  "jr sr junior senior ii iii iv v vi 2nd 3rd 4th esq esquire md phd obe mbe cbe jnr snr filho neto sobrinho".split(
    " ",
  ),
);

export const titleWords: ReadonlySet<string> = new Set(
  "mr mrs ms miss mx dr prof professor rev sir dame lord lady capt sgt col herr frau fraulein m mme mlle monsieur madame sr sra srta don dona dott sig signor signora dhr mevr pan pani hr fru smt shri shrimati sri kum ifj id ozv alhaji alhaja hajiya mallam engr barr chief lic profr profra mgr sig sigra".split(
    " ",
  ),
);

export const organisationWords: ReadonlySet<string> = new Set(
  (
    "ltd limited inc incorporated llc llp lp plc corp corporation company co gmbh ag kg ohg ev sa sas sarl sl slu srl spa bv nv ab as " +
    "oy oyj aps pty pte bhd sdn kk zoo ooo oao zao group holding holdings bank trust foundation university college school hospital " +
    "association society institute council ministry department services service solutions partners consulting industries enterprises " +
    "international systems technologies trading insurance exports export imports import worldwide global motors builders church club union agency office stores restaurant hotel logistics haulage transport transports freight shipping cargo airlines airways"
  ).split(" "),
);

/** Small words inside names, which say nothing of given name or surname. */
export const nameParticles: ReadonlySet<string> = new Set(
  "de da do dos das del della di du der den des van von ten ter te la le el al bin binti ibn abu mc mac o san st y e und zu zur af av".split(
    " ",
  ),
);

/** Demonyms in several languages, folded. */
export const nationalityWords: ReadonlySet<string> = new Set(
  (
    "british english scottish welsh irish french german italian spanish portuguese dutch belgian swiss austrian polish czech slovak " +
    "hungarian romanian bulgarian greek turkish russian ukrainian lithuanian latvian estonian finnish swedish norwegian danish " +
    "icelandic american canadian mexican brazilian argentinian argentine chilean colombian peruvian venezuelan cuban jamaican " +
    "nigerian ghanaian kenyan ugandan ethiopian eritrean somali sudanese egyptian moroccan algerian tunisian libyan syrian iraqi " +
    "iranian afghan pakistani indian bangladeshi nepali nepalese chinese japanese korean vietnamese thai filipino indonesian " +
    "malaysian singaporean australian zealander israeli lebanese jordanian palestinian saudi yemeni kuwaiti albanian serbian " +
    "croatian bosnian slovenian macedonian moldovan georgian armenian azerbaijani kazakh uzbek zimbabwean zambian congolese " +
    "cameroonian senegalese gambian angolan mozambican african cypriot maltese luxembourgish francais francaise allemand allemande " +
    "deutsch osterreichisch schweizerisch turkisch polnisch italienisch spanisch franzosisch espanol espanola frances italiano " +
    "italiana brasileiro brasileira portugues portuguesa mexicano mexicana colombiano colombiana nederlandse belge suisse marocain algerien"
  ).split(" "),
);
