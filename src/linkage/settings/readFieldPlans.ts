// Checks the part of a model document that says which columns make up which fields and how they are understood.
import { type DateOrder, type NameWords, nameOrders } from "../profile/columnProfile.ts";
import { semanticTypes } from "../profile/semanticType.ts";
import type { ColumnPlan, EventColumn, FieldPlan } from "../standardise/fieldPlan.ts";
import type { Spellings } from "../standardise/nicknameLists.ts";
import type { JsonPlace } from "./json/jsonPlace.ts";

/** All kinds of fields; the mapped type makes a missing one a compile error. */
const fieldKinds = Object.keys({
  name: 0,
  date: 0,
  address: 0,
  organisation: 0,
  relative: 0,
  suffix: 0,
  sex: 0,
  email: 0,
  phone: 0,
  document: 0,
  postcode: 0,
  town: 0,
  code: 0,
  number: 0,
  houseNumber: 0,
  text: 0,
} satisfies Record<FieldPlan["kind"], number>) as FieldPlan["kind"][];

const dateOrders: readonly DateOrder[] = ["dayFirst", "monthFirst", "yearFirst"];

/**
 * Reads `fields`; mistakes are noted in the place. `trainedYear` is what two-digit years end with where a column of
 * birth dates does not say it.
 */
export function readFieldPlans(place: JsonPlace, trainedYear: number): FieldPlan[] {
  const plans = (place.required().items() ?? []).map((plan) => readFieldPlan(plan, trainedYear));
  if (Array.isArray(place.value) && plans.length === 0) place.note("must hold at least one field");
  return plans;
}

function readFieldPlan(place: JsonPlace, trainedYear: number): FieldPlan {
  const { name, kind, columns, spellings, toldBy, seriesBy } = place
    .required()
    .fields(["name", "kind", "columns", "spellings", "toldBy", "seriesBy"]);
  const plans = (columns.required().items() ?? []).map((column) => readColumnPlan(column, trainedYear));
  if (Array.isArray(columns.value) && plans.length === 0) columns.note("must hold at least one column");
  return {
    name: name.required().text() ?? "",
    kind: kind.required().oneOf(fieldKinds, "kind of field") ?? "text",
    columns: plans,
    ...(spellings.value === undefined ? {} : { spellings: readSpellings(spellings) }),
    ...(toldBy.isAbsent ? {} : { toldBy: toldBy.text() ?? "" }),
    ...(seriesBy.isAbsent ? {} : { seriesBy: seriesBy.texts() ?? [] }),
  };
}

function readSpellings(place: JsonPlace): Spellings[] {
  return (place.items() ?? []).flatMap((pair): Spellings[] => {
    const texts = pair.required().texts() ?? [];
    const [one, other] = texts;
    if (one !== undefined && other !== undefined && texts.length === 2) return [[one, other]];
    pair.note("must be two spellings of a name");
    return [];
  });
}

const columnProperties = [
  "column",
  "type",
  "dateOrder",
  "dateOrders",
  "nameOrder",
  "nameOrders",
  "nameWords",
  "latestYear",
  "placeholders",
  "yearsBySource",
  "ageIn",
  "event",
  "isBesideAges",
  "onlySources",
  "sexCodes",
  "prefixes",
  "hasInitials",
  "hasUnvowelled",
  "writings",
] as const;

/** The most that ages of two sources are apart, in years. */
const yearsApartMax = 1000;

function readYears(place: JsonPlace): Record<string, number> {
  const limits = { min: -yearsApartMax, max: yearsApartMax, isWhole: true };
  return Object.fromEntries(place.entries().map(([source, years]) => [source, years.required().number(limits) ?? 0]));
}

function readEvent(place: JsonPlace, trainedYear: number): EventColumn {
  const { column, dateOrder, latestYear } = place.fields(["column", "dateOrder", "latestYear"]);
  return {
    column: column.required().text() ?? "",
    dateOrder: dateOrder.oneOf(dateOrders, "date order") ?? null,
    latestYear: latestYear.number(yearLimits) ?? trainedYear,
  };
}

const yearLimits = { min: 1000, max: 2200, isWhole: true };

function readNameWords(place: JsonPlace): NameWords {
  const { given, surname, onlySources } = place.fields(["given", "surname", "onlySources"]);
  return {
    given: given.required().texts() ?? [],
    surname: surname.required().texts() ?? [],
    ...(onlySources.isAbsent ? {} : { onlySources: onlySources.texts() ?? [] }),
  };
}

/** By source the order in which it writes; a mistake is noted in the place. */
function readOrders<Order extends string>(
  place: JsonPlace,
  orders: readonly Order[],
  what: string,
): Record<string, Order> {
  return Object.fromEntries(
    place.entries().map(([source, order]) => [source, order.required().oneOf(orders, what) ?? orders[0]!]),
  );
}

const sexes = ["f", "m"] as const;

function readSexCodes(place: JsonPlace): Record<string, "f" | "m"> {
  return Object.fromEntries(place.entries().map(([code, sex]) => [code, sex.required().oneOf(sexes, "sex") ?? "f"]));
}

const readWritings = (place: JsonPlace): Record<string, string> =>
  Object.fromEntries(place.entries().map(([text, standing]) => [text, standing.required().text() ?? text]));

function readColumnPlan(place: JsonPlace, trainedYear: number): ColumnPlan {
  const entry = place.required().fields(columnProperties);
  const latestYear = entry.latestYear.number(yearLimits);
  const ageIn = entry.ageIn.number({ min: 1000, max: 3000, isWhole: true });
  return {
    column: entry.column.required().text() ?? "",
    type: entry.type.required().oneOf(semanticTypes, "type") ?? "notForMatching",
    dateOrder: entry.dateOrder.oneOf(dateOrders, "date order") ?? null,
    nameOrder: entry.nameOrder.oneOf(nameOrders, "name order") ?? null,
    latestYear: latestYear ?? (entry.type.value === "birthDate" ? trainedYear : null),
    placeholders: entry.placeholders.texts() ?? [],
    ...(entry.dateOrders.isAbsent ? {} : { dateOrders: readOrders(entry.dateOrders, dateOrders, "date order") }),
    ...(entry.nameOrders.isAbsent ? {} : { nameOrders: readOrders(entry.nameOrders, nameOrders, "name order") }),
    ...(entry.nameWords.isAbsent ? {} : { nameWords: readNameWords(entry.nameWords) }),
    ...(entry.yearsBySource.isAbsent ? {} : { yearsBySource: readYears(entry.yearsBySource) }),
    ...(ageIn === undefined ? {} : { ageIn }),
    ...(entry.event.isAbsent ? {} : { event: readEvent(entry.event, trainedYear) }),
    ...(entry.isBesideAges.isTrue() === true ? { isBesideAges: true } : {}),
    ...(entry.onlySources.isAbsent ? {} : { onlySources: entry.onlySources.texts() ?? [] }),
    ...(entry.sexCodes.isAbsent ? {} : { sexCodes: readSexCodes(entry.sexCodes) }),
    ...(entry.prefixes.isAbsent ? {} : { prefixes: entry.prefixes.texts() ?? [] }),
    ...(entry.hasInitials.isTrue() === true ? { hasInitials: true } : {}),
    ...(entry.hasUnvowelled.isTrue() === true ? { hasUnvowelled: true } : {}),
    ...(entry.writings.isAbsent ? {} : { writings: readWritings(entry.writings) }),
  };
}
