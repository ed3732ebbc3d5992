#!/usr/bin/env python3
"""Makes computed.json: what other programs, exact fractions or plain enumeration give for the procedures of AuditStatistics.

    python3 make_vectors.py > computed.json

Nothing of redsieve is used. Every function that is marked gives the vectors of one procedure, and says where its figures
come from. Made with Python 3.11, mpmath 1.3.
"""
import json
from fractions import Fraction
from math import comb

import mpmath

PROCEDURES = []


def procedure(function):
    """Marks a function that yields (id, inputs, expected, source)."""
    PROCEDURES.append(function)
    return function


# One-sided sequences


def likelihood(size, n, x, wrong):
    """In how many ways n of size items hold x of the wrong ones."""
    return comb(wrong, x) * comb(size - wrong, n - x)


def broken(size, share):
    """The smallest number of items that is more than a share, which is a string such as "0.05"."""
    return int(Fraction(share) * size) + 1


def one_sided(size, n, x, first):
    """max over K >= first of the likelihood, divided by its mean over K < first: by summing all of them."""
    below = sum(likelihood(size, n, x, wrong) for wrong in range(first))
    best = max(likelihood(size, n, x, wrong) for wrong in range(first, size + 1))
    return min(Fraction(1), Fraction(best * first, below)) if below else Fraction(1)


def one_sided_by_identity(size, n, x, first):
    """The same where size is too large to sum over, for labels that are likeliest below first."""
    assert Fraction(x * (size + 1), n) < first
    above = 1 - sum(Fraction(comb(first, j) * comb(size + 1 - first, n + 1 - j), comb(size + 1, n + 1)) for j in range(x + 1))
    equal = Fraction(likelihood(size, n, x, first), comb(size, n))
    return Fraction(first * (n + 1), size + 1) * equal / above


def one_sided_endless(n, x, share):
    """The likelihood at a share divided by its mean below: by numerical integration with 30 digits."""
    if x >= n * mpmath.mpf(share):
        return mpmath.mpf(1)
    share = mpmath.mpf(share)

    def of(p):
        return p**x * (1 - p) ** (n - x)

    peak = mpmath.mpf(x) / n
    mean = mpmath.quad(of, [0, peak, share] if x else [0, share / 8, share]) / share
    return min(mpmath.mpf(1), of(share) / mean)


@procedure
def one_sided_p_values():
    cases = [
        (20, 5, 0, "0.2"), (20, 12, 1, "0.2"), (60, 30, 0, "0.05"), (200, 60, 0, "0.05"), (200, 90, 1, "0.05"),
        (500, 120, 2, "0.05"), (1000, 88, 0, "0.05"), (1000, 200, 3, "0.05"), (1000, 40, 2, "0.05"),
        (1000, 300, 20, "0.1"), (1500, 121, 1, "0.05"), (1000, 900, 12, "0.05"), (300, 299, 15, "0.05"),
        (400, 150, 60, "0.6"),
    ]  # fmt: skip
    rows = [{"N": N, "n": n, "x": x, "share": share} for N, n, x, share in cases]
    p = [float(one_sided(N, n, x, broken(N, share))) for N, n, x, share in cases]
    yield "one_sided_p_finite", {"cases": rows}, {"p": p}, "exact fractions, all K summed"
    large = [(50_000, 134, 1, "0.05"), (1_000_000, 88, 0, "0.05"), (10**9, 210, 3, "0.05"), (10**9, 1000, 30, "0.05")]
    rows = [{"N": N, "n": n, "x": x, "share": share} for N, n, x, share in large]
    p = [float(one_sided_by_identity(N, n, x, broken(N, share))) for N, n, x, share in large]
    yield "one_sided_p_large", {"cases": rows}, {"p": p}, "exact fractions, sum over K by the hockey-stick identity"
    endless = [(88, 0, "0.05"), (87, 0, "0.05"), (134, 1, "0.05"), (60, 3, "0.1"), (500, 10, "0.05"), (30, 2, "0.05")]
    rows = [{"n": n, "x": x, "share": share} for n, x, share in endless]
    with mpmath.workdps(30):
        p = [float(one_sided_endless(n, x, share)) for n, x, share in endless]
    yield "one_sided_p_endless", {"cases": rows}, {"p": p}, "mpmath.quad, 30 digits"


def fewest(test, n):
    while not test(n):
        n += 1
    return n


@procedure
def one_sided_labels():
    """The fewest labels that show a share of at most 0.05 at a level of 0.95 with so many mistakes."""
    mistakes = [0, 1, 2, 3, 4, 5]
    with mpmath.workdps(30):
        endless = [fewest(lambda n: one_sided_endless(n, x, "0.05") <= mpmath.mpf("0.05"), x + 1) for x in mistakes]
    sizes = [100, 200, 500, 1000]
    level = Fraction(1, 20)
    finite = [
        [
            fewest(lambda n: one_sided(N, n, x, broken(N, "0.05")) <= level, x) if x < broken(N, "0.05") else -1
            for x in mistakes
        ]
        for N in sizes
    ]
    yield (
        "one_sided_labels",
        {"share": 0.05, "delta": 0.05, "x": mistakes, "N": sizes},
        {"endless": endless, "finite": finite},
        "the p-values above, tried one number of labels after the other",
    )


@procedure
def one_sided_bounds():
    """The largest number of wrong items that a moment does not rule out: every number tried."""
    cases = [(50, 20, 1, "0.1"), (120, 40, 0, "0.05"), (300, 88, 2, "0.05"), (600, 60, 0, "0.05"), (200, 200, 7, "0.05")]
    rows = [{"N": N, "n": n, "x": x, "delta": float(delta)} for N, n, x, delta in cases]
    bounds = [
        max([first for first in range(1, N + 1) if one_sided(N, n, x, first) > Fraction(delta)], default=0)
        for N, n, x, delta in cases
    ]
    yield "one_sided_bounds", {"cases": rows}, {"K": bounds}, "exact fractions, all K tried"


def main():
    vectors = []
    for function in PROCEDURES:
        for name, inputs, expected, source in function():
            vectors.append({"id": name, "inputs": inputs, "expected": expected, "source": source})
    print("[\n" + ",\n".join(json.dumps(vector) for vector in vectors) + "\n]")


if __name__ == "__main__":
    main()
