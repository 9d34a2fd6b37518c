"""DuckDB as Splink's documentation and DuckDB's guide to large loads advise: all cores, a ceiling on memory with a folder
to spill to, and no order of rows to keep."""

import os

import duckdb


def connect(folder, memory):
    connection = duckdb.connect()
    connection.execute(f"SET threads = {len(os.sched_getaffinity(0))}")
    connection.execute(f"SET memory_limit = '{memory}'")
    connection.execute(f"SET temp_directory = '{folder}'")
    connection.execute("SET preserve_insertion_order = false")
    return connection


def read(connection, records):
    connection.execute("CREATE TABLE records AS FROM read_csv(?, all_varchar = true)", [records])
