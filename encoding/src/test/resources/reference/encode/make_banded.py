"""Banded ridge and the joint model's shares for the data of make.py: python make_banded.py

(numpy 2.4.6, scikit-learn 1.9.1, himalaya 0.4.11.) Banded ridge is ordinary ridge on halves scaled
by the square roots of their weights, refitted for every inner fold; shares are himalaya's split
scores of the left, middle and right columns' parts of one full ridge.
"""

from pathlib import Path

import numpy as np
from himalaya.scoring import correlation_score_split, r2_score_split
from sklearn.linear_model import Ridge

HERE = Path(__file__).parent
INNER = 5
GAMMAS = np.array([0, 0.1, 0.25, 0.5, 0.75, 0.9, 1])


def load(name):
    return np.load(HERE / f"{name}.npy")


left, midline, right = load("left"), load("midline"), load("right")
y, folds, alphas = load("responses").astype(float), load("folds"), load("alphas")


def inner_errors(x, train, alpha):
    inner = np.arange(train.size) % INNER
    error = np.zeros(y.shape[1])
    for f in range(INNER):
        fit, test = train[inner != f], train[inner == f]
        predicted = Ridge(alpha).fit(x[fit], y[fit]).predict(x[test])
        error += ((y[test] - predicted) ** 2).sum(0)
    return error


def pearson(a, b):
    return np.array([np.corrcoef(a[:, v], b[:, v])[0, 1] for v in range(y.shape[1])])


def r2(measured, predicted):
    rest = ((measured - predicted) ** 2).sum(0)
    return 1 - rest / ((measured - measured.mean(0)) ** 2).sum(0)


banded = {"r": [], "r2": [], "alpha": [], "gamma": []}
share = {f"{half}_{score}": [] for half in ("left", "right") for score in ("r", "r2")}
for fold in range(folds.max() + 1):
    train, held = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)

    spaces = [np.hstack([np.sqrt(1 - g) * left, np.sqrt(g) * right]) for g in GAMMAS]
    errors = np.array([[inner_errors(x, train, a) for a in alphas] for x in spaces])
    best = errors.reshape(-1, y.shape[1]).argmin(0)
    gamma, alpha = np.unravel_index(best, errors.shape[:2])
    predicted = np.empty((held.size, y.shape[1]))
    for v in range(y.shape[1]):
        x = spaces[gamma[v]]
        model = Ridge(alphas[alpha[v]]).fit(x[train], y[train, v])
        predicted[:, v] = model.predict(x[held])
    banded["r"].append(pearson(predicted, y[held]))
    banded["r2"].append(r2(y[held], predicted))
    banded["alpha"].append(alphas[alpha])
    banded["gamma"].append(GAMMAS[gamma])

    full = np.hstack([left, midline, right])
    bounds = np.cumsum([0, left.shape[1], midline.shape[1], right.shape[1]])
    chosen = np.array([inner_errors(full, train, a) for a in alphas]).argmin(0)
    parts = np.empty((3, held.size, y.shape[1]))
    for v in range(y.shape[1]):
        weights = Ridge(alphas[chosen[v]]).fit(full[train], y[train, v]).coef_
        centred = full[held] - full[train].mean(0)
        for band in range(3):
            columns = slice(bounds[band], bounds[band + 1])
            parts[band, :, v] = centred[:, columns] @ weights[columns]
    # himalaya's measure is for zero-mean data.
    measured = y[held] - y[held].mean(0)
    parts -= parts.mean(1, keepdims=True)
    split_r2 = r2_score_split(measured, parts)
    split_r = correlation_score_split(measured, parts)
    for half, band in (("left", 0), ("right", 2)):
        share[f"{half}_r"].append(split_r[band])
        share[f"{half}_r2"].append(split_r2[band])

np.save(HERE / "gammas.npy", GAMMAS)
for name, values in banded.items():
    np.save(HERE / f"banded_{name}.npy", np.array(values))
for name, values in share.items():
    np.save(HERE / f"share_{name}.npy", np.array(values).mean(0))
