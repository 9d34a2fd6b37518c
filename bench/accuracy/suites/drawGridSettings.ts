// The grid: settings of the generator drawn so that each dimension is covered evenly however many runs there are (Latin
// hypercube: McKay, Beckman and Conover 1979), since a full grid of eight dimensions is out of reach.
import type { GenerateOptions } from "../../../src/generate/generateOptions.ts";
import { Random } from "../../../src/generate/random/random.ts";
import type { ColumnName } from "../../../src/generate/records/columns.ts";
import { shuffle } from "../variants/shuffle.ts";

export interface GridSetting {
  readonly options: GenerateOptions & { readonly fields: readonly ColumnName[] };
  readonly acrossOnly: boolean;
  /** In words, for the table. */
  readonly label: string;
}

const recordsMin = 1000;
const cultureSets = ["", "british", "polish,russian", "chinese,arabic,indian", "spanish,french,german"];
const furtherFields: readonly ColumnName[] = [
  "birth_date",
  "postcode",
  "sex",
  "address_line_1",
  "town",
  "phone",
  "email",
  "middle_name",
  "national_id",
  "document_number",
];

/** `runs` settings; the same seed gives the same ones. */
export function drawGridSettings(runs: number, recordsMax: number, seed: number): GridSetting[] {
  const random = new Random(seed);
  const spread = (): number[] =>
    shuffle(
      Array.from({ length: runs }, (_, i) => (i + random.next()) / runs),
      random,
    );
  const [size, fields, share, errors, missing, sources, cultures] = Array.from({ length: 7 }, spread) as [
    number[],
    number[],
    number[],
    number[],
    number[],
    number[],
    number[],
  ];
  return Array.from({ length: runs }, (_, run) =>
    makeSetting(
      {
        records: Math.round(onLogScale(recordsMin, recordsMax, (size[run] as number) ** 2.2)),
        fieldCount: 2 + Math.floor((fields[run] as number) * 11),
        duplicateShare: round(onLogScale(0.001, 0.8, share[run] as number)),
        errorRate: round((errors[run] as number) * 3),
        missingRate: round((missing[run] as number) * 4),
        sources: 1 + Math.floor((sources[run] as number) * 5),
        cultures: cultureSets[Math.floor((cultures[run] as number) * cultureSets.length)] as string,
        seed: seed * 1000 + run,
      },
      random,
    ),
  );
}

interface Drawn {
  readonly records: number;
  readonly fieldCount: number;
  readonly duplicateShare: number;
  readonly errorRate: number;
  readonly missingRate: number;
  readonly sources: number;
  readonly cultures: string;
  readonly seed: number;
}

function makeSetting({ fieldCount, ...drawn }: Drawn, random: Random): GridSetting {
  const acrossOnly = drawn.sources === 2 && random.chance(0.6);
  const fields: ColumnName[] = ["given_name", "surname", ...drawFields(fieldCount - 2, random)];
  const options = { ...drawn, fields, ...(acrossOnly ? { oneRecordPerSource: true, recordsPerDuplicate: 2 } : {}) };
  const label = [
    `${drawn.records.toLocaleString("en")} records`,
    `${(drawn.duplicateShare * 100).toPrecision(2)} % of people twice or more`,
    `errors × ${drawn.errorRate}`,
    `missing × ${drawn.missingRate}`,
    `${drawn.sources} sources${acrossOnly ? ", across only" : ""}`,
    drawn.cultures === "" ? "all cultures" : drawn.cultures,
    fields.join("+"),
    `seed ${drawn.seed}`,
  ].join(" · ");
  return { options, acrossOnly, label };
}

/** The birth date is there seven times in eight, as in files of people. */
function drawFields(count: number, random: Random): ColumnName[] {
  const [birthDate, ...others] = furtherFields as [ColumnName, ...ColumnName[]];
  const mixed = shuffle(others, random);
  return (random.chance(0.875) ? [birthDate, ...mixed] : [...mixed, birthDate]).slice(0, count);
}

const onLogScale = (from: number, to: number, share: number): number => from * (to / from) ** share;
const round = (value: number): number => Number(value.toPrecision(2));
