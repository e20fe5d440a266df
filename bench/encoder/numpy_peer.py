"""A good dual implementation: one decomposition per inner fold for all penalties, in the precision of y."""

import numpy as np

from participant import ALPHAS, centred, grams, inner_folds, outer_folds, pearson


def inner_errors(k, y, train):
    """Sums of squared errors [alpha, vertex], one decomposition per inner fold."""
    errors = np.zeros((ALPHAS.size, y.shape[1]), dtype=y.dtype)
    for inner, held_out in inner_folds(train.size):
        fit, test = train[inner], train[held_out]
        ktt, kst = centred(k, fit, test)
        values, vectors = np.linalg.eigh(ktt.astype(np.float64))
        values = np.maximum(values, 0)
        mean = y[fit].mean(0)
        rotated = vectors.T.astype(y.dtype) @ (y[fit] - mean)
        held = (kst @ vectors.astype(y.dtype)).astype(np.float64)
        target = y[test] - mean
        for a, alpha in enumerate(ALPHAS):
            rest = target - (held / (values + alpha)).astype(y.dtype) @ rotated
            errors[a] += np.einsum("ij,ij->j", rest, rest)
    return errors


def fold_scores(k, y, folds):
    """[fold, vertex], in the precision of y."""
    scores = []
    for train, held in outer_folds(folds):
        best = inner_errors(k, y, train).argmin(0)
        ktt, kst = centred(k, train, held)
        values, vectors = np.linalg.eigh(ktt.astype(np.float64))
        values = np.maximum(values, 0)
        mean = y[train].mean(0)
        rotated = vectors.T.astype(y.dtype) @ (y[train] - mean)
        projected = (kst @ vectors.astype(y.dtype)).astype(np.float64)
        predicted = np.empty((held.size, y.shape[1]), dtype=y.dtype)
        for a in np.unique(best):
            those = np.flatnonzero(best == a)
            weights = (projected / (values + ALPHAS[a])).astype(y.dtype)
            predicted[:, those] = weights @ rotated[:, those]
        scores.append(pearson(predicted, y[held]))
    return np.array(scores)


class Numpy:
    dtype = np.float32

    def grams(self, x):
        return grams(x, self.dtype)

    def fold_scores(self, k, y, folds):
        return fold_scores(k, y.astype(self.dtype), folds)
