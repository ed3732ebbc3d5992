#!/usr/bin/env python3
"""Plays a key script against the program on a real terminal of 120x36 and tells how long everything took.

The times are those of a person's eyes: from the key to the last byte of what it changed.
"""

import tempfile
import argparse
import json
import os
import re
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import keyscript
from program import Ended, Program
from screen import Screen
from timing import percentiles

HERE = os.path.dirname(os.path.abspath(__file__))
COLUMNS, ROWS = 120, 36
# Where the panels with thresholds, counts and flows begin.
PANELS = 80
# Pieces that come closer together than this are of one frame: it leaves the program in one go.
FRAME_GAP = 0.005
# So long neither a byte nor any work, and a key has had its effect.
IDLE = 0.04
PATIENCE = 120


class Gave(Exception):
    """What was waited for did not come."""


class Session:
    def __init__(self, argv):
        self.screen = Screen(COLUMNS, ROWS)
        self.marks, self.keys, self.holds, self.finds = {}, {}, [], {}
        self.program = Program(argv, COLUMNS, ROWS)
        self.total = 0
        self.seen_items = 0
        self._pieces = []

    def play(self, steps):
        try:
            for step in steps:
                getattr(self, "_" + step.kind)(step)
        except Ended as error:
            raise Gave(f"{error} ({self.program.wait()}); it showed:\n" + "\n".join(self.screen.lines)) from None
        finally:
            self.program.close()

    def results(self, path):
        kinds = []
        for name, presses in self.keys.items():
            kinds.append(
                {
                    "name": name,
                    "keys": len(presses),
                    "frame_ms": percentiles([frame * 1000 for frame, _, _ in presses]),
                    "last_ms": percentiles([last * 1000 for _, last, _ in presses]),
                    "bytes": percentiles([count for _, _, count in presses]),
                }
            )
        return {
            "round": os.path.basename(path),
            "size": f"{COLUMNS}x{ROWS}",
            "marks_ms": {name: round(seconds * 1000, 2) for name, seconds in self.marks.items()},
            "keys": kinds,
            "holds": self.holds,
            "finds": self.finds,
            "peak_bytes": self.peak,
            "items": self.items,
            "bytes_written": self.total,
        }

    # Steps.

    def _wait(self, step):
        if step.what == "idle":
            self._take(self._until_idle())
            return
        seen = {
            "text": lambda: self.screen.contains(step.keys[0]),
            "items": lambda: self._items() >= step.number or self._is_loaded(),
            "loaded": self._is_loaded,
        }[step.what]
        at = self._until(seen, f"{step.what} {step.name}")
        if step.name:
            self.marks[step.name] = at - self.program.started

    def _send(self, step):
        for key in step.keys:
            self.program.send(key)
            # An escape with another key on its heels would be a key of its own.
            self._take(self._until_idle())

    def _keys(self, step):
        for key in step.keys:
            at = self.program.send(key)
            pieces = self._until_idle()
            frame, last = self._times(at, pieces)
            count = sum(len(data) for _, data in pieces)
            self.keys.setdefault(step.name, []).append((frame, last, count))

    def _find(self, step):
        self._send(keyscript.Step(step.line, "send", keys=step.keys[:-1]))
        at = self.program.send(step.keys[-1])
        found = lambda: re.search(r"· ([\d,]+) found$", self.screen.line(0))
        is_over = lambda: found() and not re.search(r"· \d+ % · [\d,]+ found$", self.screen.line(0))
        first = self._until(lambda: found() and (found().group(1) != "0" or is_over()), "hits")
        over = first if is_over() else self._until(is_over, "the end of the search")
        self.finds[step.name] = {
            "first_ms": round((first - at) * 1000, 3),
            "whole_ms": round((over - at) * 1000, 3),
            "hits": int(found().group(1).replace(",", "")),
        }

    def _hold(self, step):
        # What was read ahead comes before what the keys bring.
        pieces, self._pieces = self._pieces, []
        begin = time.monotonic()
        for number, key in enumerate(step.keys):
            while (left := begin + number / step.number - time.monotonic()) > 0:
                piece = self.program.read(left)
                if piece:
                    pieces.append(piece)
            at = self.program.send(key)
        pieces += self._until_idle()
        early = [piece for piece in pieces if piece[0] <= at]
        self._take(early)
        frame, last = self._times(at, pieces[len(early) :])
        frames = 1 + sum(1 for one, other in zip(pieces, pieces[1:]) if other[0] - one[0] > FRAME_GAP)
        self.holds.append(
            {
                "name": step.name,
                "keys": len(step.keys),
                "rate": step.number,
                "frames": frames,
                "late_ms": round(frame * 1000, 3),
                "last_ms": round(last * 1000, 3),
                "bytes": sum(len(data) for _, data in pieces),
            }
        )

    def _quit(self, step):
        self.peak, self.items = self.program.peak_bytes(), self._items()
        self.program.send(b"q")
        try:
            while True:
                self.program.read(1)
        except Ended:
            pass
        if self.program.wait() != 0:
            raise Gave(f"the program ended with {self.program.status}")

    # What the screen shows.

    def _items(self):
        found = re.search(r"· ([\d,]+) items?\b", self.screen.line(0))
        # Between two pieces of a frame the header may be half there: then what it said last.
        if found:
            self.seen_items = int(found.group(1).replace(",", ""))
        return self.seen_items

    def _is_loaded(self):
        return self._items() > 0 and self.screen.line(0).endswith("? help")

    def _panels(self):
        return [self.screen.line(y, PANELS) for y in range(1, ROWS // 2 + 3)]

    # Reading.

    def _take(self, pieces):
        for _, data in pieces:
            self.screen.feed(data)
            self.total += len(data)

    def _until(self, seen, what):
        """Reads until something is seen; when its last byte came."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if not self._pieces:
                piece = self.program.read(0.2)
                # Whatever else is there is read before any of it is looked at, so that nothing waits for the looking.
                while piece:
                    self._pieces.append(piece)
                    piece = self.program.read(0)
            while self._pieces:
                at, data = self._pieces.pop(0)
                self._take([(at, data)])
                if seen():
                    return at
        raise Gave(f"waited in vain for {what}; there is:\n" + "\n".join(self.screen.lines))

    def _until_idle(self):
        """Reads until nothing more comes and nothing is worked on; the pieces."""
        pieces, self._pieces = self._pieces, []
        end = time.monotonic() + PATIENCE
        since, worked = time.monotonic(), self.program.worked()
        while time.monotonic() < end:
            piece = self.program.read(IDLE)
            if piece:
                pieces.append(piece)
                since, worked = time.monotonic(), self.program.worked()
                continue
            work = self.program.worked()
            quiet = time.monotonic() - since
            if quiet >= IDLE and (work == worked if work is not None else quiet > 0.3):
                return pieces
            if work != worked:
                since, worked = time.monotonic(), work
        raise Gave("the program is never idle")

    def _times(self, at, pieces):
        """Seconds from a key to the end of the frame in which the panels have come to rest, and to the last byte."""
        states = []
        for _, data in pieces:
            self._take([(0, data)])
            states.append(self._panels())
        if not pieces:
            return 0.0, 0.0
        index = len(states) - 1
        while index > 0 and states[index - 1] == states[-1]:
            index -= 1
        while index + 1 < len(pieces) and pieces[index + 1][0] - pieces[index][0] < FRAME_GAP:
            index += 1
        return pieces[index][0] - at, pieces[-1][0] - at


def play(program, path, script):
    """Plays a script's text; what was measured."""
    # Moves are kept, as in any review, but each play begins anew.
    with tempfile.TemporaryDirectory() as folder:
        session = Session([program, path, "--review", os.path.join(folder, "session.review")])
        session.play(keyscript.parse(script))
        return session.results(path)


def table(results):
    lines = [f"{results['round']}: {results['items']:,} items, {results['size']}, milliseconds"]
    for name, value in results["marks_ms"].items():
        lines.append(f"  {name:<32}{value:>9.1f}")
    shares = ("p50", "p90", "p99", "max")
    heads = "".join(f"{share:>8}" for share in shares)
    lines.append(f"  {'':<32}{'':>5}  {'to the frame':>32}    {'to the last byte':>32}")
    lines.append(f"  {'':<32}{'keys':>5}  {heads}    {heads}    bytes, most")
    for kind in results["keys"]:
        values = "".join(
            "".join(f"{kind[field][share]:>8.1f}" for share in shares) + "    " for field in ("frame_ms", "last_ms")
        )
        lines.append(f"  {kind['name']:<32}{kind['keys']:>5}  {values}{kind['bytes']['max']:>11,.0f}")
    for hold in results["holds"]:
        lines.append(
            f"  {hold['name']:<32}{hold['keys']:>5}  {hold['frames']} frames; at rest {hold['late_ms']:.1f} after the"
            f" last key, last byte {hold['last_ms']:.1f}"
        )
    for name, find in results["finds"].items():
        lines.append(
            f"  {name:<32}{find['hits']:>9,} hits; the first after {find['first_ms']:.1f}, all after {find['whole_ms']:.1f}"
        )
    if results["peak_bytes"]:
        lines.append(f"  peak memory {results['peak_bytes'] / 1e6:,.0f} MB")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(prog="script/replay", description=__doc__.splitlines()[0])
    parser.add_argument("round", help="the round to open")
    parser.add_argument("--keys", default=os.path.join(HERE, "session.keys"), help="the key script")
    parser.add_argument("--program", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--json", action="store_true", help="prints one JSON object")
    options = parser.parse_args()
    try:
        with open(options.keys) as file:
            results = play(options.program, options.round, file.read())
    except OSError as error:
        sys.exit(f"script/replay: {error}")
    except (Gave, keyscript.Mistake) as error:
        sys.exit(f"script/replay: {error}")
    print(json.dumps(results, indent=2, ensure_ascii=False) if options.json else table(results))


if __name__ == "__main__":
    main()
