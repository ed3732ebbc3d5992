"""Timing commands in turn."""

import json
import os
import shlex
import statistics
import subprocess
import tempfile


class Failed(Exception):
    """A command that was to be timed did not do its work."""


def percentiles(values):
    """The least values that these shares of all did not exceed."""
    ascending = sorted(values)
    rank = lambda share: ascending[max(0, -(-int(share * len(ascending) * 100) // 100) - 1)]
    shares = {"p50": 0.5, "p90": 0.9, "p99": 0.99, "max": 1}
    return {name: round(rank(share), 4) for name, share in shares.items()}


def interleaved(commands, runs, prepare=None):
    """Runs commands in turn, all of them before any a second time.

    commands: argument lists by name. prepare: for some of them, what to do before each run, off the clock.
    Gives the median seconds of each by name: a median heeds no first run that was slow.
    """
    prepare = prepare or {}
    times = {name: [] for name in commands}
    with tempfile.TemporaryDirectory() as folder:
        report = os.path.join(folder, "times.json")
        line = ["hyperfine", "-N", "--runs", "1", "--style", "none", "--export-json", report]
        for name, argv in commands.items():
            line += ["--prepare", shlex.join(prepare.get(name, ["true"])), shlex.join(argv)]
        for _ in range(runs):
            run = subprocess.run(line, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            if run.returncode != 0:
                raise Failed(run.stderr.strip() or f"hyperfine ended with {run.returncode}")
            with open(report) as file:
                results = json.load(file)["results"]
            for name, result in zip(commands, results):
                times[name] += result["times"]
    return {name: statistics.median(all) for name, all in times.items()}


def pipeline(text):
    """A shell's pipeline as a command."""
    return ["sh", "-c", text]


def peak_bytes(argv):
    """The most memory that a command holds, in bytes.

    By a small program in between: a process begins with the memory of the one that it was forked from.
    """
    with tempfile.NamedTemporaryFile("r") as report:
        run = subprocess.run(
            ["/usr/bin/time", "-f", "%M", "-o", report.name] + argv,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        if run.returncode != 0:
            raise Failed(run.stderr.strip() or f"{argv[0]} ended with {run.returncode}")
        return int(report.read().split()[-1]) * 1024
