"""Reads files with one client, one job a line of standard input, one result a line of standard output."""

import json
import logging
import os
import sys
import tempfile


class Datasets:
    def __init__(self):
        os.environ.update(HF_DATASETS_OFFLINE="1", HF_DATASETS_DISABLE_PROGRESS_BARS="1", HF_HUB_OFFLINE="1")
        import datasets

        datasets.logging.set_verbosity(logging.CRITICAL + 1)
        self.load_dataset, self.names = datasets.load_dataset, datasets.get_dataset_config_names

    def rows(self, path, cache):
        return list(self.load_dataset("json", data_files=path, split="train", cache_dir=cache))

    def folder(self, folder, cache):
        """The rows of the set that load_dataset takes by itself, and of each that it takes by name."""
        names = self.names(folder)
        found = {"": self.try_set(cache, folder)}
        found.update({name: self.try_set(cache, folder, name) for name in names})
        return found

    def try_set(self, cache, *names):
        try:
            return self.load_dataset(*names, split="train", cache_dir=cache).num_rows
        except Exception as error:
            return told(error)


class Pandas:
    def __init__(self):
        import pandas

        self.read_json = pandas.read_json

    def rows(self, path, cache):
        return self.read_json(path, lines=True).to_dict("records")


class Polars:
    def __init__(self):
        import polars

        self.read_ndjson = polars.read_ndjson

    def rows(self, path, cache):
        return self.read_ndjson(path).to_dicts()


class DuckDB:
    def __init__(self):
        import duckdb

        self.duckdb = duckdb

    def rows(self, path, cache):
        found = self.duckdb.sql("select * from read_json_auto('%s', format = 'newline_delimited')" % path)
        return [dict(zip(found.columns, values)) for values in found.fetchall()]


READERS = {"datasets": Datasets, "pandas": Pandas, "polars": Polars, "duckdb": DuckDB}


def croissant(folder):
    """How many records mlcroissant reads of each set but the discarded one."""
    import mlcroissant

    here = os.getcwd()
    os.chdir(folder)
    try:
        data = mlcroissant.Dataset(jsonld="metadata.json")
        names = [each.name if isinstance(each.name, str) else each.id for each in data.metadata.record_sets]
        return {name: sum(1 for _ in data.records(name)) for name in names if name != "discarded"}
    finally:
        os.chdir(here)


def told(error):
    cause = error.__cause__ or error
    return "%s: %s" % (type(cause).__name__, (str(cause).strip().split("\n") or [""])[0][:120])


def answer(reader, job):
    with tempfile.TemporaryDirectory(dir=job["place"]) as cache:
        try:
            if "croissant" in job:
                return {"sets": croissant(job["croissant"])}
            if "folder" in job:
                return {"sets": reader.folder(job["folder"], cache)}
            rows = reader.rows(job["path"], cache)
            return {"lines": len(rows), "texts": [{key: row.get(key) for key in job["keys"]} for row in rows]}
        except BaseException as error:
            return {"error": told(error)}


def main():
    reader = READERS[sys.argv[1]]()
    logging.disable(logging.CRITICAL)
    # Clients print to standard output at times.
    out = os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    for line in sys.stdin:
        out.write(json.dumps(answer(reader, json.loads(line)), default=str) + "\n")
        out.flush()


if __name__ == "__main__":
    main()
