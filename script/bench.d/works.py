"""What is measured, part by part. A part takes the `Bench` and gives rows of the table; PARTS lists them in order.

A row is added where its part of the program is, never before.
"""

import json
import subprocess
from shlex import quote

import session
from scoring import scoring
from table import Row, faster, under, within
from timing import Failed, interleaved, peak_bytes, pipeline


def counts(bench):
    """Counting a round as JSON Lines against the engines and `wc -l`."""
    path = bench.rounds.jsonl
    _check(bench, "counts", path)
    ours = [bench.redsieve, "summary", "--no-sha256", path]
    commands = {"redsieve": ours, "scores": [*ours, "--no-sets"], "wc -l": ["wc", "-l", path]}
    times = interleaved(commands | bench.heavy("counts", path), bench.runs)
    engines = {name: times[name] for name in ("DuckDB", "Polars") if name in times}
    # The engines count scores and look at no text, as `--no-sets` does.
    return [
        bench.large(faster("counts of JSONL, against an engine", bench.at, times["redsieve"], engines, 3)),
        bench.large(within("counts of JSONL, against the floor", bench.at, times["redsieve"], "wc -l", times["wc -l"], 2.5)),
        bench.large(faster("the same without the sets, against an engine", bench.at, times["scores"], engines, 3)),
        bench.large(within("the same without the sets, against the floor", bench.at, times["scores"], "wc -l", times["wc -l"], 2.5)),
    ]


def compressed(bench):
    """The same from .gz and .zst against their own tools."""
    gz, zst = bench.rounds.gz, bench.rounds.zst
    commands = {
        "gz": [bench.redsieve, "summary", "--no-sha256", gz],
        "zst": [bench.redsieve, "summary", "--no-sha256", zst],
        "zst scores": [bench.redsieve, "summary", "--no-sha256", "--no-sets", zst],
        "zstd -dc | wc -l": pipeline(f"zstd -dc {quote(zst)} | wc -l"),
    }
    if bench.runs_peers:
        commands["zcat | wc -l"] = pipeline(f"gzip -dc {quote(gz)} | wc -l")
    times = interleaved(commands, bench.runs)
    zcat = {name: times[name] for name in ("zcat | wc -l",) if name in times}
    zstd = "zstd -dc | wc -l"
    return [
        bench.large(faster("counts from .gz (gzip -1)", bench.at, times["gz"], zcat, 2)),
        bench.large(within("counts from .zst (zstd -3)", bench.at, times["zst"], zstd, times[zstd], 1.2)),
        bench.large(within("the same without the sets, from .zst", bench.at, times["zst scores"], zstd, times[zstd], 1.2)),
    ]


def csv(bench):
    """Counting the same rows as CSV."""
    path = bench.rounds.csv
    _check(bench, "counts-csv", path)
    ours = [bench.redsieve, "summary", "--no-sha256", path]
    commands = {"redsieve": ours, "scores": [*ours, "--no-sets"]} | bench.heavy("counts-csv", path)
    times = interleaved(commands, bench.runs)
    whole, scores = times.pop("redsieve"), times.pop("scores")
    return [
        bench.large(faster("counts of CSV, against an engine", bench.at, whole, times, 1)),
        bench.large(faster("the same without the sets, of CSV", bench.at, scores, times, 1)),
    ]


def select(bench):
    """Writing the sets against the engines and a copy that is synced."""
    path = bench.rounds.jsonl
    out, copy = bench.rounds.scratch("select"), bench.rounds.scratch("copy.jsonl")
    guarded, prompts = bench.rounds.scratch("select-guarded"), bench.rounds.prompts(700)
    commands = {
        "redsieve": [bench.redsieve, "select", path, "--out", out],
        "guarded": [bench.redsieve, "select", path, "--out", guarded, "--evaluation", prompts, "--drop-evaluation"],
        "cp and sync": pipeline(f"cp {quote(path)} {quote(copy)} && sync {quote(copy)}"),
    }
    prepare = {"redsieve": ["rm", "-rf", out], "guarded": ["rm", "-rf", guarded], "cp and sync": ["rm", "-f", copy]}
    for name, command in bench.heavy("select", path).items():
        folder = bench.rounds.scratch(f"select-{name.lower()}")
        commands[name] = command + [folder]
        prepare[name] = ["sh", "-c", f"rm -rf {quote(folder)} && mkdir {quote(folder)}"]
    times = interleaved(commands, bench.runs, prepare)
    engines = {name: times[name] for name in ("DuckDB", "Polars") if name in times}
    floor = "cp and sync"
    return [
        bench.large(faster("select, against an engine", bench.at, times["redsieve"], engines, 3)),
        bench.large(within("select, against a synced copy", bench.at, times["redsieve"], floor, times[floor], 1.5)),
        bench.large(within("select with 700 evaluation prompts", bench.at, times["guarded"], "without", times["redsieve"], 1.3)),
    ]


def training(bench):
    """One response a prompt, and pairs, against the same export without."""
    path = bench.rounds.jsonl
    plain, pairs = "select of all", "select of prompt-completion"
    options = {
        plain: [],
        "one at random": ["--per-prompt", "random"],
        "the best by ranks": ["--per-prompt", "best", "--best-by", "ranks"],
        pairs: ["--format", "prompt-completion"],
        "pairs": ["--format", "preference", "--rejected", "weaker", "--allow-empty"],
    }
    commands, prepare = {}, {}
    for number, (name, more) in enumerate(options.items()):
        out = bench.rounds.scratch(f"training-{number}")
        commands[name] = [bench.redsieve, "select", path, "--out", out, *more]
        prepare[name] = ["rm", "-rf", out]
    times = interleaved(commands, bench.runs, prepare)
    return [
        bench.large(within(f"select, {name}", bench.at, times[name], floor, times[floor], 1.2))
        for name, floor in (("one at random", plain), ("the best by ranks", plain), ("pairs", pairs))
    ]


def start(bench):
    """How long the program takes to say anything."""
    times = interleaved({"redsieve": [bench.redsieve, "--help"]}, max(bench.runs, 10))
    return [under("start of redsieve --help", "", times["redsieve"], 0.03)]


def memory(bench):
    """The most memory over what the empty program holds."""
    path, out = bench.rounds.jsonl, bench.rounds.scratch("select-memory")
    empty = peak_bytes([bench.redsieve, "--help"])
    counting = (peak_bytes([bench.redsieve, "summary", "--no-sha256", path]) - empty) / bench.items
    selecting = (peak_bytes([bench.redsieve, "select", path, "--out", out]) - empty) / bench.items
    return [
        _bytes(bench, "peak memory of summary", counting, 72),
        _bytes(bench, "peak memory of select", selecting, 72),
    ]


def screen(bench):
    """A recorded session: what a person at the keys waits for."""
    with open(bench.keys) as file:
        results = session.play(bench.redsieve, bench.rounds.jsonl, file.read())
    bench.details["session"] = results
    marks = {name: value / 1000 for name, value in results["marks_ms"].items()}
    keys = {kind["name"]: kind for kind in results["keys"]}
    at = bench.at
    rows = [
        under("first full frame", at, marks["first frame"], 0.1),
        under("first 100,000 rows reviewable", at, marks["100,000 rows reviewable"], 0.2),
        _read(bench, marks["all rows read"]),
        under("θ key to the finished frame, p99", at, keys["θ step"]["frame_ms"]["p99"] / 1000, 0.016),
        under("bytes written for a θ step, most", at, keys["θ step"]["bytes"]["max"], 4096, lambda n: f"{n:,.0f} B"),
    ]
    for hold in results["holds"]:
        if "held down" in hold["name"]:
            rows.append(under(f"at rest after the last key, {hold['name']}", at, hold["late_ms"] / 1000, 0.016))
    slowest = max(kind["last_ms"]["max"] for name, kind in keys.items() if name.startswith("list"))
    rows.append(under("list key to its list, longest", at, slowest / 1000, 0.1))
    if "zoom" in keys:
        rows.append(under("zoom and pan, longest", at, keys["zoom"]["last_ms"]["max"] / 1000, 0.05))
    rows += _searches(bench, results["finds"])
    if results["peak_bytes"]:
        held = (results["peak_bytes"] - peak_bytes([bench.redsieve, "--help"])) / bench.items
        rows.append(_bytes(bench, "peak memory of the review", held, 40))
    return rows


def inside(bench):
    """The parts of a review on a round in memory, without files and terminal."""
    command = [bench.program("review-bench"), "--items", str(bench.inside), "--json"]
    results = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    bench.details["inside"] = results
    p99 = {work["work"]: work["p99"] / 1000 for work in results["works"]}
    at = amount(bench.inside)
    lists = max(value for name, value in p99.items() if name.startswith("list of"))
    limit = 0.001 if bench.inside <= 10_000_000 else 0.005
    return [
        under("θ step, counts alone, p99", at, p99["θ step by index"], limit),
        under("frame of a θ step in the process, p99", at, p99["frame of a θ step"], 0.016),
        under("window of any list, p99", at, lists, 0.1),
        under("plot of a random zoom, p99", at, p99["plot of a random zoom"], 0.05),
    ]


def scale(bench):
    """Cost against rows: short ones, so that the disk has room."""
    sizes = [size for size in (1_000_000, 3_000_000, 10_000_000, 30_000_000) if size <= bench.most]
    if len(sizes) < 2:
        return []
    figures = {"summary": [], "select": [], "θ step": []}
    for size in sizes:
        path, out = bench.rounds.short(size), bench.rounds.scratch("select-scale")
        commands = {
            "summary": [bench.redsieve, "summary", "--no-sha256", path],
            "select": [bench.redsieve, "select", path, "--out", out],
        }
        times = interleaved(commands, bench.runs, {"select": ["rm", "-rf", out]})
        command = [bench.program("review-bench"), "--items", str(size), "--only", "counts", "--json"]
        works = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["works"]
        figures["summary"].append(times["summary"])
        figures["select"].append(times["select"])
        figures["θ step"].append(next(work["p50"] for work in works if work["work"] == "θ step by index") / 1000)
    bench.details["scale"] = {"items": sizes, "seconds": figures}
    at = " ".join(amount(size) for size in sizes)
    growth = sizes[-1] / sizes[0]
    rows = []
    for name, values in figures.items():
        times = values[-1] / values[0]
        # A tenth for what a machine does by itself; a step may grow with the logarithm, and with the caches it misses.
        limit = 10 if name == "θ step" else growth * 1.1
        shown = " ".join(f"{value:.2f}" if name != "θ step" else f"{value * 1e6:.0f}" for value in values)
        unit = "µs" if name == "θ step" else "s"
        target = f"≤ {limit:.0f} times for {growth:.0f} times the rows"
        rows.append(
            Row(f"cost of {name}", at, f"{shown} {unit}", "", f"{times:.1f}", target, times <= limit, {"seconds": values})
        )
    return rows


PARTS = {
    "counts": counts,
    "compressed": compressed,
    "csv": csv,
    "select": select,
    "training": training,
    "start": start,
    "memory": memory,
    "screen": screen,
    "inside": inside,
    "scoring": scoring,
    "scale": scale,
}


def _read(bench, ours):
    """All rows read on the screen, against VisiData where it was asked for."""
    if bench.peers.visidata is None:
        return Row("all rows read", bench.at, f"{ours:.2f} s", "", "", "", None, {"ours_s": ours})
    command = [bench.peers.visidata, "--batch", "-f", "jsonl", bench.rounds.jsonl]
    return faster("all rows read", bench.at, ours, {"VisiData": interleaved({"vd": command}, 1)["vd"]}, 100)


# What the recorded session looks for; a capital letter makes a search heed case, as rg does.
SEARCHES = {
    "search of a word": ["rg", "-c", "-F", "Charlie"],
    "search of an expression": ["rg", "-c", "Charlie'?s? [a-z]+ (cabinet|drawer)"],
}


def _searches(bench, finds):
    """Searches on the screen against rg on the bytes of the file."""
    wanted = {name: command + [bench.rounds.jsonl] for name, command in SEARCHES.items() if name in finds}
    if not wanted:
        return []
    times = interleaved(wanted, bench.runs)
    rows = []
    for name, find in finds.items():
        whole = within(name, bench.at, find["whole_ms"] / 1000, "rg -c", times[name], 2)
        rows += [bench.large(whole), under(f"{name}, first hits", bench.at, find["first_ms"] / 1000, 0.05)]
    return rows


def _bytes(bench, work, value, limit):
    # Buffers of a fixed size weigh heavily on few items; the promise is for ten million.
    return under(work, bench.at, value, limit, lambda n: f"{n:.1f} B an item", holds=bench.items >= 10_000_000)


def _check(bench, work, path):
    run = subprocess.run([bench.redsieve, "summary", "--json", "--no-sha256", path], capture_output=True, text=True)
    if run.returncode != 0:
        raise Failed(run.stderr.strip())
    summary = json.loads(run.stdout)
    if bench.runs_peers:
        buckets = summary["buckets"]
        bench.peers.check(work, path, [buckets["adversarial"], buckets["accepted"], summary["round"]["items"]])


def amount(items):
    if items >= 1_000_000:
        return f"{items / 1e6:g}M"
    return f"{items / 1e3:g}k" if items >= 1000 else str(items)
