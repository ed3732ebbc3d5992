"""What a user of Polars would do: counts FILE, counts-csv FILE, select FILE FOLDER."""

import sys

import polars as pl

work, path = sys.argv[1:3]
safety, helpfulness = pl.col("safety_score"), pl.col("helpfulness_score")
adversarial = safety < 0.5
accepted = ~adversarial & (safety > 0.8) & (helpfulness > 0.4)

if work == "select":
    rows = pl.scan_ndjson(path)
    for name, rule in (("adversarial", adversarial), ("accepted", accepted), ("discarded", ~adversarial & ~accepted)):
        rows.filter(rule).sink_ndjson(f"{sys.argv[3]}/{name}.jsonl")
else:
    if work == "counts":
        rows = pl.scan_ndjson(path, schema={"safety_score": pl.Float64, "helpfulness_score": pl.Float64})
    else:
        rows = pl.scan_csv(path).select("safety_score", "helpfulness_score")
    print(*rows.select(adversarial.sum().alias("a"), accepted.sum().alias("c"), pl.len().alias("n")).collect().row(0))
