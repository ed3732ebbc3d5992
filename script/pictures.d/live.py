"""Makes the pictures of work that goes on while they are taken: script/pictures --live

    live.py PROGRAM FOLDER

A server of this script speaks as vLLM does and scores the responses of the sample round; in the midst of it the review that
watches is asked for a picture of itself. What it shows depends on the machine (rate and time left), so that nothing holds the
pictures against the program of today.
"""

import html
import http.server
import json
import math
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import threading
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SIZE = (30, 100)
# Wide enough for the longest line of the check.
LINES = (40, 150)
SECONDS = 120
KINDS = {"prompt": str, "response": str, "safety_score": float, "helpfulness_score": float}


class Server(http.server.ThreadingHTTPServer):
    """Gives each response the score that the sample round has for it, and takes its time behind the first half."""

    daemon_threads = True
    request_queue_size = 200

    def __init__(self, scores, model):
        super().__init__(("127.0.0.1", 0), Handler)
        self.scores, self.model, self.asked, self.is_held = scores, model, 0, True
        self.thread = threading.Thread(target=self.serve_forever, daemon=True)
        self.thread.start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}"


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *_):
        pass

    def answer(self, value, status=200):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        model = self.server.model
        known = {
            "/version": {"version": "0.32.0"},
            "/v1/models": {"data": [{"id": model, "owned_by": "vllm", "max_model_len": 4096}]},
            "/openapi.json": {"paths": {"/classify": {}}},
        }
        if self.path in known:
            return self.answer(known[self.path])
        self.answer({"detail": "Not Found"}, 404)

    def do_POST(self):
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path != "/classify":
            return self.answer({"detail": "Not Found"}, 404)
        self.server.asked += 1
        while self.server.is_held and self.server.asked > len(self.server.scores) * 0.6:
            time.sleep(0.05)
        time.sleep(0.02)
        score = self.server.scores.get(request["messages"][-1]["content"], 0.9)
        if request.get("use_activation", True):
            score = score / (1 + abs(score))
        self.answer({"model": self.server.model, "data": [{"index": 0, "probs": [score]}]})


class Terminal:
    """A terminal of tmux in which the program runs."""

    count = 0

    def __init__(self, command, folder, size=SIZE):
        # A server that was ended may not have gone yet: each terminal has its own.
        Terminal.count += 1
        self.tmux = ["tmux", "-L", f"redsieve-pictures-{os.getpid()}-{Terminal.count}"]
        rows, columns = size
        environment = {"HOME": folder, "LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"], "COLORTERM": "truecolor"}
        subprocess.run(
            self.tmux + ["-f", "/dev/null", "new-session", "-d", "-x", str(columns), "-y", str(rows), shlex.join(command)],
            cwd=folder, env=environment, check=True,
        )

    def send(self, *keys):
        subprocess.run(self.tmux + ["send-keys", *keys], check=True)

    def shows(self, text):
        shown = subprocess.run(self.tmux + ["capture-pane", "-p"], capture_output=True, text=True)
        return shown.returncode == 0 and text in shown.stdout

    def lines(self):
        shown = subprocess.run(self.tmux + ["capture-pane", "-p"], capture_output=True, text=True).stdout
        return shown.rstrip().split("\n")

    def is_over(self):
        return subprocess.run(self.tmux + ["has-session"], capture_output=True).returncode != 0

    def end(self):
        subprocess.run(self.tmux + ["kill-server"], capture_output=True)


def wait(what, is_there):
    end = time.monotonic() + SECONDS
    while not is_there():
        if time.monotonic() > end:
            sys.exit(f"pictures: waited in vain for {what}")
        time.sleep(0.1)


def is_fine(value, kind):
    return isinstance(value, kind) and (kind is str or math.isfinite(value))


def valid_rows(path):
    """The rows that have texts and scores; the sample round has others, too."""
    rows = []
    for line in open(path):
        try:
            row = json.loads(line)
        except ValueError:
            continue
        if all(is_fine(row.get(name), kind) for name, kind in KINDS.items()):
            rows.append(row)
    return rows


def draw(lines, title, path):
    """A picture of plain lines, in the colours of the program's own pictures."""
    width, height = 9 * max(len(line) for line in lines) + 24, 18 * len(lines) + 24
    text = "".join(
        f'<text x="12" y="{18 * row + 26}" xml:space="preserve">{html.escape(line)}</text>\n' for row, line in enumerate(lines)
    )
    with open(path, "w") as file:
        file.write(
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
            f"<title>{html.escape(title)}</title>\n"
            '<style>text{font-size:15px;font-family:ui-monospace,"DejaVu Sans Mono","Liberation Mono",Menlo,Consolas,monospace}'
            "</style>\n"
            f'<rect width="{width}" height="{height}" rx="8" fill="#16181d"/><g fill="#d4d7dd">\n{text}</g></svg>\n'
        )


def take(command, folder, is_there, title, path):
    """A picture of a command's lines at the moment at which they hold something."""
    # The shell shows what was typed, and stays when the command is over.
    script = f"printf '$ %s\\n' {shlex.quote(' '.join(['redsieve', *command[1:]]))}; {shlex.join(command)}; touch over; exec cat"
    terminal = Terminal(["sh", "-c", script], folder, LINES)
    try:
        wait(title, lambda: is_there(terminal))
        draw(terminal.lines(), title, path)
    finally:
        terminal.send("C-c")
        terminal.end()


def main():
    program, target = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    rows = valid_rows(os.path.join(ROOT, "sample-data", "round-2.jsonl"))
    with tempfile.TemporaryDirectory() as folder:
        folder = os.path.realpath(folder)
        with open(os.path.join(folder, "answers.jsonl"), "w") as file:
            for row in rows:
                bare = {key: value for key, value in row.items() if not key.endswith("_score")}
                file.write(json.dumps(bare, ensure_ascii=False) + "\n")
        servers = [
            Server({row["response"]: row[f"{name}_score"] for row in rows}, f"{name}-rm") for name in ("safety", "helpfulness")
        ]
        with open(os.path.join(folder, "rewards.toml"), "w") as file:
            for name, server in zip(("safety", "helpfulness"), servers):
                file.write(f'[{name}]\nurl = "{server.url}"\nconcurrency = 4\n')
        os.makedirs(target, exist_ok=True)
        score = [program, "score", "answers.jsonl", "--rewards", "rewards.toml"]
        take(
            score + ["--check"], folder, lambda _: os.path.exists(os.path.join(folder, "over")), "redsieve: the check of two servers",
            os.path.join(target, "check.svg"),
        )
        take(
            score + ["-o", "progress.jsonl"], folder, lambda terminal: re.search(r"· [3-6]\d %.* s left", terminal.lines()[-1]),
            "redsieve: scoring", os.path.join(target, "progress.svg"),
        )
        for server in servers:
            server.asked = 0
        command = score + ["-o", "round-2.jsonl", "--watch"]
        picture = os.path.join(folder, "watch.svg")
        terminal = Terminal(command, folder)
        try:
            wait("the time that is left", lambda: terminal.shows(" s left"))
            # The first key of somebody who is here for the first time takes the hint for help away.
            terminal.send("Escape")
            time.sleep(1)
            terminal.send("-l", ":snapshot watch.svg")
            terminal.send("Enter")
            wait("the picture", lambda: os.path.exists(picture))
            for server in servers:
                server.is_held = False
            terminal.send("q")
            wait("the end", terminal.is_over)
        finally:
            terminal.end()
        shutil.copy(picture, os.path.join(target, "watch.svg"))


main()
