"""A program on a terminal of its own that answers nothing and only reads, as a person does."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time


class Ended(Exception):
    """The program is gone, with its status and what it wrote last."""


class Program:
    """Starts a program; what it writes comes in pieces, each with the time at which it was read."""

    def __init__(self, argv, columns=120, rows=36):
        environment = {
            key: value
            for key, value in os.environ.items()
            if key not in ("TMUX", "LINES", "COLUMNS", "NO_COLOR") and not key.startswith("LC_")
        }
        environment |= {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "XDG_CONFIG_HOME": "/nonexistent"}
        # The size is set before the program runs, so the child waits for a byte.
        ready, go = os.pipe()
        self.started = time.monotonic()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            try:
                os.read(ready, 1)
                os.execvpe(argv[0], argv, environment)
            finally:
                os._exit(127)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.set_blocking(self.terminal, False)
        self.started = time.monotonic()
        os.write(go, b"x")
        os.close(go)
        os.close(ready)
        self.status = None

    def send(self, data):
        """Types; returns when it was typed."""
        at = time.monotonic()
        while data:
            try:
                data = data[os.write(self.terminal, data) :]
            except BlockingIOError:
                select.select([], [self.terminal], [], 1)
            except OSError:
                raise Ended("the program has ended") from None
        return at

    def read(self, seconds):
        """The next piece and its time, or None where none comes within some seconds; Ended after the last."""
        readable, _, _ = select.select([self.terminal], [], [], max(0, seconds))
        if not readable:
            return None
        try:
            data = os.read(self.terminal, 65536)
        except BlockingIOError:
            return None
        except OSError:
            data = b""
        if not data:
            raise Ended("the program has ended")
        return time.monotonic(), data

    def worked(self):
        """Nanoseconds that its threads have run; None where the system does not tell."""
        total = 0
        try:
            for task in os.listdir(f"/proc/{self.pid}/task"):
                with open(f"/proc/{self.pid}/task/{task}/schedstat") as file:
                    total += int(file.read().split()[0])
        except (OSError, ValueError, IndexError):
            return None
        return total

    def peak_bytes(self):
        """The most memory that it has held; None where the system does not tell."""
        try:
            with open(f"/proc/{self.pid}/status") as file:
                for line in file:
                    if line.startswith("VmHWM:"):
                        return int(line.split()[1]) * 1024
        except OSError:
            pass
        return None

    def wait(self):
        """Waits for its end; the exit status, or the negative number of a signal."""
        if self.status is None:
            _, status = os.waitpid(self.pid, 0)
            self.status = os.waitstatus_to_exitcode(status)
            os.close(self.terminal)
        return self.status

    def close(self):
        """Ends it, however it stands."""
        if self.status is None:
            try:
                os.kill(self.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            self.wait()
