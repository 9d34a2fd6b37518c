// Names of columns that certainly mean the same, for aligning files and for telling a header from data. Only names that
// have one meaning stand here; the meaning of other columns is for profiling to find from their contents.

/** Each line one meaning; written as compareable names (lower case, no punctuation). */
const classes: readonly string[] = [
  "id uniqueid recordid recid uid recordkey recordidentifier",
  "firstname givenname forename fname first given christianname prenom vorname nombre nome voornaam",
  "middlename middlenames secondname middle mname",
  "surname lastname familyname lname last sname nomdefamille nachname familienname apellido apellidos cognome achternaam",
  "fullname completename personname nomcomplet nombrecompleto",
  "birthdate dateofbirth dob birthday bdate datebirth datedenaissance geburtsdatum fechadenacimiento fechanacimiento datadinascita geboortedatum",
  "birthyear yearofbirth yob",
  "birthmonth monthofbirth",
  "birthday dayofbirth",
  "sex gender sexe geschlecht sexo sesso geslacht",
  "postcode postalcode zip zipcode postal codepostal plz postleitzahl codigopostal cap",
  "town city suburb ville stadt ort ciudad citta",
  "street streetname streetaddress strasse rue calle",
  "housenumber streetnumber houseno streetno",
  "addressline1 address1 addr1 addrline1 addressline",
  "addressline2 address2 addr2 addrline2",
  "address fulladdress addrfull adresse direccion indirizzo",
  "country countryname pays land pais",
  "email emailaddress mail",
  "phone phonenumber telephone telephonenumber tel phoneno",
  "mobile mobilephone cell cellphone mobilenumber",
  "ssn socialsecuritynumber socsecid socialsecurity",
  "passport passportnumber passportno",
  "nhsnumber nhsno",
  "nationality nationalite",
];

/** Comparable name → number of its meaning. A name that stands in two classes ("birthday") means neither for certain. */
export const synonymClass: ReadonlyMap<string, number> = (() => {
  const found = new Map<string, number>();
  classes.forEach((line, meaning) => {
    for (const name of line.split(" ")) found.set(name, found.has(name) ? -1 : meaning);
  });
  for (const [name, meaning] of found) if (meaning < 0) found.delete(name);
  return found;
})();

/** Words that stand in headers and hardly ever as a value. */
export const knownColumnWords: ReadonlySet<string> = new Set([
  ...synonymClass.keys(),
  ..."name names date birth number code source dataset cluster record key title suffix region state county district address line type status ref identifier dob year month day age given first last middle family zip postal nationality occupation label value notes comment created updated".split(
    " ",
  ),
]);
