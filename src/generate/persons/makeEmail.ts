// E-mail addresses as people choose them: name parts, joints and number suffixes at a handful of providers. All domains
// end in ".example", which RFC 2606 reserves, so no address can be somebody's.
import type { Random } from "../random/random.ts";
import { WeightedChoice } from "../random/weightedChoice.ts";
import { foldToAscii } from "./foldToAscii.ts";

const providers = new WeightedChoice(
  [
    "postbox.example",
    "mailhaus.example",
    "inbox.example",
    "quickmail.example",
    "webpost.example",
    "letterbox.example",
    "telco.example",
  ],
  [38, 22, 14, 10, 7, 5, 4],
);
const joints = [".", "", "_", "-", "."];

function lettersOnly(name: string): string {
  return foldToAscii(name)
    .toLowerCase()
    .replaceAll(/[^a-z]/g, "");
}

/** An address built from the names carried when it was chosen and, often, the year of birth or a number. */
export function makeEmail(random: Random, givenName: string, surname: string, birthYear: number): string {
  const given = lettersOnly(givenName);
  const family = lettersOnly(surname);
  const joint = random.pick(joints);
  const shape = random.next();
  let local = `${given}${joint}${family}`;
  if (shape > 0.85) local = `${family}${joint}${given}`;
  else if (shape > 0.7) local = `${given.charAt(0)}${joint}${family}`;
  else if (shape > 0.6) local = `${given}${joint}${family.charAt(0)}`;
  const suffix = random.next();
  if (suffix < 0.3) local += String(random.between(1, 99));
  else if (suffix < 0.45) local += String(birthYear).slice(2);
  else if (suffix < 0.55) local += String(birthYear);
  else if (suffix < 0.65) local += String(random.between(100, 9999));
  return `${local}@${providers.draw(random)}`;
}
