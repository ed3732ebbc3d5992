"""Holds redsieve_job.py against the program: the same sets byte for byte, the same invalid rows, the same counts."""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile

import hostile

JOB = os.path.abspath("Sources/Select/CGridJob/redsieve_job.py")


class Check:
    def __init__(self, options):
        self.program, self.engines = options.program, options.engine or ["duckdb", "spark"]
        self.master = options.master
        self.folder = tempfile.mkdtemp(prefix="check-cluster-")
        self.failed = self.passed = 0
        os.environ["PYSPARK_PYTHON"] = sys.executable

    def run(self, *words, status=0):
        done = subprocess.run(words, capture_output=True, text=True, errors="replace", cwd=self.folder)
        if done.returncode != status:
            raise AssertionError(f"{' '.join(words)} ended with {done.returncode}:\n{done.stderr[-2000:]}")
        return done

    def job(self, engine, step, plan, out, status=0):
        words = [JOB, step, plan, out, "--engine", engine]
        submit = os.path.join(os.path.dirname(sys.executable), "spark-submit")
        start = [sys.executable] if engine == "duckdb" else [submit, "--master", self.master, "--conf", "spark.ui.enabled=false",
                                                                "--conf", "spark.sql.shuffle.partitions=4"]
        return self.run(*start, *words, status=status)

    def plan(self, name, files, thetas, *words):
        folder = os.path.join(self.folder, name + "-plan")
        options = [word for key, value in thetas.items() for word in (f"--theta-{key}", repr(value))]
        self.run(self.program, "plan", *files, *options, "--seed", "7", "-o", folder, *words)
        return os.path.join(folder, "plan.json")

    def expect(self, what, found, wanted):
        if found == wanted:
            self.passed += 1
            return
        self.failed += 1
        print(f"FAILED {what}")
        if isinstance(found, list):
            for line in [f"  only the job:     {line!r}" for line in found if line not in wanted][:5]:
                print(line[:400])
            for line in [f"  only the program: {line!r}" for line in wanted if line not in found][:5]:
                print(line[:400])
        else:
            print(f"  the job: {found!r}\n  the program: {wanted!r}")

    def round(self, name, lines, thetas, parts=1):
        """One round by every engine."""
        folder = os.path.join(self.folder, name)
        os.makedirs(folder)
        files = []
        for part in range(parts):
            files.append(os.path.join(folder, f"part {part}=x.jsonl"))
            with open(files[-1], "wb") as file:
                file.write(b"\n".join(lines[part * len(lines) // parts : (part + 1) * len(lines) // parts]))
        self.files(name, files, thetas)

    def files(self, name, files, thetas):
        options = [word for key, value in thetas.items() for word in (f"--theta-{key}", repr(value))]
        out = os.path.join(self.folder, name + "-select")
        self.run(self.program, "select", *files, *options, "--no-review", "-o", out)
        manifest = json.load(open(os.path.join(out, "manifest.json")))
        summary = json.loads(self.run(self.program, "summary", *files, *options, "--no-review", "--no-sha256", "--json").stdout)
        plan = self.plan(name, files, thetas)
        for engine in self.engines:
            sets = os.path.join(self.folder, f"{name}-{engine}-sets")
            self.job(engine, "select", plan, sets)
            for part in ("adversarial", "accepted"):
                wanted = lines_of(os.path.join(out, part + ".jsonl"))
                found = lines_of(os.path.join(sets, part))
                self.expect(f"{name}, {engine}: {part}", found, wanted)
            self.expect(f"{name}, {engine}: invalid", sorted(reasons(os.path.join(sets, "invalid"))), sorted(reasons(os.path.join(out, "invalid.jsonl"))))
            made = json.load(open(os.path.join(sets, "manifest.json")))
            self.expect(f"{name}, {engine}: buckets", made["buckets"], manifest["buckets"])
            self.expect(f"{name}, {engine}: on the line", made["on_the_line"], manifest["on_the_line"])
            told = [(row["reason"], row["field"], row["rows"]) for row in made["invalid_rows"]]
            wanted = [(row["reason"], row["field"], row["rows"]) for row in summary["invalid_rows"]]
            self.expect(f"{name}, {engine}: reasons", sorted(told, key=str), sorted(wanted, key=str))
        self.grid(name, files, plan, len(name))


    def bad_input(self):
        """What the job refuses, and that it leaves nothing behind then."""
        file = os.path.join(self.folder, "some.jsonl")
        with open(file, "wb") as output:
            output.write(b"\n".join(hostile.round_of(0, 50)))
        plan = self.plan("refused", [file], {"adv": 0.3, "safety": 0.8, "help": 0.4})
        text = open(plan).read()
        out = os.path.join(self.folder, "refused")

        def refused(what, words, engine="duckdb"):
            done = self.job(engine, "select", os.path.join(self.folder, "other.json"), out, status=65)
            self.expect(f"refused, {what}: {done.stderr}", words in done.stderr and not os.path.exists(out), True)

        def write(changed):
            with open(os.path.join(self.folder, "other.json"), "w") as output:
                output.write(changed)

        write(text.replace("0.3", "0.4"))
        refused("a plan changed by hand", "was changed after it was written")
        write('{"plan": 2}')
        refused("a plan of another version", "is a plan of version 2")
        write("{}")
        refused("what is no plan", "is not a plan of redsieve")
        write(text)
        with open(file, "ab") as output:
            output.write(b"\n{}\n")
        refused("a file that grew", "make the plan again")
        os.remove(file)
        refused("a file that is gone", "is in the plan and not there")

    def verdicts(self):
        """Verdicts of a review count as in select, by content, and one on an item that is gone is an error."""
        file = os.path.join(self.folder, "judged.jsonl")
        rows = open("sample-data/round-3.jsonl", "rb").read().split(b"\n")
        rows += [b'{"prompt":"x","response":"y","safety_score":0.1,"helpfulness_score":0.1,"redsieve_verdict":1}'] + rows[:400]
        with open(file, "wb") as output:
            output.write(b"\n".join(rows))
        lines = ["order safety", "x", "c", "y", "s", "x", "order id", "x", "s", "c", "filter redsieve_verdict = 1", "c", ""]
        subprocess.run([self.program, file, "--plain"], input="\n".join(lines), capture_output=True, text=True)
        review = file + ".review"
        out, grid, folder = (os.path.join(self.folder, "judged-" + name) for name in ("select", "grid", "plan-2"))
        self.run(self.program, "select", file, "--review", review, "-o", out)
        manifest = json.load(open(os.path.join(out, "manifest.json")))
        self.expect("there are verdicts against the rule", manifest["verdicts"]["override"] > 2, True)
        plan = self.plan("judged", [file], {})
        self.job("duckdb", "grid", plan, grid)
        self.run(self.program, "plan", "--select", grid, "--review", review, "-o", folder)
        for engine in self.engines:
            sets = os.path.join(self.folder, f"judged-{engine}-sets")
            self.job(engine, "select", os.path.join(folder, "plan.json"), sets)
            for part in ("adversarial", "accepted"):
                self.expect(f"verdicts, {engine}: {part}", lines_of(os.path.join(sets, part)), lines_of(os.path.join(out, part + ".jsonl")))
            made = json.load(open(os.path.join(sets, "manifest.json")))
            self.expect(f"verdicts, {engine}: buckets", made["buckets"], manifest["buckets"])
            self.run(self.program, "verify", sets, "--grid", grid)
        # The same verdicts and another round.
        other = os.path.join(self.folder, "other.jsonl")
        with open(other, "wb") as output:
            output.write(b"\n".join(hostile.round_of(1, 50)))
        grid, folder = grid + "-other", folder + "-other"
        self.job("duckdb", "grid", self.plan("other", [other], {}), grid)
        self.run(self.program, "plan", "--select", grid, "--review", review, "-o", folder)
        done = self.job("duckdb", "select", os.path.join(folder, "plan.json"), os.path.join(self.folder, "never"), status=65)
        self.expect(f"verdicts on items that are gone: {done.stderr}", "verdicts are on items that the round does not have" in done.stderr, True)

    def grid(self, name, files, plan, seed):
        """The grid of a round: the same by every engine, true at every line and between them."""
        grids = []
        for engine in self.engines:
            grids.append(os.path.join(self.folder, f"{name}-{engine}-grid"))
            self.job(engine, "grid", plan, grids[-1])
        for other in grids[1:]:
            for part in ("cells.csv", "prompts.csv", "pairs.csv", "mixed.csv", "facets.csv", "sample.jsonl"):
                paths = [os.path.join(grid, part) for grid in (grids[0], other)]
                if os.path.exists(paths[0]):
                    first, second = (open(path, "rb").read() for path in paths)
                    self.expect(f"{name}, {part} of both engines", second == first, True)
        grid = grids[0]
        record = json.load(open(os.path.join(grid, "grid.json")))
        random_ = random.Random(seed)
        for turn in range(6):
            safety, help_ = record["safety"], record["helpfulness"]

            def theta(axis):
                if turn % 2 == 0:
                    return random_.choice(axis["lines"])
                return random_.choice([random_.uniform(axis["min"], axis["max"]), axis["min"], axis["max"]])

            words = [f"--theta-adv={theta(safety)!r}", f"--theta-safety={theta(safety)!r}", f"--theta-help={theta(help_)!r}"]
            words += ["--no-review", "--json"]
            found = json.loads(self.run(self.program, "summary", grid, *words).stdout)
            wanted = json.loads(self.run(self.program, "summary", *files, *words, "--no-sha256").stdout)
            for part, key in [("buckets", key) for key in ("adversarial", "accepted", "discarded")] + [
                ("on_the_line", key) for key in ("adv", "safety", "help")
            ] + [("sets", "adversarial_prompts"), ("sets", "accepted_pairs")]:  # fmt: skip
                range_, count = found[part][key], wanted[part][key]
                self.expect(f"{name}, grid at {words}: {key} {count} within {range_}", range_["low"] <= count <= range_["high"], True)
            if turn % 2 == 0:
                self.expect(f"{name}, grid on lines is exact", found["exact"], True)
        # The sample: every row whose number is small enough for its stratum.
        drawn = lines_of(os.path.join(grid, "sample.jsonl"))
        self.expect(f"{name}: rows of the sample", len(drawn), sum(stratum["drawn"] for stratum in record["strata"]["sizes"]))
        # From the grid to the sets.
        folder = os.path.join(self.folder, name + "-plan-2")
        self.run(self.program, "plan", "--select", grid, "-o", folder)
        for engine in self.engines:
            sets = os.path.join(self.folder, f"{name}-{engine}-sets-2")
            self.job(engine, "select", os.path.join(folder, "plan.json"), sets)
            self.run(self.program, "verify", sets, "--grid", grid)
            self.passed += 1
            part = os.path.join(sets, "accepted", "part-00000.jsonl")
            if os.path.exists(part) and os.path.getsize(part):
                with open(part, "ab") as file:
                    file.write(b"{}\n")
                self.run(self.program, "verify", sets, "--grid", grid, status=65)
                self.passed += 1


def lines_of(path):
    """The lines of a file, or of all parts of a folder in their order."""
    if not os.path.isdir(path):
        return open(path, "rb").read().split(b"\n")[:-1]
    return [line for part in sorted(os.listdir(path)) if part.startswith("part-") for line in lines_of(os.path.join(path, part))]


def reasons(path):
    found = []
    for line in lines_of(path):
        row = json.loads(line)
        found.append((os.path.basename(row["file"]), row["reason"], row["text"], row.get("text_bytes")))
    return [tuple(map(str, row)) for row in found]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", default=os.path.abspath(os.environ.get("REDSIEVE", ".build/debug/redsieve")))
    parser.add_argument("--engine", action="append", choices=("duckdb", "spark"), help="duckdb or spark; both without it")
    parser.add_argument("--master", default="local[2]", help="Spark's master, such as local-cluster[2,1,1024] (local[2])")
    parser.add_argument("--rounds", type=int, default=20, help="seeded rounds (20)")
    parser.add_argument("--keep", action="store_true", help="leaves the folder of the check")
    options = parser.parse_args()
    check = Check(options)
    thetas = {"adv": 0.3, "safety": 0.8, "help": 0.4}
    try:
        check.files("samples", [os.path.abspath(f"sample-data/round-{n}.jsonl") for n in (1, 2, 3, 4)], thetas)
        check.files("hostile-sample", [os.path.abspath("sample-data/hostile.jsonl")], thetas)
        check.round("hostile", hostile.rows(), thetas, parts=2)
        check.bad_input()
        check.verdicts()
        for seed in range(options.rounds):
            random_thetas = [thetas, {"adv": -1.5, "safety": 0.5, "help": 0.0}][seed % 2]
            check.round(f"seed-{seed}", hostile.round_of(seed, 400), random_thetas, parts=1 + seed % 3)
    finally:
        if options.keep:
            print(check.folder)
        else:
            shutil.rmtree(check.folder)
    print(f"{check.passed} passed, {check.failed} failed")
    return 1 if check.failed else 0


if __name__ == "__main__":
    sys.exit(main())
