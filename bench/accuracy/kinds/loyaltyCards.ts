// Loyalty cards: a name, often with the initial alone, two e-mail addresses that are made of it and a number, a mobile number
// that not all give, points and a tier that say nothing of the person.
import type { Random } from "../../../src/generate/random/random.ts";
import { drawRecordCount } from "./drawRecordCount.ts";
import { type Kind, SetBuilder } from "./kind.ts";
import { mistype } from "./slips/mistype.ts";
import { englishMensNames, englishWomensNames } from "./words/englishNames.ts";
import { makeSurnames } from "./words/makeSurnames.ts";
import { pickSkewed } from "./words/pickSkewed.ts";

const fullSize = 13_000;
const columns = ["fname", "lname", "mail", "cell", "points", "tier"];
const mailHosts = ["gmail.com", "mail.org", "btx.com"];

export const loyaltyCards: Kind = {
  name: "loyalty cards",
  description: "names, often initials, two e-mail addresses made of the name and a number, half with a mobile number",
  make(random, scale) {
    const surnames = makeSurnames(1500, random);
    const builder = new SetBuilder();
    const size = Math.round(fullSize * scale);
    for (let person = 0; builder.count < size; person += 1) {
      const member = drawMember(surnames, random);
      for (let records = drawRecordCount(random); records > 0; records -= 1)
        builder.add(person, takeDown(member, random));
    }
    return builder.finish(random, { name: this.name, columns });
  },
};

interface Member {
  readonly given: string;
  readonly surname: string;
  readonly mails: readonly [string, string];
  readonly mobile: string;
}

function drawMember(surnames: readonly string[], random: Random): Member {
  const given = pickSkewed(random.chance(0.5) ? englishWomensNames : englishMensNames, random);
  const surname = pickSkewed(surnames, random, 2.4);
  const drawMail = (): string => `${given}${surname}${random.between(1, 9999)}@${random.pick(mailHosts)}`.toLowerCase();
  return { given, surname, mails: [drawMail(), drawMail()], mobile: drawMobile(random) };
}

const drawMobile = (random: Random): string => `07${random.between(100_000_000, 999_999_999)}`;

function takeDown({ given, surname, mails, mobile }: Member, random: Random): string[] {
  const written = random.pick([given, given, given.toUpperCase(), given.slice(0, 1)]);
  const seldomMobile = random.chance(0.1) ? drawMobile(random) : "";
  return [
    written,
    random.chance(0.07) ? mistype(surname, random) : surname,
    random.chance(0.8) ? random.pick(mails) : "",
    random.chance(0.5) ? mobile : seldomMobile,
    String(random.below(50_000)),
    random.pick(["GOLD", "SILVER", "BASIC"]),
  ];
}
