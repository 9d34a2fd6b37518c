// Made-up data for the report, rich enough that every section and chart has something to show.
import type { ColumnProfile } from "../../../src/linkage/profile/columnProfile.ts";
import type { SemanticType } from "../../../src/linkage/profile/semanticType.ts";
import type {
  ClusterShown,
  ComparisonShown,
  PairShown,
  RecordShown,
  ReportData,
  ThresholdPoint,
} from "../../../src/linkage/report/reportData.ts";

function column(name: string, type: SemanticType, more: Partial<ColumnProfile> = {}): ColumnProfile {
  const missingCount = more.missingCount ?? 312;
  return {
    name,
    type,
    confidence: 0.95,
    reasons: [`named like a ${type}`, "97 % of values look like it"],
    missingCount,
    filledCount: 20_500 - missingCount,
    distinctCount: 8_412,
    placeholderCodes: [],
    placeholders: [],
    suspiciousCount: 3,
    topValues: [
      { value: "Zebedee", count: 211 },
      { value: "Ottoline", count: 180 },
      { value: "Quill", count: 95 },
    ],
    dateOrder: null,
    dateOrderReason: null,
    nameOrder: null,
    ...more,
  };
}

export const sampleColumns: readonly ColumnProfile[] = [
  column("first_name", "givenName"),
  column("last_name", "surname", { confidence: 1 }),
  column("dob", "birthDate", {
    distinctCount: 18_020,
    placeholders: [{ value: "01/01/1900", count: 431 }],
    placeholderCodes: [0],
    dateOrder: "dayFirst",
    dateOrderReason: "61 % of values have a first part above 12",
    topValues: [{ value: "01/01/1900", count: 431 }],
  }),
  column("gender", "sex", { distinctCount: 3, missingCount: 0, confidence: 0.99 }),
  column("address", "addressLine", { missingCount: 4_100 }),
  column("postcode", "postcode", { distinctCount: 6_005 }),
  column("email", "email", { missingCount: 13_900, confidence: 1 }),
  column("row_inserted_at", "notForMatching", { reasons: ["dates of events, not of birth"] }),
];

function record(source: string, recordId: string, values: Record<string, string>): RecordShown {
  return { source, recordId, values };
}

const left = record("hospital", "H-10482", {
  first_name: "Ottoline",
  last_name: "Quillfeather",
  dob: "04/11/1981",
  gender: "F",
  address: "Flat 3, 27 Larkspur Rise, Upper Thornbury",
  postcode: "ZZ4 9QT",
  email: "ottoline.quillfeather@example.org",
});
const right = record("council", "77-0031", {
  first_name: "Otoline",
  last_name: "QUILLFEATHER",
  dob: "11/04/1981",
  gender: "F",
  address: "27 Larkspur Rise",
  postcode: "ZZ4 9QT",
});

/** A pair of two made-up records whose steps add up to its match weight. */
export function samplePair(reason = "doubtful", shift = 0): PairShown {
  const steps = [
    { label: "Prior", level: "", weight: -13.2 },
    { label: "Given name", level: "Jaro–Winkler at least 0.92", weight: 4.1 },
    { label: "Surname", level: "exact", weight: 6.4 },
    { label: "Surname", level: "how common the value is", weight: 3.3 + shift },
    { label: "Birth date", level: "day and month swapped", weight: 2.9 },
    { label: "Sex", level: "exact", weight: 1 },
    { label: "Address", level: "some words shared", weight: -1.2 },
    { label: "Postcode", level: "exact", weight: 1.8 },
    { label: "E-mail", level: "missing", weight: 0 },
  ];
  const matchWeight = steps.reduce((sum, step) => sum + step.weight, 0);
  return { left, right, matchWeight, matchProbability: 1 / (1 + 2 ** -matchWeight), steps, reason };
}

export const sampleCluster: ClusterShown = {
  clusterId: "c-5f0a3319",
  reason: "a chain of weak links; two birth dates",
  records: [
    left,
    right,
    record("tax", "T900121", {
      first_name: "Ottoline",
      last_name: "Quillfeather-Moss",
      dob: "23/02/1954",
      gender: "F",
      postcode: "ZZ4 9QT",
    }),
    record("tax", "T900122", { first_name: "O.", last_name: "Quillfeather", dob: "04/11/1981" }),
  ],
};

function comparison(name: string, tops: readonly [number, number], usesTermFrequency = false): ComparisonShown {
  const [m, u] = tops;
  const levels = [
    ["exact", m, u],
    ["Jaro–Winkler at least 0.92", 0.6 * (1 - m), u * 2.5],
    ["Jaro–Winkler at least 0.8", 0.25 * (1 - m), u * 9],
    ["all other", 0.15 * (1 - m), 1 - 12.5 * u],
  ] as const;
  return {
    name,
    description: `How the ${name.toLowerCase()} of two records is compared.`,
    usesTermFrequency,
    levels: levels.map(([label, levelM, levelU]) => ({
      label,
      m: levelM,
      u: levelU,
      weight: Math.log2(levelM / levelU),
    })),
  };
}

function sampleThresholds(isTruthKnown: boolean): readonly ThresholdPoint[] {
  return Array.from({ length: 31 }, (_, index) => {
    const threshold = -10 + index;
    const estimatedPrecision = 1 / (1 + 2 ** (-0.45 * (threshold + 7)));
    const estimatedRecall = 1 - 0.35 / (1 + 2 ** (-0.4 * (threshold - 15)));
    return {
      threshold,
      linkCount: Math.round(9_000 - index * 80),
      estimatedPrecision,
      estimatedRecall,
      precision: isTruthKnown ? estimatedPrecision * 0.99 : null,
      recall: isTruthKnown ? estimatedRecall * 0.965 : null,
    };
  });
}

function sampleHistogram(): ReportData["weightHistogram"] {
  return Array.from({ length: 72 }, (_, index) => {
    const from = -30 + index;
    const hill = (centre: number, width: number, top: number) => top * Math.exp(-(((from - centre) / width) ** 2));
    return { from, to: from + 1, count: Math.round(hill(-14, 5, 412_000) + hill(19, 6, 640)) };
  });
}

/** A whole run over three sources; `changes` replaces parts of it. */
export function sampleReportData(changes: Partial<ReportData> = {}): ReportData {
  const isTruthKnown = changes.evaluation !== null;
  return {
    version: "0.1.0",
    createdOn: "2026-11-22",
    inputs: [
      { file: "exports/hospital.csv", source: "hospital", recordCount: 9_020 },
      { file: "exports/council.parquet", source: "council", recordCount: 7_480 },
      { file: "exports/tax.csv.gz", source: "tax", recordCount: 4_000 },
    ],
    recordCount: 20_500,
    rejectedCount: 14,
    rejects: [
      { reason: "more cells than the header has columns", count: 11 },
      { reason: "the same identifier twice in one source", count: 3 },
    ],
    alignment: ["“surname” of council stands for “last_name” (same type, 71 % of values shared)"],
    columns: sampleColumns,
    blocking: {
      rules: [
        {
          rule: "surname + birth date",
          pairCount: 14_902,
          largestBlock: 12,
          blocksLeftOut: 0,
          recordsLeftOut: 0,
          linkCount: 5_103,
        },
        {
          rule: "postcode + first letter of given name",
          pairCount: 88_410,
          largestBlock: 61,
          blocksLeftOut: 0,
          recordsLeftOut: 0,
          linkCount: 2_210,
        },
        {
          rule: "birth date",
          pairCount: 402_998,
          largestBlock: 431,
          blocksLeftOut: 1,
          recordsLeftOut: 431,
          linkCount: 611,
        },
        {
          rule: "sound of surname + year of birth",
          pairCount: 3_204_117,
          largestBlock: 820,
          blocksLeftOut: 4,
          recordsLeftOut: 3_870,
          linkCount: 97,
        },
      ],
      candidatePairCount: 3_611_204,
      estimatedRecall: 0.9884,
    },
    comparisons: [
      comparison("Given name", [0.88, 0.011], true),
      comparison("Surname", [0.91, 0.0021], true),
      comparison("Birth date", [0.93, 0.00003]),
      comparison("Postcode", [0.71, 0.00041], true),
    ],
    priorWeight: -13.2,
    trainingRounds: Array.from({ length: 18 }, (_, index) => ({
      round: index + 1,
      prior: 0.0001 + 0.000008 * (1 - 0.6 ** index),
      largestChange: 0.21 * 0.52 ** index,
    })),
    notes: [
      "“code_2” might be a region or an occupation: it was left out of matching.",
      "Surnames and postcodes agree together more often than by chance (households): weights may be a little too high.",
    ],
    weightHistogram: sampleHistogram(),
    thresholds: { link: 5, review: -1 },
    clusterSizes: [
      { size: 1, count: 9_812 },
      { size: 2, count: 3_870 },
      { size: 3, count: 702 },
      { size: 4, count: 160 },
      { size: 6, count: 21 },
      { size: 14, count: 3 },
      { size: 76, count: 1 },
    ],
    clusterCount: 14_569,
    linkCount: 8_021,
    precision: { estimate: 0.9931, low: 0.9882, high: 0.9968 },
    recall: { estimate: 0.951, low: 0.933, high: 0.966 },
    thresholdTable: sampleThresholds(isTruthKnown),
    doubtfulPairCount: 412,
    doubtfulPairs: [
      samplePair("doubtful", -0.4),
      samplePair("doubtful", -4.2),
      samplePair("doubtful", -1),
      samplePair("doubtful", -2),
    ],
    suspiciousClusters: [sampleCluster, { ...sampleCluster, clusterId: "c-77b1", reason: "too large" }],
    unlinkable: [
      { reason: "no name and no birth date", count: 120 },
      { reason: "only placeholders", count: 31 },
    ],
    evaluation: {
      precision: 0.9902,
      recall: 0.9377,
      f1: 0.9632,
      truePairs: 8_551,
      foundPairs: 8_098,
      correctPairs: 8_018,
    },
    worstErrors: [samplePair("wrong", 8), samplePair("missed", -9)],
    secondsPerStage: {
      read: 0.81,
      profile: 0.32,
      standardise: 0.44,
      block: 1.2,
      train: 0.61,
      score: 2.96,
      cluster: 0.2,
      evaluate: 0.05,
    },
    peakMemoryBytes: 412_000_000,
    ...changes,
  };
}

/** A run over one record: nothing to compare, nothing found. */
export function emptyReportData(): ReportData {
  return sampleReportData({
    inputs: [{ file: "one.csv", source: "one", recordCount: 1 }],
    recordCount: 1,
    rejectedCount: 0,
    rejects: [],
    alignment: [],
    columns: [],
    blocking: { rules: [], candidatePairCount: 0, estimatedRecall: Number.NaN },
    comparisons: [],
    trainingRounds: [],
    notes: [],
    weightHistogram: [],
    clusterSizes: [{ size: 1, count: 1 }],
    clusterCount: 1,
    linkCount: 0,
    precision: { estimate: Number.NaN, low: Number.NaN, high: Number.NaN },
    recall: { estimate: Number.NaN, low: Number.NaN, high: Number.NaN },
    thresholdTable: [],
    doubtfulPairCount: 0,
    doubtfulPairs: [],
    suspiciousClusters: [],
    unlinkable: [],
    evaluation: null,
    worstErrors: [],
    secondsPerStage: {},
    peakMemoryBytes: 90_000_000,
  });
}

/** More of everything than any run makes: what the report must cut down to its size. */
export function hugeReportData(): ReportData {
  const sample = sampleReportData();
  const repeat = <Item>(item: Item | undefined, count: number): Item[] =>
    item === undefined ? [] : new Array<Item>(count).fill(item);
  const longText = `"<&>'😀${"\"&'😀".repeat(5_000)}`;
  const values = Object.fromEntries(
    Array.from({ length: 2_000 }, (_, index) => [`column ${index} ${longText}`, longText]),
  );
  const bigRecord = { source: longText, recordId: longText, values };
  const bigPair = {
    ...samplePair(),
    left: bigRecord,
    right: bigRecord,
    reason: longText,
    steps: repeat({ label: longText, level: longText, weight: 0.01 }, 1_000),
  };
  const count = 3;
  return {
    ...sample,
    version: longText,
    createdOn: longText,
    inputs: repeat({ file: longText, source: longText, recordCount: 9 }, 5_000),
    rejects: repeat({ reason: longText, count }, 5_000),
    alignment: repeat(longText, 5_000),
    columns: (["code", "notForMatching"] as const).flatMap((type) =>
      repeat(
        column(longText, type, {
          reasons: repeat(longText, 50),
          topValues: repeat({ value: longText, count }, 10),
          placeholders: repeat({ value: longText, count }, 10),
          dateOrder: "dayFirst",
          dateOrderReason: longText,
        }),
        2_500,
      ),
    ),
    blocking: {
      ...sample.blocking,
      rules: repeat(
        { rule: longText, pairCount: 5, largestBlock: 5, blocksLeftOut: 5, recordsLeftOut: 5, linkCount: 5 },
        5_000,
      ),
    },
    comparisons: repeat(
      {
        name: longText,
        description: longText,
        levels: repeat({ label: longText, m: 0, u: 0, weight: Number.NEGATIVE_INFINITY }, 300),
        usesTermFrequency: true,
      },
      3_000,
    ),
    trainingRounds: repeat({ round: 1, prior: 0.5, largestChange: 0 }, 100_000),
    notes: repeat(longText, 5_000),
    weightHistogram: Array.from({ length: 200_000 }, (_, index) => ({ from: index, to: index + 1, count })),
    clusterSizes: Array.from({ length: 200_000 }, (_, index) => ({ size: index + 1, count })),
    thresholdTable: Array.from({ length: 200_000 }, (_, index) => ({
      threshold: index,
      linkCount: count,
      estimatedPrecision: 0.5,
      estimatedRecall: 0.5,
      precision: 0.5,
      recall: 0.5,
    })),
    doubtfulPairs: repeat(bigPair, 5_000),
    worstErrors: repeat(bigPair, 5_000),
    suspiciousClusters: repeat({ clusterId: longText, reason: longText, records: repeat(bigRecord, 500) }, 5_000),
    unlinkable: repeat({ reason: longText, count }, 5_000),
    secondsPerStage: Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`${index}${longText}`, 1])),
  };
}
