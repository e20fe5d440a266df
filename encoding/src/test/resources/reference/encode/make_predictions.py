"""Held-out predictions for the data of make.py: python make_predictions.py

(numpy 2.4.6, scikit-learn 1.9.1.) Explicit refits of every fold, ridge with the penalties that
make.py chose; each stimulus is predicted by the fit that did not see it.
"""

from pathlib import Path

import numpy as np
from sklearn.decomposition import PCA
from sklearn.linear_model import LinearRegression, Ridge

HERE = Path(__file__).parent
COMPONENTS = 8


def load(name):
    return np.load(HERE / f"{name}.npy")


left, midline, right = load("left"), load("midline"), load("right")
y, folds = load("responses").astype(float), load("folds")
spaces = {"full": np.hstack([left, midline, right]), "left": left, "right": right}

for space, x in spaces.items():
    ridge, pca_ols = np.empty_like(y), np.empty_like(y)
    alphas = load(f"ridge_{space}_alpha")
    for fold in range(folds.max() + 1):
        train, held = folds != fold, folds == fold
        pca = PCA(COMPONENTS, svd_solver="full").fit(x[train])
        ols = LinearRegression().fit(pca.transform(x[train]), y[train])
        pca_ols[held] = ols.predict(pca.transform(x[held]))
        for vertex, alpha in enumerate(alphas[fold]):
            ridge[held, vertex] = Ridge(alpha).fit(x[train], y[train, vertex]).predict(x[held])
    np.save(HERE / f"ridge_{space}_predictions.npy", ridge)
    np.save(HERE / f"pca_ols_{space}_predictions.npy", pca_ols)
