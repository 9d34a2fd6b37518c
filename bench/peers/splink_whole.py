"""A whole run as Splink's documentation does it: read, estimate, predict, cluster, write. The comparisons and blocking
rules are those of a settings file without its figures, which Splink estimates from the records."""

import json
import sys
import time

from splink import DuckDBAPI, Linker, block_on

from splink_connection import connect, read

records, settings_file, clusters, folder, memory = sys.argv[1:6]
with open(settings_file) as file:
    settings = json.load(file)
for comparison in settings["comparisons"]:
    for level in comparison["comparison_levels"]:
        level.pop("m_probability", None)
        level.pop("u_probability", None)
columns = {comparison["output_column_name"] for comparison in settings["comparisons"]}

steps = {}
last = time.perf_counter()


def step(name):
    global last
    now = time.perf_counter()
    steps[name] = steps.get(name, 0) + now - last
    last = now


connection = connect(folder, memory)
read(connection, records)
step("read")
api = DuckDBAPI(connection)
linker = Linker(api.register("records"), settings)
linker.training.estimate_probability_two_random_records_match(
    [block_on("given_name", "surname", "birth_date"), block_on("national_id"), block_on("email")], recall=0.7
)
linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
linker.training.estimate_parameters_using_expectation_maximisation(block_on("given_name", "surname"))
linker.training.estimate_parameters_using_expectation_maximisation(block_on("birth_date"))
step("estimate")
predictions = linker.inference.predict(threshold_match_probability=0.9, warning_mode="never")
step("predict")
clustered = linker.clustering.cluster_pairwise_predictions_at_threshold(predictions, threshold_match_probability=0.9)
step("cluster")
connection.execute(f"COPY (SELECT cluster_id, unique_id FROM {clustered.physical_name}) TO '{clusters}' (FORMAT csv)")
step("write")
print(json.dumps(steps))
