"""Scores rows by the real vLLM and compares what stands in the round with what the server says when it is asked by itself.

Tiny models with random weights: what they score means nothing, and that it arrives digit for digit means everything.
"""

import argparse
import json
import os
import pathlib
import shutil
import signal
import string
import subprocess
import sys
import time
import urllib.request

ROWS = 400
BATCH_TEXT = "USER: {prompt} ASSISTANT:{response}"


def make_models(folder):
    """A reward model with one label, and a chat model for a guard."""
    import torch
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors, trainers
    from transformers import LlamaConfig, LlamaForCausalLM, LlamaForSequenceClassification, PreTrainedTokenizerFast

    torch.manual_seed(1)
    words = Tokenizer(models.BPE(unk_token="<unk>"))
    words.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    words.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=600,
        special_tokens=["<unk>", "<s>", "</s>", "<|user|>", "<|assistant|>"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
    )
    words.train_from_iterator(["yes no Yes No safe unsafe the how to make a cake USER ASSISTANT"] * 50, trainer)
    words.post_processor = processors.TemplateProcessing(single="<s> $A", special_tokens=[("<s>", 1)])
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=words, bos_token="<s>", eos_token="</s>", unk_token="<unk>", pad_token="</s>")
    tokenizer.chat_template = (
        "{{ bos_token }}{% for message in messages %}<|{{ message['role'] }}|>{{ message['content'] }}</s>{% endfor %}"
        "{% if add_generation_prompt %}<|assistant|>{% endif %}"
    )
    # Attention on a processor has kernels for heads of 64.
    size = dict(
        vocab_size=len(tokenizer), hidden_size=256, intermediate_size=256, num_hidden_layers=2, num_attention_heads=4,
        num_key_value_heads=4, max_position_embeddings=512, bos_token_id=1, eos_token_id=2, pad_token_id=2,
    )
    reward = LlamaForSequenceClassification(LlamaConfig(**size, num_labels=1))
    # Random weights alone give scores that hardly differ.
    reward.score.weight.data.normal_(0, 2)
    for name, model in (("reward", reward), ("guard", LlamaForCausalLM(LlamaConfig(**size)))):
        model.save_pretrained(folder / name)
        tokenizer.save_pretrained(folder / name)


class Server:
    """One vLLM."""

    def __init__(self, folder, name, port, more):
        self.folder, self.name, self.port, self.more = folder, name, port, more
        self.start()

    def start(self):
        arguments = [sys.executable, "-m", "vllm.entrypoints.openai.api_server", "--model", str(self.folder / self.name)]
        arguments += ["--served-model-name", self.name, "--port", str(self.port), "--host", "127.0.0.1"]
        arguments += ["--enforce-eager", "--max-num-seqs", "16", "--max-model-len", "256", *self.more]
        environment = dict(os.environ, HF_HUB_OFFLINE="1", VLLM_CPU_KVCACHE_SPACE="1", VLLM_NO_USAGE_STATS="1")
        self.log = open(self.folder / f"{self.name}.log", "ab")
        self.process = subprocess.Popen(
            arguments, stdout=self.log, stderr=self.log, env=environment, start_new_session=True
        )

    def wait(self):
        end = time.monotonic() + 600
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise SystemExit(f"{self.name}: vLLM ended; see {self.folder / self.name}.log")
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/v1/models", timeout=2):
                    return
            except OSError:
                time.sleep(1)
        raise SystemExit(f"{self.name}: vLLM does not answer")

    def kill(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def ask(self, path, body):
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{path}", json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.loads(answer.read(), parse_float=str, parse_int=str)


class Checks:
    def __init__(self):
        self.failed = 0

    def say(self, is_right, text):
        print(f"{'ok   ' if is_right else 'WRONG'}  {text}", flush=True)
        self.failed += not is_right


def redsieve(program, *arguments):
    return subprocess.run(
        [program, "score", *map(str, arguments)],
        capture_output=True,
        text=True,
        env=dict(os.environ, XDG_CONFIG_HOME="/nonexistent"),
    )


def lines(path):
    return [json.loads(line, parse_float=str, parse_int=str) for line in path.read_text().splitlines()]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=pathlib.Path, required=True)
    parser.add_argument("--root", type=pathlib.Path, required=True)
    parser.add_argument("--program")
    options = parser.parse_args()
    program = options.program or str(options.root / ".build/debug/redsieve")
    folder = options.folder
    if not (folder / "guard").exists():
        make_models(folder)
    work = folder / "work"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    rows = [
        {"id": n, "prompt": f"how to make a cake {n}?", "response": f"the {n * 7 % 13} yes no é {'safe ' * (n % 9)}"}
        for n in range(ROWS)
    ]
    (work / "answers.jsonl").write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    checks = Checks()
    reward = Server(folder, "reward", 8101, ["--runner", "pooling", "--convert", "classify"])
    guard = Server(folder, "guard", 8102, [])
    try:
        reward.wait()
        guard.wait()
        url = f"http://127.0.0.1:{reward.port}"

        found = redsieve(program, work / "answers.jsonl", "--safety", url, "--check")
        print(found.stdout + found.stderr)
        checks.say(found.returncode == 0 and "vLLM" in found.stdout, "the check knows the server")
        checks.say("raw:" in found.stdout, "raw scores are told from squashed ones")

        began = time.monotonic()
        run = redsieve(program, work / "answers.jsonl", "--safety", url, "--helpfulness", url, "-o", work / "chat.jsonl")
        seconds = time.monotonic() - began
        checks.say(run.returncode == 0, f"messages: {ROWS} rows by two scores in {seconds:.1f} s {run.stderr if run.returncode else ''}")
        asked = []
        for row in rows:
            messages = [{"role": "user", "content": row["prompt"]}, {"role": "assistant", "content": row["response"]}]
            answer = reward.ask("/classify", {"model": "reward", "messages": messages, "use_activation": False})
            asked.append(answer["data"][0]["probs"][0])
        done = lines(work / "chat.jsonl")
        same = sum(row["safety_score"] == score == row["helpfulness_score"] for row, score in zip(done, asked))
        checks.say(same == ROWS, f"messages: {same} of {ROWS} scores are those of a direct request, to the last digit")

        (work / "batch.toml").write_text(f'[safety]\nurl = "{url}"\ntext = "{BATCH_TEXT}"\nbatch = 16\n')
        run = redsieve(program, work / "answers.jsonl", "--rewards", work / "batch.toml", "-o", work / "batch.jsonl")
        checks.say(run.returncode == 0, f"batches: {ROWS} rows {run.stderr if run.returncode else ''}")
        done = lines(work / "batch.jsonl")
        texts = [BATCH_TEXT.format(**row) for row in rows]
        asked = []
        for start in range(0, ROWS, 16):
            answer = reward.ask("/classify", {"model": "reward", "input": texts[start : start + 16], "use_activation": False})
            asked += [item["probs"][0] for item in answer["data"]]
        same = sum(row["safety_score"] == score for row, score in zip(done, asked))
        checks.say(same == ROWS, f"batches: {same} of {ROWS} scores are those of a direct request, to the last digit")

        (work / "twice.toml").write_text(f'[safety]\nurl = "{url}"\ntext = "<s>{BATCH_TEXT}"\n')
        found = redsieve(program, work / "answers.jsonl", "--rewards", work / "twice.toml", "--check")
        checks.say(found.returncode == 69 and "twice" in found.stdout, "a text with a second beginning token is refused")

        # A model of random weights says anything: with so many words, one of them is mostly among the likely ones.
        words = string.ascii_letters + string.digits
        (work / "guard.toml").write_text(
            f'[safety]\nurl = "http://127.0.0.1:{guard.port}"\ngood = {json.dumps(list(words[::2]))}\nbad = {json.dumps(list(words[1::2]))}\n'
        )
        run = redsieve(program, work / "answers.jsonl", "--rewards", work / "guard.toml", "-o", work / "guard.jsonl")
        scored = len(lines(work / "guard.jsonl")) if (work / "guard.jsonl").exists() else 0
        failed = len(lines(work / "guard.failed.jsonl")) if (work / "guard.failed.jsonl").exists() else 0
        checks.say(
            run.returncode in (0, 75) and scored + failed == ROWS and scored > 0,
            f"guard: a model of random weights says one of the words in {scored} rows, and {failed} go to the failed ones ({run.stderr.strip()[-200:]})",
        )
        shares = [float(row["safety_score"]) for row in (lines(work / "guard.jsonl") if scored else [])]
        checks.say(all(0 <= share <= 1 for share in shares), "guard: every score is a probability")

        # Long enough to be killed in the midst of.
        many = [dict(row, id=n, response=row["response"] + str(n)) for n, row in enumerate(rows * 10)]
        (work / "many.jsonl").write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in many))
        arguments = [program, "score", str(work / "many.jsonl"), "--safety", url, "-o", str(work / "killed.jsonl")]
        killed = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        log = work / "killed.jsonl.scoring/log.jsonl"
        while killed.poll() is None and not (log.exists() and log.stat().st_size > 20_000):
            time.sleep(0.02)
        killed.kill()
        killed.wait()
        running = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        before = log.stat().st_size
        while running.poll() is None and log.exists() and log.stat().st_size == before:
            time.sleep(0.02)
        reward.kill()
        print("       vLLM and redsieve were killed midway; vLLM starts again", flush=True)
        reward.start()
        reward.wait()
        said, _ = running.communicate(timeout=600)
        done = lines(work / "killed.jsonl") if (work / "killed.jsonl").exists() else []
        checks.say(running.returncode == 0, f"killed: the run goes on once the server is back {said if running.returncode else ''}")
        checks.say([int(row["id"]) for row in done] == list(range(len(many))), f"killed: each of {len(many)} rows is there once, in order")
        asked = []
        for row in many[:200]:
            messages = [{"role": "user", "content": row["prompt"]}, {"role": "assistant", "content": row["response"]}]
            answer = reward.ask("/classify", {"model": "reward", "messages": messages, "use_activation": False})
            asked.append(answer["data"][0]["probs"][0])
        same = sum(row["safety_score"] == score for row, score in zip(done, asked))
        checks.say(same == 200, f"killed: {same} of 200 scores are those of a direct request, to the last digit")
        if running.returncode == 0:
            record = json.loads((work / "killed.scoring.json").read_text())
            print(json.dumps(record["servers"][0], indent=2))
    finally:
        reward.kill()
        guard.kill()
    print(f"{checks.failed} wrong" if checks.failed else "all right")
    sys.exit(1 if checks.failed else 0)


if __name__ == "__main__":
    main()
