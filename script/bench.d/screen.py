"""A terminal's grid: what a person would see after the bytes that a program wrote.

Only what curses sends to an xterm is known; colours and attributes are read over.
"""

import re
import unicodedata

# An escape sequence, or a run of what is none.
_PARTS = re.compile(
    rb"\x1b\[([?>!]?)([0-9;:]*)([ -/]*)([@-~])"  # control sequence
    rb"|\x1b[()*+].|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[0-9=>A-Za-z]"
    rb"|[\x00-\x1a\x1c-\x1f\x7f]|[^\x00-\x1f\x7f]+",
    re.DOTALL,
)
_UNFINISHED = re.compile(rb"\x1b(?:[()*+]?|\[[?>!]?[0-9;:]*[ -/]*|\][^\x07\x1b]*\x1b?)$")


def _width(character):
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


class Screen:
    """Takes bytes in pieces of any length."""

    def __init__(self, columns, rows):
        self.columns, self.rows = columns, rows
        self.cells = [[" "] * columns for _ in range(rows)]
        self.x = self.y = 0
        self._saved = (0, 0)
        self._top, self._bottom = 0, rows - 1
        self._last = " "
        self._inserts = False
        self._rest = b""

    def line(self, y, start=0):
        return "".join(self.cells[y][start:]).rstrip()

    @property
    def lines(self):
        return [self.line(y) for y in range(self.rows)]

    def contains(self, text):
        return any(text in line for line in self.lines)

    def feed(self, data):
        data = self._rest + data
        cut = _UNFINISHED.search(data)
        end = cut.start() if cut else len(data)
        # A character that is not whole yet waits for its other bytes.
        for back in range(1, min(4, end) + 1):
            byte = data[end - back]
            if byte & 0xC0 != 0x80:
                needed = 4 if byte >= 0xF0 else 3 if byte >= 0xE0 else 2 if byte >= 0xC0 else 1
                if needed > back:
                    end -= back
                break
        self._rest = data[end:]
        for part in _PARTS.finditer(data[:end]):
            piece = part.group()
            if part.group(4):
                self._control(part.group(1), part.group(2), part.group(4).decode())
            elif piece[0] == 0x1B:
                self._escape(piece)
            elif piece[0] < 0x20 or piece[0] == 0x7F:
                self._c0(piece)
            else:
                self._text(piece.decode("utf-8", "replace"))

    def _text(self, text):
        for character in text:
            width = _width(character)
            if width == 0:
                continue
            if self.x + width > self.columns:
                self.x = 0
                self._down()
            row = self.cells[self.y]
            if self._inserts:
                row[self.x : self.x] = [" "] * width
                del row[self.columns :]
            row[self.x] = character
            if width == 2:
                row[self.x + 1] = ""
            self.x += width
            self._last = character

    def _c0(self, byte):
        if byte == b"\r":
            self.x = 0
        elif byte == b"\n":
            self._down()
        elif byte == b"\b":
            # Behind the last column the cursor still stands on it.
            self.x = max(0, min(self.x, self.columns - 1) - 1)
        elif byte == b"\t":
            self.x = min(self.columns - 1, self.x // 8 * 8 + 8)

    def _down(self):
        if self.y == self._bottom:
            self._scroll(1, self._top)
        else:
            self.y = min(self.rows - 1, self.y + 1)

    def _scroll(self, count, top):
        blank = lambda: [" "] * self.columns
        for _ in range(min(abs(count), self._bottom - top + 1)):
            if count > 0:
                del self.cells[top]
                self.cells.insert(self._bottom, blank())
            else:
                del self.cells[self._bottom]
                self.cells.insert(top, blank())

    def _escape(self, piece):
        kind = piece[1:2]
        if kind == b"7":
            self._saved = (self.x, self.y)
        elif kind == b"8":
            self.x, self.y = self._saved
        elif kind == b"M":
            if self.y == self._top:
                self._scroll(-1, self._top)
            else:
                self.y = max(0, self.y - 1)
        elif kind == b"D":
            self._down()

    def _control(self, private, numbers, final):
        values = [int(number) if number.isdigit() else 0 for number in numbers.split(b";")]
        first = values[0]
        count = max(1, first)
        if private:
            if final in "hl" and 1049 in values:
                self.cells = [[" "] * self.columns for _ in range(self.rows)]
            return
        row = self.cells[self.y]
        x = min(self.x, self.columns - 1)
        if final in "ABd":
            self.x = x
        if final in "Hf":
            self.y = min(max(1, first), self.rows) - 1
            self.x = min(max(1, values[1] if len(values) > 1 else 1), self.columns) - 1
        elif final == "G":
            self.x = min(count, self.columns) - 1
        elif final == "d":
            self.y = min(count, self.rows) - 1
        elif final == "A":
            self.y = max(0, self.y - count)
        elif final == "B":
            self.y = min(self.rows - 1, self.y + count)
        elif final == "C":
            self.x = min(self.columns - 1, self.x + count)
        elif final == "D":
            self.x = max(0, x - count)
        elif final == "Z":
            self.x = max(0, (x - 1) // 8 * 8 - 8 * (count - 1))
        elif final == "K":
            start, end = [(x, self.columns), (0, x + 1), (0, self.columns)][min(first, 2)]
            row[start:end] = [" "] * (end - start)
        elif final == "J":
            self._erase(first, x)
        elif final == "X":
            end = min(self.columns, x + count)
            row[x:end] = [" "] * (end - x)
        elif final == "P":
            del row[x : x + count]
            row += [" "] * (self.columns - len(row))
        elif final == "@":
            row[x:x] = [" "] * count
            del row[self.columns :]
        elif final == "L":
            self._scroll(-count, self.y)
        elif final == "M":
            self._scroll(count, self.y)
        elif final == "S":
            self._scroll(count, self._top)
        elif final == "T":
            self._scroll(-count, self._top)
        elif final == "b":
            self._text(self._last * count)
        elif final == "r":
            self._top = max(1, first) - 1
            self._bottom = (values[1] if len(values) > 1 and values[1] else self.rows) - 1
            self.x = self.y = 0
        elif final == "h" and first == 4:
            self._inserts = True
        elif final == "l" and first == 4:
            self._inserts = False

    def _erase(self, kind, x):
        blank = lambda: [" "] * self.columns
        if kind == 0:
            self.cells[self.y][x:] = [" "] * (self.columns - x)
            self.cells[self.y + 1 :] = [blank() for _ in range(self.rows - self.y - 1)]
        elif kind == 1:
            self.cells[self.y][: x + 1] = [" "] * (x + 1)
            self.cells[: self.y] = [blank() for _ in range(self.y)]
        else:
            self.cells = [blank() for _ in range(self.rows)]
