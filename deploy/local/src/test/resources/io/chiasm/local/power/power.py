"""Writes power.csv: the power of exact two-sided sign flips for normal samples, by brute force, and
wilson.csv: scipy's Wilson intervals.

Needs numpy and scipy:  python power.py
"""
import csv
import itertools
import pathlib

import numpy as np
from scipy import stats

here = pathlib.Path(__file__).resolve().parent
rng = np.random.default_rng(20261128)
STUDIES = 100_000
ALPHA = 0.05


def shown(values):
    """Share of studies [study, participant] whose exact p is at most alpha."""
    n = values.shape[1]
    signs = np.array(list(itertools.product([1, -1], repeat=n)))
    count = np.zeros(len(values), dtype=int)
    measured = np.abs(values.sum(1))
    for pattern in signs:
        count += np.abs(values @ pattern) >= measured * (1 - 1e-12)
    return (count / len(signs) <= ALPHA).mean()


def write(name, header, rows):
    with open(here / name, "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows(rows)


rows = []
for n in (5, 6, 7, 8, 10):
    for d in (0.0, 0.5, 1.0, 1.5, 2.0):
        power = shown(rng.normal(d, 1, (STUDIES, n)))
        # With six, p is at most 0.05 just if all values have one sign.
        closed = stats.norm.cdf(d) ** 6 + stats.norm.cdf(-d) ** 6 if n == 6 else float("nan")
        rows.append([n, d, power, closed])
write("power.csv", ["n", "d", "power", "closed"], rows)

rows = []
for k, n in ((0, 100), (3, 100), (50, 100), (100, 100), (1600, 2000)):
    interval = stats.binomtest(k, n).proportion_ci(0.95, "wilson")
    rows.append([k, n, interval.low, interval.high])
write("wilson.csv", ["counted", "all", "low", "high"], rows)
