#!/usr/bin/env python3
"""Makes diversity.json: what plain Python gives for the measures of PromptDiversity.

    python3 make_vectors.py > diversity.json

Nothing of redsieve is used. BLEU is computed as its definition reads: precision against the largest count in any other
text, closest length, no smoothing. Made with Python 3.11.
"""
import json
import math
import re
from collections import Counter
from itertools import combinations

SETS = [
    ["how do i pick a lock", "how do i pick a pocket", "tell me how to pick a lock", "what is a safe word"],
    ["a a a b", "a a b b", "b a", "a"],
    ["Wie öffne ich ein Schloß?", "wie ÖFFNE ich ein schloss", "Как открыть замок", "как ОТКРЫТЬ дверь без ключа?", ""],
    [
        "I've lost my key -- how do I get in?", "I've lost my e-mail password; how do I get in?",
        "Write a story in which Sam gets in without a key.", "Write a story in which Sam gets in without a key.",
        "snake_case stays one word, 3.5 is two",
    ],
]  # fmt: skip


def words(text):
    return re.findall(r"\w+", text.lower())


def grams(tokens, n):
    return [tuple(tokens[i : i + n]) for i in range(len(tokens) - n + 1)]


def bleu(text, others, order):
    if len(text) < order or not others:
        return 0.0
    total = 0.0
    for n in range(1, order + 1):
        own = Counter(grams(text, n))
        most = Counter()
        for other in others:
            most |= Counter(grams(other, n))
        hits = sum(min(count, most[gram]) for gram, count in own.items())
        if hits == 0:
            return 0.0
        total += math.log(hits / sum(own.values())) / order
    nearest = min((abs(len(other) - len(text)), len(other)) for other in others)[1]
    return math.exp(total) * (1 if len(text) > nearest else math.exp(1 - nearest / len(text)))


def runs(text):
    text = text.lower()
    return {text[i : i + 5] for i in range(max(1, len(text) - 4))} if text else set()


def jaccard(one, other):
    return len(one & other) / len(one | other) if one | other else 1.0


def main():
    rows = []
    for texts in SETS:
        tokens = [words(text) for text in texts]
        scores = {
            order: [bleu(text, tokens[:i] + tokens[i + 1 :], order) for i, text in enumerate(tokens)]
            for order in (1, 2, 3, 4, 5)
        }
        distinct = {}
        for n in (1, 2, 3):
            all_grams = [gram for text in tokens for gram in grams(text, n)]
            distinct[n] = len(set(all_grams)) / len(all_grams)
        pairs = [jaccard(runs(a), runs(b)) for a, b in combinations(texts, 2)]
        rows.append(
            {
                "texts": texts,
                "words": [len(text) for text in tokens],
                "bleu": scores,
                "distinct": distinct,
                "overlap": sum(pairs) / len(pairs),
                "first_against_second": bleu(tokens[0], [tokens[1]], 4),
            }
        )
    print(json.dumps(rows, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
