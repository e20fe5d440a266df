"""Writes values.csv (one value per participant and ROI) and what numpy and scipy make of it:
tests.csv, accuracy.csv, accuracy_expected.csv and many_units.csv.

Needs numpy and scipy:  python statistics.py
"""
import csv
import itertools
import pathlib

import numpy as np
from scipy import stats

here = pathlib.Path(__file__).resolve().parent
rng = np.random.default_rng(20261123)
DRAWS = 10_000
N = 8
EFFECTS = {"V1v": 0.2, "V1d": 0.12, "hV4": 0.05, "OFA": 0.0, "aTL-faces": 0.1, "one": 0.1}

values = {}
for roi, effect in EFFECTS.items():
    column = np.round(rng.normal(effect, 0.1, N), 4)
    if roi == "aTL-faces":
        column[[1, 4, 5]] = np.nan
    if roi == "one":
        column[1:] = np.nan
    values[roi] = column
values["OFA"][3] = -values["OFA"][2]  # a tie between patterns


def write(name, header, rows):
    with open(here / name, "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows([[str(cell) for cell in row] for row in rows])


write("values.csv", ["participant", *values],
      [[f"subj{i + 1:02d}", *(column[i] for column in values.values())] for i in range(N)])


def exact_p(x):
    if x.size < 2:
        return np.nan
    return stats.permutation_test((x,), np.mean, permutation_type="samples", n_resamples=np.inf,
                                  alternative="two-sided").pvalue


def interval(x):
    if x.size < 3:
        return np.nan, np.nan
    draws = np.random.RandomState(0).randint(0, x.size, (DRAWS, x.size))
    return tuple(np.quantile(x[draws].mean(axis=1), [0.025, 0.975]))


kept = {roi: column[~np.isnan(column)] for roi, column in values.items()}
complete = [roi for roi in values if kept[roi].size == N]
block = np.array([values[roi] for roi in complete])
measured = np.abs(stats.ttest_1samp(block, 0, axis=1).statistic)
signs = np.array(list(itertools.product([1, -1], repeat=N)))
most = np.array([np.abs(stats.ttest_1samp(block * s, 0, axis=1).statistic).max() for s in signs])
p_max = {roi: np.mean(most >= t - 1e-9) for roi, t in zip(complete, measured)}
p = {roi: exact_p(x) for roi, x in kept.items()}
known = [roi for roi in p if not np.isnan(p[roi])]
p_bh = dict(zip(known, stats.false_discovery_control([p[roi] for roi in known], method="bh")))

rows = []
for roi, x in kept.items():
    sd = x.std(ddof=1) if x.size > 1 else np.nan
    rows.append([roi, x.size, x.mean(), sd, *interval(x), x.mean() / sd, p[roi],
                 2.0 ** (1 - x.size) if x.size > 1 else np.nan,
                 p_max.get(roi, np.nan), p_bh.get(roi, np.nan)])
write("tests.csv", ["roi", "n", "mean", "sd", "ci_low", "ci_high", "d_z", "p", "p_least", "p_max",
                    "p_bh"], rows)

acc = np.array([57.1, 69.8, 71.9, 74.4, 77.7, 77.7, 84.1])
lateralisation = np.array([0.11, 0.08, 0.15, 0.19, 0.12, 0.19, 0.21])
# By hand: scipy doubles the smaller tail, which differs where ties make the tails unequal.
rho = stats.spearmanr(acc, lateralisation).statistic
ranks = stats.rankdata(acc)
orders = np.array(list(itertools.permutations(stats.rankdata(lateralisation))))
rhos = [np.corrcoef(ranks, order)[0, 1] for order in orders]
p_accuracy = np.mean(np.abs(rhos) >= abs(rho) - 1e-12)
write("accuracy.csv", ["acc1", "lateralisation"], zip(acc, lateralisation))
write("accuracy_expected.csv", ["rho", "p"],
      [[rho, p_accuracy]])

# Beyond 16 units patterns are drawn; the first is what was measured.
many = np.round(np.random.RandomState(1).normal(0.04, 0.1, 20), 4)
bits = np.random.RandomState(0).randint(0, 2**32, (2**15, many.size), dtype=np.uint32) & 1
drawn = np.where(bits == 1, -1, 1)
drawn[0] = 1
p_many = np.mean(np.abs(drawn @ many) >= abs(many.sum()) - 1e-12)
write("many_units.csv", ["values", "p"], [[" ".join(map(str, many)), p_many]])
