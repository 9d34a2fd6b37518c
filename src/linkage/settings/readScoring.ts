// Checks the part of a model document that scoring uses: priors, comparisons and their levels.
import { type ComparisonKind, type ComparisonKindName, comparisonKinds } from "../compare/comparison.ts";
import type { ComparisonParameters, ScoringModel } from "../score/scoringModel.ts";
import type { FieldPlan } from "../standardise/fieldPlan.ts";
import type { JsonPlace } from "./json/jsonPlace.ts";

/** How far shares that make up a whole may miss it: room for figures typed by hand. */
const sumTolerance = 1e-3;
const kindNames = Object.keys(comparisonKinds) as ComparisonKindName[];

/** Reads `priors` and `comparisons`; each comparison must be over one of `fields`. Mistakes are noted in the places. */
export function readScoring(priors: JsonPlace, comparisons: JsonPlace, fields: readonly FieldPlan[]): ScoringModel {
  const place = priors.required().fields(["match", "household", "twin", "moved", "renamed"]);
  const { match, household, twin, moved, renamed } = place;
  const prior = readPrior(match, { above: 0, below: 1 });
  const householdPrior = readPrior(household, { min: 0, below: 1 });
  const [twinPrior, movedShare, renamedShare] = [twin, moved, renamed].map((share) =>
    share.isAbsent ? 0 : readPrior(share, { min: 0, below: 1 }),
  ) as [number, number, number];
  if (prior + householdPrior + twinPrior >= 1) priors.note("match, household and twin together must be below 1");
  const read = (comparisons.required().items() ?? []).map((place) => readComparison(place, fields));
  if (!comparisons.isAbsent && read.length === 0) comparisons.note("must hold at least one comparison");
  return { prior, householdPrior, twinPrior, movedShare, renamedShare, comparisons: read };
}

function readPrior(place: JsonPlace, limits: { above?: number; min?: number; below: number }): number {
  return place.required().fields(["probability", "weightBits"]).probability.required().number(limits) ?? 0;
}

function readComparison(place: JsonPlace, fields: readonly FieldPlan[]): ComparisonParameters {
  const entry = place.required().fields(["name", "kind", "field", "levels"]);
  const name = entry.name.required().text() ?? "";
  const kind = entry.kind.required().oneOf(kindNames, "kind of comparison");
  const field = entry.field.required().text() ?? "";
  const isOfName =
    kind === "suffix" && fields.some((other) => other.kind === "name" && field === `${other.name}_suffix`);
  if (kind !== undefined && isOfName) return { name, kind, field, ...readLevels(entry.levels, comparisonKinds[kind]) };
  const plan = fields.find((candidate) => candidate.name === field);
  if (entry.field.text() !== undefined && plan === undefined) entry.field.note("is not the name of one of the fields");
  if (kind === undefined) return { name, kind: "code", field, m: [], u: [], h: null };
  if (plan !== undefined && !fits(kind, plan.kind))
    entry.kind.note(`${kind} does not compare fields of kind ${plan.kind}`);
  return { name, kind, field, ...readLevels(entry.levels, comparisonKinds[kind]) };
}

const kindsOfName: ReadonlySet<ComparisonKindName> = new Set(["givenName", "surname", "middleName", "nameOrder"]);

function fits(kind: ComparisonKindName, field: FieldPlan["kind"]): boolean {
  if (field === "name") return kindsOfName.has(kind);
  if (field === "address" || field === "organisation") return kind === "tokens";
  return kind === (field === "text" ? "code" : field);
}

function readLevels(place: JsonPlace, kind: ComparisonKind): Pick<ComparisonParameters, "m" | "u" | "h"> {
  const items = place.required().items() ?? [];
  const labels = kind.levels.map(({ label }) => label);
  if (!place.isAbsent && Array.isArray(place.value) && items.length !== labels.length) {
    place.note(`must be these ${labels.length}, in this order: ${labels.map((label) => `"${label}"`).join(", ")}`);
    return { m: [], u: [], h: null };
  }
  const levels = items.map((item, index) => readLevel(item, labels[index] ?? ""));
  const [m, u] = [levels.map((level) => level.m), levels.map((level) => level.u)];
  const h = levels.flatMap((level) => (level.h === undefined ? [] : [level.h]));
  const isComplete = levels.every((level) => level.isRead);
  if (h.length > 0 && h.length < levels.length) place.note("must give h for every level or for none");
  if (isComplete) {
    requireWhole(place, "m", m);
    if (h.length > 0 && h.length === levels.length) requireWhole(place, "h", h);
    if (kind.role !== "order" && sumOf(u) > 1 + 10 * sumTolerance) place.note("u adds up to more than 1");
  }
  return { m, u, h: h.length > 0 ? h : null };
}

/** `weightBits` and `byFrequency` are for the reader alone. */
function readLevel(place: JsonPlace, label: string) {
  const before = place.mistakes.length;
  const level = place.required().fields(["label", "m", "u", "h", "weightBits", "byFrequency"]);
  level.label.required().oneOf([label], "level at this place");
  const share = { above: 0, max: 1 } as const;
  const m = level.m.required().number(share) ?? 1;
  const u = level.u.required().number(share) ?? 1;
  const h = level.h.number(share);
  return { m, u, h, isRead: place.mistakes.length === before };
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function requireWhole(place: JsonPlace, name: string, shares: readonly number[]): void {
  const sum = sumOf(shares);
  if (Math.abs(sum - 1) > sumTolerance) place.note(`${name} must add up to 1, not ${Number(sum.toPrecision(6))}`);
}
