// Made-up people in two waves of a list, for tests of what tells records apart.
import { createRandom } from "../../../src/shared/random.ts";
import { type MadeUpRow, madeUpRecords } from "../madeUpRecords.ts";

/** People in two waves of a list, each of whom is in either once; where they live, and who asked them, says nothing of the wave. */
export function recordsOfWaves(persons: number, namesOnly = false): (MadeUpRow & { person: string })[] {
  const random = createRandom(4);
  return madeUpRecords({ records: persons, duplicateShare: 0, seed: 6 }).flatMap((row, i) => {
    const [town, clerk] = [`T${Math.floor(random() * 6)}`, () => `C${Math.floor(random() * 4)}`];
    return ["2019", "2021"]
      .filter((_, wave) => wave === i % 2 || random() < 0.6)
      .map((wave) => ({
        id: `${1000 + i}-${wave}`,
        person: String(i),
        given: row["given_name"] ?? "",
        surname: row["surname"] ?? "",
        ...(namesOnly ? {} : { born: row["birth_date"] ?? "" }),
        home: town,
        clerk: clerk(),
        round: wave,
      }));
  });
}
