"""Scoring against servers that answer at once and after a while, with wrk and, where it is installed, hey beside it.

Both send the same body over and over and look at no answer; redsieve reads rows, makes a body of each, reads the scores, and has
every one of them on the disk. What a server could give is what they get of it: wrk on one thread, hey on all cores.
"""

import json
import os
import re
import shutil
import socket
import subprocess
import time

from table import Row, under
from timing import Failed, peak_bytes

CONCURRENCY = 64
# Rows of one file that is scored again and again under other names would be a small round: these are all different.
TEXT = "A response of some length, as a model would write it about the thing that was asked for. " * 5


class Stub:
    """The server, as a process of its own."""

    def __init__(self, program, milliseconds):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.process = subprocess.Popen([program, str(self.port), str(milliseconds)])
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.02)
        raise Failed("the server for scoring does not listen")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()


def scoring(bench):
    """Rows a second beside wrk, memory, and going on after an interruption."""
    if not shutil.which("wrk"):
        raise Failed("scoring is compared with wrk, which is not installed: apt-get install wrk")
    folder = bench.rounds.scratch("scoring")
    os.makedirs(folder)
    program = os.path.join(folder, "stub")
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "scoring-stub.c")
    subprocess.run(["cc", "-O2", "-o", program, source], check=True)
    rows = []
    # Enough rows that looking at the server before and after weighs little.
    runs = (
        (0, "at once", 1, 200_000), (0, "at once", 32, 1_600_000),
        (20, "after 20 ms", 1, 40_000), (20, "after 20 ms", 32, 1_600_000),
    )
    for milliseconds, name, batch, count in runs:
        with Stub(program, milliseconds) as stub:
            rows += _speed(bench, folder, stub, name, count, batch)
    with Stub(program, 0) as stub:
        few, many = (_memory(bench, folder, stub, count) for count in (1_000_000, bench.inside))
        rows.append(
            under("peak memory of scoring", f"1M, {bench.inside / 1e6:g}M", many / few, 1.2, lambda n: f"{n:.2f} times that of 1M")
        )
        bench.details["scoring memory"] = {"1M": few, "most": many}
        rows.append(under("going on behind 1M finished rows", "1M", _resume(bench, folder, stub), 5))
    shutil.rmtree(folder)
    return rows


def _answers(folder, count, text=TEXT):
    path = os.path.join(folder, f"answers-{count}-{len(text)}.jsonl")
    if not os.path.exists(path):
        with open(path, "w") as file:
            for number in range(count):
                file.write(f'{{"id": {number}, "prompt": "question {number}", "response": "{text}{number}"}}\n')
    return path


def _rewards(folder, stub, batch):
    path = os.path.join(folder, f"rewards-{stub.port}-{batch}.toml")
    with open(path, "w") as file:
        file.write(
            f'[safety]\nurl = "http://127.0.0.1:{stub.port}"\ntext = "{{prompt}} {{response}}"\nbatch = {batch}\n'
            f"concurrency = {CONCURRENCY}\n"
        )
    return path


def _command(bench, source, rewards, output):
    return [bench.redsieve, "score", source, "--rewards", rewards, "-o", output]


def _clear(output):
    name = output.removesuffix(".jsonl")
    shutil.rmtree(output + ".scoring", ignore_errors=True)
    for path in (output, name + ".scoring.json", name + ".failed.jsonl"):
        if os.path.exists(path):
            os.unlink(path)


def _speed(bench, folder, stub, name, count, batch):
    source, rewards = _answers(folder, count), _rewards(folder, stub, batch)
    output = os.path.join(folder, "round.jsonl")
    _clear(output)
    began = time.monotonic()
    run = subprocess.run(_command(bench, source, rewards, output), capture_output=True, text=True)
    ours = count / (time.monotonic() - began)
    if run.returncode != 0:
        raise Failed(run.stderr.strip())
    texts = [f"question {number} {TEXT}{number}" for number in range(100, 100 + batch)]
    prompts = [f"question {number}" for number in range(100, 100 + batch)]
    body = json.dumps({"query": texts, "prompts": prompts, "labels": [""] * batch}, separators=(",", ":"))
    size = "a row" if batch == 1 else f"{batch} rows"
    rows = []
    for tool, requests in _peers(folder, stub, body).items():
        peer = requests * batch
        figures = {"ours_rows_s": ours, f"{tool}_rows_s": peer, "at_least": 0.9}
        rows.append(
            Row(
                f"scoring, {size} a request, answered {name}", f"{count:,}", f"{ours:,.0f} rows/s", f"{peer:,.0f} rows/s {tool}",
                f"{ours / peer:.2f} times as many", "≥ 0.9 times as many", ours >= 0.9 * peer, figures,
            )
        )
    return rows


def _peers(folder, stub, body):
    """Requests a second of each tool that is there, with the same body at the same concurrency."""
    url = f"http://127.0.0.1:{stub.port}/get_reward"
    script, plain = os.path.join(folder, "wrk.lua"), os.path.join(folder, "body.json")
    with open(script, "w") as file:
        file.write('wrk.method = "POST"\nwrk.headers["Content-Type"] = "application/json"\n')
        file.write(f"wrk.body = [==[{body}]==]\n")
    with open(plain, "w") as file:
        file.write(body)
    commands = {
        "wrk": ["wrk", "-t1", f"-c{CONCURRENCY}", "-d5s", "-s", script, url],
        "hey": ["hey", "-z", "5s", "-c", str(CONCURRENCY), "-m", "POST", "-T", "application/json", "-D", plain, url],
    }
    found = {}
    for tool, command in commands.items():
        if tool == "hey" and not shutil.which(tool):
            continue
        run = subprocess.run(command, capture_output=True, text=True)
        rate = re.search(r"Requests/sec:\s*([\d.]+)", run.stdout)
        if not rate:
            raise Failed(f"{tool}: {run.stdout}{run.stderr}")
        found[tool] = float(rate.group(1))
    return found


def _memory(bench, folder, stub, count):
    # Short texts: whole ones would fill the disk, and what is kept does not depend on them.
    source, rewards = _answers(folder, count, "r"), _rewards(folder, stub, 32)
    output = os.path.join(folder, "memory.jsonl")
    _clear(output)
    peak = peak_bytes(_command(bench, source, rewards, output))
    _clear(output)
    if count > 1_000_000:
        os.unlink(source)
    return peak


def _resume(bench, folder, stub):
    """Seconds of a run whose rows are all done but for the last hundred."""
    count = 1_000_000
    source, rewards = _answers(folder, count, "r"), _rewards(folder, stub, 32)
    output = os.path.join(folder, "resumed.jsonl")
    _clear(output)
    log = os.path.join(output + ".scoring", "log.jsonl")
    run = subprocess.Popen(_command(bench, source, rewards, output), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    # Until nearly all are done: the size of the output tells.
    done = os.path.join(output + ".scoring", "scored.jsonl")
    whole = os.path.getsize(source) + count * len(', "safety_score": 0.8125')
    while run.poll() is None:
        try:
            if os.path.getsize(done) > whole * 0.97:
                break
        except OSError:
            pass
        time.sleep(0.002)
    if run.poll() is not None or not os.path.exists(log):
        raise Failed("the run to be interrupted was over")
    run.kill()
    run.wait()
    rows = sum(1 for _ in open(done, "rb"))
    began = time.monotonic()
    again = subprocess.run(_command(bench, source, rewards, output), capture_output=True, text=True)
    seconds = time.monotonic() - began
    if again.returncode != 0:
        raise Failed(again.stderr.strip())
    bench.details["scoring resumed"] = {"rows_done": rows, "seconds_with_the_rest": seconds}
    _clear(output)
    return seconds
