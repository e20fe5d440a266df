"""Writes single_case.csv: a case against groups by scipy.

Needs numpy and scipy:  python single_case.py
"""
import csv
import pathlib

import numpy as np
from scipy import stats

here = pathlib.Path(__file__).resolve().parent
rng = np.random.default_rng(20261128)

rows = []
for n in (2, 3, 4, 7, 8, 20):
    group = np.round(rng.normal(0.2, 0.05, n), 3)
    for value in (-0.1, 0.19, 0.35):
        t = (value - group.mean()) / (group.std(ddof=1) * np.sqrt((n + 1) / n))
        rows.append([" ".join(map(str, group)), value, t, 2 * stats.t.sf(abs(t), n - 1),
                     stats.t.cdf(t, n - 1)])
with open(here / "single_case.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["group", "value", "t", "p", "below"])
    out.writerows(rows)
