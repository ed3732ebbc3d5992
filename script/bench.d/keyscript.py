"""Key scripts: what a recorded session does, line by line.

    # a comment
    wait text "q leave" as first frame     until the screen shows a text; the time since the start is kept under a name
    wait items 100000 as ...               until the header counts so many items, or all that there are
    wait loaded as ...                     until every row is read
    wait idle                              until the program neither writes nor works
    send "=0.5" Enter                      types; not measured
    keys NAME Right*20 S-Left c "abc"      presses one key after another, each when the last one has had its effect
    hold NAME 30 Right*100 Left*100        presses keys at a rate, 30 a second, whatever the program does meanwhile
    find NAME "/" C-u "word" Enter         types a search; timed from the last key to the first hits and to the end
    quit                                   leaves, and waits for the end

A key is a name, with S- for Shift and C- for Control; anything else is typed letter by letter. `*20` repeats it.
"""

import re
import shlex
from dataclasses import dataclass, field

# As a terminal in application mode sends them.
NAMED = {
    "Left": b"\x1bOD", "Right": b"\x1bOC", "Up": b"\x1bOA", "Down": b"\x1bOB",
    "S-Left": b"\x1b[1;2D", "S-Right": b"\x1b[1;2C",
    "C-Left": b"\x1b[1;5D", "C-Right": b"\x1b[1;5C", "C-Up": b"\x1b[1;5A", "C-Down": b"\x1b[1;5B", "C-u": b"\x15",
    "PageDown": b"\x1b[6~", "PageUp": b"\x1b[5~", "Home": b"\x1bOH", "End": b"\x1bOF",
    "Enter": b"\r", "Esc": b"\x1b", "Tab": b"\t", "Space": b" ", "Backspace": b"\x7f",
}


class Mistake(Exception):
    """A line that says nothing known."""


@dataclass
class Step:
    line: int
    kind: str
    what: str = ""
    name: str = ""
    number: float = 0
    keys: list = field(default_factory=list)


def parse(text):
    """The steps of a script, in order."""
    steps = []
    for number, line in enumerate(text.splitlines(), 1):
        try:
            words = shlex.split(line, comments=True)
        except ValueError as error:
            raise Mistake(f"line {number}: {error}") from None
        if words:
            steps.append(_step(number, words))
    return steps


def _step(line, words):
    kind, rest = words[0], words[1:]
    try:
        if kind == "wait":
            name = ""
            if "as" in rest:
                at = rest.index("as")
                name, rest = " ".join(rest[at + 1 :]), rest[:at]
            if rest[0] == "text" and len(rest) == 2:
                return Step(line, "wait", "text", name=name or rest[1], keys=[rest[1]])
            if rest[0] == "items" and len(rest) == 2:
                return Step(line, "wait", "items", name=name, number=int(rest[1]))
            if rest in (["loaded"], ["idle"]):
                return Step(line, "wait", rest[0], name=name)
        elif kind == "send" and rest:
            return Step(line, "send", keys=keys(rest))
        elif kind in ("keys", "find") and len(rest) > 1:
            return Step(line, kind, name=rest[0], keys=keys(rest[1:]))
        elif kind == "hold" and len(rest) > 2 and float(rest[1]) > 0:
            return Step(line, "hold", name=rest[0], number=float(rest[1]), keys=keys(rest[2:]))
        elif kind == "quit" and not rest:
            return Step(line, "quit")
    except (ValueError, IndexError):
        pass
    raise Mistake(f"line {line}: not understood: {' '.join(words)}")


def keys(words):
    """The bytes of each key press."""
    presses = []
    for word in words:
        times = 1
        repeated = re.fullmatch(r"(.+)\*(\d+)", word)
        if repeated:
            word, times = repeated.group(1), int(repeated.group(2))
        one = [NAMED[word]] if word in NAMED else [character.encode() for character in word]
        presses += one * times
    return presses
