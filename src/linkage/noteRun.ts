// The sentences on a run that its summary and its report share.
import type { RunFacts } from "./linkRun.ts";
import type { Model } from "./model.ts";
import { noteDecisions } from "./noteDecisions.ts";
import type { NameOrder } from "./profile/columnProfile.ts";
import type { FieldPlan } from "./standardise/fieldPlan.ts";
import { noteFalseMerges } from "./train/placeThresholds.ts";

/** What became of decisions, of a bound on false links, and what training has to say. */
export function noteRun({ decisions, clusters, model, settings }: RunFacts): string[] {
  return [
    ...noteDecisions(decisions, clusters),
    ...noteFalseMerges(model.thresholds, settings.maxFalseMergeRate),
    ...noteSources(model),
    ...noteAges(model.fields),
    ...noteSexes(model.fields),
    ...notePrefixes(model.fields),
    ...noteWritings(model.fields),
    ...noteNameOrders(model.fields),
    ...noteDateOrders(model.fields),
    ...noteTold(model.fields),
    ...noteSeries(model.fields),
    ...model.training.notes,
  ];
}

/** Which column serves as source (standardise/findSourceColumn.ts). */
const noteSources = ({ sourcesBy }: Model): string[] =>
  sourcesBy === null
    ? []
    : [
        `${sourcesBy.column} serves as the source of records: those that share a name or a number agree in it far less often than by chance.`,
      ];

/** Which ages are not compared as they stand (standardise/alignAges.ts, agesAtEvents.ts). */
function noteAges(fields: readonly FieldPlan[]): string[] {
  const columns = fields.flatMap((field) => field.columns);
  const moved = columns.flatMap(({ column, yearsBySource = {} }) =>
    Object.entries(yearsBySource).map(([source, years]) => {
      const amount = `${Math.abs(years)} years ${years > 0 ? "older" : "younger"}`;
      return `Ages of ${source} (${column}) are compared as ${amount}: so much later or earlier than others they were taken, as people of one name show.`;
    }),
  );
  const born = columns.flatMap(({ column, ageIn }) =>
    ageIn === undefined
      ? []
      : [`Birth years (${column}) are compared as ages in ${ageIn}, as people of one name show.`],
  );
  const atEvents = columns.flatMap(({ column, event }) =>
    event === undefined
      ? []
      : [
          `Ages (${column}) are compared as years of birth, that of ${event.column} less the age: they are those of its day, as people of one name show.`,
        ],
  );
  const alone = fields
    .filter(({ kind }) => kind === "date")
    .flatMap((field) => field.columns)
    .flatMap(({ column, onlySources }) =>
      onlySources === undefined
        ? []
        : [
            `Dates in ${column} are those of birth in ${onlySources.join(", ")}, and of something else in other sources.`,
          ],
    );
  return [...moved, ...born, ...atEvents, ...alone];
}

function noteDateOrders(fields: readonly FieldPlan[]): string[] {
  return fields
    .flatMap(({ columns }) => [...columns])
    .flatMap(({ column, dateOrders }) => {
      if (dateOrders === undefined) return [];
      const orders = Object.entries(dateOrders).map(
        ([source, order]) => `the ${order === "monthFirst" ? "month" : "day"} first in ${source}`,
      );
      return [`Dates in ${column} are read as sources write them: ${orders.join(", ")}.`];
    });
}

/** Which codes another field tells (compare/told/findTold.ts). */
function noteTold(fields: readonly FieldPlan[]): string[] {
  const told = fields.flatMap(({ name, toldBy }) => (toldBy === undefined ? [] : [`${name} beside ${toldBy}`]));
  return told.length === 0
    ? []
    : [`Codes that go with each other are weighed by how common they are together: ${told.join(", ")}.`];
}

/** Which numbers are not compared with each other (compare/told/findSeries.ts). */
function noteSeries(fields: readonly FieldPlan[]): string[] {
  return fields.flatMap(({ name, seriesBy }) =>
    seriesBy === undefined
      ? []
      : [`Different values of ${name} contradict each other only where ${seriesBy.join(" and ")} agree.`],
  );
}

/** What codes of the sex are taken for (profile/sexCodes.ts). */
function noteSexes(fields: readonly FieldPlan[]): string[] {
  const columns = fields.flatMap((field) => field.columns);
  return columns.flatMap(({ column, sexCodes }) => {
    if (sexCodes === undefined) return [];
    const means = Object.entries(sexCodes).map(([code, sex]) => `${code} for ${sex === "f" ? "female" : "male"}`);
    return [`Codes in ${column} are taken as given names show: ${means.join(", ")}.`];
  });
}

/** Which words before numbers and codes are passed over (profile/findPrefixes.ts). */
function notePrefixes(fields: readonly FieldPlan[]): string[] {
  const columns = fields.flatMap((field) => field.columns);
  return columns.flatMap(({ column, prefixes = [] }) =>
    prefixes.length === 0
      ? []
      : [`Words before values of ${column} that other records leave out are passed over: ${prefixes.join(", ")}.`],
  );
}

/** Writings that a note shows. */
const writingsShown = 3;

/** Which values sources write otherwise (standardise/findWritings.ts). */
function noteWritings(fields: readonly FieldPlan[]): string[] {
  return fields.flatMap(({ name, columns: [column] }) => {
    const writings = Object.entries(column?.writings ?? {});
    if (writings.length === 0) return [];
    const shown = writings.slice(0, writingsShown).map(([text, standing]) => `${text} for ${standing}`);
    const more = writings.length > writingsShown ? ` and ${writings.length - writingsShown} more` : "";
    return [
      `Sources write values of ${name} otherwise, as records that share a number or a name show: ${shown.join(", ")}${more}.`,
    ];
  });
}

const orderWords = {
  givenFirst: "the given name first",
  surnameFirst: "the surname first",
  twoSurnames: "the given name first and two surnames",
  twoSurnamesFirst: "two surnames first",
} as const satisfies Record<NameOrder, string>;

/** Sources that write whole names in another order than others (profile/orderOfNames.ts). */
function noteNameOrders(fields: readonly FieldPlan[]): string[] {
  const columns = fields.flatMap((field) => field.columns);
  return columns.flatMap(({ column, nameOrders, nameWords }) => {
    const orders = Object.entries(nameOrders ?? {}).map(([source, order]) => `${orderWords[order]} in ${source}`);
    const where = nameWords?.onlySources === undefined ? "" : ` of ${nameWords.onlySources.join(", ")}`;
    return [
      ...(orders.length === 0 ? [] : [`Names in ${column} are read as sources write them: ${orders.join(", ")}.`]),
      ...(nameWords === undefined
        ? []
        : [`Names in ${column}${where} stand in no fixed order, and are read each by its words.`]),
    ];
  });
}
