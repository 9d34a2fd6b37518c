// A Splink model as the document that `model import` writes: Splink's own keys, with every figure that scoring uses
// written out, defaults included, and beside them what each level adds in bits.
import { version } from "../../shared/version.ts";
import type { SplinkComparison, SplinkLevel, SplinkModel } from "./splinkModel.ts";

/** Reads back with loadSplinkModel to a model that scores the same. */
export function describeSplinkModel(model: SplinkModel): object {
  return {
    format: "namesake-splink-model",
    version: 1,
    engine: version,
    link_type: model.linkType,
    sql_dialect: "duckdb",
    unique_id_column_name: model.idColumn,
    probability_two_random_records_match: model.prior,
    blocking_rules_to_generate_predictions: model.rules.map(({ sql }) => ({
      blocking_rule: sql,
      sql_dialect: "duckdb",
    })),
    comparisons: model.comparisons.map(describeComparison),
  };
}

function describeComparison({ name, levels }: SplinkComparison): object {
  return { output_column_name: name, comparison_levels: levels.map(describeLevel) };
}

function describeLevel({ label, sql, isNull, m, u, weight, frequency }: SplinkLevel): object {
  return {
    label_for_charts: label,
    sql_condition: sql,
    ...(isNull
      ? { is_null_level: true }
      : { m_probability: m, u_probability: u, weight_bits: Number(weight.toPrecision(6)) }),
    ...(frequency === null
      ? {}
      : {
          tf_adjustment_column: frequency.column,
          tf_adjustment_weight: frequency.weight,
          ...(frequency.minimumU > 0 ? { tf_minimum_u_value: frequency.minimumU } : {}),
          ...(frequency.isOwnU ? { disable_tf_exact_match_detection: true } : {}),
        }),
  };
}
