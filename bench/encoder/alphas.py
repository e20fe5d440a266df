"""Which alphas ridge regression chooses from Chiasm's default grid, and what a wider one would gain.

    alphas.py made 100 872                 features with eigenvalues 1/k, 1/k^2, 1/k^4; so many stimuli
    alphas.py activations FOLDER DATASET   FOLDER/<layer>.npy and stimuli.csv of `chiasm extract`;
                                           DATASET of `chiasm simulate`'s layout, with truth/

Independent of Chiasm: numpy, float64, the inner cross-validation of docs/decisions/20261126-alpha-grid.md.
One line per group of responses: shares of fits that chose either end of the default grid, of those the
share whose inner error the wide grid lowers by more than 1 %, and the mean change of the held-out r by the
wide grid, by 0.1, 1, 10 alone (scikit-learn's default) and by nothing below 1 (himalaya's examples).
"""

import csv
import glob
import os
import sys

import numpy as np

DEFAULT = 10.0 ** np.arange(-4, 7)
WIDE = 10.0 ** np.arange(-12, 13)
LOW = int(np.argmin(abs(np.log10(WIDE) + 4)))
HIGH = LOW + DEFAULT.size - 1
FOLDS = 10
NOTABLE = 0.01
ROUND_OFF = 10 * np.finfo(float).eps


def centred(k, train, test):
    """Gram matrices [train, train] and [test, train], centred on training rows."""
    inner, outer = k[np.ix_(train, train)], k[np.ix_(test, train)]
    mean = inner.mean(0)
    return (
        inner - mean - mean[:, None] + mean.mean(),
        outer - mean - outer.mean(1)[:, None] + mean.mean(),
    )


class Fit:
    """One decomposition, predictions for every alpha."""

    def __init__(self, k, y, train, test):
        inner, outer = centred(k, train, test)
        values, vectors = np.linalg.eigh(inner)
        self.values = np.maximum(values, 0)
        self.scores, self.loads = outer @ vectors, vectors.T @ (y[train] - y[train].mean(0))
        self.measured = y[test] - y[train].mean(0)
        # Below it an alpha is lost in the rounding of the largest eigenvalue.
        self.floor = self.values.max() * self.values.size * ROUND_OFF

    def predicted(self, alpha):
        return (self.scores / (self.values + alpha)) @ self.loads


def correlation(a, b):
    a, b = a - a.mean(0), b - b.mean(0)
    return (a * b).sum(0) / np.sqrt((a * a).sum(0) * (b * b).sum(0))


def fold(k, y, train, test):
    """Inner squared errors and held-out r, both [alpha, vertex] over the wide grid, and the
    least eigenvalue but the one that centring makes 0."""
    errors = np.zeros((WIDE.size, y.shape[1]))
    inner = np.arange(train.size) % 5
    for f in range(5):
        fit = Fit(k, y, train[inner != f], train[inner == f])
        for i, alpha in enumerate(WIDE):
            usable = alpha > fit.floor
            errors[i] += ((fit.measured - fit.predicted(alpha)) ** 2).sum(0) if usable else np.inf
    fit = Fit(k, y, train, test)
    r = np.array([correlation(fit.predicted(a), fit.measured) for a in WIDE])
    return errors, r, np.sort(fit.values)[1]


def largest_best(errors):
    """Index of the smallest error, on a tie the larger alpha."""
    return errors.shape[0] - 1 - np.argmin(errors[::-1], 0)


def mean_diagonal(k):
    """Of the centred Gram matrix: what `scaling: trace` divides a layer's Gram matrices by."""
    return np.mean(np.diag(k) - 2 * k.mean(1) + k.mean())


def best_of(errors, first, last):
    return first + largest_best(errors[first : last + 1])


def report(name, k, scale, y, folds):
    n = k.shape[0]
    of = np.arange(n) % FOLDS
    np.random.default_rng(0).shuffle(of)
    k = k / scale
    tenth, one, ten = (int(np.argmin(abs(np.log10(WIDE) - e))) for e in (-1, 0, 1))
    rows = []
    for f in folds:
        errors, r, least = fold(k, y, np.flatnonzero(of != f), np.flatnonzero(of == f))
        chosen = best_of(errors, LOW, HIGH)
        wide = largest_best(errors)
        few, large = best_of(errors, tenth, ten), best_of(errors, one, WIDE.size - 1)
        v = np.arange(y.shape[1])
        scores = [r[a, v] for a in (chosen, wide, few, large)]
        rows.append([chosen, errors[chosen, v], errors[wide, v], *scores])
    chosen, error, wide_error, r, *others = np.array(rows).transpose(1, 0, 2).reshape(7, -1)
    low, high = chosen == LOW, chosen == HIGH
    gains = 1 - wide_error / error > NOTABLE
    print(
        f"{name:28} n={n:5} least eigenvalue {least:.1e} r={np.nanmean(r):.3f} smallest {low.mean():6.2%} largest {high.mean():6.2%}"
        f" too narrow {(gains & (low | high)).mean():6.2%} change of r, wide / 0.1-10 / from 1:"
        + "".join(f" {np.nanmean(other - r):+.4f}" for other in others),
        flush=True,
    )


def gram(x):
    flat = x.reshape(x.shape[0], -1).astype(float)
    flat -= flat.mean(0)
    return flat @ flat.T


def made(stimuli):
    for decay in (1, 2, 4):
        draws = np.random.default_rng(0)
        x = draws.normal(size=(stimuli, 3 * stimuli))
        x *= (1 + np.arange(x.shape[1])) ** (-decay / 2)
        signal = x @ draws.normal(size=(x.shape[1], 300))
        signal /= signal.std(0)
        noise = draws.normal(size=signal.shape)
        folds = (0,) if stimuli > 1000 else (0, 1, 2)
        for r in (0.1, 0.3, 0.5, 0.9, 0.0):
            y = r * signal + np.sqrt(1 - r * r) * noise
            k = x @ x.T
            label = f"1/k^{decay}, ceiling {r}" if r else f"1/k^{decay}, noise"
            report(label, k, mean_diagonal(k), y, folds)


def activations(folder, dataset):
    with open(os.path.join(folder, "stimuli.csv"), newline="") as table:
        files = [row["file"] for row in csv.DictReader(table)]
    split = os.path.join(dataset, "subj01", "training_split")
    images = sorted(os.listdir(os.path.join(split, "training_images")))
    order = [images.index(os.path.basename(f)) for f in files]
    for layer in sorted(glob.glob(os.path.join(folder, "*.npy"))):
        x = np.load(layer)
        half = x.shape[3] // 2
        scale = mean_diagonal(gram(x))
        for name, part in (("full", x), ("left", x[..., :half]), ("right", x[..., -half:])):
            k = gram(part)
            for side in ("lh", "rh"):
                y = np.load(os.path.join(split, "training_fmri", f"{side}_training_fmri.npy"))
                label = f"{os.path.basename(layer)[:-4]} {name} {side}"
                report(label, k, scale, y[order].astype(float), range(FOLDS))


if __name__ == "__main__":
    if len(sys.argv) > 2 and sys.argv[1] == "made":
        for count in map(int, sys.argv[2:]):
            made(count)
    elif len(sys.argv) == 4 and sys.argv[1] == "activations":
        activations(*sys.argv[2:])
    else:
        sys.exit(__doc__)
