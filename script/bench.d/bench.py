#!/usr/bin/env python3
"""Measures redsieve against what is promised, with other engines beside it, and prints one table."""

import argparse
import json
import os
import platform
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import keyscript
import session
import table
import works
from peers import Peers
from rounds import Rounds
from timing import Failed

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
OUTPUT = os.path.join(ROOT, "bench-output")
# From here on an engine takes minutes for what is measured five times.
LARGE = 3_000_000


class Bench:
    """What every part needs to know."""

    def __init__(self, options, programs):
        self.items = options.items
        self.at = works.amount(options.items)
        self.inside = options.inside or max(options.items, 10_000_000)
        self.most = 30_000_000 if options.scale else 0
        self.keys = options.keys
        self.runs = options.runs or (5 if options.items <= LARGE else 3)
        self.runs_peers = options.peers or (options.items <= LARGE and not options.ours)
        self.program = lambda name: os.path.join(programs, name)
        self.redsieve = self.program("redsieve")
        self.rounds = Rounds(self.program("make-sample-data"), options.output, options.items)
        self.peers = Peers(os.path.join(options.output, "peers"), self.runs_peers, options.visidata)
        self.runs_peers = self.runs_peers and self.peers.python is not None
        # What lies behind the rows, for --json.
        self.details = {}

    def large(self, row):
        """A row that promises something for rounds of a million rows and more."""
        if self.items < 1_000_000:
            row.met = None
        return row

    def heavy(self, work, path):
        """The engines' commands, as far as they are to be run."""
        return self.peers.commands(work, path) if self.runs_peers else {}


def parse(arguments):
    parser = argparse.ArgumentParser(prog="script/bench", description=__doc__)
    parser.add_argument("--items", type=_positive, default=1_000_000, help="rows of the rounds (1000000)")
    parser.add_argument("--only", action="append", choices=list(works.PARTS), help="measures one part; may be repeated")
    parser.add_argument("--scale", action="store_true", help="also cost against rows, up to 30 million short ones")
    parser.add_argument("--inside", type=_positive, help="items for what is measured in memory (10000000 at least)")
    parser.add_argument("--runs", type=_positive, help="how often a command is timed (5; 3 above 3 million rows)")
    parser.add_argument("--peers", action="store_true", help="runs the other engines above 3 million rows too")
    parser.add_argument("--ours", action="store_true", help="runs no other engines, and installs none")
    parser.add_argument("--visidata", action="store_true", help="opens the round in VisiData too, for most of a minute")
    parser.add_argument("--keys", default=os.path.join(os.path.dirname(__file__), "session.keys"), help=argparse.SUPPRESS)
    parser.add_argument("--keep", action="store_true", help="leaves the rounds in bench-output")
    parser.add_argument("--json", action="store_true", help="prints one JSON object")
    parser.add_argument("--record", action="store_true", help="also puts the table into doc/performance.md")
    parser.add_argument("--output", default=OUTPUT, help="the folder for rounds and peers (bench-output)")
    parser.add_argument("--programs", help="a folder with programs that are built, instead of building them")
    return parser.parse_args(arguments)


def _positive(text):
    number = int(text.replace("_", "").replace(",", ""))
    if number < 1:
        raise ValueError
    return number


def built():
    """Builds the programs in release mode; where they are."""
    for product in ("redsieve", "make-sample-data", "review-bench"):
        subprocess.run(["swift", "build", "-c", "release", "--product", product], cwd=ROOT, check=True, stdout=sys.stderr)
    shown = subprocess.run(
        ["swift", "build", "-c", "release", "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return shown.stdout.strip()


def machine(versions):
    """One line about where the figures come from."""
    model = platform.processor() or platform.machine()
    try:
        with open("/proc/cpuinfo") as file:
            model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), model)
    except OSError:
        pass
    others = ", ".join(f"{name} {version}" for name, version in sorted(versions.items()))
    return f"{os.cpu_count()} cores, {model}, {platform.system()} {platform.release()}" + (f"; {others}" if others else "")


def record(shown):
    """Puts a table between the marks in doc/performance.md."""
    path = os.path.join(ROOT, "doc", "performance.md")
    with open(path) as file:
        before, rest = file.read().split("<!-- script/bench --record -->\n", 1)
    _, after = rest.split("<!-- end -->", 1)
    with open(path, "w") as file:
        file.write(f"{before}<!-- script/bench --record -->\n\n{shown}\n\n<!-- end -->{after}")


def main():
    options = parse(sys.argv[1:])
    os.makedirs(options.output, exist_ok=True)
    programs = os.path.abspath(options.programs) if options.programs else built()
    load = os.getloadavg()[0]
    if load > 1:
        print(f"bench: the machine is busy (load {load:.1f}): figures will be worse than they are", file=sys.stderr)
    bench = Bench(options, programs)
    wanted = options.only or [part for part in works.PARTS if part not in ("scale", "scoring")]
    if options.scale and "scale" not in wanted:
        wanted.append("scale")
    if "scale" in wanted:
        bench.most = 30_000_000
    rows, failed = [], []
    try:
        for part in wanted:
            began = time.monotonic()
            try:
                rows += works.PARTS[part](bench)
            except (Failed, session.Gave, keyscript.Mistake, subprocess.CalledProcessError) as error:
                failed.append(part)
                print(f"bench: {part}: {error}", file=sys.stderr)
            print(f"bench: {part} took {time.monotonic() - began:.0f} s", file=sys.stderr)
    finally:
        bench.rounds.remove(options.keep)
    about = f"{machine(bench.peers.versions)}; load before {load:.1f}"
    if options.record and not failed:
        record(f"{table.text(rows)}\n\n{about}")
    if options.json:
        report = {
            "items": bench.items,
            "machine": machine(bench.peers.versions),
            "load_before": load,
            "rows": [row.as_json() for row in rows],
            "failed": failed,
            "details": bench.details,
        }
        print(json.dumps(report, indent=2, ensure_ascii=False))
    else:
        print(table.text(rows))
        print(f"\n{about}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
