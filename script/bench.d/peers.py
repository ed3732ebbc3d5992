"""The engines that a user would take instead, in a virtual environment that can be thrown away."""

import os
import subprocess
import sys

from timing import Failed

HERE = os.path.dirname(os.path.abspath(__file__))


class Peers:
    """`python` is None where peers are not asked for, or cannot be installed."""

    def __init__(self, folder, wanted, with_visidata):
        self.python, self.visidata = None, None
        self.versions = {}
        if not wanted:
            return
        packages = ["duckdb", "polars"] + (["visidata"] if with_visidata else [])
        python = os.path.join(folder, "bin", "python")
        try:
            if not os.path.exists(python):
                self._run([sys.executable, "-m", "venv", folder])
            self._run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages])
            listed = self._run([python, "-m", "pip", "list", "--format=freeze", "--disable-pip-version-check"])
        except Failed as failure:
            print(f"bench: no peers: {failure}", file=sys.stderr)
            return
        pairs = [line.split("==") for line in listed.splitlines() if "==" in line]
        self.versions = {name: version for name, version in pairs if name in packages}
        self.python = python
        if with_visidata:
            self.visidata = os.path.join(folder, "bin", "vd")

    def commands(self, work, *paths):
        """The commands that do some work, by the engine's name; none without peers."""
        if self.python is None:
            return {}
        return {
            name: [self.python, os.path.join(HERE, "engines", f"{name.lower()}_peer.py"), work, *paths]
            for name in ("DuckDB", "Polars")
        }

    def check(self, work, path, counts):
        """A figure stands for nothing where the answers differ: every engine must count what we count."""
        for name, command in self.commands(work, path).items():
            answer = [int(word) for word in self._run(command).split()]
            if answer != counts:
                raise Failed(f"{name} counts {answer} and redsieve {counts}")

    def _run(self, command):
        run = subprocess.run(command, capture_output=True, text=True)
        if run.returncode != 0:
            said = run.stderr.strip() or f"{command[0]} ended with {run.returncode}"
            raise Failed(said.splitlines()[-1])
        return run.stdout
