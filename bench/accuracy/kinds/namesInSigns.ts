// Customers of a Japanese shop: name in signs, with or without a space, its reading, birth date in two notations, address
// and telephone. A few dozen names a part, so that namesakes are many.
import type { Random } from "../../../src/generate/random/random.ts";
import { drawRecordCount } from "./drawRecordCount.ts";
import { type Kind, SetBuilder } from "./kind.ts";
import { type CalendarDate, drawDate, isoDate, slipDate } from "./slips/slipDate.ts";
import { drawCode } from "./words/drawCode.ts";
import { japaneseGivenNames, japaneseSurnames, type ReadName } from "./words/japaneseNames.ts";
import { pickSkewed } from "./words/pickSkewed.ts";

const fullSize = 11_000;
const columns = ["氏名", "フリガナ", "生年月日", "住所", "電話番号"];
const wards =
  "東京都新宿区 東京都渋谷区 大阪府大阪市北区 神奈川県横浜市西区 愛知県名古屋市中区 福岡県福岡市博多区 北海道札幌市中央区".split(
    " ",
  );
const quarters = "本町 栄 西 東山 南".split(" ");
const wideSpace = "\u3000";

export const namesInSigns: Kind = {
  name: "names in signs",
  description: "Japanese names in signs, their reading, birth date in two notations, address, telephone",
  make(random, scale) {
    const builder = new SetBuilder();
    const size = Math.round(fullSize * scale);
    for (let person = 0; builder.count < size; person += 1) {
      const customer = {
        surname: pickSkewed(japaneseSurnames, random),
        given: pickSkewed(japaneseGivenNames, random, 1.7),
        born: drawDate(random, 1935, 2015),
        address: drawAddress(random),
        telephone: `0${random.between(7, 9)}0-${drawCode(4, random)}-${drawCode(4, random)}`,
      };
      for (let records = drawRecordCount(random); records > 0; records -= 1)
        builder.add(person, takeDown(customer, random));
    }
    return builder.finish(random, { name: this.name, columns });
  },
};

interface Customer {
  readonly surname: ReadName;
  readonly given: ReadName;
  readonly born: CalendarDate;
  readonly address: string;
  readonly telephone: string;
}

const drawAddress = (random: Random): string =>
  `${pickSkewed(wards, random, 1.6)}${random.pick(quarters)}${random.between(1, 9)}丁目${random.between(1, 30)}番${random.between(1, 20)}号`;

function takeDown({ surname, given, born, address, telephone }: Customer, random: Random): string[] {
  const reading = `${surname.reading} ${given.reading}`;
  const date = isoDate(random.chance(0.03) ? slipDate(born, random) : born);
  return [
    surname.signs + random.pick(["", " ", wideSpace]) + given.signs,
    random.chance(0.1) ? "" : random.chance(0.03) ? withoutLongVowels(reading) : reading,
    random.chance(0.5) ? date.replaceAll("-", "/") : date,
    random.chance(0.2) ? drawAddress(random) : address,
    random.chance(0.4) ? "" : telephone,
  ];
}

const withoutLongVowels = (reading: string): string => reading.replaceAll("ウ", "");
