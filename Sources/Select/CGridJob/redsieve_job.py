#!/usr/bin/env python3
"""Counts and selects a scored round where it lies, as redsieve would on one machine.

    spark-submit redsieve_job.py grid   plan.json OUT      counts on a net of lines, and a sample: OUT is opened by redsieve
    spark-submit redsieve_job.py select plan.json OUT      the sets: OUT/adversarial, OUT/accepted, OUT/invalid
    python3 redsieve_job.py STEP plan.json OUT --engine duckdb      the same on one machine, with the files on it

What can be decided beforehand stands in plan.json, which `redsieve plan` writes. It needs PySpark (3.5 or 4) or, with --engine duckdb,
the Python package duckdb; beside that nothing but Python 3.9 or later.

The parts: rows (what a row is and why one is invalid), the plan, the two engines (each brings all rows into one table), the grid, the
sets. Rows are bytes from the file to the set: nothing writes JSON anew. A row is read by Python and not by the engine, whose readers
disagree about single quotes, NaN, repeated keys and carriage returns; the engine groups, sorts and stores.
"""

import argparse
import bisect
import csv
import hashlib
import json
import math
import os
import re
import shutil
import sys

VERSION = 1
ROW_LIMIT = 64 << 20
DEPTH_LIMIT = 1000
TEXT_LIMIT = 64 << 10


class JobError(Exception):
    """What ends the job: what happened, then what to do."""


# ---------------------------------------------------------------------------------------------------------------- rows
# A row is a line. Its meaning is that of redsieve to the bit: the same rows are invalid, for the same reason.

BLANK = b" \t\r"
NUMBER = re.compile(rb"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?\Z")
NON_FINITE = re.compile(rb"[-+]?(?:(nan)|inf|infinity)\Z", re.I)
# A number as people write it: +.5, 5., 007.
LOOSE = re.compile(rb"([-+]?)([0-9]*)(?:\.([0-9]*))?([eE][-+]?[0-9]+)?\Z")
SCALAR = re.compile(rb'[^ \n\r\t,:"{}\[\]]*')
SPACES = re.compile(rb"[ \n\r\t]*")
PLAIN = re.compile(rb'[^"\\\x00-\x1f]*')
ESCAPE = re.compile(rb'\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})')
SIMPLE = {b"b": "\b", b"f": "\f", b"n": "\n", b"r": "\r", b"t": "\t"}
NEEDED = ("prompt", "response", "safety", "helpfulness")


class Invalid(Exception):
    """Why a row cannot be used: the kind and the field as `redsieve summary --json` names them, and a sentence."""

    def __init__(self, kind, field, text):
        super().__init__(text)
        self.kind, self.field, self.text = kind, field, text


class Syntax(Exception):
    """Where a row stops being JSON, and the non-finite number that is there, if that is what is wrong."""

    def __init__(self, at, kind="not_json", key=b"", is_nan=False):
        super().__init__(kind)
        self.at, self.kind, self.key, self.is_nan = at, kind, key, is_nan


class Number:
    """A number as it is written."""

    __slots__ = ("text",)

    def __init__(self, text):
        self.text = text


class NonFinite:
    """NaN or an infinity as a token, which JSON does not know."""

    __slots__ = ("is_nan",)

    def __init__(self, is_nan):
        self.is_nan = is_nan


class Members(list):
    """An object: its keys and values in their order, repeated keys among them."""


def parse(row, may_be_number):
    """Reads a row strictly. `may_be_number` tells from a path, None within a list, whether NaN may stand there, to be told apart."""
    at, open_, root = 0, [], None

    def fail(place, kind="not_json", is_nan=False):
        key = next((k for _, k, _ in reversed(open_) if k), b"")
        raise Syntax(place, kind, key, is_nan)

    def spaces(place):
        return SPACES.match(row, place).end()

    def string(place):
        """The decoded text of the string that begins at a quote, and where it ends."""
        start, p, parts = place, place + 1, []
        while True:
            end = PLAIN.match(row, p).end()
            parts.append(row[p:end])
            p = end
            if p >= len(row):
                fail(start)
            c = row[p]
            if c == 0x22:
                break
            if c < 0x20:
                fail(p)
            escape = ESCAPE.match(row, p)
            if escape is None:
                fail(p if len(row) - p >= 2 else start)
            parts.append(escape.group())
            p = escape.end()
        raw = b"".join(parts)
        return (unescape(raw) if b"\\" in raw else raw), p + 1

    value, wants_value = None, True
    while wants_value or open_:
        if wants_value:
            wants_value = False
            at = spaces(at)
            c = row[at : at + 1]
            if c == b'"':
                value, at = string(at)
            elif c in (b"{", b"["):
                if len(open_) == DEPTH_LIMIT:
                    fail(at, "too_deep")
                at = spaces(at + 1)
                container = Members() if c == b"{" else []
                if row[at : at + 1] == (b"}" if c == b"{" else b"]"):
                    at += 1
                    value = container
                else:
                    open_.append((container, b"", None))
                    wants_value = True
            else:
                end = SCALAR.match(row, at).end()
                token = row[at:end]
                if token in (b"true", b"false", b"null"):
                    value = {b"true": True, b"false": False, b"null": None}[token]
                elif NUMBER.match(token):
                    value = Number(token)
                else:
                    found = NON_FINITE.match(token)
                    if found is None:
                        fail(at)
                    value = NonFinite(found.group(1) is not None)
                    is_listed = any(not isinstance(container, Members) for container, _, _ in open_)
                    if not may_be_number(None if is_listed else tuple(key for _, _, key in open_)):
                        fail(at, "carried_non_finite", value.is_nan)
                at = end
        else:
            # What follows a value: it belongs to the container that is open, and a comma or the end comes next.
            at = spaces(at)
            c = row[at : at + 1]
            container = open_[-1][0]
            if c == b",":
                at += 1
                wants_value = True
            elif c == (b"}" if isinstance(container, Members) else b"]"):
                at += 1
                value = container
                open_.pop()
            else:
                fail(at)
        if not wants_value:
            if not open_:
                root = value
                break
            container, _, key = open_[-1]
            if isinstance(container, Members):
                container.append((key, value))
            else:
                container.append(value)
            value = None
        elif isinstance(open_[-1][0], Members):
            at = spaces(at)
            if row[at : at + 1] != b'"':
                fail(at)
            start = at
            key, at = string(at)
            open_[-1] = (open_[-1][0], row[start + 1 : at - 1], key)
            at = spaces(at)
            if row[at : at + 1] != b":":
                fail(at)
            at += 1
    at = spaces(at)
    if at < len(row):
        fail(at)
    return root


def unescape(raw):
    """What a string says, as UTF-8; a lone surrogate in the three bytes of its own."""

    def replace(match):
        escape = match.group()
        if escape[1:2] == b"u":
            units = [int(unit, 16) for unit in re.findall(rb"\\u([0-9a-fA-F]{4})", escape)]
            text = "".join(map(chr, units))
            return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass").encode("utf-8", "surrogatepass")
        return SIMPLE.get(escape[1:], escape[1:].decode()).encode()

    return re.sub(rb'\\(?:(?:u[0-9a-fA-F]{4})(?:\\u[0-9a-fA-F]{4})*|["\\/bfnrt])', replace, raw)


def first_stage_breaks(row):
    """Whether a string never ends or holds a control character: that is seen before all else."""
    p, inside = 0, False
    while p < len(row):
        c = row[p]
        if c == 0x5C:
            p += 2
            continue
        if c == 0x22:
            inside = not inside
        elif inside and c < 0x20:
            return True
        p += 1
    return inside


def characters(text):
    return sum((byte & 0xC0) != 0x80 for byte in text)


def shown_key(key):
    text = key[:256].decode("utf-8", "replace")[:40]
    return "".join(c if (" " <= c <= "~" if c.isascii() else c.isalpha()) else "\ufffd" for c in text)


NOUN = {"safety": "safety score", "helpfulness": "helpfulness score"}


def noun(role):
    return NOUN.get(role, role)


def near_number(cell):
    """What keeps a text that looks like a number from being one; None where it looks like none."""
    cell = cell.strip(b" \t\n\v\f\r")
    if not 0 < len(cell) <= 24 or not re.search(rb"[0-9]", cell):
        return None
    digits = cell.lstrip(b"+-")
    text = cell.decode("utf-8", "replace")
    if digits[:2] in (b"0x", b"0X"):
        if not re.fullmatch(rb"[0-9a-fA-F]*", digits[2:]):
            return None
        return f"{text} is hexadecimal; write it in decimal, as 0.95"
    if not re.fullmatch(rb"[0-9+\-.,%/eE_' ]*", cell) or cell[:1] in b"eE":
        return None
    if cell.endswith(b"%"):
        return f"{text} is a percentage; write it as a number, as 0.95"
    if b"/" in cell:
        return f"{text} is a fraction; write it as a number, as 0.8"
    if b"," in cell:
        return f"{text} has a comma; write numbers with a decimal point, as 0.95"
    return f"{text} is not a number; write it in decimal, as 0.95"


def found_kind(value):
    if isinstance(value, bytes):
        return "text"
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, Members):
        return "an object"
    if isinstance(value, list):
        return "a list"
    return "a number"


class Rows:
    """Reads the rows of one plan."""

    def __init__(self, plan):
        self.fields = {role: tuple(key.encode() for key in keys) for role, keys in plan["fields"].items()}
        self.names = {role: tuple(keys) for role, keys in plan["fields"].items()}
        self.scores = {self.fields["safety"], self.fields["helpfulness"]}
        self.sign = {role: -1.0 if role in plan["lower_is_better"] else 1.0 for role in ("safety", "helpfulness")}
        self.seed = int(plan["seed"])
        # How often each key stands in a row that holds every field once, and no other like it.
        places = {keys[: depth + 1] for keys in self.fields.values() for depth in range(len(keys))}
        self.marks = [(b'"' + key + b'"', sum(p[-1] == key for p in places)) for key in {p[-1] for p in places}]
        written = b"".join(key for key, _ in self.marks).decode()
        self.is_simple = "\\" not in written and "/" not in written and min(written) >= " "
        # An escape could spell a key.
        self.escapes = re.compile(rb"\\u00[2-7]" if written.isascii() else rb"\\u")
        self.decode = json.JSONDecoder(parse_constant=self.doubt).decode

    @staticmethod
    def doubt(_):
        raise ValueError

    def read(self, row):
        """(safety, helpfulness, prompt, response, category, style) of a row; None for a blank line.

        Raises Invalid. Most rows are read by Python's own reader of JSON; what that one would be lenient about is read strictly.
        """
        if row[:3] == b"\xef\xbb\xbf":
            row = row[3:]
        if len(row) > ROW_LIMIT:
            raise Invalid("too_long", None, f"longer than {ROW_LIMIT >> 20} MiB")
        return self.quick(row) or self.strict(row)

    def quick(self, row):
        """The same for a row that nothing is special about, else None."""
        if not self.is_simple or row.count(b"[") + row.count(b"{") >= DEPTH_LIMIT:
            return None
        if b"\\u" in row and self.escapes.search(row):
            return None
        for mark, most in self.marks:
            if row.count(mark) > most:
                return None
        try:
            value = self.decode(row.decode("utf-8"))
            found = {role: self.lookup(value, keys) for role, keys in self.names.items()}
            safety, helpfulness = found["safety"], found["helpfulness"]
            prompt, response = found["prompt"], found["response"]
            if type(prompt) is not str or type(response) is not str:
                return None
            if type(safety) not in (float, int) or type(helpfulness) not in (float, int):
                return None
            safety, helpfulness = float(safety), float(helpfulness)
        except (ValueError, RecursionError, OverflowError):
            return None
        if not (math.isfinite(safety) and math.isfinite(helpfulness)):
            return None
        # -0.0 becomes 0.0: the two are equal, and engines that sort or hash would tell them apart.
        return (
            safety * self.sign["safety"] + 0.0,
            helpfulness * self.sign["helpfulness"] + 0.0,
            prompt.encode("utf-8", "surrogatepass"),
            response.encode("utf-8", "surrogatepass"),
            self.name(found.get("category")),
            self.name(found.get("style")),
        )

    @staticmethod
    def lookup(value, keys):
        for key in keys:
            value = value.get(key) if type(value) is dict else None
        return value

    @staticmethod
    def name(value):
        if isinstance(value, Number):
            value = value.text.decode()
        if isinstance(value, bytes):
            value = value.decode("utf-8", "replace")
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            value = json.dumps(value)
        if not isinstance(value, str):
            return None
        # It names a group and nothing else; a table of text holds no lone surrogates and no ends of lines.
        return re.sub("[\\x00-\\x1f\ud800-\udfff]", "\ufffd", value)

    def strict(self, row):
        try:
            row.decode("utf-8")
        except UnicodeDecodeError as error:
            column = len(row[: error.start].decode("utf-8")) + 1
            raise Invalid("not_utf8", None, f"not valid UTF-8 at column {column} (byte \\x{row[error.start]:02X})") from None
        if not row.strip(BLANK):
            return None
        value = self.parsed(row)
        if not isinstance(value, Members):
            raise Invalid("not_an_object", None, "JSON, but not an object")
        found = {role: self.all_of(value, keys) for role, keys in self.fields.items()}
        texts = {role: self.text(role, found[role]) for role in ("prompt", "response")}
        for role in ("safety", "helpfulness"):
            self.presence(role, found[role])
        scores = {role: self.score(role, found[role][0]) for role in ("safety", "helpfulness")}
        optional = {role: self.name(found[role][0]) if found.get(role) else None for role in ("category", "style")}
        return (
            scores["safety"] * self.sign["safety"] + 0.0,
            scores["helpfulness"] * self.sign["helpfulness"] + 0.0,
            texts["prompt"],
            texts["response"],
            optional["category"],
            optional["style"],
        )

    def parsed(self, row):
        try:
            return parse(row, lambda path: path in self.scores)
        except Syntax as error:
            problem = error
        if problem.kind != "not_json" and first_stage_breaks(row):
            problem = Syntax(0)
        if problem.kind == "too_deep":
            raise Invalid("too_deep", None, f"nested deeper than {DEPTH_LIMIT} levels")
        if problem.kind == "carried_non_finite":
            # The first one of the row is told, whatever field it stands in.
            place = self.first_error(row, lambda path: False)
            column = characters(row[: place.at]) + 1
            name = "NaN" if place.is_nan else "Infinity"
            key = shown_key(place.key)
            where = f"{key}, column {column}" if key else f"column {column}"
            raise Invalid("carried_non_finite", None, f"{name} is not JSON ({where}); --nan-as-null uses the row")
        place = self.first_error(row, lambda path: True)
        raise Invalid("not_json", None, f"not valid JSON at column {characters(row[: place.at]) + 1}")

    @staticmethod
    def first_error(row, may_be_number):
        """The place that spoils a row."""
        try:
            parse(row, may_be_number)
        except Syntax as error:
            return error
        return Syntax(len(row))

    @staticmethod
    def all_of(value, keys):
        """Every value that stands under a path."""
        level = [value]
        for key in keys:
            level = [inner for one in level if isinstance(one, Members) for name, inner in one if name == key]
        return level

    @staticmethod
    def presence(role, found):
        if len(found) > 1:
            raise Invalid("repeated", role, f"{noun(role)} given twice")
        if not found:
            raise Invalid("missing", role, f"no {noun(role)}")
        if found[0] is None:
            raise Invalid("null", role, f"{noun(role)} is null")

    def text(self, role, found):
        self.presence(role, found)
        value = found[0]
        if isinstance(value, list) and not isinstance(value, Members):
            value = only_part(value)
        if not isinstance(value, bytes):
            raise Invalid("not_text", role, f"{noun(role)} is {found_kind(value)}, not a string")
        return value

    @staticmethod
    def score(role, value):
        if isinstance(value, NonFinite):
            number = math.nan if value.is_nan else math.inf
        elif isinstance(value, Number):
            number = float(value.text)
        elif isinstance(value, bytes):
            number = decimal(value)
            if number is None and not value.strip(b" \t\n\v\f\r"):
                raise Invalid("missing", role, f"no {noun(role)}")
            if number is None:
                near = near_number(value)
                raise Invalid("not_a_number", role, f"{noun(role)} {near}" if near else f"{noun(role)} is not a number")
        else:
            raise Invalid("not_a_number", role, f"{noun(role)} is {found_kind(value)}, not a number")
        if math.isnan(number):
            raise Invalid("nan", role, f"{noun(role)} is NaN")
        if math.isinf(number):
            raise Invalid("infinite", role, f"{noun(role)} is infinite")
        return number


def only_part(parts):
    """The text of a list of one part, as chats have it: [{"type": "text", "text": ...}]; else the list."""
    if len(parts) != 1 or not isinstance(parts[0], Members):
        return parts
    text, is_text = None, True
    for key, value in parts[0]:
        if key == b"text" and not isinstance(value, list):
            text = value
        if key == b"type" and not isinstance(value, list):
            is_text = value in (b"text", b"input_text", b"output_text")
    return text if is_text and isinstance(text, bytes) else parts


def decimal(cell):
    """The number that a text holds; None where it holds none."""
    cell = cell.strip(b" \t\n\v\f\r")
    found = NON_FINITE.match(cell)
    if found:
        return math.nan if found.group(1) else math.inf
    loose = LOOSE.match(cell)
    if loose is None or not (loose.group(2) or loose.group(3)):
        return None
    return float(cell)


# ------------------------------------------------------------------------------------------- what tells an item from others


def digests(prompt, response):
    """What a prompt and an item are known by, in hexadecimal: the item's is that of redsieve."""
    item = hashlib.sha256(len(prompt).to_bytes(8, "little") + prompt + response).hexdigest()[:32]
    return hashlib.sha256(prompt).hexdigest()[:32], item


MASK = (1 << 64) - 1


def permanent_number(item, seed):
    """The 53 bits that a content keeps as long as the seed stays."""
    state = 0xCBF29CE484222325
    for byte in bytes.fromhex(item[:16]):
        state = ((state ^ byte) * 0x100000001B3) & MASK
    mixed = ((state ^ seed) + 0x9E3779B97F4A7C15) & MASK
    mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & MASK
    return (mixed ^ (mixed >> 31)) >> 11


COLUMNS = "kind field reason safety helpfulness prompt item number category style".split()


def columns_of(rows, line):
    """A row of the table for a line: COLUMNS; None for a blank line."""
    try:
        found = rows.read(line)
    except Invalid as problem:
        return (problem.kind, problem.field, problem.text, None, None, None, None, None, None, None)
    if found is None:
        return None
    safety, helpfulness, prompt, response, category, style = found
    prompt, item = digests(prompt, response)
    return (None, None, None, safety, helpfulness, prompt, item, permanent_number(item, rows.seed), category, style)


# -------------------------------------------------------------------------------------------------------------- the plan


def read_plan(path):
    """A plan that is whole and of this version."""
    with open(path, "rb") as file:
        text = file.read()
    mark = text.rfind(b',\n  "sha256": "')
    try:
        plan = json.loads(text)
        version = plan["plan"]
    except (ValueError, KeyError, TypeError):
        raise JobError(f"{path} is not a plan of redsieve; make one with redsieve plan") from None
    if version != VERSION:
        raise JobError(f"{path} is a plan of version {version}, and this job reads {VERSION}; take the job that lies beside the plan")
    if mark < 0 or hashlib.sha256(text[:mark]).hexdigest() != plan.get("sha256"):
        raise JobError(f"{path} was changed after it was written; make it again with redsieve plan")
    return plan


def check_files(plan, there):
    """Refuses a round that is not the plan's: `there` has the bytes of each file by its path."""
    for file in plan["files"]:
        path = file["path"]
        if path not in there:
            raise JobError(f"{path} is in the plan and not there; make the plan again with redsieve plan")
        if file.get("bytes") is not None and file["bytes"] != there[path]:
            raise JobError(f"{path} has {there[path]} bytes, and {file['bytes']} in the plan; make the plan again with redsieve plan")


# ------------------------------------------------------------------------------------------------------------ the engines
# Each has `rows`, a table of all rows that are not blank: file, place (where a row stands in the order of its file), part, and COLUMNS.


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def case_tree(column, lines, low=0, high=None):
    """The bin of a score as SQL: 2k+1 on the line k, 2k between it and the line before."""
    high = len(lines) if high is None else high
    if low == high:
        return str(2 * low)
    middle = (low + high) // 2
    line = f"CAST('{lines[middle]!r}' AS DOUBLE)"
    below = case_tree(column, lines, low, middle)
    above = case_tree(column, lines, middle + 1, high)
    return f"CASE WHEN {column} < {line} THEN {below} WHEN {column} = {line} THEN {2 * middle + 1} ELSE {above} END"


class DuckDB:
    """One machine: rows are read by as many processes as there are cores, grouped by DuckDB."""

    name = "duckdb"
    key = "struct_pack(file := file, place := place, part := part)"

    def __init__(self, plan, out):
        self.plan, self.out = plan, out.rstrip("/")
        self.work = self.out + ".partial"
        self.scratch = os.path.join(self.work, "scratch")
        self.is_begun = False
        self.db = None

    def start(self):
        if os.path.lexists(self.out):
            raise JobError(f"{self.out} exists already; name another folder")
        if os.path.lexists(self.work):
            raise JobError(f"{self.work} is left from a run that did not end; remove it")
        self.files = [file["path"] for file in self.plan["files"]]
        for path in self.files:
            if "://" in path:
                raise JobError(f"{path} is not a file of this machine; --engine duckdb reads those alone, spark others too")
            if path.endswith((".zst", ".xz", ".bz2", ".parquet")):
                raise JobError(f"{path} is not JSON Lines, plain or .gz, which the job reads alone")
        there = {path: os.path.getsize(path) for path in self.files if os.path.isfile(path)}
        check_files(self.plan, there)
        self.sizes = [there[path] for path in self.files]
        try:
            import duckdb
        except ImportError:
            raise JobError("the Python package duckdb is missing; install it with pip install duckdb") from None
        os.makedirs(self.scratch)
        self.is_begun = True
        parts = self.read(there)
        self.db = duckdb.connect(os.path.join(self.scratch, "rows.duckdb"))
        self.db.execute("SET preserve_insertion_order = false")
        names = {
            "file": "INTEGER", "place": "BIGINT", "part": "BIGINT", "kind": "VARCHAR", "field": "VARCHAR", "reason": "VARCHAR",
            "safety": "DOUBLE", "helpfulness": "DOUBLE", "prompt": "VARCHAR", "item": "VARCHAR", "number": "BIGINT",
            "category": "VARCHAR", "style": "VARCHAR",
        }  # fmt: skip
        self.db.execute("CREATE TABLE rows (" + ", ".join(f"{name} {type_}" for name, type_ in names.items()) + ")")
        for part in parts:
            self.copy("rows", part)
            os.remove(part)

    def copy(self, table, path):
        self.db.execute(
            f"COPY {table} FROM {quoted(path)} (FORMAT csv, HEADER false, QUOTE '\"', ESCAPE '\"', NULLSTR '\\N', "
            "AUTO_DETECT false, STRICT_MODE false, MAX_LINE_SIZE 16777216)"
        )

    def read(self, there):
        """Reads all files into parts of the table."""
        import multiprocessing

        step = 64 << 20
        tasks = []
        for index, path in enumerate(self.files):
            size = there[path]
            is_whole = path.endswith(".gz")
            for start in range(0, size, size if is_whole else step):
                end = size if is_whole else min(size, start + step)
                part = os.path.join(self.scratch, f"part-{len(tasks):06}.csv")
                tasks.append((self.plan, index, path, start, None if is_whole else end, part))
        with multiprocessing.get_context("fork").Pool(min(len(tasks) or 1, os.cpu_count() or 1)) as pool:
            return list(pool.imap_unordered(read_stretch, tasks))

    def ask(self, text):
        return self.db.execute(text).fetchall()

    def stream(self, text):
        cursor = self.db.cursor().execute(text)
        while True:
            some = cursor.fetchmany(10_000)
            if not some:
                return
            yield from some

    def make(self, name, text):
        self.db.execute(f"CREATE OR REPLACE TABLE {name} AS {text}")

    def enter(self, name, types, rows):
        """A table of a few rows."""
        self.db.execute(f"CREATE OR REPLACE TABLE {name} ({types})")
        path = os.path.join(self.scratch, name + ".csv")
        with open(path, "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            for row in rows:
                writer.writerow(["\\N" if value is None else value for value in row])
        self.copy(name, path)
        os.remove(path)

    def quantiles(self, column, ranks):
        listed = ", ".join(repr(rank) for rank in ranks)
        return self.ask(f"SELECT quantile_disc({column}, [{listed}]) FROM rows WHERE kind IS NULL")[0][0] or []

    def binned(self, name, columns):
        """A table of the valid rows with the bins of some columns: (bin's name, column, lines)."""
        bins = ", ".join(f"{case_tree(column, lines)} AS {bin_}" for bin_, column, lines in columns)
        self.make(name, f"SELECT *, {bins} FROM rows WHERE kind IS NULL")

    def lines(self, text):
        """The bytes of the rows that a query names by file, place and part, and what else it asks for, in the order of the round."""
        handles, now = {}, None
        for file, place, part, *rest in self.stream(f"SELECT * FROM ({text}) ORDER BY 1, 2"):
            if file != now:
                for handle in handles.values():
                    handle.close()
                handles, now = {file: opened(self.files[file])}, file
            handle = handles[file]
            handle.seek(place)
            yield (file, place, handle.read(part), *rest)

    def write_set(self, name, chosen, said):
        """Writes the rows that a query chooses, and what was said of them; lines, xor and sum of them, whatever their order."""
        query = (
            f"SELECT chosen.file, chosen.place, chosen.part, item, ruling, call FROM ({chosen}) AS chosen JOIN judged ON "
            "chosen.file = judged.file AND chosen.place = judged.place"
        )

        def lines():
            for _, _, line, item, ruling, call in self.lines(query):
                yield marked(line, call, ruling, said[item]) if ruling else line

        return self.write_lines(name, lines())

    def write_invalid(self, chosen):
        lines = (invalid_line(self.files[file], reason, line) for file, _, line, reason in self.lines(chosen))
        return self.write_lines("invalid", lines)

    def write_lines(self, name, lines):
        folder = os.path.join(self.work, name)
        os.makedirs(folder)
        sums = Sums()
        file, in_part, parts = None, 0, 0
        for line in lines:
            if file is None or in_part == 4_000_000:
                if file is not None:
                    file.close()
                file, in_part = open(os.path.join(folder, f"part-{parts:05}.jsonl"), "wb"), 0
                parts += 1
            file.write(line + b"\n")
            in_part += 1
            sums.add(line)
        if file is not None:
            file.close()
        return sums.record

    def write_file(self, name, text):
        with open(os.path.join(self.work, name), "wb") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())

    def finish(self, name, record):
        """The manifest last, then the folder in its place: what is there is whole."""
        self.db.close()
        shutil.rmtree(self.scratch)
        self.write_file(name, (json.dumps(record, indent=2, ensure_ascii=False) + "\n").encode("utf-8", "replace"))
        os.rename(self.work, self.out)

    def give_up(self):
        if self.is_begun:
            if self.db is not None:
                self.db.close()
            shutil.rmtree(self.work, ignore_errors=True)


class Spark:
    """A cluster: rows are read by Spark as text, line by line at LF alone, and understood by a Python function."""

    name = "spark"
    key = "struct(file, place, part)"

    def __init__(self, plan, out):
        self.plan, self.out = plan, out.rstrip("/")
        self.is_begun = False

    def start(self):
        try:
            from pyspark.sql import SparkSession
        except ImportError:
            raise JobError("PySpark is missing; run this with spark-submit, or with --engine duckdb on one machine") from None
        self.spark = SparkSession.builder.appName("redsieve " + os.path.basename(self.out)).getOrCreate()
        if tuple(map(int, re.findall(r"\d+", self.spark.version)[:2])) < (3, 5):
            raise JobError(f"this is Spark {self.spark.version}; the job needs 3.5 or later")
        self.jvm = self.spark._jvm
        if self.exists(self.out):
            raise JobError(f"{self.out} exists already; name another folder, or remove it if a run was lost midway: then it has no manifest")
        there, self.names = {}, []
        for file in self.plan["files"]:
            path = file["path"]
            if path.endswith(".parquet"):
                raise JobError(f"{path} is not JSON Lines, which the job reads alone")
            for status in self.found(path, file.get("pattern", False)):
                name = status.getPath().toString() if file.get("pattern") else path
                there[name] = status.getLen()
                self.names.append((name, status.getPath()))
        check_files({"files": [file for file in self.plan["files"] if not file.get("pattern")]}, there)
        for name, path in self.names:
            if path.getName()[:1] in ("_", "."):
                raise JobError(f"{name} is passed over by Spark, as its name begins with {path.getName()[:1]}; rename it")
        if not self.names:
            raise JobError("no file of the plan is there; make the plan again with redsieve plan")
        self.files = [name for name, _ in self.names]
        self.sizes = [there[name] for name in self.files]
        self.is_begun = True
        self.read()

    def system(self, path):
        return path.getFileSystem(self.spark.sparkContext._jsc.hadoopConfiguration())

    def exists(self, path):
        place = self.jvm.org.apache.hadoop.fs.Path(path)
        return self.system(place).exists(place)

    def found(self, path, is_pattern):
        place = self.jvm.org.apache.hadoop.fs.Path(path)
        system = self.system(place)
        if is_pattern:
            return sorted(system.globStatus(place) or [], key=lambda status: status.getPath().toString())
        return [system.getFileStatus(place)] if system.exists(place) else []

    @staticmethod
    def address(path):
        """A file's address as Spark tells it with its rows."""
        return re.sub("^file:/+", "file:/", path)

    def text(self):
        """All lines: file, place and part order them, value is their bytes."""
        from pyspark.sql import functions as f

        escaped = ["".join("\\" + c if c in "[]{}*?\\" else c for c in path.toString()) for _, path in self.names]
        numbers = [(self.address(path.toUri().toString()), index) for index, (_, path) in enumerate(self.names)]
        files = self.spark.createDataFrame(numbers, "address STRING, file INT")
        lines = self.spark.read.text(escaped, lineSep="\n").select(
            f.col("value").cast("binary").alias("value"),
            f.regexp_replace("_metadata.file_path", "^file:/+", "file:/").alias("address"),
            f.col("_metadata.file_block_start").alias("place"),
            f.monotonically_increasing_id().alias("part"),
        )
        mark = f.expr("CASE WHEN substring(value, 1, 3) = X'EFBBBF' THEN substring(value, 4) ELSE value END")
        return lines.join(f.broadcast(files), "address", "left").select("file", "place", "part", mark.alias("value"))

    def read(self):
        from pyspark.sql import functions as f

        plan, state = self.plan, {}

        def understand(line):
            if "rows" not in state:
                state["rows"] = Rows(plan)
            return columns_of(state["rows"], bytes(line))

        types = "kind STRING, field STRING, reason STRING, safety DOUBLE, helpfulness DOUBLE, prompt STRING, item STRING, number BIGINT, category STRING, style STRING"
        found = self.text().withColumn("found", f.udf(understand, types).asNondeterministic()(f.col("value")))
        rows = found.where("found IS NOT NULL").select("file", "place", "part", "found.*")
        self.keep("rows", rows)
        (lost,), = self.ask("SELECT count(*) FROM rows WHERE file IS NULL")
        if lost:
            raise JobError(f"{lost} rows are of files that the plan does not have; this is a mistake of the job")

    def keep(self, name, frame):
        from pyspark import StorageLevel

        frame.persist(StorageLevel.MEMORY_AND_DISK).createOrReplaceTempView(name)

    def ask(self, text):
        return [tuple(row) for row in self.spark.sql(text).collect()]

    def make(self, name, text):
        self.keep(name, self.spark.sql(text))

    def enter(self, name, types, rows):
        self.spark.createDataFrame(rows, re.sub(r"VARCHAR\(\d+\)", "STRING", types)).createOrReplaceTempView(name)

    def quantiles(self, column, ranks):
        listed = ", ".join(repr(rank) for rank in ranks)
        return self.ask(f"SELECT percentile_approx({column}, array({listed}), 100000) FROM rows WHERE kind IS NULL")[0][0] or []

    def binned(self, name, columns):
        from pyspark.sql import DataFrame, functions as f

        frame = self.spark.sql("SELECT * FROM rows WHERE kind IS NULL")
        for bin_, column, lines in columns:
            # A line and its successor enclose what lies exactly on it.
            splits, labels = [-math.inf], [0]
            for k, line in enumerate(lines):
                if splits[-1] == line:
                    labels[-1] = 2 * k + 1
                else:
                    splits.append(line)
                    labels.append(2 * k + 1)
                splits.append(math.nextafter(line, math.inf))
                labels.append(2 * k + 2)
            array = self.spark.sparkContext._gateway.new_array(self.jvm.double, len(splits) + 1)
            for place, split in enumerate(splits + [math.inf]):
                array[place] = split
            # By its Java class, as the Python one wants numpy.
            bucketizer = self.jvm.org.apache.spark.ml.feature.Bucketizer().setInputCol(column).setOutputCol(bin_).setSplits(array)
            frame = DataFrame(bucketizer.transform(frame._jdf), self.spark)
            place = f.col(bin_).cast("int")
            if labels != list(range(len(labels))):
                place = f.element_at(f.expr("array(" + ", ".join(map(str, labels)) + ")"), place + 1)
            frame = frame.withColumn(bin_, place)
        self.keep(name, frame)

    def chosen(self, text):
        """The lines that a query names by file, place and part, with what else it asks for."""
        return self.spark.sql(text).join(self.text(), ["file", "place", "part"])

    def lines(self, text):
        frame = self.chosen(text).orderBy("file", "place", "part")
        place = frame.columns.index("value")
        for row in frame.toLocalIterator():
            yield (row[0], row[1], bytes(row[place]), *row[3:place])

    def write_set(self, name, chosen, said):
        from pyspark.sql import functions as f

        query = (
            f"SELECT chosen.file, chosen.place, chosen.part, item, ruling, call FROM ({chosen}) AS chosen JOIN judged ON "
            "chosen.file = judged.file AND chosen.place = judged.place AND chosen.part = judged.part"
        )
        frame = self.chosen(query)
        if said:

            def mark(line, item, ruling, call):
                return marked(bytes(line), call, ruling, said[item]) if ruling else line

            frame = frame.withColumn("value", f.udf(mark, "binary")("value", "item", "ruling", "call"))
        return self.write_lines(name, frame)

    def write_invalid(self, chosen):
        from pyspark.sql import functions as f

        files = self.files

        def line(file, reason, row):
            return invalid_line(files[file], reason, bytes(row))

        frame = self.chosen(chosen)
        return self.write_lines("invalid", frame.withColumn("value", f.udf(line, "binary")("file", "reason", "value")))

    def write_lines(self, name, frame):
        from pyspark import StorageLevel

        # In the order of the round, over the parts too.
        lines = frame.orderBy("file", "place", "part").selectExpr("CAST(value AS STRING) AS value").persist(StorageLevel.DISK_ONLY)
        lines.write.text(f"{self.out}/{name}", lineSep="\n")
        number = "CAST(conv(substr(sha2(CAST(value AS BINARY), 256), 1, 15), 16, 10) AS BIGINT)"
        lines.createOrReplaceTempView("written")
        (count, xor, total), = self.ask(f"SELECT count(*), bit_xor({number}), sum(CAST({number} AS DECIMAL(20, 0))) FROM written")
        lines.unpersist()
        return {"lines": count, "xor": f"{xor or 0:015x}", "sum": str(total or 0)}

    def write_file(self, name, text):
        place = self.jvm.org.apache.hadoop.fs.Path(f"{self.out}/{name}")
        stream = self.system(place).create(place, False)
        try:
            stream.write(bytearray(text))
        finally:
            stream.close()

    def finish(self, name, record):
        """The manifest last: where it is, all is."""
        self.write_file(name, (json.dumps(record, indent=2, ensure_ascii=False) + "\n").encode("utf-8", "replace"))
        self.spark.stop()

    def give_up(self):
        if self.is_begun:
            place = self.jvm.org.apache.hadoop.fs.Path(self.out)
            self.system(place).delete(place, True)


class Sums:
    """What tells a set of lines from another in whatever order they come."""

    def __init__(self):
        self.count = self.xor = self.sum = 0

    def add(self, line):
        number = int(hashlib.sha256(line).hexdigest()[:15], 16)
        self.count += 1
        self.xor ^= number
        self.sum += number

    @property
    def record(self):
        return {"lines": self.count, "xor": f"{self.xor:015x}", "sum": str(self.sum)}


def opened(path):
    if path.endswith(".gz"):
        import gzip

        return gzip.open(path, "rb")
    return open(path, "rb")


def read_stretch(task):
    """Reads the rows that begin within a stretch of a file."""
    plan, index, path, start, end, part = task
    rows = Rows(plan)
    with opened(path) as file, open(part, "w", newline="", encoding="utf-8") as output:
        write = csv.writer(output).writerow
        if start > 0:
            file.seek(start - 1)
            file.readline()
        place = file.tell()
        while end is None or place < end:
            line = file.readline()
            if not line:
                break
            row = line[:-1] if line.endswith(b"\n") else line
            mark = 3 if row[:3] == b"\xef\xbb\xbf" else 0
            found = columns_of(rows, row)
            if found is not None:
                kind, field, reason, safety, helpfulness, *rest = found
                scores = (None, None) if kind else (repr(safety), repr(helpfulness))
                record = (index, place + mark, len(row) - mark, kind, field, reason, *scores, *rest)
                write(["\\N" if value is None else value for value in record])
            place += len(line)
    return part


# --------------------------------------------------------------------------------------------------------------- the grid


def round_lines(low, high, step):
    """The round values from the lowest to the highest score, each the double that its decimal reads as."""
    if not step:
        raw = (high - low) / 100
        if not (raw > 0 and math.isfinite(raw)):
            return []
        scale = math.floor(math.log10(raw))
        step = next(f"{digit}e{scale}" for digit in (1, 2, 5, 10) if digit * 10.0**scale >= raw * 0.999)
    from decimal import Decimal

    width = Decimal(str(step))
    first = math.ceil(Decimal(low) / width)
    last = math.floor(Decimal(high) / width)
    return [float(width * k) + 0.0 for k in range(first, last + 1)] if last - first < 20_000 else []


def axis(engine, column, settings, thetas, low, high):
    """The lines of a score, ascending, and whether every value of the round is one."""
    most = settings["values"]
    found = engine.ask(f"SELECT DISTINCT {column} FROM rows WHERE kind IS NULL LIMIT {most + 1}")
    if len(found) <= most:
        return sorted({value + 0.0 for (value,) in found} | thetas), True
    ranks = [k / settings["lines"] for k in range(1, settings["lines"])]
    lines = {value + 0.0 for value in engine.quantiles(column, ranks)} | thetas
    return sorted(lines | set(round_lines(low, high, settings.get("step")))), False


def thin(lines, most, always):
    """At most so many of the lines, evenly, and those that are always wanted."""
    step = max(1, -(-len(lines) // most))
    return sorted(set(lines[step // 2 :: step]) | always)


def invalid_counts(engine):
    """The invalid rows by kind and field, the most first, with the first of each."""
    key = engine.key
    found = engine.ask(
        f"SELECT kind, field, count(*), min_by(file, {key}), min_by(reason, {key}) FROM rows WHERE kind IS NOT NULL "
        "GROUP BY kind, field"
    )
    found.sort(key=lambda row: (-row[2], row[0], row[1] or ""))
    return [
        {"reason": kind, "field": field, "rows": rows, "first": {"file": engine.files[file], "text": text}}
        for kind, field, rows, file, text in found
    ]


def head(engine, plan, step):
    """What every result says of where it came from."""
    return {
        step: VERSION,
        "engine": engine.name,
        "plan": plan["sha256"],
        "seed": plan["seed"],
        "fields": plan["fields"],
        "lower_is_better": plan["lower_is_better"],
        "files": [{"path": path, "bytes": size} for path, size in zip(engine.files, engine.sizes)],
    }


def make_grid(engine, plan):
    settings = plan["grid"]
    given = plan.get("thresholds") or {}
    (items, invalid, low, high, lowest, highest), = engine.ask(
        "SELECT count(*) - count(kind), count(kind), min(safety), max(safety), min(helpfulness), max(helpfulness) FROM rows"
    )
    record = head(engine, plan, "grid")
    record.update(items=items, invalid=invalid, invalid_rows=invalid_counts(engine), thresholds=plan.get("thresholds"))
    if items == 0:
        raise JobError("no row of the round is valid; redsieve summary of one of its files says why")
    thetas = {given[name] + 0.0 for name in ("adv", "safety") if name in given}
    safety, is_exact = axis(engine, "safety", settings, thetas, low, high)
    theta = {given["help"] + 0.0} if "help" in given else set()
    help_, is_help_exact = axis(engine, "helpfulness", settings, theta, lowest, highest)
    coarse, help_coarse = thin(safety, 64, thetas), thin(help_, 64, theta)
    cuts, help_cuts = thin(safety, 16, thetas), thin(help_, 4, theta)
    engine.binned(
        "binned",
        [("i", "safety", safety), ("j", "helpfulness", help_), ("p", "safety", coarse), ("q", "helpfulness", help_coarse),
         ("a", "safety", cuts), ("b", "helpfulness", help_cuts)],
    )  # fmt: skip
    files = {}

    def write(name, titles, rows):
        text = "".join(",".join(map(cell, row)) + "\n" for row in rows)
        text = ",".join(titles) + "\n" + text
        data = text.encode("utf-8")
        engine.write_file(name, data)
        files[name] = {"sha256": hashlib.sha256(data).hexdigest(), "lines": text.count("\n")}

    write("cells.csv", ("safety", "helpfulness", "rows"), engine.ask("SELECT i, j, count(*) FROM binned GROUP BY i, j ORDER BY i, j"))
    write(
        "prompts.csv", ("safety", "prompts"),
        engine.ask("SELECT i, count(*) FROM (SELECT min(i) AS i FROM binned GROUP BY prompt) AS lowest GROUP BY i ORDER BY i"),
    )  # fmt: skip
    # The copies of a pair mostly have the same scores; those that have not are listed.
    width = 2 * len(help_) + 1
    engine.make("pairs", f"SELECT item, min(i * {width} + j) AS low, max(i * {width} + j) AS high FROM binned GROUP BY item")
    pairs = engine.ask("SELECT low, count(*) FROM pairs WHERE low = high GROUP BY low ORDER BY low")
    write("pairs.csv", ("safety", "helpfulness", "pairs"), [(*divmod(cell_, width), count) for cell_, count in pairs])
    mixed = engine.ask(
        "SELECT DISTINCT binned.item, i, j FROM binned JOIN pairs ON binned.item = pairs.item WHERE low <> high ORDER BY 1, 2, 3"
    )
    write("mixed.csv", ("pair", "safety", "helpfulness"), numbered(mixed))
    facets = [role for role in ("category", "style") if role in plan["fields"]]
    if facets:
        names = ", ".join(facets)
        found = engine.ask(f"SELECT {names}, p, q, count(*) FROM binned GROUP BY {names}, p, q")
        found.sort(key=lambda row: tuple("" if value is None else str(value) for value in row[: len(facets)]) + row[len(facets) :])
        write("facets.csv", (*facets, "safety", "helpfulness", "rows"), found)
    strata = sample(engine, plan, settings["sample"], items, cuts, help_cuts, thetas, theta, write, files)
    record.update(
        safety={"lines": safety, "exact": is_exact, "min": low, "max": high},
        helpfulness={"lines": help_, "exact": is_help_exact, "min": lowest, "max": highest},
        coarse={"safety": coarse, "helpfulness": help_coarse},
        strata={"safety": cuts, "helpfulness": help_cuts, "sizes": strata},
        outputs=files,
    )
    return record


def cell(value):
    """A cell of CSV."""
    text = "" if value is None else str(value)
    return '"' + text.replace('"', '""') + '"' if re.search('[",\r\n]', text) or text == "" and value is not None else text


def numbered(mixed):
    """The cells of each pair, the pair by a number."""
    numbers = {}
    return [(numbers.setdefault(item, len(numbers)), i, j) for item, i, j in mixed]


def sample(engine, plan, size, items, cuts, help_cuts, thetas, theta, write, files):
    """Draws every content whose permanent number is small enough for the stratum of one of its rows: the fewer rows a stratum has,
    and the nearer it is to a threshold, the more of it. Of a content that is drawn there is a row for each pair of scores that its
    copies have. So all contents of a stratum below its number are there, and samples of the review go on in them."""
    sizes = engine.ask("SELECT a, b, count(*) FROM binned GROUP BY a, b ORDER BY a, b")
    near = {
        (a, b)
        for a, b, _ in sizes
        if any(abs(a - (2 * bisect.bisect_left(cuts, t) + 1)) <= 1 for t in thetas)
        or any(abs(b - (2 * bisect.bisect_left(help_cuts, t) + 1)) <= 1 for t in theta)
    }
    share = size / (2 * max(1, len(sizes) + 2 * len(near)))
    strata = []
    for a, b, rows in sizes:
        wanted = share * (3 if (a, b) in near else 1) + size / 2 * rows / items
        below = min(1 << 53, math.ceil(wanted / rows * (1 << 53)))
        strata.append({"safety": a, "helpfulness": b, "rows": rows, "below": below})
    engine.enter(
        "rates", "a INTEGER, b INTEGER, below BIGINT",
        [(stratum["safety"], stratum["helpfulness"], stratum["below"]) for stratum in strata],
    )  # fmt: skip
    engine.make(
        "drawn", "SELECT DISTINCT item FROM binned JOIN rates ON binned.a = rates.a AND binned.b = rates.b WHERE number < below"
    )
    drawn = (
        "SELECT file, place, part, number, item, a, b FROM (SELECT binned.*, row_number() OVER (PARTITION BY binned.item, safety, "
        "helpfulness ORDER BY file, place, part) AS turn FROM binned JOIN drawn ON binned.item = drawn.item) AS copies WHERE turn = 1"
    )
    rows, lines, index = Rows(plan), [], []
    for file, place, line, number, item, a, b in engine.lines(drawn):
        if columns_of(rows, line)[6] != item:
            raise JobError(f"{engine.files[file]} changed while it was read; run the job again")
        lines.append(line + b"\n")
        index.append((file, place, a, b, number, item))
    data = b"".join(lines)
    engine.write_file("sample.jsonl", data)
    files["sample.jsonl"] = {"sha256": hashlib.sha256(data).hexdigest(), "lines": len(lines)}
    write("sample.csv", ("file", "place", "safety", "helpfulness", "number", "item"), index)
    drawn_of = {}
    for _, _, a, b, _, _ in index:
        drawn_of[a, b] = drawn_of.get((a, b), 0) + 1
    for stratum in strata:
        stratum["drawn"] = drawn_of.get((stratum["safety"], stratum["helpfulness"]), 0)
    return strata


# --------------------------------------------------------------------------------------------------------------- the sets


def make_sets(engine, plan):
    given = plan.get("thresholds")
    if not given or any(given.get(name) is None for name in ("adv", "safety", "help")):
        raise JobError("the plan has no thresholds; give them with --theta-adv, --theta-safety and --theta-help, or from a grid")
    grid = plan.get("grid_files")
    if grid is not None and grid != [{"path": path, "bytes": size} for path, size in zip(engine.files, engine.sizes)]:
        raise JobError("the files are not those that the grid was counted from; run the grid step again")
    verdicts = {verdict["item"]: verdict for verdict in plan.get("verdicts") or []}
    adv, safety, help_ = (f"CAST('{given[name]!r}' AS DOUBLE)" for name in ("adv", "safety", "help"))
    engine.enter("verdicts", "item VARCHAR(32), ruling VARCHAR(16)", [(item, v["ruling"]) for item, v in sorted(verdicts.items())])
    call = (
        f"CASE WHEN safety < {adv} THEN 'adversarial' WHEN safety > {safety} AND helpfulness > {help_} THEN 'accepted' "
        "ELSE 'discarded' END"
    )
    bucket = (
        f"CASE WHEN ruling IS NULL THEN {call} WHEN ruling = 'safe' AND helpfulness > {help_} THEN 'accepted' "
        "WHEN ruling IN ('safe', 'disputed') THEN 'discarded' ELSE ruling END"
    )
    engine.make(
        "judged",
        f"SELECT file, place, part, safety, helpfulness, prompt, rows.item, ruling, {call} AS call, {bucket} AS bucket "
        "FROM rows LEFT JOIN verdicts ON rows.item = verdicts.item WHERE kind IS NULL",
    )
    missing = engine.ask("SELECT item FROM verdicts WHERE NOT EXISTS (SELECT 1 FROM judged WHERE judged.item = verdicts.item) ORDER BY item")
    if missing:
        raise JobError(
            f"{len(missing)} of {len(verdicts)} verdicts are on items that the round does not have, the first on {missing[0][0]}; "
            "the plan is for another round"
        )
    (items,), = engine.ask("SELECT count(*) FROM judged")
    (invalid,), = engine.ask("SELECT count(*) FROM rows WHERE kind IS NOT NULL")
    counts = dict(engine.ask("SELECT bucket, count(*) FROM judged GROUP BY bucket"))
    (on_adv, on_safety, on_help), = engine.ask(
        f"SELECT sum(CASE WHEN safety = {adv} THEN 1 ELSE 0 END), sum(CASE WHEN safety = {safety} THEN 1 ELSE 0 END), "
        f"sum(CASE WHEN helpfulness = {help_} THEN 1 ELSE 0 END) FROM judged"
    )

    def first(of, among):
        return (
            f"SELECT k.file AS file, k.place AS place, k.part AS part FROM (SELECT min({engine.key}) AS k FROM judged "
            f"WHERE bucket = '{among}' GROUP BY {of}) AS firsts"
        )

    said = {item: verdict["answers"] for item, verdict in verdicts.items()}
    outputs = {
        "adversarial": engine.write_set("adversarial", first("prompt", "adversarial"), said),
        "accepted": engine.write_set("accepted", first("item", "accepted"), said),
    }
    if plan.get("discarded"):
        query = "SELECT file, place, part FROM judged WHERE bucket = 'discarded'"
        outputs["discarded"] = engine.write_set("discarded", query, said)
    outputs["invalid"] = engine.write_invalid("SELECT file, place, part, reason FROM rows WHERE kind IS NOT NULL")
    record = head(engine, plan, "sets")
    record.update(
        items=items,
        invalid=invalid,
        invalid_rows=invalid_counts(engine),
        thresholds=given,
        buckets={name: counts.get(name, 0) for name in ("adversarial", "accepted", "discarded")},
        on_the_line={"adv": on_adv or 0, "safety": on_safety or 0, "help": on_help or 0},
        verdicts=len(verdicts),
        outputs=outputs,
    )
    return record


MARK = "redsieve_verdict"


def marked(line, call, ruling, answers):
    """A row with what people said of its item, as the last of its members; an earlier one keeps its value under another key."""
    member = f'"{MARK}":{{"call":"{call}","ruling":"{ruling}","answers":{answers}}}'
    end = line.rindex(b"}")
    return with_renamed(line[:end]) + b"," + member.encode() + line[end:]


def with_renamed(line):
    keys, depth, is_key, p = [], 0, False, 0
    while p < len(line):
        c = line[p]
        if c == 0x22:
            q = p + 1
            while q < len(line) and line[q] != 0x22:
                q += 2 if line[q] == 0x5C else 1
            if depth == 1 and is_key:
                keys.append((p + 1, q, unescape(line[p + 1 : q])))
                is_key = False
            p = q
        elif c in b"{[":
            depth += 1
            is_key = depth == 1
        elif c in b"}]":
            depth -= 1
        elif c == 0x2C:
            is_key = depth == 1
        p += 1
    taken = {name for _, _, name in keys}
    parts, at = [], 0
    for start, end, name in keys:
        if name != MARK.encode():
            continue
        other, number = f"{MARK}_before", 2
        while other.encode() in taken:
            other, number = f"{MARK}_before_{number}", number + 1
        taken.add(other.encode())
        parts += [line[at:start], other.encode()]
        at = end
    return b"".join(parts) + line[at:]


def invalid_line(file, reason, row):
    record = {"file": file, "reason": reason, "text": row[:TEXT_LIMIT].decode("utf-8", "replace")}
    if len(row) > TEXT_LIMIT:
        record["text_bytes"] = len(row)
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def main():
    parser = argparse.ArgumentParser(description="Counts or selects the round of a plan; see the manual page cluster of redsieve.")
    parser.add_argument("step", choices=("grid", "select"), help="grid counts and draws a sample; select makes the sets")
    parser.add_argument("plan", help="plan.json, as redsieve plan wrote it")
    parser.add_argument("out", help="the folder to make; never one that exists")
    parser.add_argument("--engine", choices=("spark", "duckdb"), default="spark", help="spark (the default) or duckdb")
    options = parser.parse_args()
    engine = None
    try:
        plan = read_plan(options.plan)
        engine = (Spark if options.engine == "spark" else DuckDB)(plan, options.out)
        engine.start()
        step, name = (make_grid, "grid.json") if options.step == "grid" else (make_sets, "manifest.json")
        engine.finish(name, step(engine, plan))
    except JobError as error:
        if engine is not None:
            engine.give_up()
        print(f"redsieve_job: {error}", file=sys.stderr)
        return 65
    except BaseException:
        if engine is not None:
            engine.give_up()
        raise
    return 0


if __name__ == "__main__":
    sys.exit(main())
