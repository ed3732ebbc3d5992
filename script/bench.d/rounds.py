"""The rounds to measure on, made when they are first asked for."""

import json
import os
import subprocess
import sys


class Rounds:
    def __init__(self, generator, folder, items):
        self.generator, self.folder, self.items = generator, folder, items
        self.made, self.scratched = [], []

    @property
    def jsonl(self):
        return self._generated("jsonl", "jsonl", self.items)

    @property
    def csv(self):
        return self._generated("csv", "csv", self.items)

    def short(self, items):
        """Rows with hardly any text, for sizes at which whole ones would fill the disk."""
        return self._generated("short", "short.jsonl", items)

    def prompts(self, count):
        """As many evaluation prompts, of the round's own words in another order: many pieces in common, and none near."""
        path = self.scratch("evaluation.jsonl")
        with open(self.jsonl) as rows, open(path, "w") as file:
            for _, row in zip(range(count), rows):
                words = json.loads(row)["prompt"].split()
                file.write(json.dumps({"prompt": " ".join(reversed(words))}) + "\n")
        return path

    # The fastest level: it is the one that large data is stored with, and the hardest to keep up with.
    @property
    def gz(self):
        return self._made(self.jsonl + ".gz", ["gzip", "-1", "-k", "-f", self.jsonl])

    @property
    def zst(self):
        return self._made(self.jsonl + ".zst", ["zstd", "-q", "-f", "-T0", "-k", self.jsonl])

    def scratch(self, name):
        """A path for what a measured command writes; nothing is there."""
        path = os.path.join(self.folder, name)
        self.scratched.append(path)
        subprocess.run(["rm", "-rf", path], check=True)
        return path

    def remove(self, keep):
        """Takes away what measured commands wrote, and the rounds unless they are to be kept."""
        for path in self.scratched + ([] if keep else self.made):
            subprocess.run(["rm", "-rf", path], check=False)

    def _generated(self, format, ending, items):
        path = os.path.join(self.folder, f"round-{items}.{ending}")
        return self._made(path, [self.generator, "--bench", str(items), "--format", format, "--out", path])

    def _made(self, path, command):
        if path in self.made:
            return path
        if not os.path.exists(path):
            print(f"bench: making {os.path.basename(path)}", file=sys.stderr)
            try:
                subprocess.run(command, check=True)
            except BaseException:
                # Half a round must not be taken for a whole one the next time.
                if os.path.exists(path):
                    os.remove(path)
                raise
        # From the page cache, as every figure is; one that does not fit is read from the disk.
        with open(path, "rb", buffering=0) as file:
            while file.read(1 << 22):
                pass
        self.made.append(path)
        return path
