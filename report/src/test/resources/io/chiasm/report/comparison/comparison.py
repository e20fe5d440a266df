"""Writes the tables of two made studies, a_*.csv and b_*.csv, and what numpy and scipy make of
their differences: differences.csv, statistics.csv; vertices.csv and vertices_expected.csv.

Needs numpy and scipy:  python comparison.py
"""
import csv
import itertools
import pathlib

import numpy as np
from scipy import stats

here = pathlib.Path(__file__).resolve().parent
rng = np.random.default_rng(20261128)
DRAWS = 10_000
PARTICIPANTS = [f"subj{i:02d}" for i in range(1, 7)]
HEMISPHERES = ["lh", "rh"]
LAYERS = {"early": "features.2", "late": "features.8"}
ROIS = {("all", "all"): 40, ("prf-visualrois", "V1v"): 12, ("prf-visualrois", "hV4"): 7}
MODELS = ["full", "contra", "ipsi"]
KEYS = ["participant", "hemisphere", "network", "layer", "tensor", "split", "regression",
        "roi_class", "roi"]


def write(name, header, rows):
    with open(here / name, "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows([[str(cell).replace("nan", "NaN") for cell in row] for row in rows])


def study(split, regression, effect, missing, unscored, larger):
    scores, lateralisation = {}, {}
    for who, hemisphere, layer, roi in itertools.product(
            PARTICIPANTS, HEMISPHERES, LAYERS, ROIS):
        if (who, hemisphere, roi[1]) in missing:
            continue
        key = who, hemisphere, layer, *roi
        n = ROIS[roi] + larger.get((who, hemisphere, roi[1]), 0)
        values = np.round(rng.normal([0.4, 0.35 + effect, 0.2], 0.05), 4)
        if (who, hemisphere, roi[1]) in unscored:
            values[:] = np.nan
        scores[key] = dict(zip(MODELS, values)), n
        lateralisation[key] = np.round(values[1] - values[2], 6), n
    return dict(split=split, regression=regression, scores=scores, lateralisation=lateralisation)


A = study("features", "ridge", 0.0, {("subj06", "rh", "hV4")}, {("subj02", "lh", "V1v")}, {})
B = study("image", "pca-ols", 0.04, {("subj03", "lh", "hV4"), ("subj03", "rh", "hV4")}, set(),
          {("subj05", "lh", "hV4"): 1})


def tables(name, s):
    def keys(key):
        who, hemisphere, layer, roi_class, roi = key
        return [who, hemisphere, "net", layer, LAYERS[layer], s["split"], s["regression"],
                roi_class, roi]

    write(f"{name}_scores.csv", KEYS + ["model", "score", "r2", "n_vertices", "n_scored"],
          [[*keys(key), model, value, np.round(value ** 2, 6), n,
            0 if np.isnan(value) else n]
           for key, (values, n) in s["scores"].items() for model, value in values.items()])
    write(f"{name}_lateralisation.csv", KEYS + ["lateralisation", "n_vertices", "n_scored"],
          [[*keys(key), value, n, 0 if np.isnan(value) else n]
           for key, (value, n) in s["lateralisation"].items()])


tables("a", A)
tables("b", B)


def value(s, key, quantity):
    if quantity == "lateralisation":
        return s["lateralisation"][key][0]
    return s["scores"][key][0][quantity.removeprefix("score_")]


common = [key for key in A["scores"]
          if key in B["scores"] and A["scores"][key][1] == B["scores"][key][1]]
QUANTITIES = ["lateralisation", "score_full", "score_contra", "score_ipsi"]
write("differences.csv", ["participant", "hemisphere", "layer", "roi", "quantity", "score_a",
                          "score_b", "difference", "n_vertices"],
      [[key[0], key[1], key[2], key[4], quantity, value(A, key, quantity),
        value(B, key, quantity), value(B, key, quantity) - value(A, key, quantity),
        A["scores"][key][1]]
       for key in common for quantity in QUANTITIES])


def participants(layer, roi, quantity):
    """Mean of the differences of a participant's hemispheres that both studies have."""
    means = {}
    for who in PARTICIPANTS:
        differences = [value(B, k, quantity) - value(A, k, quantity) for k in common
                       if k[0] == who and k[2] == layer and k[3:] == roi]
        differences = [d for d in differences if not np.isnan(d)]
        if differences:
            means[who] = np.mean(differences)
    return means


def exact_p(x):
    return stats.permutation_test((x,), np.mean, permutation_type="samples", n_resamples=np.inf,
                                  alternative="two-sided").pvalue


def interval(x):
    draws = np.random.RandomState(0).randint(0, x.size, (DRAWS, x.size))
    return tuple(np.quantile(x[draws].mean(axis=1), [0.025, 0.975]))


rows = []
for quantity in QUANTITIES:
    family = []
    for layer in LAYERS:
        panel = {roi: participants(layer, roi, quantity) for roi in ROIS}
        everyone = sorted(set().union(*panel.values()))
        complete = [roi for roi in ROIS if len(panel[roi]) == len(everyone)]
        block = np.array([[panel[roi][who] for who in everyone] for roi in complete])
        signs = np.array(list(itertools.product([1, -1], repeat=len(everyone))))
        most = np.array([np.abs(stats.ttest_1samp(block * s, 0, axis=1).statistic).max()
                         for s in signs])
        measured = np.abs(stats.ttest_1samp(block, 0, axis=1).statistic)
        p_max = {roi: np.mean(most >= t - 1e-9) for roi, t in zip(complete, measured)}
        for roi in ROIS:
            x = np.array([panel[roi][who] for who in sorted(panel[roi])])
            family.append([quantity, layer, roi[1], x.size, x.mean(), x.std(ddof=1), *interval(x),
                           x.mean() / x.std(ddof=1), exact_p(x), p_max.get(roi, np.nan)])
    p_bh = stats.false_discovery_control([row[9] for row in family], method="bh")
    rows += [[*row, bh] for row, bh in zip(family, p_bh)]
write("statistics.csv", ["quantity", "layer", "roi", "n", "mean", "sd", "ci_low", "ci_high", "d_z",
                         "p", "p_max", "p_bh"], rows)

a = rng.normal(0.2, 0.1, 25).astype(np.float32)
b = (a + rng.normal(0.03, 0.05, 25)).astype(np.float32)
a[3] = b[7] = np.nan
write("vertices.csv", ["a", "b"], zip(a, b))
known = ~(np.isnan(a) | np.isnan(b))
x, y = a[known].astype(np.float64), b[known].astype(np.float64)
write("vertices_expected.csv", ["n", "mean_a", "mean_b", "difference", "sd", "larger", "correlation"],
      [[x.size, x.mean(), y.mean(), (y - x).mean(), (y - x).std(ddof=1), (y > x).mean(),
        stats.pearsonr(x, y).statistic]])
