"""himalaya's KernelRidgeCV on the same Gram matrices, inner folds and penalties, with a penalty per vertex."""

import numpy as np
from himalaya.backend import set_backend
from himalaya.kernel_ridge import KernelRidgeCV
from himalaya.scoring import l2_neg_loss

from participant import ALPHAS, grams, inner_folds, outer_folds, pearson

# Vertices at once, in the search and in the refit, whose [penalty, stimulus, vertex] is the larger one.
# The fastest of (512, 128), (2048, 512) and (8192, 2048) with either backend.
SEARCH_BATCH, REFIT_BATCH = 2048, 512


def squared_error(measured, predicted):
    """himalaya weighs folds equally; sums weigh stimuli equally, as Chiasm does."""
    return l2_neg_loss(measured, predicted) * measured.shape[0]


def fold_scores(k, y, folds):
    """[fold, vertex], in the precision of y; k and y are arrays of the backend that is set."""
    scores = []
    for train, held in outer_folds(folds):
        model = KernelRidgeCV(
            alphas=ALPHAS,
            kernel="precomputed",
            fit_intercept=True,
            cv=list(inner_folds(train.size)),
            solver_params={
                "score_func": squared_error,
                "n_targets_batch": SEARCH_BATCH,
                "n_targets_batch_refit": REFIT_BATCH,
            },
        )
        model.fit(k[train[:, None], train], y[train])
        predicted = model.predict(k[held[:, None], train])
        scores.append(np.asarray(pearson(predicted, y[held])))
    return np.array(scores)


class Himalaya:
    """In one of himalaya's backends and one precision."""

    def __init__(self, backend, dtype):
        self.dtype = dtype
        self.backend = set_backend(backend)

    def product(self, part):
        part = self.backend.asarray(part)
        return np.asarray(part @ part.T)

    def grams(self, x):
        return grams(x, self.dtype, self.product)

    def fold_scores(self, k, y, folds):
        return fold_scores(
            self.backend.asarray(k), self.backend.asarray(y.astype(self.dtype)), folds
        )
