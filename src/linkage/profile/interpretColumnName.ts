// What a column's name suggests, word by word (never by substring: "ethnicity" holds no city). It only adds a bounded bonus to
// what the content says, so a misleading name loses against clear content.
import { typeOfNativeHeader } from "./lexicon/nativeHeaders.ts";
import { namesRelative } from "./namesRelative.ts";
import type { SemanticType } from "./semanticType.ts";
import { splitColumnName } from "./splitColumnName.ts";

/** Bonus per type, −1 … 1 (negative: rather not); absent means the name says nothing of it. */
export type NameBonus = ReadonlyMap<SemanticType, number>;

const documentWords =
  "passport|pasaporte|passeport|reisepass|paszport|licen[cs]e|licence|ssn|nino|nhs|npi|ein|lei|dni|nie|cpf|cnpj|curp|pesel|bsn|nif|tin|aadhaar|pan|visa|medicare|iban|vat|sin|mrn|chi|upn|ni|soc|national|permit|steuer|fiscal[ei]?|codicefiscale";

/** In order; the first rule that fits decides. Words stand between single spaces. */
const rules: readonly (readonly [RegExp, readonly (readonly [SemanticType, number])[]])[] = [
  // Users of a system, who are no records of it.
  [
    / (?:created|modified|updated|entered|changed|edited|recorded|keyed) ?by ?(?:name|id|user)? $/,
    [["notForMatching", 1]],
  ],
  [
    / (?:zip|postal?|post|postleit|codigo postal|code postal) ?(?:code|codigo|zahl|number|no|nr|postal)? $| plz | zip ?code | zip | postcode | postleitzahl | codigo postal | code postal | codepostal | cap $| postnr | postnummer | kod pocztowy | cep | eircode | pin ?code /,
    [["postcode", 1]],
  ],
  [
    / (?:birth|born|maiden|marital|record|phone|tel|addr|address|id|number|document|contact|email|e mail|card|name) (?:type|status|kind|flag|quality|source|role) $| (?:type|status|kind|flag|category|class|role) $/,
    [["code", 0.9]],
  ],
  [
    new RegExp(
      ` (?:${documentWords}|id|document|tax|driver|drivers) .*(?:country|state|type|issuer|authority|place) $`,
    ),
    [
      ["code", 1],
      ["country", -0.5],
      ["region", -0.5],
    ],
  ],
  // Numbers of companies, vehicles, journeys and events, which several people share.
  [
    / (?:company|employer|organi[sz]ation|firm|school|vehicle|truck|lorry|trailer|car|flight|voyage|vessel|ship|train|container|booking|ticket|order|invoice|transaction|incident|visit|encounter|case|household|family|policy|claim) (?:id|no|num|number|nr|ref|reference|code|plate|reg|registration) | (?:number|licen[cs]e|registration) plate | plate $| flight $| seat $| voyage $| pnr /,
    [
      ["code", 1],
      ["document", -1],
      ["postcode", -1],
    ],
  ],
  [
    / (?:place|town|city|country|county|region) (?:of )?birth | birth ?(?:place|town|city) | lugar (?:de )?nacimiento | lieu (?:de )?naissance | geburtsort | luogo (?:di )?nascita | place born | miejsce urodzenia | fodested | fodselssted | fodelseort | fodelseforsamling | geboorteplaats | syntymapaikka | misto narozeni | dogum yeri | mjesto rodenja | szuletesi hely | birth parish | parish (?:of )?birth | naturalidade | local (?:de )?nascimento /,
    [
      ["town", 0.8],
      ["country", 0.5],
      ["region", 0.4],
    ],
  ],
  [
    / (?:birth|dob|b) (?:year|yr|yyyy|yy|y) | (?:year|yr) (?:of )?birth | yob | by $| birthyear | annee naissance | ano nacimiento | anio nacimiento | geburtsjahr | anno nascita | (?:year|yyyy|jaar|jahr|annee|anno|ano|anio|rok|god|vuosi|yil|tahun) $/,
    [["birthYear", 1]],
  ],
  [
    / (?:birth|dob|b) (?:month|mm|mon|m) | month (?:of )?birth | mob | bm $| birthmonth | mois naissance | mes nacimiento | geburtsmonat | mese nascita | month $| mm $/,
    [["birthMonth", 1]],
  ],
  [
    / (?:birth|dob|b) (?:day|dd|d) $| day (?:of )?birth | bd $| birthday $(?<=day of birth )| jour naissance | dia nacimiento | geburtstag tag | giorno nascita | day $| dd $/,
    [
      ["birthDay", 1],
      ["birthDate", 0.3],
    ],
  ],
  [
    / d ?o ?b | (?:d|dt|dat|date) ?(?:de )?nais(?:s|sance)? | (?:f|fec|fecha|fch) ?(?:de )?nac(?:im)? | d(?:t|at)? ?nasc | birth ?dates? | date (?:of )?birth | birthdates? | birthday | dateofbirth | born | bdate | geburtsdatum | geburtstag | geb ?dat(?:um)? | gebdat | geboortedatum | fecha (?:de )?nac(?:imiento)? | fechanacimiento | data (?:di |de |do )?nasc(?:ita|imento)? | datanascita | datanascimento | date (?:de )?naissance | datenaissance | ddn | fodselsdato | fodselsdag | fodelsedatum | syntymaaika | data urodzenia | datum narozeni | datum rodenja | data nasterii | dogum tarihi | tanggal lahir | tgl lahir | ngay sinh | tarikh lahir | szuletesi (?:datum|ido) | dt nasc(?:imento)? | nascimento | gimimo data | sunniaeg | dzimsanas datums /,
    [["birthDate", 1]],
  ],
  [
    / (?:age|alter|edad|eta|idade|leeftijd|alder|wiek|vek) (?:years|yrs|in years|at .*|on .*|(?:[a-z]{1,3} )?\d{1,2} ?)?$/,
    [["age", 1]],
  ],
  [
    / (?:batch|lot|lote) (?:(?:no|nr|num|number|id|code) )?$/,
    [
      ["notForMatching", 1],
      ["document", -1],
    ],
  ],
  [
    / (?:marriage|wedding|heirat|mariage|matrimonio|casamento|gift|donation|enlistment|enlisted|attestation|embarkation|departure|arrest|booking|conviction|hired|hire|joined|burial|buried|interment|interred|funeral|inhumation|beerdigung|begrabnis|begravelse|begravd|begraven|pogrzeb) (?:date )?$| (?:burial|interment|funeral) (?:date|on|at) | (?:first|last|latest) (?:gift|donation|payment|order|purchase|visit|contact|login|seen|activity) /,
    [["notForMatching", 1]],
  ],
  [
    / (?:date|datum|fecha|data|datetime|timestamp|time|updated|created|modified|registered|admission|discharge|expiry|issued|at) $| (?:date|datum|fecha|data) (?:of|de|di|du|d) | (?:admission|registration|reg|created|updated|death|died|dod|deceased|entry|issue|expiry|start|end|visit|event|arrival) (?:date|datum|at|on)/,
    [["notForMatching", 0.6]],
  ],
  [/ e ?mails? | mail | correo | courriel | epost | posta elettronica /, [["email", 1]]],
  [
    / (?:phone|telephone|tel|mobile|cell|cellphone|telefon|telefono|telefone|telefoon|telefonnummer|handy|movil|celular|portable|fax|landline|msisdn|no hp|hp|dien thoai|whatsapp|contact no|puhelin|telefonas|mob|phonenumber|tlf|gsm|cellulare) /,
    [["phone", 1]],
  ],
  [
    / (?:sex|gender|gendercode|sexcode|sexe|sexo|sesso|geschlecht|geslacht|kon|kjonn|kjoenn|plec|spol|pohlavi|sukupuoli|cinsiyet|gioi tinh|jenis kelamin|jk|lytis|sugu|dzimums|nem) /,
    [["sex", 1]],
  ],
  [
    / (?:residence|residencia|residenza|wohnsitz|abode|zamieszkania|pobytu) $/,
    [
      ["town", 0.8],
      ["addressLine", 0.6],
      ["surname", -1],
    ],
  ],
  [
    / (?:ship|vessel|vessel name|ship name|steamer|schiff|navire|bateau|buque|nave|piroscafo|schip|skib|skip|fartyg|statek|court|tribunal|gericht) $/,
    [["code", 0.9]],
  ],
  [/ (?:suffix|name suffix|generation|gen suffix|namesuffix) $/, [["nameSuffix", 1]]],
  [/ (?:title|salutation|prefix|honorific|anrede|titre|tratamiento|titel|civilite) $/, [["code", 0.8]]],
  [
    / (?:nationality|nationalities|nationalite|nacionalidad|staatsangehorigkeit|citizenship|nazionalita|cittadinanza|nacionalidade|nationaliteit|obywatelstwo|nationalitat) /,
    [
      ["nationality", 1],
      ["country", 0.2],
    ],
  ],
  [
    / (?:condition|civil status|civil state|etat civil|estado civil|stato civile|familienstand|burgerlijke staat|civilstand|civilstatus|sivilstand|stan cywilny|rodinny stav|csaladi allapot|medeni durum|perekonnaseis) $| (?:ethnicity|ethnic|race|religion|marital|occupation|profession|beruf|job|rank|tenure|language|education|employment) /,
    [["code", 0.9]],
  ],
  [
    / (?:employer|company|organi[sz]ation|org|business|firm|firma|entreprise|empresa|azienda|bedrijf|societe|employeur|haulier|carrier|airline|operator|vendor|supplier|school|university|college|clinic|practice) /,
    [["organisation", 1]],
  ],
  [
    / (?:sur|last|family|lname|ln|sn|nach|achter)(?: ?name?)? ?(?:initials?|init|ini|anfangsbuchstabe) /,
    [["surname", 1]],
  ],
  [
    / (?:fore|for|first|given|fname|fn|gn|vor)(?: ?name?)? ?(?:initials?|init|ini|anfangsbuchstabe) /,
    [["givenName", 1]],
  ],
  [
    / (?:middle|second|other) (?:name|names|given|initial|initials|forename|forenames|init) | middlename | midname | mname | mid (?:name|init) | middle | mi $| (?:given|first|forename|fore|fname) (?:name )?[2-9] | (?:given|first|forename|fname) (?:name )?c [2-9] | midl (?:name|init) | midl | zweiter vorname | segundo nombre | segundo nome | segundo prenome | deuxieme prenom | secondo nome /,
    [
      ["middleName", 1],
      ["givenName", 0.3],
    ],
  ],
  [
    / (?:full|complete|whole|display|person|persons|client|customer|patient|member|native|vollstandiger|legal) ?(?:name|full name) | name full | fullname | nombre completo | nome completo | nom complet | nombre (?:y )?apellidos? | nom (?:et )?prenoms? | vor und nachname | first and surname | name and surname | nom prenom | imie i nazwisko | nama lengkap | ho (?:va )?ten | adi soyadi | ad soyad | teljes nev | vards uzvards | shimei | simei | namae | xingming | seongmyeong | nominativo | imie nazwisko | nazwisko i imie | osoba /,
    [["fullName", 1]],
  ],
  [
    /^ (?:nome|nombre) $/,
    [
      ["givenName", 0.8],
      ["fullName", 0.7],
    ],
  ],
  [
    /^ nom $/,
    [
      ["surname", 0.8],
      ["fullName", 0.7],
    ],
  ],
  [
    /^ (?:names?|naam|nama|navn|namn|nafn|nev|nimi|onoma|vards) $/,
    [
      ["fullName", 0.9],
      ["surname", 0.15],
      ["givenName", 0.15],
    ],
  ],
  [
    / (?:sur ?names?|last ?names?|family ?names?|lname|lastname|familyname|maiden(?: ?name)?|second ?surname|name (?:last|family)|l ?name|last|nachname|familienname|geburtsname|apellidos?|cognome|sobrenome|apelido|achternaam|familienaam|nazwisko|etternavn|efternamn|efternavn|sukunimi|prijmeni|prezime|vezeteknev|soyad|soyadi|nume|nom de famille|nom|patronyme|ape ?1|ape ?2) /,
    [["surname", 1]],
  ],
  [
    / (?:first ?names?|fore ?names?|given ?names?|christian ?names?|fname|firstname|givenname|forename|name (?:first|given)|f ?name|first|given|prenoms?|prenomes?|primeiro nome|primer nombre|vornamen?|nombres?|nome|voornaam|voornamen|roepnaam|imie|imiona|fornavn|fornamn|etunimi|jmeno|ime|keresztnev|prenume|adi|isim) /,
    [["givenName", 1]],
  ],
  [/ (?:initials?) $/, [["middleName", 0.6]]],
  [
    / (?:house|street|str|building|bldg|flat|civic|haus|hus|huis|tent|plot|hut|shelter|dwelling|erf|door) ?(?:number|num|no|nr|nummer) | housenumber | hausnummer | huisnummer | numero (?:civico|de calle|rue|casa) | hnr | hausnr | house $| nr domu /,
    [["houseNumber", 1]],
  ],
  [
    / (?:address|addr|adresse|adres|direccion|domicilio|indirizzo|endereco|anschrift|adresa|adress|osoite|alamat|adresi|lakcim|jusho|jyusho|juso|dizhi)(?: (?:line|full|full line|1|2|3|line 1|line 2|line 3))? $| addr full | (?:address|addr) (?:line )?\d | (?:address|addr) line | full address /,
    [
      ["addressLine", 1],
      ["street", 0.75],
    ],
  ],
  [
    / (?:street|st|str|road|strasse|rue|calle|via|rua|straat|ulica|gatuadress|gate|vej|thoroughfare|streetname)(?: name)? $/,
    [
      ["street", 1],
      ["addressLine", 0.6],
    ],
  ],
  [
    / (?:city|town|suburb|village|municipality|locality|ville|ciudad|stadt|ort|wohnort|citta|comune|cidade|localidad|poblacion|woonplaats|plaats|gemeente|miasto|miejscowosc|kommune|commune|poststed|postort|kaupunki|mesto|grad|city ?name|burgh|parish|municipio|localite|desa|kelurahan|kampung|kota|aldea|pueblo|vila|koy|ilce|sehir|obec|falu|varos|telepules|xa|gram|gaon|miestas|linn|pilseta|by $) /,
    [["town", 1]],
  ],
  [
    / (?:state|county|region|province|provincia|provinz|bundesland|departement|department|district|prefecture|canton|kanton|estado|uf|regione|comte|kecamatan|kabupaten|provinsi|ilce|tinh|zupanija|megye|voivodeship|wojewodztwo|lan|fylke|comunidad|borough|territory) /,
    [["region", 1]],
  ],
  [
    / (?:country|land|pays|pais|paese|kraj|nation|countrycode|country ?code|maa|stat) /,
    [
      ["country", 1],
      ["nationality", 0.3],
    ],
  ],
  [
    new RegExp(
      ` (?:${documentWords})(?: .*)? $| (?:soc|social) (?:sec|security) | (?:document|doc|identity|insurance|security|customer|client|patient|member|card|account|registration|licence|license|personal|citizen|voter|hospital|service|regimental|army|prison|prisoner|inmate) (?:id|number|no|num|nr|ref|reference|code) | (?:id|identity) (?:card|number|no) `,
    ),
    [["document", 1]],
  ],
  [/ (?:key|uuid|guid|rowid|row|index|anchor|pointer|record id|seq|sequence) /, [["notForMatching", 0.7]]],
  [
    / (?:amount|balance|price|salary|income|total|sum|score|weight|height|lat|latitude|lon|longitude|count|quantity|size) /,
    [["number", 1]],
  ],
  [/ (?:notes?|comments?|remarks?|description|text|memo|bemerkung|observaciones) /, [["freeText", 1]]],
  [/ (?:code|cd) $/, [["code", 0.5]]],
  [
    / (?:name|names|naam|nama|navn|namn|nafn|nev|nimi) $/,
    [
      ["fullName", 0.7],
      ["surname", 0.15],
      ["givenName", 0.15],
    ],
  ],
];

/** What the name of a column suggests; empty where it says nothing. */
export function interpretColumnName(name: string): NameBonus {
  if (namesRelative(name) === "name") return new Map([["relativeName", 1]]);
  const native = typeOfNativeHeader(name);
  if (native !== null) return new Map([[native, 1]]);
  const words = ` ${splitColumnName(name).join(" ")} `;
  for (const [pattern, bonuses] of rules) if (pattern.test(words)) return new Map(bonuses);
  return new Map();
}
