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
  const place = priors.required().fields(["match", "household", "twin", "neighbour", "moved", "renamed"]);
  const { match, household, twin, neighbour, moved, renamed } = place;
  const prior = readPrior(match, { above: 0, below: 1 });
  const householdPrior = readPrior(household, { min: 0, below: 1 });
  const [twinPrior, neighbourPrior, movedShare, renamedShare] = [twin, neighbour, moved, renamed].map((share) =>
    share.isAbsent ? 0 : readPrior(share, { min: 0, below: 1 }),
  ) as [number, number, number, number];
  if (prior + householdPrior + twinPrior + neighbourPrior >= 1)
    priors.note("match, household, twin and neighbour together must be below 1");
  const read = (comparisons.required().items() ?? []).map((place) => readComparison(place, fields));
  if (!comparisons.isAbsent && read.length === 0) comparisons.note("must hold at least one comparison");
  return { prior, householdPrior, twinPrior, neighbourPrior, movedShare, renamedShare, comparisons: read };
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

function readLevels(place: JsonPlace, kind: ComparisonKind): Pick<ComparisonParameters, "m" | "u" | "h" | "n"> {
  const items = place.required().items() ?? [];
  const labels = kind.levels.map(({ label }) => label);
  if (!place.isAbsent && Array.isArray(place.value) && items.length !== labels.length) {
    place.note(`must be these ${labels.length}, in this order: ${labels.map((label) => `"${label}"`).join(", ")}`);
    return { m: [], u: [], h: null };
  }
  const levels = items.map((item, index) => readLevel(item, labels[index] ?? ""));
  const [m, u] = [levels.map((level) => level.m), levels.map((level) => level.u)];
  const isComplete = levels.every((level) => level.isRead);
  const readOptional = (name: "h" | "n"): number[] | null => {
    const shares = levels.flatMap((level) => level[name] ?? []);
    if (shares.length === 0) return null;
    if (shares.length < levels.length) place.note(`must give ${name} for every level or for none`);
    else if (isComplete) requireWhole(place, name, shares);
    return shares;
  };
  const [h, n] = [readOptional("h"), readOptional("n")];
  if (isComplete) {
    requireWhole(place, "m", m);
    if (kind.role !== "order" && sumOf(u) > 1 + 10 * sumTolerance) place.note("u adds up to more than 1");
  }
  return n === null ? { m, u, h } : { m, u, h, n };
}

/** `weightBits` and `byFrequency` are for the reader alone. */
function readLevel(place: JsonPlace, label: string) {
  const before = place.mistakes.length;
  const level = place.required().fields(["label", "m", "u", "h", "n", "weightBits", "byFrequency"]);
  level.label.required().oneOf([label], "level at this place");
  const share = { above: 0, max: 1 } as const;
  const m = level.m.required().number(share) ?? 1;
  const u = level.u.required().number(share) ?? 1;
  const [h, n] = [level.h.number(share), level.n.number(share)];
  return { m, u, h, n, isRead: place.mistakes.length === before };
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function requireWhole(place: JsonPlace, name: string, shares: readonly number[]): void {
  const sum = sumOf(shares);
  if (Math.abs(sum - 1) > sumTolerance) place.note(`${name} must add up to 1, not ${Number(sum.toPrecision(6))}`);
}
