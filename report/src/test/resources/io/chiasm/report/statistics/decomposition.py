"""Writes decomposition_values.csv (lateralisation per participant, hemisphere, layer, split and ROI)
and what numpy makes of it: decomposition_terms.csv.

Values are multiples of 1/1024, so that float32 holds them. The layer `late` has every split,
`middle` no shared gates, `early` only mirrored images. One participant has one hemisphere of V1v,
another lacks a split of hV4 in one.

Needs numpy:  python decomposition.py
"""
import csv
import pathlib

import numpy as np

here = pathlib.Path(__file__).resolve().parent
rng = np.random.default_rng(20261128)
DRAWS = 10_000
N = 5
ROIS = ["V1v", "hV4"]
LAYERS = {
    "early": ["features", "mirrored"],
    "middle": ["features", "mirrored", "architecture", "image"],
    "late": ["features", "mirrored", "shared-gates", "architecture", "image"],
}
LEVEL = {"features": 0.06, "mirrored": 0.05, "shared-gates": 0.09, "architecture": 0.11, "image": 0.12}
SIDE = {"features": 0.02, "mirrored": -0.02}

# [participant, hemisphere]
values = {}
for layer, splits in LAYERS.items():
    for split in splits:
        for roi in ROIS:
            drawn = rng.normal(LEVEL[split], 0.02, (N, 2)) + SIDE.get(split, 0) * np.array([1, -1])
            values[layer, split, roi] = np.round(drawn * 1024) / 1024
for (layer, split, roi), value in values.items():
    if roi == "V1v":
        value[1, 0] = np.nan
    if (split, roi) == ("mirrored", "hV4"):
        value[3, 1] = np.nan


def terms(layer, of):
    """Every term, and whether it is one of those that add up; `of` is [participant] by split."""
    f, m = of["features"], of["mirrored"]
    grid = (f - m) / 2
    if layer == "early":
        return {"lateralisation": (f, False), "rest": (f - grid, True), "grid": (grid, True)}
    o, i = of["architecture"], of["image"]
    found = {"lateralisation": (f, False), "own_half": (i - grid, True)}
    if layer == "late":
        s = of["shared-gates"]
        found["receptive_fields"] = (f - s, True)
        found["gates"] = (s - o, True)
    found["grid"] = (grid, True)
    found["residual"] = (o - i, True)
    found["crossing"] = (f - i, False)
    found["crossing_apart"] = (f - o, layer == "middle")
    return found


def interval(x):
    if x.size < 3:
        return np.nan, np.nan
    draws = np.random.RandomState(0).randint(0, x.size, (DRAWS, x.size))
    return tuple(np.quantile(x[draws].mean(axis=1), [0.025, 0.975]))


def units(layer, roi, sides):
    """[participant] by split; hemispheres that lack a split are left out."""
    block = np.array([values[layer, split, roi] for split in LAYERS[layer]])
    block[:, np.isnan(block).any(axis=0)] = np.nan
    if sides == "mean":
        there = ~np.isnan(block[0]).all(axis=1)
        joined = np.nanmean(block[:, there], axis=2)
    else:
        joined = block[:, :, 0] - block[:, :, 1]
        joined = joined[:, ~np.isnan(joined[0])]
    return dict(zip(LAYERS[layer], joined))


rows = []
for layer in LAYERS:
    for roi in ROIS:
        for sides in ["mean", "left-right"]:
            found = terms(layer, units(layer, roi, sides))
            whole = found["lateralisation"][0]
            low, high = interval(whole)
            told = low > 0 or high < 0
            for term, (x, adds) in found.items():
                rows.append([layer, roi, sides, term, "yes" if adds else "no", x.size, x.mean(),
                             x.std(ddof=1), *interval(x),
                             x.mean() / whole.mean() if told else np.nan])


def write(name, header, lines):
    with open(here / name, "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows([[str(cell) for cell in line] for line in lines])


write("decomposition_values.csv",
      ["participant", "hemisphere", "layer", "split", "roi", "value"],
      [[f"subj{p + 1:02d}", "lh" if h == 0 else "rh", *key, value[p, h]]
       for key, value in values.items() for p in range(N) for h in range(2)])
write("decomposition_terms.csv",
      ["layer", "roi", "hemispheres", "term", "adds", "n", "mean", "sd", "ci_low", "ci_high",
       "share"], rows)
