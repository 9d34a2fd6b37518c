// Homes on streets: a street has one town and a few postcodes, so neighbours share them and a home can have one tenant
// after another. How many streets there are grows with the people expected.
import { Random } from "../random/random.ts";
import { scrambledNumber } from "../random/scrambledNumber.ts";
import { WeightedChoice } from "../random/weightedChoice.ts";
import { zipfWeights } from "../random/zipfWeights.ts";
import { commonStreets, streetEnds, streetStems, type Town, towns } from "./postcodeAreas.ts";

export interface Address {
  /** "Flat 3", or "" for a house. */
  readonly flat: string;
  /** "24 High Street" */
  readonly street: string;
  readonly town: string;
  readonly postcode: string;
  /** The landline there, digits alone, or "". */
  readonly landline: string;
  /** Which street, so that a move can stay near. */
  readonly streetNumber: number;
}

interface Street {
  readonly name: string;
  readonly town: Town;
  readonly postcodes: readonly string[];
  readonly longest: number;
  readonly hasFlats: boolean;
}

const unitLetters = "ABDEFGHJLNPQRSTUWXYZ";
const householdsPerStreet = 11;
const landlineShare = 0.55;

export class AddressBook {
  readonly #streetCount: number;
  readonly #streets = new Map<number, Street>();
  readonly #towns = new WeightedChoice(towns, zipfWeights(towns.length, { exponent: 0.7, offset: 3 }));
  readonly #streetRandom = new Random(0);
  readonly #seed: number;
  #landlines = 0;

  constructor(seed: number, householdsExpected: number) {
    this.#seed = seed;
    this.#streetCount = Math.max(40, Math.ceil(householdsExpected / householdsPerStreet));
  }

  /** A home somewhere, or near another one. */
  draw(random: Random, near?: Address): Address {
    const streetNumber =
      near !== undefined && random.chance(0.5)
        ? (near.streetNumber + random.below(30)) % this.#streetCount
        : random.below(this.#streetCount);
    const street = this.#street(streetNumber);
    const house = 1 + Math.floor(street.longest * random.next() ** 1.6);
    const isFlat = street.hasFlats ? random.chance(0.7) : random.chance(0.06);
    return {
      flat: isFlat ? `Flat ${1 + Math.floor(24 * random.next() ** 2)}` : "",
      street: `${house} ${street.name}`,
      town: street.town.name,
      postcode: street.postcodes[Math.min(street.postcodes.length - 1, Math.floor(house / 40))] ?? "",
      landline: random.chance(landlineShare) ? this.#landline(street.town) : "",
      streetNumber,
    };
  }

  /** Eleven digits as a British subscriber writes them: dialling code and a number that no other home has. */
  #landline(town: Town): string {
    this.#landlines += 1;
    const digits = String(scrambledNumber(this.#landlines, 61_803_391, this.#seed % 90_000_000)).padStart(8, "0");
    const local = 11 - town.diallingCode.length;
    return (
      town.diallingCode +
      (local > 6 ? (digits[0] === "0" ? "7" : "3") : "") +
      digits.slice(8 - Math.min(local, 6)).padStart(local > 6 ? local - 1 : local, "4")
    );
  }

  #street(number: number): Street {
    let street = this.#streets.get(number);
    if (street === undefined) {
      this.#streetRandom.reseed(this.#seed, 11, number);
      street = drawStreet(this.#streetRandom, this.#towns);
      this.#streets.set(number, street);
    }
    return street;
  }
}

function drawStreet(random: Random, townTable: WeightedChoice<Town>): Street {
  const town = townTable.draw(random);
  const name = random.chance(0.22)
    ? random.pick(commonStreets)
    : `${random.pick(streetStems)} ${random.pick(streetEnds)}`;
  const sector = `${town.area}${random.between(1, 28)} ${random.below(10)}`;
  const postcodes = [0, 1, 2].map(() => sector + unitLetters[random.below(20)] + unitLetters[random.below(20)]);
  return { name, town, postcodes, longest: random.between(12, 140), hasFlats: random.chance(0.12) };
}
