"""Exports hostile rounds in every format and reads every file with every client. See script/check-clients."""

import argparse
import concurrent.futures
import json
import os
import subprocess
import sys
import tempfile
import threading

from rounds import CLIENTS, ROUNDS

FORMATS = ["rows", "prompt-completion", "messages", "preference", "unpaired"]
SETS = ["accepted", "adversarial", "discarded", "invalid"]
# What trainers read; everything of it is compared, and of rows as they stand the texts.
TEXTS = ["prompt", "completion", "messages", "chosen", "rejected", "label"]
# No client promises to read a file without a byte: an export does not list such a set for load_dataset.
REFUSES_EMPTY = {"datasets", "polars"}
CARD = 'name = "n"\nlicense = "MIT"\nurl = "https://example.org/n"\ndate = 2026-11-30\ncreator = "Ann"\ncitation = "Ann"\n'
HERE = os.path.dirname(os.path.abspath(__file__))


class Check:
    """Counts what passed, and says what failed."""

    def __init__(self):
        self.passed, self.failures, self.refused = 0, [], set()

    def refuses(self, export, part, client):
        if export.lines[part] > 0:
            self.refused.add((export.round.name, client))
        return "refuses"

    def that(self, is_so, failure):
        if is_so:
            self.passed += 1
        else:
            self.failures.append(failure)
        return is_so


class Export:
    """One export of a round."""

    def __init__(self, program, work, number, form):
        self.program, self.form, self.round = program, form, ROUNDS[number]
        self.place = os.path.join(work, "%d-%s" % (number, form))
        os.mkdir(self.place)
        rounds = os.path.join(self.place, "round")
        os.mkdir(rounds)
        for name, text in self.round.files.items():
            with open(os.path.join(os.fsencode(rounds), name), "wb") as stream:
                stream.write(text)
        source = rounds if self.round.is_folder else os.path.join(os.fsencode(rounds), next(iter(self.round.files)))
        self.folder = os.path.join(self.place, "export")
        self.problems = []
        if self.round.commands:
            self.run([source, "--plain"] + self.round.options, self.round.commands)
        card = os.path.join(self.place, "card.toml")
        with open(card, "w") as stream:
            stream.write(CARD)
        more = ["--card", card] + (["--dataset-info"] if form != "rows" else [])
        if form == "preference":
            more += ["--allow-empty", "--rejected", "weaker"]
        heeds = ["--review", "auto"] if self.round.commands else ["--no-review"]
        messages = self.run(["select", source, "-o", self.folder, "--format", form] + more + heeds + self.round.options)
        # The clients that select says to refuse rows as they stand.
        told = " ".join(line for line in messages.split("\n") if "refuse" in line).lower()
        self.told = {client for client in CLIENTS if client in told}
        # Without the options: the manifest says what was made of what.
        self.run(["verify", self.folder])
        self.run(["verify", self.folder, "--round", source])
        self.lines, self.keys, self.texts = {}, {}, {}
        if not self.problems:
            self.look()

    def run(self, arguments, text=""):
        run = subprocess.run([self.program] + arguments, input=text.encode(), capture_output=True, env={
            **os.environ, "XDG_STATE_HOME": self.place, "XDG_CONFIG_HOME": self.place})
        if run.returncode != 0:
            name = next((word for word in arguments if word in ("select", "verify")), "the review")
            self.problems.append("%s%s ended with %d: %s" % (
                name, " --round" if "--round" in arguments else "", run.returncode,
                run.stderr.decode(errors="replace").strip()[-200:]))
        return run.stderr.decode(errors="replace")

    def look(self):
        """What Python reads of the files, which is more tolerant than any client."""
        with open(os.path.join(self.folder, "manifest.json")) as stream:
            manifest = json.load(stream)
        if self.round.commands and manifest["verdicts"]["total"] == 0:
            self.problems.append("select heeds no verdict of the review")
        files = manifest["files"]
        for part in SETS:
            self.lines[part] = files[part + ".jsonl"]["lines"]
            with open(self.path(part), encoding="utf-8") as stream:
                rows = [json.loads(line) for line in stream.read().split("\n") if line]
            keys = TEXTS + ([] if self.is_for_trainers(part) else ["response"])
            # Clients give lists whose turns differ in their keys one shape.
            self.keys[part] = [key for key in keys if rows and all(
                key in row and (self.is_for_trainers(part) or isinstance(row[key], str)) for row in rows)]
            shapes = {tuple((key, type(value).__name__) for key, value in row.items()) for row in rows}
            if self.is_for_trainers(part) and len(shapes) > 1:
                self.problems.append("the lines of %s are of %d kinds" % (part, len(shapes)))
            if rows and self.is_for_trainers(part) and not self.keys[part]:
                self.problems.append("no key of TEXTS is in %s: nothing would be compared" % part)
            self.texts[part] = [{key: row[key] for key in self.keys[part]} for row in rows]

    def path(self, part):
        return os.path.join(self.folder, part + ".jsonl")

    def is_for_trainers(self, part):
        return self.form != "rows" and part in ("accepted", "adversarial")

    def may_refuse(self, client, part):
        """Whether a client is known to refuse a set: an empty one, or rows of this kind as they stand."""
        if self.lines[part] == 0:
            return client in REFUSES_EMPTY
        return client in self.round.refusing and not self.is_for_trainers(part) and part != "invalid"


class Client:
    """One process of a client, which reads many files; a new one where it crashes or takes too long."""

    def __init__(self, name, seconds):
        self.name, self.seconds, self.process = name, seconds, None

    def ask(self, job):
        if self.process is None:
            self.process = subprocess.Popen([sys.executable, "-B", os.path.join(HERE, "read.py"), self.name],
                                            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        timer = threading.Timer(self.seconds, self.process.kill)
        timer.start()
        try:
            self.process.stdin.write(json.dumps(job).encode() + b"\n")
            self.process.stdin.flush()
            line = self.process.stdout.readline()
        except BrokenPipeError:
            line = b""
        timer.cancel()
        if line:
            return json.loads(line)
        status = self.process.wait()
        self.process = None
        return {"error": "took longer than %d s" % self.seconds if status == -9 else "crashed (%d)" % status}

    def close(self):
        if self.process:
            self.process.stdin.close()
            self.process.wait()


def read_all(name, exports, seconds):
    """What one client finds: by export and set, and of a folder by None."""
    client, found = Client(name, seconds), {}
    for export in exports:
        for part in SETS:
            job = {"place": export.place, "path": export.path(part), "keys": export.keys[part]}
            found[export, part] = client.ask(job)
        if name == "datasets" and export.form != "rows":
            found[export, "mlcroissant"] = client.ask({"place": export.place, "croissant": export.folder})
        if name == "datasets":
            found[export, None] = client.ask({"place": export.place, "folder": export.folder})
    client.close()
    return found


def cell(check, export, part, client, found):
    where = "%s, %s, %s, %s" % (export.round.name, export.form, part, client)
    if "error" in found:
        if export.may_refuse(client, part):
            return check.refuses(export, part, client)
        failure = "%s: %s" % (where, found["error"])
    elif found["lines"] != export.lines[part]:
        # Some clients read a part of what they should refuse.
        if export.may_refuse(client, part):
            return check.refuses(export, part, client)
        failure = "%s: %d lines of %d" % (where, found["lines"], export.lines[part])
    elif found["texts"] != export.texts[part] and not export.may_refuse(client, part):
        pairs = zip(export.texts[part], found["texts"])
        failure = "%s: other texts: %s" % (where, next("%s in place of %s" % (b, a) for a, b in pairs if a != b)[:200])
    else:
        failure = ""
    return "ok" if check.that(not failure, failure) else "FAILS"


def folder_cell(check, export, found):
    """Whether load_dataset finds the sets with a line, and no other, by name and the first of them by itself."""
    where = "%s, %s, load_dataset(FOLDER)" % (export.round.name, export.form)
    wanted = {part: export.lines[part] for part in SETS if part != "invalid" and export.lines[part] > 0}
    sets = found.get("sets")
    if not wanted:
        # Nothing is taken for rows, the manifest least of all.
        is_refused = sets is not None and not any(isinstance(count, int) and count for count in sets.values())
        return "refuses" if check.that(is_refused, "%s: %s" % (where, found)) else "FAILS"
    if sets is None or set(sets) != {""} | set(wanted):
        check.that(False, "%s: %s" % (where, found))
        return "FAILS"
    first = next(iter(wanted))
    cells = []
    for name, part in [("", first)] + [(part, part) for part in wanted]:
        is_read = sets[name] == wanted[part]
        if not is_read and export.may_refuse("datasets", part):
            cells.append("refuses")
            continue
        failure = "%s: %s: %s of %d" % (where, name or "by itself", sets[name], wanted[part])
        cells.append("ok" if check.that(is_read, failure) else "FAILS")
    return "FAILS" if "FAILS" in cells else "refuses" if "refuses" in cells else "ok"


def croissant_cell(check, export, found):
    """Whether mlcroissant accepts the description and reads by it as many records as each set of the trainers has lines."""
    wanted = {part: export.lines[part] for part in ("accepted", "adversarial") if export.lines[part] > 0}
    is_read = found.get("sets") == wanted
    check.that(is_read, "%s, %s, mlcroissant: %s" % (export.round.name, export.form, found))
    return "ok" if is_read else "FAILS"


def arguments():
    usual = os.environ.get("REDSIEVE", os.path.join(HERE, "../../.build/debug/redsieve"))
    parser = argparse.ArgumentParser(prog="script/check-clients", description=__doc__.split("\n")[0])
    parser.add_argument("--program", default=usual, metavar="PATH", help="the redsieve that writes (REDSIEVE, else the debug build)")
    parser.add_argument("--round", action="append", default=[], metavar="NAME", help="only this round; may be given several times")
    parser.add_argument("--seconds", type=int, default=120, metavar="N", help="the longest that one file may take (120)")
    given = parser.parse_args()
    unknown = set(given.round) - {each.name for each in ROUNDS}
    if unknown:
        parser.error("no such round: %s; there are: %s" % (", ".join(unknown), "; ".join(each.name for each in ROUNDS)))
    if not os.access(given.program, os.X_OK):
        parser.error("no program at %s: build it, or name it with --program" % given.program)
    return given


def report(check, exports, results):
    line = "%-25s %-18s %-12s %5s  "
    print(line % ("round", "format", "file", "lines") + "  ".join("%-9s" % client for client in CLIENTS))
    refused = 0
    for export in exports:
        for problem in export.problems:
            check.that(False, "%s, %s: %s" % (export.round.name, export.form, problem))
        check.passed += 2 if not export.problems else 0
        if export.problems:
            continue
        for part in SETS:
            cells = [cell(check, export, part, client, results[client][export, part]) for client in CLIENTS]
            refused += cells.count("refuses")
            print((line % (export.round.name, export.form, part, export.lines[part])
                   + "  ".join("%-9s" % each for each in cells)).rstrip())
        if export.form == "rows":
            silent = {client for name, client in check.refused if name == export.round.name} - export.told
            check.that(not silent, "%s: select does not say that its rows are refused by %s" % (
                export.round.name, ", ".join(sorted(silent))))
        if export.form != "rows":
            print(line % (export.round.name, export.form, "Croissant", "")
                  + croissant_cell(check, export, results["datasets"][export, "mlcroissant"]))
        print((line % (export.round.name, export.form, "the folder", "")
               + folder_cell(check, export, results["datasets"][export, None])).rstrip())
    for failure in check.failures:
        print("FAILED: " + failure)
    for each in {export.round for export in exports}:
        for client in sorted(client for client in each.refusing if (each.name, client) not in check.refused):
            print("NOTE: %s reads %s now: take it out of those that refuse it in rounds.py" % (client, each.name))
    print("%d rounds, %d exports; refused as expected: %d (rows as they stand, files without a line)" % (
        len({export.round.name for export in exports}), len(exports), refused))
    print("%d passed, %d failed" % (check.passed, len(check.failures)))


def main():
    given = arguments()
    numbers = [number for number, each in enumerate(ROUNDS) if not given.round or each.name in given.round]
    program = os.path.abspath(given.program)
    check = Check()
    with tempfile.TemporaryDirectory(prefix="redsieve-clients-") as work, concurrent.futures.ThreadPoolExecutor() as pool:
        exports = list(pool.map(lambda each: Export(program, work, *each), [(n, form) for n in numbers for form in FORMATS]))
        sound = [export for export in exports if not export.problems]
        waiting = {client: pool.submit(read_all, client, sound, given.seconds) for client in CLIENTS}
        report(check, exports, {client: each.result() for client, each in waiting.items()})
    return 1 if check.failures else 0


if __name__ == "__main__":
    sys.exit(main())
