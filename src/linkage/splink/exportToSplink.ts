// Our trained model as Splink 5 settings. Splink compares values as they are written and knows two classes, so the
// export says less than the model does; everything left out is listed.
import type { Model } from "../model.ts";
import type { ComparisonParameters } from "../score/scoringModel.ts";
import { estimateRulePairs } from "./estimateRulePairs.ts";
import { type SayableLevel, sayableComparisons } from "./exportComparison.ts";
import { exportRule, singleColumns } from "./exportRule.ts";

export interface SplinkExport {
  /** Splink's settings document. */
  readonly settings: object;
  /** Sentences saying what of the model Splink cannot say. */
  readonly leftOut: readonly string[];
}

export interface SplinkExportOptions {
  /** The column that identifies a record in the files that Splink will read; default unique_id. */
  readonly idColumn?: string | undefined;
  /** Most pairs a record that one rule may make without a limit on blocks, by estimate; default 200. */
  readonly pairsPerRecordMax?: number | undefined;
}

const pairsPerRecordDefault = 200;

export function exportToSplink(model: Model, options: SplinkExportOptions = {}): SplinkExport {
  const columnOf = singleColumns(model.fields);
  const leftOut: string[] = [
    "standardising: Splink compares the texts of the columns as they are",
    ...(model.scoring.householdPrior > 0 ? ["the class of two people of one household"] : []),
    ...((model.scoring.twinPrior ?? 0) > 0 ? ["the class of twins"] : []),
    ...((model.scoring.neighbourPrior ?? 0) > 0 ? ["the class of neighbours"] : []),
    ...((model.scoring.movedShare ?? 0) > 0 ? ["places and surnames that change with a move count one by one"] : []),
    ...model.fields.flatMap(({ name, toldBy }) =>
      toldBy === undefined ? [] : [`comparison ${name}: how common a code is beside ${toldBy}`],
    ),
    ...model.fields.flatMap(({ name, seriesBy }) =>
      seriesBy === undefined
        ? []
        : [`comparison ${name}: that numbers of another ${seriesBy.join(" or ")} contradict nothing`],
    ),
    ...(model.blocking.rules.length > 0 ? [`the limit of ${model.blocking.blockSizeMax} records a block`] : []),
  ];
  const comparisons = model.scoring.comparisons.flatMap((comparison): object[] => {
    const isName = comparison.field === "name";
    const column = columnOf.get(isName ? comparison.name : comparison.field);
    const sayable = sayableComparisons[comparison.kind];
    if (column === undefined || sayable === undefined) {
      leftOut.push(
        `comparison ${comparison.name}: ${sayable === undefined ? "has no equal in Splink" : "is not one column's"}`,
      );
      return [];
    }
    if (sayable.leftOut.length > 0) leftOut.push(`comparison ${comparison.name}: ${sayable.leftOut.join("; ")}`);
    return [describeComparison(comparison, column, sayable.levels)];
  });
  const pairsMax = (options.pairsPerRecordMax ?? pairsPerRecordDefault) * model.training.recordCount;
  const rules = model.blocking.rules.flatMap((atoms): object[] => {
    const sql = exportRule(atoms, columnOf);
    const pairs = estimateRulePairs(atoms, model);
    const name = `blocking rule ${atoms.join(" + ")}`;
    if (sql === null) leftOut.push(`${name}: has no equal in Splink`);
    else if (pairs > pairsMax)
      leftOut.push(`${name}: without a limit on blocks it would make some ${pairs.toPrecision(2)} pairs`);
    else return [{ blocking_rule: sql, sql_dialect: "duckdb" }];
    return [];
  });
  const settings = {
    link_type: linkTypeOf(model),
    probability_two_random_records_match: model.scoring.prior,
    retain_matching_columns: false,
    retain_intermediate_calculation_columns: false,
    sql_dialect: "duckdb",
    unique_id_column_name: options.idColumn ?? "unique_id",
    blocking_rules_to_generate_predictions: rules,
    comparisons,
  };
  return { settings, leftOut };
}

function linkTypeOf({ acrossOnly, clustering, training }: Model): string {
  if (acrossOnly || clustering.isOnePerSource) return "link_only";
  return training.sourceCount > 1 ? "link_and_dedupe" : "dedupe_only";
}

function describeComparison(
  { name, m, u }: ComparisonParameters,
  column: string,
  levels: readonly SayableLevel[],
): object {
  const sumOf = (figures: readonly number[], indexes: readonly number[]): number =>
    indexes.reduce((sum, index) => sum + (figures[index] ?? 0), 0);
  const [left, right] = [endColumn(column, "_l"), endColumn(column, "_r")];
  return {
    output_column_name: name,
    comparison_levels: [
      { sql_condition: `${left} IS NULL OR ${right} IS NULL`, label_for_charts: "missing", is_null_level: true },
      {
        sql_condition: `${left} = ${right}`,
        label_for_charts: "exact",
        m_probability: m[0],
        u_probability: u[0],
        tf_adjustment_column: column.slice(1, -1).replaceAll('""', '"'),
        tf_adjustment_weight: 1,
      },
      ...levels.map(({ label, sql, levels: own }) => ({
        sql_condition: sql === null ? "ELSE" : sql.replaceAll("{}_l", left).replaceAll("{}_r", right),
        label_for_charts: label,
        m_probability: sumOf(m, own),
        u_probability: sumOf(u, own),
      })),
    ],
  };
}

/** "name" → "name_l", within the quotes. */
const endColumn = (column: string, end: string): string => `${column.slice(0, -1)}${end}"`;
