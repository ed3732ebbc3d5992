"""Rows that readers of JSON disagree about, and seeded rounds of odd scores."""

import json
import random

GOOD = '"prompt":"p{n}","response":"r{n}"'

# What stands behind the texts of a row, one row each; {n} becomes a number.
SCORES = [
    '"safety_score":{value},"helpfulness_score":0.5'.replace("{value}", value)
    for value in (
        "0.3 -0.0 0.0 -0 0 1 0.8 0.30000000000000004 0.29999999999999999 5e-324 1e400 -1e400 1e-400 NaN nan Infinity -Infinity +Infinity "
        "inf -inf NAN null true false [] [0.1] {} \"\" \"0.5\" \" 0.5 \" \"+.5\" \"5.\" \"007\" \"NaN\" \"-inf\" \"1e400\" \"x\" \"0,95\" \"95%\" "
        "\"0x1F\" \"4/5\" \"1_000\" \"\\u0030.5\" 01 .5 1. +1 0x1 1e 1e+ -  9007199254740993 "
        "123456789012345678901234567890 0.1000000000000000055511151231257827021181583404541015625 '0.5'"
    ).split(" ")
    if value
]

# Whole rows.
ROWS = [
    '{"prompt":"a","response":"b","safety_score":0.1,"helpfulness_score":0.5,"safety_score":0.9}',
    '{"prompt":"a","prompt":"c","response":"b","safety_score":0.1,"helpfulness_score":0.5}',
    '{"prompt":null,"prompt":"c","response":"b","safety_score":0.1,"helpfulness_score":0.5}',
    '{"pr\\u006fmpt":"spelled","response":"b","safety_score":0.1,"helpfulness_score":0.5}',
    '{"prompt":"a","pr\\u006fmpt":"twice","response":"b","safety_score":0.1,"helpfulness_score":0.5}',
    '{"prompt":"a","response":"b","safety_score":0.1,"helpfulness_score":0.5,"other":"prompt"}',
    '{"prompt":"a","response":"b","safety_score":0.1,"helpfulness_score":0.5,"other":{"prompt":1}}',
    '{"other":{"prompt":"inside"},"response":"b","safety_score":0.1,"helpfulness_score":0.5}',
    "{'prompt':'single','response':'b','safety_score':0.1,'helpfulness_score':0.5}",
    '{"prompt":"a","response":"b","safety_score":0.1,"helpfulness_score":0.5,}',
    '{"prompt":"a","response":"b","safety_score":0.1,"helpfulness_score":0.5} {"prompt":"two"}',
    '{"prompt":"a","response":"b","safety_score":0.1,"helpfulness_score":0.5}]',
    '{"prompt":"a","response":"b","safety_score":0.1,"helpfulness_score":0.5}x',
    '[{"prompt":"a","response":"b","safety_score":0.1,"helpfulness_score":0.5}]',
    '"text"', "12", "null", "NaN", "nonsense", "{", "}", '{"prompt"', '{"prompt":', '{"prompt":"never ends',
    '{"prompt":"a","response":"b","safety_score":0.1,"helpfulness_score":0.5,"extra":NaN}',
    '{"prompt":"a","response":"b","safety_score":0.1,"helpfulness_score":0.5,"extra":[1,-Infinity]}',
    '{"prompt":"a","response":"b","safety_score":NaN,"helpfulness_score":0.5,"extra":{"deep":nan}}',
    '{"extra":NaN,"prompt":"a","response":"b","safety_score":0.1,"helpfulness_score":0.5} x',
    '{"extra":NaN,"prompt":"a","response":"never ends}',
    '{"extra":tru,"prompt":"a","response":"b","safety_score":0.1,"helpfulness_score":0.5}',
    '{"prompt":"tab\tinside","response":"b","safety_score":0.1,"helpfulness_score":0.5}',
    '{"prompt":"bad \\q escape","response":"b","safety_score":0.1,"helpfulness_score":0.5}',
    '{"prompt":"bad \\u12G4","response":"b","safety_score":0.1,"helpfulness_score":0.5}',
    '{"prompt":"lone \\ud800 high","response":"\\udc00","safety_score":0.1,"helpfulness_score":0.5}',
    '{"prompt":"pair \\ud83d\\ude00","response":"\\ud83d\\ud83d\\ude00","safety_score":0.1,"helpfulness_score":0.5}',
    '{"prompt":"pair \U0001F600","response":"same text","safety_score":0.1,"helpfulness_score":0.5}',
    '{"prompt":"nul \\u0000 in it","response":"\\u0000","safety_score":0.1,"helpfulness_score":0.5}',
    '{"prompt":"a \\/ b","response":"b","safety_score":0.95,"helpfulness_score":0.5}',
    '{"prompt":"a / b","response":"b","safety_score":0.95,"helpfulness_score":0.5}',
    '{"prompt":"cafe\u0301","response":"b","safety_score":0.1,"helpfulness_score":0.5}',
    '{"prompt":"caf\u00e9","response":"b","safety_score":0.1,"helpfulness_score":0.5}',
    '{"prompt":"caf\\u00e9","response":"b","safety_score":0.1,"helpfulness_score":0.5}',
    '{"prompt":"","response":"","safety_score":0.1,"helpfulness_score":0.5}',
    '{"prompt":1,"response":"b","safety_score":0.1,"helpfulness_score":0.5}',
    '{"prompt":["a"],"response":"b","safety_score":0.1,"helpfulness_score":0.5}',
    '{"prompt":[{"type":"text","text":"a part"}],"response":"b","safety_score":0.1,"helpfulness_score":0.5}',
    '{"prompt":[{"type":"image","text":"a part"}],"response":"b","safety_score":0.1,"helpfulness_score":0.5}',
    '{"prompt":[{"text":"a part"},{"text":"b"}],"response":"b","safety_score":0.1,"helpfulness_score":0.5}',
    '{"prompt":{"text":"a part"},"response":"b","safety_score":0.1,"helpfulness_score":0.5}',
    '{"response":"b","safety_score":0.1,"helpfulness_score":0.5}',
    '{"prompt":"a","safety_score":0.1,"helpfulness_score":0.5}',
    '{"prompt":"a","response":"b","helpfulness_score":0.5}',
    '{"prompt":"a","response":"b","safety_score":0.1}',
    '{}', "", "   ", "\t", "\r",
    '  {"prompt":"blanks around","response":"b","safety_score":0.1,"helpfulness_score":0.5}  ',
    '{"prompt":"CR behind","response":"b","safety_score":0.1,"helpfulness_score":0.5}\r',
    '{"prompt":"CR",\r"response":"between","safety_score":0.1,"helpfulness_score":0.5}',
    '{"prompt":"CR\rinside","response":"b","safety_score":0.1,"helpfulness_score":0.5}',
    '\ufeff{"prompt":"a mark before","response":"b","safety_score":0.1,"helpfulness_score":0.5}',
    '{"prompt":"an earlier verdict","response":"b","safety_score":0.1,"helpfulness_score":0.5,"redsieve_verdict":{"call":"x"}}',
    '{"deep":' + "[" * 998 + "]" * 998 + ',"prompt":"deep","response":"b","safety_score":0.1,"helpfulness_score":0.5}',
    '{"deep":' + "[" * 1100 + "]" * 1100 + ',"prompt":"too deep","response":"b","safety_score":0.1,"helpfulness_score":0.5}',
    '{"big":' + "9" * 5000 + ',"prompt":"a long integer","response":"b","safety_score":0.1,"helpfulness_score":0.5}',
]  # fmt: skip

BYTES = [
    b'{"prompt":"broken \xff","response":"b","safety_score":0.1,"helpfulness_score":0.5}',
    b'{"prompt":"caf\xc3\xa9 \xe2\x28\xa1","response":"b","safety_score":0.1,"helpfulness_score":0.5}',
    b'{"prompt":"surrogate \xed\xa0\x80","response":"b","safety_score":0.1,"helpfulness_score":0.5}',
    b'{"prompt":"nul \x00 raw","response":"b","safety_score":0.1,"helpfulness_score":0.5}',
    b"\xff\xfe",
]


def rows():
    """All of them, each twice so that repeats are met, with plain rows between."""
    found = [("{" + GOOD + "," + scores + "}").replace("{n}", str(n)).encode() for n, scores in enumerate(SCORES)]
    found += [row.encode() for row in ROWS] + BYTES
    plain = b'{"prompt":"plain","response":"row %d","safety_score":0.9,"helpfulness_score":0.9}'
    # The first rows tell the fields.
    return [plain % n for n in range(8)] + found + found


def round_of(seed, count):
    """A round of odd scores: ties, few values, infinities, texts; many copies."""
    random_ = random.Random(seed)
    kind = seed % 4
    lines = []
    for _ in range(count):
        def score():
            if kind == 0:
                return random_.choice([0.1, 0.3, 0.5, 0.8, 0.9, -0.0, 0.0])
            if kind == 1:
                return random_.gauss(0, 3)
            if kind == 2:
                return round(random_.random(), 2)
            return random_.random() ** 8

        row = {
            "prompt": f"p{random_.randrange(count // 3 + 1)}", "response": f"r{random_.randrange(5)}", "safety_score": score(),
            "helpfulness_score": score(), "category": random_.choice(["a", "b, c", 'd"e', None, 3]),
        }  # fmt: skip
        if random_.random() < 0.05:
            row["safety_score"] = random_.choice([float("nan"), float("inf"), "0.25", "x", None, True, 10**400])
        if random_.random() < 0.02:
            del row[random_.choice(list(row))]
        lines.append(json.dumps(row).encode())
    return lines
