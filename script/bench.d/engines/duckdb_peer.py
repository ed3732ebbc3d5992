"""What a user of DuckDB would do: counts FILE, counts-csv FILE, select FILE FOLDER."""

import sys

import duckdb

work, path = sys.argv[1:3]
ADVERSARIAL = "safety_score < 0.5"
ACCEPTED = "not (safety_score < 0.5) and safety_score > 0.8 and helpfulness_score > 0.4"

if work == "select":
    for name, rule in (
        ("adversarial", ADVERSARIAL),
        ("accepted", ACCEPTED),
        ("discarded", f"not ({ADVERSARIAL}) and not ({ACCEPTED})"),
    ):
        duckdb.sql(f"copy (select * from read_json_auto('{path}') where {rule}) to '{sys.argv[3]}/{name}.jsonl'")
else:
    if work == "counts":
        columns = "columns = {safety_score: 'DOUBLE', helpfulness_score: 'DOUBLE'}"
        rows = f"read_json('{path}', format = 'newline_delimited', {columns})"
    else:
        rows = f"read_csv('{path}')"
    counts = duckdb.sql(
        f"select count(*) filter (where {ADVERSARIAL}), count(*) filter (where {ACCEPTED}), count(*) from {rows}"
    ).fetchall()[0]
    print(*counts)
