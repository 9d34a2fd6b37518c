"""Scores a file with Splink under a settings file, and prints what it took as JSON. Time is taken inside the process:
importing Splink is not counted, reading the file is counted on its own."""

import json
import sys
import time

from splink import DuckDBAPI, Linker

from splink_connection import connect, read

records, settings, links, threshold, folder, memory = sys.argv[1:7]
start = time.perf_counter()
connection = connect(folder, memory)
read(connection, records)
loaded = time.perf_counter()
api = DuckDBAPI(connection)
linker = Linker(api.register("records"), settings)
predictions = linker.inference.predict(threshold_match_weight=float(threshold), warning_mode="never")
predicted = time.perf_counter()
connection.execute(
    f"COPY (SELECT unique_id_l, unique_id_r, match_weight, match_key FROM {predictions.physical_name}) TO '{links}'"
)
written = time.perf_counter()
print(json.dumps({"read": loaded - start, "predict": predicted - loaded, "write": written - predicted}))
