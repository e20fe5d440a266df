"""scikit-learn's KernelRidge on the same Gram matrices, in float64.

It decomposes nothing that penalties could share, and has a search for one penalty for all vertices only: so one
fit per inner fold and penalty, and one per penalty that was chosen.
"""

import numpy as np
from sklearn.kernel_ridge import KernelRidge

from participant import ALPHAS, centred, grams, inner_folds, outer_folds, pearson


def predicted(k, y, fit, test, alpha):
    inner, outer = centred(k, fit, test)
    mean = y[fit].mean(0)
    model = KernelRidge(alpha=alpha, kernel="precomputed").fit(inner, y[fit] - mean)
    return model.predict(outer) + mean


def inner_errors(k, y, train):
    """Sums of squared errors [alpha, vertex]."""
    errors = np.zeros((ALPHAS.size, y.shape[1]))
    for inner, held_out in inner_folds(train.size):
        fit, test = train[inner], train[held_out]
        for a, alpha in enumerate(ALPHAS):
            rest = y[test] - predicted(k, y, fit, test, alpha)
            errors[a] += np.einsum("ij,ij->j", rest, rest)
    return errors


def fold_scores(k, y, folds):
    scores = []
    for train, held in outer_folds(folds):
        best = inner_errors(k, y, train).argmin(0)
        prediction = np.empty((held.size, y.shape[1]))
        for a in np.unique(best):
            those = np.flatnonzero(best == a)
            prediction[:, those] = predicted(k, y[:, those], train, held, ALPHAS[a])
        scores.append(pearson(prediction, y[held]))
    return np.array(scores)


class Sklearn:
    dtype = np.float64

    def grams(self, x):
        return grams(x, self.dtype)

    def fold_scores(self, k, y, folds):
        return fold_scores(k, y.astype(self.dtype), folds)
