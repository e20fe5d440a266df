"""Writes folds.csv (scores by fold) with halves.csv, and values.csv (a balanced design) with parts.csv.

Parts of variance by projection matrices: mean squares y'Py / tr(P), their expectations
tr(P Z Z') / tr(P) for each part, and a linear system; no formula is written down by hand.

Needs numpy:  python reliability.py
"""
import csv
import functools
import itertools
import pathlib

import numpy as np

here = pathlib.Path(__file__).resolve().parent
rng = np.random.default_rng(20261128)


def write(name, header, rows):
    with open(here / name, "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows(rows)


# --- Halves of folds
FOLDS, VERTICES = 5, 12
truth = rng.normal(0.1, 0.1, VERTICES)
contra = np.round(0.3 + truth / 2 + rng.normal(0, 0.1, (FOLDS, VERTICES)), 3).astype(np.float32)
ipsi = np.round(0.3 - truth / 2 + rng.normal(0, 0.1, (FOLDS, VERTICES)), 3).astype(np.float32)
contra[3, 4] = np.nan
write("folds.csv", ["model", "fold", *range(VERTICES)],
      [[name, fold, *row] for name, scores in (("contra", contra), ("ipsi", ipsi))
       for fold, row in enumerate(scores)])
lateralisation = contra.astype(float) - ipsi
whole = ~np.isnan(lateralisation).any(0)
rows = []
for folds in (2, 4, 5):
    used = lateralisation[:folds]
    kept = ~np.isnan(used).any(0)
    r = np.corrcoef(used[0::2][:, kept].mean(0), used[1::2][:, kept].mean(0))[0, 1]
    rows.append([folds, kept.sum(), r, 2 * r / (1 + r)])
write("halves.csv", ["folds", "vertices", "r", "reliability"], rows)

# --- Parts of variance
P, H, S, F = 4, 2, 3, 5
person = rng.normal(0, 0.1, (P, 1, 1, 1))
y = (0.2 + person + rng.normal(0, 0.05, (P, H, 1, 1)) + rng.normal(0, 0.04, (1, 1, S, 1))
     + rng.normal(0, 0.03, (1, 1, 1, F)) + rng.normal(0, 0.02, (P, H, S, 1))
     + rng.normal(0, 0.02, (P, H, S, F)))
y = np.round(y, 4)
write("values.csv", ["participant", "hemisphere", "seed", "fold", "value"],
      [[*index, y[index]] for index in np.ndindex(*y.shape)])


def kron(*matrices):
    return functools.reduce(np.kron, matrices)


def parts(y):
    p, h, s, f = y.shape
    mean = [np.full((n, n), 1 / n) for n in y.shape]
    rest = [np.eye(n) - m for n, m in zip(y.shape, mean)]
    units = np.eye(p * h) - kron(mean[0], mean[1])
    one = [np.ones((n, n)) for n in y.shape]
    eye = [np.eye(n) for n in y.shape]
    # part: projection on its contrasts, and covariance of its effects
    terms = {
        "participants": (kron(rest[0], *mean[1:]), kron(eye[0], *one[1:])),
        "hemispheres": (kron(eye[0], rest[1], *mean[2:]), kron(eye[0], eye[1], *one[2:])),
        "seeds": (kron(*mean[:2], rest[2], mean[3]), kron(*one[:2], eye[2], one[3])),
        "folds": (kron(*mean[:3], rest[3]), kron(*one[:3], eye[3])),
        "us": (kron(units, rest[2], mean[3]), kron(*eye[:3], one[3])),
        "uf": (kron(units, mean[2], rest[3]), kron(*eye[:2], one[2], eye[3])),
        "sf": (kron(*mean[:2], *rest[2:]), kron(*one[:2], *eye[2:])),
        "chance": (kron(units, *rest[2:]), kron(*eye)),
    }
    terms = {name: term for name, term in terms.items() if np.trace(term[0]) > 0.5}
    v = y.ravel()
    squares = [v @ projection @ v / np.trace(projection) for projection, _ in terms.values()]
    expected = [[np.trace(projection @ cov) / np.trace(projection) for _, cov in terms.values()]
                for projection, _ in terms.values()]
    found = dict(zip(terms, np.linalg.solve(np.array(expected), squares)))
    left = [found[name] for name in ("us", "uf", "sf", "chance") if name in found]
    return [found.get(name, np.nan) for name in ("participants", "hemispheres", "seeds", "folds")
            ] + [sum(left) if left else np.nan]


rows = []
for sizes in itertools.product((1, P), (1, H), (1, S), (1, F)):
    p, h, s, f = sizes
    if p * h > 1:
        rows.append([*sizes, *parts(y[:p, :h, :s, :f])])
write("parts.csv", ["participants", "hemispheres", "seeds", "folds", "part_participants",
                    "part_hemispheres", "part_seeds", "part_folds", "part_rest"], rows)
