"""Writes cells.csv (scores per vertex) and expected.csv (numpy's means and standard deviations).

Needs numpy:  python groups.py
"""
import csv
import pathlib

import numpy as np

here = pathlib.Path(__file__).resolve().parent
rng = np.random.default_rng(20261101)
VERTICES = 11
rois = np.array([0, 1, 1, 1, 2, 2, 2, 2, 0, 3, 3])  # 1 V1v, 2 V1d, 3 hV4
NAMES = {1: "V1v", 2: "V1d", 3: "hV4"}

cells = {}
for participant in ("subj01", "subj02", "subj03"):
    for hemisphere in ("lh", "rh"):
        arrays = rng.normal(0.3, 0.1, (3, VERTICES)).astype(np.float32)
        arrays[:, 4] = np.nan  # no model has a score
        arrays[2, 5] = np.nan  # only ipsi has none
        if (participant, hemisphere) == ("subj02", "rh"):
            arrays[:, 9:] = np.nan  # no vertex of hV4 is scored
        cells[participant, hemisphere] = arrays

with open(here / "cells.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["participant", "hemisphere", "vertex", "roi", "full", "contra", "ipsi"])
    for (participant, hemisphere), arrays in cells.items():
        for v in range(VERTICES):
            out.writerow([participant, hemisphere, v, rois[v], *map(str, arrays[:, v])])


def roi_mean(values, inside):
    chosen = values[inside].astype(np.float64)
    return np.nan if np.isnan(chosen).all() else np.nanmean(chosen)


with open(here / "expected.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["roi", "quantity", "mean", "sd", "n"])
    for roi in (0, 1, 2, 3):
        inside = rois == roi if roi else np.ones(VERTICES, bool)
        for quantity in ("score_full", "score_contra", "score_ipsi", "lateralisation"):
            means = []
            for full, contra, ipsi in cells.values():
                values = {
                    "score_full": full,
                    "score_contra": contra,
                    "score_ipsi": ipsi,
                    "lateralisation": contra.astype(np.float64) - ipsi.astype(np.float64),
                }[quantity]
                means.append(roi_mean(values, inside))
            means = np.array(means)
            kept = means[~np.isnan(means)]
            row = [NAMES.get(roi, "all"), quantity, kept.mean(), kept.std(ddof=1), kept.size]
            out.writerow([str(field) for field in row])
