"""Makes the encoding reference beside it: python make.py (numpy 2.4.6, scikit-learn 1.9.1).

Everything is float64 and by explicit refits; no Gram matrix and no shortcut of the Java code.
"""

from pathlib import Path

import numpy as np
from sklearn.decomposition import PCA
from sklearn.kernel_ridge import KernelRidge
from sklearn.linear_model import LinearRegression, Ridge
from sklearn.model_selection import KFold

HERE = Path(__file__).parent
STIMULI, SIDE, MIDLINE, VERTICES = 40, 12, 6, 10
FOLDS, INNER, COMPONENTS = 4, 5, 8
ALPHAS = 10.0 ** np.arange(-3, 5)

rng = np.random.default_rng(20231)
latent = rng.normal(size=(STIMULI, 6))


def features(count):
    return latent @ rng.normal(size=(6, count)) + rng.normal(size=(STIMULI, count)) + 3


left, midline, right = features(SIDE), features(MIDLINE), features(SIDE)
weights = rng.normal(size=(SIDE, VERTICES)) * np.linspace(0, 1, VERTICES)
responses = (right @ weights + 3 * rng.normal(size=(STIMULI, VERTICES)) - 1).astype(np.float32)
y = responses.astype(np.float64)

folds = np.empty(STIMULI, dtype=np.int64)
for fold, (_, held) in enumerate(KFold(FOLDS, shuffle=True, random_state=0).split(y)):
    folds[held] = fold


def pearson(a, b):
    return np.array([np.corrcoef(a[:, v], b[:, v])[0, 1] for v in range(VERTICES)])


def r2(measured, predicted):
    rest = ((measured - predicted) ** 2).sum(0)
    return 1 - rest / ((measured - measured.mean(0)) ** 2).sum(0)


def pca_ols(x, train, held):
    pca = PCA(COMPONENTS, svd_solver="full").fit(x[train])
    model = LinearRegression().fit(pca.transform(x[train]), y[train])
    return model.predict(pca.transform(x[held])), np.zeros(VERTICES, dtype=int)


def ridge(x, train, held):
    inner = np.arange(train.size) % INNER
    errors = np.zeros((ALPHAS.size, VERTICES))
    for a, alpha in enumerate(ALPHAS):
        for f in range(INNER):
            fit, test = train[inner != f], train[inner == f]
            predicted = Ridge(alpha).fit(x[fit], y[fit]).predict(x[test])
            errors[a] += ((y[test] - predicted) ** 2).sum(0)
    best = errors.argmin(0)
    predictions = np.stack([Ridge(a).fit(x[train], y[train]).predict(x[held]) for a in ALPHAS])
    # Primal and dual agree, so that the reference does not hang on one solver.
    for a, alpha in enumerate(ALPHAS):
        mean_x, mean_y = x[train].mean(0), y[train].mean(0)
        dual = KernelRidge(alpha=alpha).fit(x[train] - mean_x, y[train] - mean_y)
        assert np.allclose(dual.predict(x[held] - mean_x) + mean_y, predictions[a], atol=1e-9)
    return np.take_along_axis(predictions, best[None, None, :], 0)[0], best


def save(name, array):
    np.save(HERE / f"{name}.npy", array)


for name, array in [("left", left), ("midline", midline), ("right", right)]:
    save(name, array)
save("responses", responses)
save("folds", folds)
save("alphas", ALPHAS)
spaces = {"full": np.hstack([left, midline, right]), "left": left, "right": right}
spaces["left_shared"] = np.hstack([left, midline])
for space, x in spaces.items():
    for regression, fit in [("pca_ols", pca_ols), ("ridge", ridge)]:
        scores, determination, chosen = [], [], []
        for fold in range(FOLDS):
            train, held = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
            predicted, best = fit(x, train, held)
            scores.append(pearson(predicted, y[held]))
            determination.append(r2(y[held], predicted))
            chosen.append(ALPHAS[best])
        save(f"{regression}_{space}_r", np.array(scores))
        save(f"{regression}_{space}_r2", np.array(determination))
        if regression == "ridge":
            save(f"ridge_{space}_alpha", np.array(chosen))
