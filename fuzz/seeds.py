"""Writes inputs to begin with, one folder a target, from the rows of sample-data: seeds.py FOLDER"""
import bz2
import gzip
import lzma
import os
import random
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def rows(name, most):
    with open(os.path.join(ROOT, "sample-data", name), "rb") as file:
        return file.read().split(b"\n")[:most]


def put(folder, number, data):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, f"seed-{number:03}"), "wb") as file:
        file.write(data)


def json_rows(folder, some):
    flat = [row.replace(b"safety_score", b"safety").replace(b"helpfulness_score", b"help") for row in some]
    for number, row in enumerate(flat):
        put(folder, number, b"\0\0" + row + b"\n" + flat[(number + 1) % len(flat)])
    shapes = [
        b'{"messages":[{"role":"user","content":"p"},{"role":"assistant","content":"r"}],"scores":{"safety":0.5,"help":1e-3},"id":7}',
        b'{"a":{"b":"\\ud83d\\ude00","c":"\\udc00 \\u00e9","id":"x"},"s":[0.25,-1.5E+2]}',
        b'{"prompt":"p","help":"0.5"}',
        b'{"prompt":"p","response":"","safety":NaN,"help":[[[{"a":null}]]],"safety":true}',
        b'{"prompt":"\xed\xa0\x80","response":1,"safety":0.1,"help":0.2}\n\n \r\n{"prompt":"a","response":"b","safety":"0.10","help":9007199254740993}',
    ]
    for number, row in enumerate(shapes):
        put(folder, 500 + number, bytes([number % 4, number]) + row + b"\n" + row + b"\r\n" + row)


def csv_rows(folder, some):
    header_free = [
        b'p,r,0.1,0.9,id\n"quoted, with ""quotes""","two\nlines",0.5,0.5,2\n',
        b'"a" b,r,0.1,0.9,x\n"c",d,1,2,y\r\n\r\n,,,,\n"never ends,\n',
        b"p\tr\t0.1\t0.9\tid\n\"p\t\"\t\"\"\t.5\t1e3\t\n",
        b'a;b;0,5;1;"z"\n"x"";";y;0.5;1;z',
        b' "p" , r , 0.1 , 0.9 , id \n"p"x"y",r,1,1,1\n\xff\xfe,r,1,1,1\n',
    ]
    for number, text in enumerate(header_free):
        for kind in range(4):
            put(folder, number * 8 + kind, bytes([kind, number]) + text)
    for number, row in enumerate(some):
        put(folder, 100 + number, bytes([number % 16, number % 251]) + row[:400] + b"\n")


def inflate(folder, some):
    texts = [b"", b"a", b"abc" * 200, b"\n".join(some), os.urandom(0) + bytes(range(256)) * 8]
    for number, text in enumerate(texts):
        put(folder, number, b"\0\7" + gzip.compress(text, number * 2, mtime=0))
        put(folder, 20 + number, b"\0\1" + gzip.compress(text, mtime=0) + gzip.compress(b"more", mtime=0) + b"\0" * 9)
        put(folder, 60 + number, b"\2\7" + lzma.compress(text) + lzma.compress(b"more") + b"\0" * 8)
        put(folder, 70 + number, b"\3\7" + bz2.compress(text) + bz2.compress(b"more"))
        if shutil.which("zstd"):
            for level in ["-1", "--ultra -20 --long=27"]:
                packed = subprocess.run(["zstd", "-q", "-c", *level.split()], input=text, capture_output=True, check=True)
                put(folder, 40 + number * 2 + len(level) % 2, b"\1\3" + packed.stdout + packed.stdout)


def text_search(folder, some):
    patterns = [rb"lock", rb"a|b", rb"(?i)stra\xc3\x9fe", rb"\bs.{0,9}k\b", rb"[^a-z]+$", rb"^\s*\w+", rb"(ab){2,5}?c", rb"\p{Greek}", rb"a**", rb"(", rb"[z-a]",
                "Kelvin K ſ".encode(), "é😀".encode(), rb"\x{10FFFF}|\n"]
    for number, pattern in enumerate(patterns):
        for flags in range(4):
            text = b"the lock of k and S " + pattern + "ſK É😀\n\t\"".encode() + some[number % len(some)][:80]
            put(folder, number * 4 + flags, bytes([flags, number, len(pattern)]) + pattern + text)


def main():
    into = sys.argv[1]
    chance = random.Random(1)
    sample, hostile = rows("round-2.jsonl", 2000), [row for row in rows("hostile.jsonl", 10_000) if len(row) < 3000]
    some = chance.sample(sample, 20) + chance.sample(hostile, min(60, len(hostile)))
    for make in [json_rows, csv_rows, inflate, text_search]:
        make(os.path.join(into, make.__name__), some)


main()
