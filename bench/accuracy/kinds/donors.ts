// Donations: the donor in one column with title, initial or neither, address and postcode that move together, an e-mail
// now and then, and amount and date that say nothing of the person.
import type { Random } from "../../../src/generate/random/random.ts";
import { drawRecordCount } from "./drawRecordCount.ts";
import { type Kind, SetBuilder } from "./kind.ts";
import { mistype } from "./slips/mistype.ts";
import { drawDate, isoDate } from "./slips/slipDate.ts";
import { englishMensNames, englishWomensNames } from "./words/englishNames.ts";
import { makeSurnames } from "./words/makeSurnames.ts";
import { pickSkewed } from "./words/pickSkewed.ts";
import { drawStreet } from "./words/streets.ts";

const fullSize = 13_000;
const columns = ["donor", "address", "postal_code", "contact", "amount", "donated_on"];
const mailHosts = ["gmail.com", "mail.org", "btx.com"];
const postcodeLetters = [..."ABDEFGH"];
const donationYear = 2025;

export const donors: Kind = {
  name: "donors",
  description: "one name with title, initial or neither, address, postcode, e-mail, amount, date",
  make(random, scale) {
    const surnames = makeSurnames(1500, random);
    const builder = new SetBuilder();
    const size = Math.round(fullSize * scale);
    for (let person = 0; builder.count < size; person += 1) {
      const donor = drawDonor(surnames, random);
      for (let records = drawRecordCount(random); records > 0; records -= 1)
        builder.add(person, takeDown(donor, random));
    }
    return builder.finish(random, { name: this.name, columns });
  },
};

interface Home {
  readonly address: string;
  readonly postcode: string;
}

interface Donor {
  readonly title: string;
  readonly given: string;
  readonly surname: string;
  readonly home: Home;
  readonly mail: string;
}

function drawDonor(surnames: readonly string[], random: Random): Donor {
  const isWoman = random.chance(0.5);
  const given = pickSkewed(isWoman ? englishWomensNames : englishMensNames, random);
  const surname = pickSkewed(surnames, random, 2.4);
  return {
    title: random.pick(isWoman ? ["Mrs", "Ms", "Miss", "Dr"] : ["Mr", "Mr", "Mr", "Dr"]),
    given,
    surname,
    home: drawHome(random),
    mail: `${given}.${surname}${random.between(1, 99)}@${random.pick(mailHosts)}`.toLowerCase(),
  };
}

function drawHome(random: Random): Home {
  const letters = random.pick(postcodeLetters) + random.pick(postcodeLetters);
  return {
    address: `${random.between(1, 150)} ${drawStreet(random)}`,
    postcode: `${random.pick(["AB", "CD", "EF", "GH", "KL"])}${random.between(1, 30)} ${random.between(1, 9)}${letters}`,
  };
}

function takeDown(donor: Donor, random: Random): string[] {
  const { address, postcode } = random.chance(0.12) ? drawHome(random) : donor.home;
  return [
    writeName(donor, random),
    random.chance(0.15) ? address.replace(/Road$/, "Rd").replace(/Street$/, "St.") : address,
    random.chance(0.1) ? postcode.replace(" ", "") : postcode,
    random.chance(0.45) ? donor.mail : "",
    (random.next() * 200).toFixed(2),
    isoDate(drawDate(random, donationYear, donationYear)),
  ];
}

/** Half in full; else with an initial, without title, surname first, with the title alone, or with a wrong letter. */
function writeName({ title, given, surname }: Donor, random: Random): string {
  const way = random.next();
  if (way < 0.2) return `${title} ${given.charAt(0)} ${surname}`;
  if (way < 0.35) return `${given} ${surname}`;
  if (way < 0.4) return `${surname}, ${given}`;
  if (way < 0.45) return `${title} ${surname}`;
  const full = `${title} ${given} ${surname}`;
  return way < 0.5 ? mistype(full, random) : full;
}
