"""Exports hostile rounds in every format and reads every file with every client. See script/check-clients."""

import json
import logging
import os
import shutil
import subprocess
import sys
import tempfile

os.environ.update(HF_DATASETS_OFFLINE="1", HF_DATASETS_DISABLE_PROGRESS_BARS="1", HF_HUB_OFFLINE="1")
import datasets
import duckdb
import pandas
import polars

datasets.logging.set_verbosity(logging.CRITICAL + 1)
logging.disable(logging.CRITICAL)

REDSIEVE = os.environ["REDSIEVE"]
FORMATS = ["rows", "prompt-completion", "messages"]
SETS = ["adversarial", "accepted", "discarded", "invalid"]
CLIENTS = ["datasets", "pandas", "polars", "duckdb"]


def row(number, more="", prompt="p%d", response="r", safety=None, help="0.9"):
    """One row: every third is adversarial, every third accepted, every third discarded."""
    safety = safety or ["0.1", "0.9", "0.6"][number % 3]
    text = prompt % number if "%d" in prompt else prompt
    return '{"prompt":"%s","response":"%s","safety_score":%s,"helpfulness_score":%s%s}' % (
        text, response, safety, help, more)


def jsonl(*more, rows=9, **settings):
    return "".join(row(i, more[i % len(more)], **settings) + "\n" for i in range(rows))


def csv(header, cells, rows=9):
    lines = [header] + [cells % (i, ["0.1", "0.9", "0.6"][i % 3]) for i in range(rows)]
    return "\n".join(lines) + "\n"


# Name, file name, text, and the clients that are known to refuse rows of it as they stand.
ROUNDS = [
    ("plain", "r.jsonl", jsonl(""), set()),
    ("escapes", "r.jsonl", jsonl(r',"k":"\u0000\b\f\n\r\t\/\\\"\u2028"'), set()),
    ("pairs of surrogates", "r.jsonl", jsonl(prompt=r"\ud83d\ude00 %d", *[""]), set()),
    ("lone surrogates", "r.jsonl", jsonl(prompt=r"\ud83d %d", response=r"\ude00", *[""]), set(CLIENTS)),
    ("lone in one row", "r.jsonl", jsonl("") + row(9, prompt=r"\udfff %d") + "\n" + row(10, r',"k":"\ud800"') + "\n",
     set(CLIENTS)),
    ("a key twice", "r.jsonl", jsonl(',"k":1,"k":2'), {"datasets", "duckdb"}),
    ("a key twice inside", "r.jsonl", jsonl(',"m":{"k":1,"k":2}'), {"datasets", "duckdb", "polars"}),
    ("an earlier verdict", "r.jsonl", jsonl(',"redsieve_verdict":{"call":"accepted"}'), set()),
    ("65 bits", "r.jsonl", jsonl(',"k":18446744073709551616'), {"pandas"}),
    ("beyond doubles", "r.jsonl", jsonl(',"k":1e400'), {"datasets", "polars"}),
    ("100 deep", "r.jsonl", jsonl(',"k":' + "[" * 100 + "]" * 100), {"datasets"}),
    ("200 deep", "r.jsonl", jsonl(',"k":' + "[" * 200 + "]" * 200), {"datasets", "duckdb"}),
    ("NUL in a key", "r.jsonl", jsonl(r',"k\u0000":1'), {"datasets"}),
    ("mixed types", "r.jsonl", jsonl(',"k":1', ',"k":"x"', ',"k":[1]'), set()),
    ("mixed with booleans", "r.jsonl", jsonl(',"k":1', ',"k":true', ""), {"polars"}),
    ("a 20 MB row", "r.jsonl", jsonl("", rows=6) + row(7, ',"k":"' + "a" * 40_000_000 + '"') + "\n", {"duckdb"}),
    ("broken rows", "r.jsonl", jsonl("") + "{\n[1]\n\n" + row(9, safety="null") + "\n", set()),
    ("CR LF", "r.jsonl", jsonl("").replace("\n", "\r\n"), set()),
    ("only accepted", "r.jsonl", jsonl("", safety="0.95"), set()),
    ("only adversarial", "r.jsonl", jsonl("", safety="0.05"), set()),
    ("parents", "r.jsonl", jsonl(',"parent":"seed"', ',"parent":"seed"', ""), set()),
    ("scores as text", "r.jsonl", jsonl("", safety='"0.9"'), set()),
    ("another scale", "r.jsonl", "".join(row(i, safety=str(i * 1.7 - 3.3), help=str(i % 4)) + "\n" for i in range(12)), set()),
    ("CSV", "r.csv", csv("prompt,response,safety_score,helpfulness_score,note", 'p%d,"a\n""b""",%s,0.9,x'), set()),
    ("CSV, empty headers", "r.csv", csv("prompt,response,safety_score,helpfulness_score,,,", "p%d,b,%s,0.9,,,"), set()),
    ("CSV, a header twice", "r.csv", csv("prompt,response,safety_score,helpfulness_score,note,note", "p%d,b,%s,0.9,x,y"), set()),
]


def read_datasets(path, folder):
    cache = tempfile.mkdtemp(dir=folder)
    return datasets.load_dataset("json", data_files=path, split="train", cache_dir=cache).num_rows


def read_pandas(path, folder):
    return len(pandas.read_json(path, lines=True))


def read_polars(path, folder):
    return polars.read_ndjson(path).height


def read_duckdb(path, folder):
    return len(duckdb.sql("select * from read_json_auto('%s', format = 'newline_delimited')" % path).fetchall())


READERS = {"datasets": read_datasets, "pandas": read_pandas, "polars": read_polars, "duckdb": read_duckdb}
# No client promises to read a file without a byte.
REFUSES_EMPTY = {"datasets", "polars"}


def apart(function, *arguments):
    """What a function gives, from a process of its own: a client may crash."""
    reader, writer = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reader)
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        try:
            result = [True, function(*arguments)]
        except BaseException as error:
            cause = error.__cause__ or error
            result = [False, "%s: %s" % (type(cause).__name__, (str(cause).strip().split("\n") or [""])[0][:90])]
        os.write(writer, json.dumps(result).encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as stream:
        text = stream.read()
    os.waitpid(process, 0)
    return json.loads(text) if text else [False, "crashed"]


def load_folder(folder, cache):
    """The rows of every set that load_dataset finds in an export, by name, and those of the one that it takes by itself."""
    names = datasets.get_dataset_config_names(folder)
    rows = {name: datasets.load_dataset(folder, name, split="train", cache_dir=cache).num_rows for name in names}
    rows["itself"] = datasets.load_dataset(folder, split="train", cache_dir=cache).num_rows
    return rows


def main():
    work = tempfile.mkdtemp(prefix="redsieve-clients-")
    failures = []
    print("%-22s %-18s %-12s %5s  " % ("round", "format", "file", "lines") + "  ".join("%-9s" % c for c in CLIENTS))
    try:
        for number, (name, file, text, refusing) in enumerate(ROUNDS):
            place = os.path.join(work, str(number))
            os.mkdir(place)
            source = os.path.join(place, file)
            with open(source, "w", newline="") as stream:
                stream.write(text)
            for form in FORMATS:
                out = os.path.join(place, form)
                run = subprocess.run([REDSIEVE, "select", source, "-o", out, "--format", form, "--no-review"],
                                     capture_output=True, text=True)
                if run.returncode != 0:
                    failures.append("%s, %s: select ended with %d: %s" % (name, form, run.returncode, run.stderr[-200:]))
                    continue
                with open(os.path.join(out, "manifest.json")) as stream:
                    manifest = json.load(stream)
                again = subprocess.run([REDSIEVE, "verify", out, "--round", source], capture_output=True, text=True)
                if again.returncode != 0:
                    failures.append("%s, %s: verify ended with %d: %s" % (name, form, again.returncode, again.stderr[-200:]))
                for part in SETS:
                    lines = manifest["files"][part + ".jsonl"]["lines"]
                    path = os.path.join(out, part + ".jsonl")
                    passes_through = part != "invalid" and (form == "rows" or part == "discarded")
                    cells = []
                    for client, read in READERS.items():
                        is_fine, found = apart(read, path, place)
                        if is_fine and found == lines:
                            cells.append("ok")
                        else:
                            excused = (lines == 0 and client in REFUSES_EMPTY) or (passes_through and client in refusing)
                            cells.append("refuses" if excused else "FAILS")
                            if not excused:
                                failures.append("%s, %s, %s, %s: %s of %d" % (name, form, part, client, found, lines))
                    if number == 0 or form == "rows" or "FAILS" in cells or part in ("adversarial", "accepted"):
                        print("%-22s %-18s %-12s %5d  " % (name, form, part, lines) + "  ".join("%-9s" % c for c in cells))
                if form == "rows" and "datasets" in refusing:
                    continue
                is_fine, found = apart(load_folder, out, tempfile.mkdtemp(dir=place))
                wanted = {part: manifest["files"][part + ".jsonl"]["lines"] for part in ["adversarial", "accepted", "discarded"]}
                wanted = {part: lines for part, lines in wanted.items() if lines > 0}
                excused = "discarded" in wanted and "datasets" in refusing
                if not is_fine or {k: v for k, v in found.items() if k != "itself"} != wanted:
                    if not excused:
                        failures.append("%s, %s: load_dataset(FOLDER): %s in place of %s" % (name, form, found, wanted))
            shutil.rmtree(place)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    for failure in failures:
        print("FAILED: " + failure)
    print("%d rounds in %d formats: %s" % (
        len(ROUNDS), len(FORMATS), "%d failures" % len(failures) if failures else "all that is promised is read"))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
