"""The hostile rounds, and which clients refuse rows of them as they stand."""

import json
import lzma
import os

CLIENTS = ["datasets", "pandas", "polars", "duckdb"]
SCORES = ["0.1", "0.9", "0.6"]


class Round:
    """A round's files by name, what is said to redsieve, and the clients that are known to refuse its rows as they stand."""

    def __init__(self, name, files, refusing=(), options=(), commands=None, is_folder=False):
        self.name = name
        self.files = {file if isinstance(file, bytes) else file.encode(): text if isinstance(text, bytes) else text.encode()
                      for file, text in files.items()}
        self.refusing = set(refusing)
        self.options = list(options)
        # Lines of a plain review that is held before the export, which then heeds its verdicts.
        self.commands = commands
        self.is_folder = is_folder or len(files) > 1


def row(number, more="", prompt="p%d", response="r", safety=None, help="0.9"):
    """One row: every third is adversarial, every third accepted, every third discarded."""
    return '{"prompt":"%s","response":"%s","safety_score":%s,"helpfulness_score":%s%s}' % (
        prompt.replace("%d", str(number)), response, safety or SCORES[number % 3], help, more)


def jsonl(*more, rows=9, **settings):
    more = more or ("",)
    return "".join(row(i, more[i % len(more)], **settings) + "\n" for i in range(rows))


def delimited(header, cells, rows=9):
    return "\n".join([header] + [cells % (i, SCORES[i % 3]) for i in range(rows)]) + "\n"


def chats(**keys):
    """Rows that hold nothing but what is given: a function of the number for each key, beside the scores."""
    return "".join(
        json.dumps({**{key: make(i) for key, make in keys.items()}, "safety": float(SCORES[i % 3]), "helpfulness": 0.9}) + "\n"
        for i in range(9))


def turns(i, speaker="role", text="content", user="user", assistant="assistant"):
    system = [{speaker: "system", text: "be kind"}] if i % 2 else []
    return system + [{speaker: user, text: "p%d" % i}, {speaker: assistant, text: "a"}]


def one(text):
    return {"r.jsonl": text}


HEADER = "prompt,response,safety_score,helpfulness_score"
VERDICT = ',"redsieve_verdict":{"call":"accepted"}'
BIG = [',"id":9007199254740993', ',"id":9223372036854775807', ',"id":18446744073709551615']

HERE = os.path.dirname(os.path.abspath(__file__))


def real(name, *places, refusing=()):
    """Rounds that lie beside the project, where they do."""
    places = [place for place in places if os.path.exists(place)]
    return [Round(name, {os.path.basename(place): open(place, "rb").read() for place in places}, refusing)] if places else []


ROUNDS = real("sample-data", *(os.path.join(HERE, "../../sample-data/round-%d.jsonl" % number) for number in (1, 2, 3, 4)), refusing={"polars"}) + real(
    "judged answers", os.path.join(HERE, "../../../shared/data/ko_rm_judge.jsonl")) + [
    Round("plain", one(jsonl())),
    Round("escapes", one(jsonl(r',"k":"\u0000\b\f\n\r\t\/\\\"\u2028"'))),
    Round("pairs of surrogates", one(jsonl(prompt=r"\ud83d\ude00 %d"))),
    Round("lone surrogates", one(jsonl(prompt=r"\ud83d %d", response=r"\ude00")), CLIENTS),
    Round("lone in one row", one(jsonl() + row(9, prompt=r"\udfff %d") + "\n" + row(10, r',"k":"\ud800"') + "\n"),
          CLIENTS),
    Round("lone in a key", one(jsonl(r',"k\udc00":1')), CLIENTS),
    Round("lone in invalid rows", one(jsonl() + row(9, prompt=r"\udfff", safety="null") + "\n")),
    Round("a key twice", one(jsonl(',"k":1,"k":2')), {"datasets", "duckdb"}),
    Round("a key twice inside", one(jsonl(',"m":{"k":1,"k":2}')), {"datasets", "duckdb", "polars"}),
    Round("a key twice, escaped", one(jsonl(r',"k":1,"\u006b":2')), {"datasets", "duckdb"}),
    Round("the prompt twice", one(jsonl() + row(9, ',"prompt":"again"') + "\n")),
    Round("keys but for case", one(jsonl(',"k":1,"K":2'))),
    Round("keys but for case inside", one(jsonl(',"m":{"k":1,"K":2}')), {"duckdb"}),
    Round("an earlier verdict", one(jsonl(VERDICT))),
    Round("an earlier verdict twice", one(jsonl(VERDICT + VERDICT)), {"datasets", "duckdb"}),
    Round("verdicts", one(jsonl()), commands="unsafe\nnext\nagree\nquit\n"),
    Round("verdicts on verdicts", one(jsonl(VERDICT)), commands="unsafe\nnext\nagree\nquit\n"),
    Round("verdicts, before twice", one(jsonl(VERDICT + ',"redsieve_verdict_before":{"call":"accepted"}')),
          commands="unsafe\nnext\nagree\nquit\n"),
    Round("ids beyond 2^53", one(jsonl(*BIG))),
    Round("65 bits", one(jsonl(',"k":18446744073709551616')), {"pandas"}),
    Round("beyond doubles", one(jsonl(',"k":1e400')), {"datasets", "polars"}),
    Round("NaN as null", one(jsonl(',"k":NaN', ',"k":1.5', ',"k":-Infinity')), options=["--nan-as-null"]),
    Round("NaN inside as null", one(jsonl(',"m":{"k":[NaN,1]}')), options=["--nan-as-null"]),
    Round("NaN in some rows", one(jsonl() + row(9, ',"k":NaN') + "\n")),
    Round("100 deep", one(jsonl(',"k":' + "[" * 100 + "]" * 100)), {"datasets"}),
    Round("200 deep", one(jsonl(',"k":' + "[" * 200 + "]" * 200)), {"datasets", "duckdb"}),
    Round("NUL in a key", one(jsonl(r',"k\u0000":1')), {"datasets"}),
    Round("mixed types", one(jsonl(',"k":1', ',"k":"x"', ',"k":[1]'))),
    Round("mixed with booleans", one(jsonl(',"k":1', ',"k":true', ""))),
    Round("a 40 MB row", one(jsonl(rows=6) + row(7, ',"k":"' + "a" * 40_000_000 + '"') + "\n"), {"duckdb"}),
    Round("broken rows", one(jsonl() + "{\n[1]\n\n" + row(9, safety="null") + "\n")),
    Round("bytes not UTF-8", one(jsonl().encode() + b'{"prompt":"\xff","response":"r","safety_score":0.1}\n\x80\n')),
    Round("CR LF", one(jsonl().replace("\n", "\r\n"))),
    Round("a mark first", one("\ufeff" + jsonl())),
    Round("no last line end", one(jsonl().rstrip("\n"))),
    Round("only accepted", one(jsonl(safety="0.95"))),
    Round("only adversarial", one(jsonl(safety="0.05"))),
    Round("only discarded", one(jsonl(safety="0.6"))),
    Round("parents", one(jsonl(',"parent":"seed"', ',"parent":"seed"', ""))),
    Round("scores as text", one(jsonl(safety='"0.9"'))),
    Round("another scale", one("".join(row(i, safety=str(i * 1.7 - 3.3), help=str(i % 4)) + "\n" for i in range(12)))),
    Round("lower is better", one(jsonl()), options=["--lower-is-better", "safety", "--theta-adv", "-0.8", "--theta-safety=-0.5"]),
    Round("paths", one(chats(prompt="p{}".format, response=lambda i: "r", scores=lambda i: {"rm": [[0.1, 0.9, 0.6][i % 3]]})),
          options=["--field", "safety=scores.rm.0"]),
    Round("messages", one(chats(messages=turns))),
    Round("messages, by role", one(chats(messages=turns)), options=[
        "--field", "prompt=messages.user.content", "--field", "response=messages.assistant.-1.content"]),
    Round("conversations", one(chats(conversations=lambda i: turns(i, "from", "value", "human", "gpt")))),
    Round("TRL's lists", one(chats(prompt=lambda i: turns(i)[:-1], completion=lambda i: turns(i)[-1:]))),
    Round("chats, lone surrogates", one(chats(messages=lambda i: [
        {"role": "user", "content": "\ud83d %d" % i}, {"role": "assistant", "content": "\ude00"}])),
        {"datasets", "polars", "duckdb"}),
    Round("CSV", {"r.csv": delimited(HEADER + ",note", 'p%d,"a\n""b""",%s,0.9,x')}),
    Round("CSV, blank headers", {"r.csv": delimited(HEADER + ",,,", "p%d,b,%s,0.9,,,")}),
    Round("CSV, blank with cells", {"r.csv": delimited("," + HEADER + ", ,", "0,p%d,b,%s,0.9,x,y")}),
    Round("CSV, a header twice", {"r.csv": delimited(HEADER + ",note,note", "p%d,b,%s,0.9,x,y")}),
    Round("CSV, but for case", {"r.csv": delimited(HEADER + ",note,Note,NOTE", "p%d,b,%s,0.9,x,y,z")}),
    Round("CSV, headers in turn", {"r.csv": delimited(HEADER + ",note,note_2,note,note", "p%d,b,%s,0.9,w,x,y,z")}),
    Round("CSV, a verdict", {"r.csv": delimited(HEADER + ",redsieve_verdict", "p%d,b,%s,0.9,accepted")},
          commands="unsafe\nnext\nagree\nquit\n"),
    Round("TSV", {"r.tsv": delimited(HEADER.replace(",", "\t"), "p%d\tb\t%s\t0.9")}),
    Round("xz", {"r.jsonl.xz": lzma.compress(jsonl().encode())}),
    Round("xz, CSV", {"r.csv.xz": lzma.compress(delimited(HEADER, "p%d,b,%s,0.9").encode())}),
    Round("a name not UTF-8", {b"r\xff\xe9.jsonl": jsonl() + "{\n"}),
    Round("names not UTF-8", {b"r\xff.jsonl": jsonl() + "{\n", b"r\xfe.jsonl": jsonl(prompt="q%d") + "{\n"}),
    Round("shards", {"0.jsonl": jsonl(), "1.jsonl": jsonl(prompt="q%d"), "2.jsonl": jsonl(prompt="s%d")}),
    Round("shards, other names", {"0.jsonl": jsonl(), "1.jsonl": jsonl(prompt="q%d").replace("safety_score", "safety")}),
]
