#!/usr/bin/env python3
"""Makes computed.json: what other programs, exact fractions or plain enumeration give for the procedures of AuditStatistics.

    python3 make_vectors.py > computed.json

Nothing of redsieve is used. Every function that is marked gives the vectors of one procedure, and says where its figures
come from. Made with Python 3.11, mpmath 1.4, NumPy 2.4.6, SciPy 1.17.1, statsmodels 0.15.0,
scikit-learn 1.9.1, crowd-kit 1.4.2, MAPIE 1.6.0 and ppi-python 0.2.3.
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


# Errors of reviewers


@procedure
def corrected_rates():
    """Rogan and Gladen 1978 and Lang and Reiczigel 2014, section 2, with NumPy as the formulas stand in the papers (as in
    asht::prevSeSp for R, which was not run)."""
    import numpy as np
    from scipy.stats import norm

    z = norm.ppf(0.975)
    cases = [
        (30, 200, 45, 50, 140, 150), (0, 100, 18, 20, 79, 80), (90, 120, 40, 40, 57, 60), (12, 150, 9, 10, 88, 90),
    ]  # fmt: skip
    rows, values, errors, intervals = [], [], [], []
    for x, n, a, m, b, k in cases:
        p, se, sp = x / n, a / m, b / k
        j = se + sp - 1
        pi = (p + sp - 1) / j
        values.append(pi)
        variance = (p * (1 - p) / n + pi**2 * se * (1 - se) / m + (1 - pi) ** 2 * sp * (1 - sp) / k) / j**2
        errors.append(float(np.sqrt(variance)))
        p1, n1 = (x + z * z / 2) / (n + z * z), n + z * z
        se1, m1, sp1, k1 = (a + 1) / (m + 2), m + 2, (b + 1) / (k + 2), k + 2
        j1 = se1 + sp1 - 1
        pi1 = (p1 + sp1 - 1) / j1
        shift = 2 * z * z * (pi1 * se1 * (1 - se1) / m1 - (1 - pi1) * sp1 * (1 - sp1) / k1)
        parts = p1 * (1 - p1) / n1 + pi1**2 * se1 * (1 - se1) / m1 + (1 - pi1) ** 2 * sp1 * (1 - sp1) / k1
        half = z * np.sqrt(parts) / j1
        intervals.append([float(max(0, pi1 + shift - half)), float(min(1, pi1 + shift + half))])
        rows.append({"x": x, "n": n, "se": [a, m], "sp": [b, k]})
    yield (
        "rogan_gladen",
        {"cases": rows, "alpha": 0.05},
        {"value": values, "error": errors, "interval": intervals},
        "NumPy, the formulas of the papers",
    )


@procedure
def dawid_skene():
    """crowd-kit, from the majority's vote to convergence; five reviewers of 80 items, some of them missing."""
    import numpy as np
    import pandas as pd
    from crowdkit.aggregation import DawidSkene

    random = np.random.default_rng(5)
    truth = random.choice(3, 80, p=[0.5, 0.3, 0.2])
    rows = []
    for item in range(80):
        for reviewer, slips in enumerate([0.05, 0.1, 0.25, 0.15, 0.4]):
            if random.random() < 0.25 and any(row[0] == item for row in rows):
                continue
            kind = truth[item] if random.random() >= slips else random.choice(3)
            rows.append((item, reviewer, int(kind)))
    data = pd.DataFrame(rows, columns=["task", "worker", "label"])
    model = DawidSkene(n_iter=20_000, tol=0).fit(data)
    kinds = model.probas_.sort_index()[[0, 1, 2]].to_numpy()
    errors = model.errors_.sort_index()
    table = [[[float(errors.loc[(w, k), t]) for k in range(3)] for t in range(3)] for w in range(5)]
    yield (
        "dawid_skene",
        {"answers": [list(row) for row in rows], "items": 80, "reviewers": 5, "kinds": 3},
        {"kinds": kinds.tolist(), "shares": model.priors_[[0, 1, 2]].tolist(), "errors": table},
        "crowdkit.aggregation.DawidSkene",
    )


@procedure
def holm():
    import numpy as np
    from scipy.stats import fisher_exact
    from statsmodels.stats.multitest import multipletests
    from statsmodels.stats.proportion import proportion_confint

    random = np.random.default_rng(8)
    lists = [[0.01, 0.04, 0.03, 0.005], [0.2, 0.2, 0.01], [0.5], list(map(float, random.random(12) ** 3))]
    yield (
        "holm_adjusted",
        {"p": lists},
        {"adjusted": [multipletests(p, method="holm")[1].tolist() for p in lists]},
        "statsmodels multipletests",
    )
    tables = [[2, 20, 9, 60], [0, 15, 4, 100], [7, 8, 10, 90], [3, 30, 3, 30], [0, 12, 0, 40], [40, 200, 20, 220]]
    p = [float(fisher_exact([[a, n - a], [b, m - b]])[1]) for a, n, b, m in tables]
    yield "fisher_exact", {"tables": tables}, {"p": p}, "scipy.stats.fisher_exact"
    cells = [[2, 20], [9, 60], [0, 15], [1, 4], [2, 5]]
    groups = [[2, 20], [9, 60], [0, 15], [3, 9]]
    wrong, trials = (sum(cell[part] for cell in cells) for part in (0, 1))
    raw = [float(fisher_exact([[a, n - a], [wrong - a, trials - n - wrong + a]])[1]) for a, n in groups]
    yield (
        "cell_rates",
        {"cells": cells, "alpha": 0.05},
        {
            "p": raw,
            "adjusted": multipletests(raw, method="holm")[1].tolist(),
            "intervals": [list(map(float, proportion_confint(a, n, 0.05 / 4, "beta"))) for a, n in groups],
        },
        "statsmodels proportion_confint and multipletests, scipy.stats.fisher_exact",
    )


# Samples with known probabilities, and bands


@procedure
def probability_sample():
    """Active statistical inference without a model (ppi-python, λ = 0); variances of Särndal, Swensson and Wretman 1992."""
    import numpy as np
    from ppi_py import ppi_mean_pointestimate
    from scipy.stats import beta

    random = np.random.default_rng(3)
    size = 400
    score = random.random(size)
    probability = np.round(np.clip(0.5 - np.abs(score - 0.4), 0.05, 1), 6)
    value = (random.random(size) < np.where(np.abs(score - 0.4) < 0.2, 0.3, 0.02)).astype(float)
    drawn = random.random(size) < probability
    pi, y = probability[drawn], value[drawn]
    nothing = np.zeros(size)
    weighted = np.where(drawn, value / probability, 0)
    total = size * float(ppi_mean_pointestimate(weighted, nothing, nothing, lam=0)[0])
    mean = float(ppi_mean_pointestimate(y, np.zeros_like(y), nothing, lam=0, w=1 / pi)[0])
    variance = float(((1 - pi) * (y / pi) ** 2).sum())
    mean_variance = float(((1 - pi) * ((y - mean) / pi) ** 2).sum() / (1 / pi).sum() ** 2)
    labels = mean * (1 - mean) / mean_variance
    ends = [
        float(beta.ppf(0.025, mean * labels, labels - mean * labels + 1)),
        float(beta.ppf(0.975, mean * labels + 1, labels - mean * labels)),
    ]
    yield (
        "probability_sample",
        {"N": size, "smallest": 0.05, "pi": pi.tolist(), "y": y.tolist(), "alpha": 0.05},
        {"total": total, "total_variance": variance, "mean": mean, "mean_variance": mean_variance, "interval": ends},
        "ppi_py.ppi_mean_pointestimate with lam=0; NumPy, scipy.stats.beta",
    )


@procedure
def massart_band():
    from math import log, sqrt

    cases = [(20, 0.05), (60, 0.05), (200, 0.1), (1000, 0.008333333333333333)]
    yield (
        "massart_band",
        {"n": [n for n, _ in cases], "alpha": [alpha for _, alpha in cases]},
        {"reach": [sqrt(log(2 / alpha) / (2 * n)) for n, alpha in cases]},
        "Massart 1990, corollary 1",
    )


# Calibration


@procedure
def isotonic():
    import numpy as np
    from sklearn.isotonic import IsotonicRegression
    from sklearn.metrics import brier_score_loss

    random = np.random.default_rng(4)
    scores = np.round(random.random(60), 2)
    positive = random.random(60) < scores**1.5
    weights = np.round(random.choice([1.0, 4.5, 40.0], 60), 2)
    places = np.round(np.linspace(-0.1, 1.1, 37), 3)
    fits = {}
    for name, weight in (("plain", None), ("weighted", weights)):
        model = IsotonicRegression(out_of_bounds="clip").fit(scores, positive.astype(float), sample_weight=weight)
        fits[name] = model.predict(places).tolist()
    calibrated = IsotonicRegression(out_of_bounds="clip").fit_transform(scores, positive.astype(float))
    stated, best = brier_score_loss(positive, scores), brier_score_loss(positive, np.clip(calibrated, 0, 1))
    whole = float(np.mean((positive - positive.mean()) ** 2))
    yield (
        "isotonic",
        {
            "scores": scores.tolist(),
            "y": positive.astype(int).tolist(),
            "weights": weights.tolist(),
            "at": places.tolist(),
        },
        fits
        | {"brier": float(stated), "mcb": float(stated - best), "dsc": float(whole - best), "unc": whole},
        "scikit-learn IsotonicRegression and brier_score_loss",
    )


# Misses


@procedure
def misses():
    """MAPIE for the p-values; exact fractions for the two sides of a threshold."""
    import numpy as np
    from mapie.risk_control.methods import compute_hoeffding_bentkus_p_value
    from scipy.stats import binom

    cases = [(0, 40, 0.1), (2, 60, 0.1), (5, 100, 0.1), (1, 300, 0.02), (9, 100, 0.1)]
    hb = [float(compute_hoeffding_bentkus_p_value(np.array([x / n]), n, a)[0, 0]) for x, n, a in cases]
    yield (
        "miss_p_values",
        {"cases": [{"x": x, "n": n, "alpha": a} for x, n, a in cases]},
        {"exact": [float(binom.cdf(x, n, a)) for x, n, a in cases], "hoeffding_bentkus": hb},
        "scipy.stats.binom, mapie compute_hoeffding_bentkus_p_value",
    )
    rows, p = [], []
    for N, n, x, M, m, y, alpha in [(200, 60, 40, 800, 150, 0, "0.1"), (500, 100, 70, 3000, 400, 2, "0.05"), (50, 50, 31, 400, 200, 1, "0.2")]:
        gamma, share = Fraction("0.005"), Fraction(alpha)

        def at_least(wrong):
            return Fraction(sum(likelihood(N, n, k, wrong) for k in range(x, min(n, wrong) + 1)), comb(N, n))

        least = next(wrong for wrong in range(x, N + 1) if at_least(wrong) > gamma) if n < N else x
        first = next(u for u in range(1, M + 2) if Fraction(u, least + u) > share)
        tail = Fraction(sum(likelihood(M, m, k, first) for k in range(y + 1)), comb(M, m)) if first <= M else 0
        rows.append({"N": N, "n": n, "x": x, "M": M, "m": m, "y": y, "alpha": float(alpha)})
        p.append(float(min(Fraction(1), tail + (gamma if n < N else 0))))
    yield "miss_p_two_sides", {"cases": rows, "gamma": 0.005}, {"p": p}, "exact fractions"


# Curves of a score, and its band


def labels_of(seed, count, ties):
    """Scores, answers that are likelier the higher the score, and how many items each stands for."""
    import numpy as np

    random = np.random.default_rng(seed)
    scores = random.integers(0, 12, count) / 12 if ties else random.random(count)
    answers = random.random(count) < 0.2 + 0.6 * scores
    weights = random.choice([1.0, 2.5, 7.25], count)
    return [float(x) for x in scores], [bool(x) for x in answers], [float(x) for x in weights]


@procedure
def weighted_curves():
    """scikit-learn for the points of both curves, their areas and average precision, with sample weights."""
    from sklearn.metrics import average_precision_score, precision_score, roc_auc_score, roc_curve

    inputs, expected = [], []
    for seed, count, ties in [(1, 30, False), (2, 40, True), (3, 25, True)]:
        scores, answers, weights = labels_of(seed, count, ties)
        false, true, thresholds = roc_curve(answers, scores, sample_weight=weights, drop_intermediate=False)
        precision = [
            precision_score(answers, [score >= threshold for score in scores], sample_weight=weights)
            for threshold in thresholds[1:]
        ]
        inputs.append({"scores": scores, "answers": answers, "weights": weights})
        expected.append({
            "thresholds": [float(x) for x in thresholds[1:]],
            "false_positive_rates": [float(x) for x in false],
            "true_positive_rates": [float(x) for x in true],
            "precisions": [float(x) for x in precision],
            "area": float(roc_auc_score(answers, scores, sample_weight=weights)),
            "average_precision": float(average_precision_score(answers, scores, sample_weight=weights)),
        })
    yield (
        "weighted_curves",
        {"cases": inputs},
        {"cases": expected},
        "sklearn.metrics roc_curve, roc_auc_score, precision_score, average_precision_score with sample_weight",
    )


@procedure
def monotone_band():
    """Clopper and Pearson of the labels next beneath and next above, weighed as Kish does: found by counting ranks."""
    from scipy.stats import beta, binomtest

    def kish(part):
        total, squares = sum(w for _, w in part), sum(w * w for _, w in part)
        count = total * total / squares
        return count, min(count, count * sum(w for positive, w in part if positive) / total)

    inputs, expected = [], []
    for seed, count, ties, weighted in [(4, 27, False, False), (5, 64, True, False), (6, 50, False, True), (7, 80, True, True)]:
        scores, answers, weights = labels_of(seed, count, ties)
        weights = weights if weighted else [1.0] * count
        window = next(w for w in range(1, count + 1) if w**3 >= count**2)
        labels = sorted(zip(scores, answers, weights))
        intervals, places = [], [0.0, 0.25, 0.5, 0.61, 1.0]
        for place in places:
            ends = [0.0, 1.0]
            beneath = [label for label in labels if label[0] <= place]
            above = [label for label in labels if label[0] >= place]
            # Equal scores are taken together.
            if beneath:
                last = sorted((label[0] for label in beneath), reverse=True)[:window][-1]
                n, x = kish([label[1:] for label in beneath if label[0] >= last])
                ends[0] = float(beta.ppf(0.05, x, n - x + 1)) if x > 0 else 0.0
                if not weighted:
                    assert abs(ends[0] - binomtest(round(x), round(n)).proportion_ci(0.9, "exact").low) < 1e-12
            if above:
                last = sorted(label[0] for label in above)[:window][-1]
                n, x = kish([label[1:] for label in above if label[0] <= last])
                ends[1] = float(beta.ppf(0.95, x + 1, n - x)) if x < n else 1.0
                if not weighted:
                    assert abs(ends[1] - binomtest(round(x), round(n)).proportion_ci(0.9, "exact").high) < 1e-12
            intervals.append(ends)
        inputs.append({"scores": scores, "answers": answers, "weights": weights, "places": places})
        expected.append({"window": window, "intervals": intervals})
    yield (
        "monotone_band",
        {"cases": inputs, "alpha": 0.1},
        {"cases": expected},
        "scipy.stats.beta on Kish's count of the labels on either side; without weights also scipy.stats.binomtest, exact",
    )


# Strata drawn at rates of their own


@procedure
def strata():
    """Every pair of numbers of wrong items, in exact fractions."""
    from math import ceil, floor, log, sqrt

    def equal(x, n, wrong, size):
        return Fraction(comb(wrong, x) * comb(size - wrong, n - x), comb(size, n))

    def ends(size, n, x, tail):
        possible = range(x, size - n + x + 1)
        lower = min(k for k in possible if sum(equal(j, n, k, size) for j in range(x, n + 1)) > tail)
        return lower, max(k for k in possible if sum(equal(j, n, k, size) for j in range(x + 1)) > tail)

    def combined(cases, tail):
        """The fewest wrong items of which Fisher's combination of the tests is no surprise."""
        low, high = 0.0, 1.0
        for _ in range(200):
            middle = (low + high) / 2
            low, high = (middle, high) if middle * (1 - log(middle)) <= tail else (low, middle)
        tails = [
            {k: float(sum(equal(j, n, k, size) for j in range(x, n + 1))) for k in range(x, size - n + x + 1)}
            for size, n, x in cases
        ]
        return min(a + b for a, p in tails[0].items() for b, q in tails[1].items() if p * q > high)

    inversions, sequences = [], []
    cases = [
        ((40, 12, 5), (90, 14, 1)), ((40, 12, 0), (90, 14, 0)), ((25, 10, 1), (80, 11, 1)),
        ((60, 30, 12), (60, 8, 2)), ((30, 30, 4), (70, 10, 0)), ((35, 10, 9), (45, 9, 5)),
    ]
    for case in cases:
        size = sum(n for n, _, _ in case)
        value = sum(Fraction(n * x, k) for n, k, x in case)
        below = above = 0
        for n, k, x in case:
            lower, upper = ends(n, k, x, Fraction(1, 40))
            below += (Fraction(n * x, k) - lower) ** 2
            above += (upper - Fraction(n * x, k)) ** 2
        least = floor(float(value) - sqrt(below) + 1e-6)
        if sum(x for _, _, x in case) <= 6:
            least = min(least, combined(case, 0.025))
        inversions.append([max(least, sum(x for _, _, x in case)), min(size, ceil(float(value) + sqrt(above) - 1e-6))])
        ratios = [
            {w: (k + 1) * equal(x, k, w, n) for w in range(x, n - k + x + 1)} for n, k, x in case
        ]
        inside = [a + b for a, p in ratios[0].items() for b, q in ratios[1].items() if p * q > Fraction(1, 20)]
        sequences.append([min(inside), max(inside)])
    yield (
        "strata",
        {"strata": [[list(stratum) for stratum in case] for case in cases], "alpha": 0.05},
        {"inversion": inversions, "sequence": sequences},
        "Zou and Donner 2008 on hypergeometric tails; Spertus and Stark 2022; by enumeration",
    )


# Rounds of a campaign


@procedure
def paired_outcomes():
    """McNemar's exact test by statsmodels; the interval of the difference by the formulas of Newcombe 1998, method 10."""
    from scipy.stats import norm
    from statsmodels.stats.contingency_tables import mcnemar
    from statsmodels.stats.proportion import proportion_confint

    cases = [(60, 15, 4, 21), (36, 12, 2, 0), (0, 0, 0, 10), (5, 0, 6, 3), (0, 10, 10, 0), (200, 110, 35, 355), (1, 1, 1, 1)]
    p, intervals = [], []
    for a, b, c, d in cases:
        n = a + b + c + d
        p.append(float(mcnemar([[a, b], [c, d]], exact=True).pvalue) if b + c else 1.0)
        old, new = (a + b) / n, (a + c) / n
        l1, u1 = proportion_confint(a + b, n, method="wilson")
        l2, u2 = proportion_confint(a + c, n, method="wilson")
        margins = (a + b) * (c + d) * (a + c) * (b + d)
        cross = a * d - b * c
        phi = (max(cross - n / 2, 0) if cross > 0 else cross) / margins**0.5 if margins else 0.0
        low = ((new - l2) ** 2 - 2 * phi * (new - l2) * (u1 - old) + (u1 - old) ** 2) ** 0.5
        high = ((u2 - new) ** 2 - 2 * phi * (u2 - new) * (old - l1) + (old - l1) ** 2) ** 0.5
        intervals.append([new - old - low, new - old + high])
    assert abs(norm.ppf(0.975) - 1.959963984540054) < 1e-12
    yield (
        "paired_outcomes",
        {"cases": [list(case) for case in cases], "alpha": 0.05},
        {"p": p, "newcombe": intervals},
        "statsmodels.stats.contingency_tables.mcnemar(exact=True); Newcombe 1998 on statsmodels' Wilson intervals",
    )


@procedure
def rate_trends():
    from statsmodels.stats.contingency_tables import Table

    cases = [
        ([110, 54, 35, 21], [350, 350, 350, 350], [0, 1, 2, 3]), ([3, 5, 9], [40, 41, 38], [1, 2, 3]),
        ([10, 0, 7, 7, 2], [20, 30, 25, 90, 11], [1, 2, 3, 4, 6]),
    ]  # fmt: skip
    z, p = [], []
    for counts, trials, places in cases:
        import numpy as np

        rows = np.array([[n - x, x] for x, n in zip(counts, trials)])
        # statsmodels' null distribution is that of permutations, with N - 1 in place of N.
        found = Table(rows, shift_zeros=False).test_ordinal_association(
            row_scores=np.array(places, float), col_scores=np.array([0.0, 1.0])
        )
        total = sum(trials)
        score = float(found.zscore) * (total / (total - 1)) ** 0.5
        z.append(score)
        from scipy.stats import norm

        p.append(float(2 * norm.sf(abs(score))))
    yield (
        "rate_trends",
        {"cases": [[list(part) for part in case] for case in cases]},
        {"z": z, "p": p},
        "statsmodels.stats.contingency_tables.Table.test_ordinal_association, its variance made that of the binomial",
    )


@procedure
def cell_levels():
    from statsmodels.stats.multitest import multipletests

    cases = [(0.05, 1), (0.05, 12), (0.05, 600), (0.2, 7)]
    found = [float(multipletests([0.5] * m, alpha=a, method="sidak")[2]) for a, m in cases]
    yield "sidak", {"cases": cases}, {"alpha": found}, "statsmodels.stats.multitest.multipletests(method='sidak')"


@procedure
def cell_spread():
    import numpy as np
    from scipy.stats import entropy

    cases = [[10, 5, 3, 2, 0, 0], [1, 0], [7, 7, 7], [1000000, 1], [2, 1, 1, 0, 0, 0, 0, 0, 90]]
    rows = []
    for case in cases:
        counts = np.array(case)
        n, shares = counts.sum(), counts / counts.sum()
        used = int((counts > 0).sum())
        rows.append(
            {
                "coverage": used / len(case),
                "evenness": float(entropy(shares) / np.log(len(case))),
                "occupied": float(entropy(shares) / np.log(used)) if used > 1 else -1,
                "simpson": float(1 - (shares**2).sum()),
                "unbiased": float(1 - (counts * (counts - 1)).sum() / (n * (n - 1))) if n > 1 else -1,
            }
        )
    yield "cell_spread", {"counts": cases}, {"cases": rows}, "scipy.stats.entropy, NumPy"


@procedure
def weighted_drift():
    """Distances of scores that often repeat, as values with counts."""
    import numpy as np
    from scipy.stats import ks_2samp, wasserstein_distance

    before = ([-1.5, 0.0, 0.25, 0.5, 2.0], [3, 10, 1, 7, 2])
    after = ([-1.5, -0.5, 0.25, 0.75], [5, 4, 9, 1])
    one, other = np.repeat(*before), np.repeat(*after)
    distance = float(wasserstein_distance(one, other))
    yield (
        "weighted_drift",
        {"before": [list(part) for part in before], "after": [list(part) for part in after]},
        {
            "ks": float(ks_2samp(one, other).statistic),
            "wasserstein": distance,
            "over_spread": distance / float(one.std()),
            "quantiles": [float(np.quantile(one, q)) for q in [0, 0.1, 0.33, 0.5, 0.9, 1]],
        },
        "scipy.stats.ks_2samp, wasserstein_distance; NumPy",
    )


def main():
    vectors = []
    for function in PROCEDURES:
        for name, inputs, expected, source in function():
            vectors.append({"id": name, "inputs": inputs, "expected": expected, "source": source})
    print("[\n" + ",\n".join(json.dumps(vector) for vector in vectors) + "\n]")


if __name__ == "__main__":
    main()
