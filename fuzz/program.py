"""Gives the whole program mutated inputs, and keeps every run that ends as none may: program.py PROGRAM --runs N --seed N --out FOLDER

A finding is an end by a signal, a run that takes longer than BOUND, a status that no manual names, or a control character in
what is written. Each lies in a folder of its own with its files, its command and what it said. The same seed makes the same runs.
"""
import argparse
import concurrent.futures
import gzip
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
STATUSES = {0, 64, 65, 66, 73, 74, 75, 130}
# Seconds; long enough for a busy machine, since only what hangs takes them.
BOUND = 120
# What a terminal would act on; line ends and tabs are let be.
CONTROLS = re.compile(rb"[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]")
TOKENS = [
    b"null", b"NaN", b"-Infinity", b"1e999", b"-0", b"0.1e-400", b"9007199254740993", b"true", b"{}", b"[]", b'""', b'"', b"\\",
    b"\\ud800", b"\\u0000", b"\x00", b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\r\n", b"\r", b"\n", b",", b";",
    b"\t", b"{", b"}", b"[" * 1200, b"a" * 5000, b"\x1b[2J", "\u202e\u0301\u200d".encode(), b"#", b"'", b"0x10", b".5", b"1_000",
]

# What may stand in a configuration or a theme.
TOML = [b"true", b"-1", b"1e999", b"nan", b'"x"', b"'", b"[", b"]", b"= 5", b"\n", b"\r\n", b"#", b"color(300)", b'"#12345g"', b'["q", "q"]', b"9" * 40,
        b"[keys]\n", b"[[x]]\n", b"a.b = 1\n", "\u202e\u0301".encode(), b"\\u0000", b"bold", b"\xff"]


def mutate(chance, data, others, tokens=TOKENS):
    """Some changes of a few bytes, or of much."""
    data = bytearray(data)
    for _ in range(chance.choice([0, 1, 1, 1, 2, 3, 8])):
        at = chance.randrange(len(data) + 1)
        end = min(len(data), at + chance.choice([1, 1, 2, 5, 20, 200]))
        kind = chance.randrange(20)
        if kind == 0:
            del data[at:]
        elif kind < 6 and at < len(data):
            data[at] ^= 1 << chance.randrange(8)
        elif kind < 10:
            data[at:at] = chance.choice(tokens)
        elif kind < 13:
            data[at:end] = chance.choice(tokens)
        elif kind < 16:
            del data[at:end]
        elif kind < 18:
            data[at:at] = data[at:end] * chance.choice([1, 2, 50])
        else:
            other = chance.choice(others)
            cut = chance.randrange(len(other) + 1)
            data[at:end] = other[cut:cut + 4000]
    return bytes(data)


class Inputs:
    def __init__(self, program, folder):
        self.program = program
        self.json = [row + b"\n" for name in ["hostile.jsonl", "round-2.jsonl"] for row in self.lines(name) if len(row) < 3000]
        self.csv = [row + b"\n" for row in self.lines("round-2.csv")[:400]]
        defaults = subprocess.run([program, "config", "--defaults"], capture_output=True, check=True).stdout
        self.config = defaults
        self.uncommented = re.sub(rb"(?m)^# (?=[a-z.-]+ = )", b"", defaults)
        self.commands = sorted(set(re.findall(r'^"?([a-z]+\.[a-z.-]+)"? = \[', defaults.decode(), re.M)))
        themes = os.path.join(ROOT, "themes")
        self.themes = [open(os.path.join(themes, name), "rb").read() for name in sorted(os.listdir(themes))]
        self.round = b"".join(self.json[-60:])
        self.review = self.made_review(folder)

    @staticmethod
    def lines(name):
        with open(os.path.join(ROOT, "sample-data", name), "rb") as file:
            return file.read().split(b"\n")[:-1]

    def made_review(self, folder):
        """A review of some verdicts, moves and a note, in one file."""
        place = os.path.join(folder, "base")
        os.mkdir(place)
        with open(os.path.join(place, "r.jsonl"), "wb") as file:
            file.write(self.round)
        lines = "adversarial\nsafe\nunsafe\naccepted\nunsafe\nhelpful\nnote looked at\nthreshold 0.7\nundo\nunsure\nquit\n"
        run = subprocess.run(
            [self.program, "r.jsonl", "--review", "r.review", "--reviewer", "ann", "--plain"], cwd=place, env=environment(place),
            input=lines.encode(), capture_output=True)
        with open(os.path.join(place, "r.review"), "rb") as file:
            review = file.read()
        assert len(review) > 4096, run.stdout + run.stderr
        return review

    def rows(self, chance):
        """A round: its file's name and bytes."""
        table = chance.random() < 0.35
        pool = self.csv if table else self.json
        rows = [chance.choice(pool[1:]) for _ in range(chance.choice([0, 1, 2, 5, 5, 20, 20]))]
        # Mostly some rows stay sound, so that there is a round at all.
        rows = [mutate(chance, row, pool) if chance.random() < 0.5 else row for row in rows]
        data = b"".join(([self.csv[0]] if table else []) + rows)
        if table and chance.random() < 0.3:
            data = data.replace(b",", chance.choice([b"\t", b";", b"|"]))
        if chance.random() < 0.2:
            data = mutate(chance, data, pool)
        name = "r." + ("csv" if table else "jsonl")
        kind = chance.random()
        if kind < 0.08:
            data, name = gzip.compress(data, mtime=0), name + ".gz"
            if chance.random() < 0.7:
                data = mutate(chance, data, [data])
        elif kind < 0.14:
            data = data.decode("utf-8", "replace").encode(chance.choice(["utf-16", "utf-16-le", "utf-32", "latin-1"]), "replace")
        elif kind < 0.22:
            name = "r." + chance.choice(["json", "tsv", "txt", "zst", "gz", "parquet", "csv", "jsonl"])
        return name, data

    def filter(self, chance):
        parts = ["safety", "help", "category", "bucket", "moved", "judged", "prompt", "response", "nothing.here", "turn"]
        words = parts + ["<", ">=", "=", "!=", "~", "and", "or", "not", "(", ")", "0.5", "1e999", "/lo.k/i", '"x"', "A", "/(/", "accepted", "true"]
        if chance.random() < 0.5:
            return f"{chance.choice(parts)} {chance.choice(['<', '>', '=', '~'])} {chance.choice(['0.5', 'cheating', '/a|b/', '7'])}"
        return " ".join(chance.choice(words) for _ in range(chance.randrange(1, 12)))

    def plain(self, chance):
        arguments = ["", "0.5", "-1e300", "nan", "adv 0.2", "safety 0.9", "1", "7", "A", "next", "back", "confirm", "cancel", "x" * 300,
                     "\u0301a", "\u202e", "round", "distance", "out", "category", "prompt", "/(/", self.filter(chance)]
        words = self.commands + ["unsafe", "safe", "item", "next", "previous", "counts", "plot", "audit", "list", "confirm", "cancel",
                                 "back", "1", "2", "queue", "filter", "search", "note", "facets", "export", "help", "threshold", "undo", "redo"]
        # Programs of a terminal's have none here, and a stop waits for somebody who lets it go on.
        words = [word for word in words if not re.search(r"suspend|edit|page|copy", word)]
        lines = [f"{chance.choice(words)} {chance.choice(arguments)}".strip() for _ in range(chance.randrange(1, 40))]
        text = "\n".join(lines).encode()
        return mutate(chance, text, [text]) if chance.random() < 0.3 else text


def environment(folder):
    return {
        "HOME": folder, "XDG_STATE_HOME": os.path.join(folder, "state"), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
        "TMPDIR": folder, "SWIFT_BACKTRACE": "enable=no",
    }


def make(inputs, chance, folder):
    """Writes the files of one run into a folder; gives its arguments and what it reads."""
    def put(name, data):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)
        return name

    name, data = inputs.rows(chance)
    round_ = put(name, data)
    theta = chance.choice([[], ["--theta-adv", "0.5", "--theta-safety", "0.8", "--theta-help", "0.4"]])
    fields = chance.choice([[], [], [], ["--field", "prompt=messages.0.content"], ["--field", "safety=" + chance.choice(["id", "x.0", ""])]])
    kind = chance.randrange(7)
    if kind == 0:
        more = chance.choice([[], ["--json"], ["--filter", inputs.filter(chance)], ["--no-sets"]])
        if chance.random() < 0.2:
            return ["summary", "-"] + more + theta, data
        return ["summary", round_] + more + theta + fields, b""
    if kind == 1:
        form = chance.choice(["rows", "prompt-completion", "messages"])
        return ["select", round_, "--out", "out", "--format", form] + theta + fields, b""
    if kind in (2, 3):
        if chance.random() < 0.5:
            round_ = put("p.jsonl", inputs.round)
        review = chance.choice([["--no-review"], ["--review", "p.review"]])
        if review[0] == "--review" and chance.random() < 0.3:
            put("p.review", mutate(chance, inputs.review, [inputs.review]))
        return [round_, "--plain"] + review + theta, inputs.plain(chance)
    if kind == 4:
        put("a.jsonl", mutate(chance, inputs.round, inputs.json) if chance.random() < 0.3 else inputs.round)
        put("a.review", mutate(chance, inputs.review, [inputs.review, data]))
        command = chance.choice([["audit"], ["audit", "--json"], ["report", "-o", "r.html"], ["select", "--out", "out"]])
        return [command[0], "a.jsonl", "--review", "a.review"] + command[1:], b""
    if kind == 5:
        base = chance.choice([inputs.config, inputs.uncommented])
        put("c.toml", mutate(chance, base, [base] + inputs.themes, TOML))
        return chance.choice([["config", "--config", "c.toml"], ["summary", round_, "--config", "c.toml"]]), b""
    base = chance.choice(inputs.themes)
    put("t.toml", mutate(chance, base, inputs.themes, TOML))
    put("t.jsonl", inputs.round)
    keys = " ".join(chance.choice("jkacdmGgQPC?e") for _ in range(6))
    return ["t.jsonl", "--theme", "t.toml", "--no-review", "--script", "-"], f"try keys {keys}\ntry keys Enter Esc\nsize 80 24\n".encode()


def run(inputs, seed, number, into):
    """Nil where the run ended as it may, else what was found."""
    chance = random.Random(seed * 1_000_003 + number)
    with tempfile.TemporaryDirectory(prefix="redsieve-fuzz-") as folder:
        arguments, data = make(inputs, chance, folder)
        with open(os.path.join(folder, "input"), "wb") as file:
            file.write(data)
        found = None
        process = subprocess.Popen(
            [inputs.program, *arguments], cwd=folder, env=environment(folder), stdin=open(os.path.join(folder, "input"), "rb"),
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
        try:
            out, errors = process.communicate(timeout=BOUND)
        except subprocess.TimeoutExpired:
            process.kill()
            out, errors = process.communicate()
            found = f"still running after {BOUND} s"
        if found is None:
            if process.returncode < 0:
                found = f"ended by signal {-process.returncode}"
            elif process.returncode not in STATUSES:
                found = f"status {process.returncode}"
            elif CONTROLS.search(out) or CONTROLS.search(errors):
                found = "a control character in what is written"
            elif process.returncode not in (0, 130) and not errors.strip():
                found = f"status {process.returncode} without a word"
        if found is None:
            return None
        place = os.path.join(into, f"{seed}-{number}")
        shutil.copytree(folder, place, dirs_exist_ok=True)
        with open(os.path.join(place, "finding"), "wb") as file:
            command = " ".join(arguments)
            file.write(f"{found}\nredsieve {command} < input\n\n".encode("utf-8", "surrogateescape") + out[-4000:] + b"\n--\n" + errors[-4000:])
        return f"run {number}: {found}: redsieve {command!r}: {place}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--runs", type=int, required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="redsieve-fuzz-") as folder:
        inputs = Inputs(os.path.abspath(options.program), folder)
    findings = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = (pool.submit(run, inputs, options.seed, number, options.out) for number in range(options.runs))
        for done, job in enumerate(list(jobs), 1):
            found = job.result()
            if found:
                findings += 1
                print(f"fuzz: {found}", file=sys.stderr)
            if done % 500 == 0:
                print(f"fuzz: {done} of {options.runs} runs", file=sys.stderr)
    print(f"fuzz: {options.runs} runs with seed {options.seed}, {findings} findings", file=sys.stderr)
    sys.exit(1 if findings else 0)


main()
