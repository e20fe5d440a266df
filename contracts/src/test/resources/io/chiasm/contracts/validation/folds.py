"""Writes folds.csv: the folds that scikit-learn and the Algonauts 2023 tutorial draw.

One row per case: rule,stimuli,parameter,seed,folds; folds is the fold of each stimulus, in order,
separated by spaces, -1 for never held out. Written with numpy 2.4 and scikit-learn 1.9.
"""
import csv
import pathlib

import numpy as np
from sklearn.model_selection import KFold


def kfold(n, folds, seed):
    assignment = np.full(n, -1)
    splitter = KFold(n_splits=folds, shuffle=True, random_state=seed)
    for fold, (_, test) in enumerate(splitter.split(np.zeros((n, 1)))):
        assignment[test] = fold
    return assignment


def holdout(n, fraction, seed):
    np.random.seed(seed)
    indices = np.arange(n)
    np.random.shuffle(indices)
    n_train = int(np.round(n * (1 - fraction)))
    assignment = np.full(n, -1)
    assignment[indices[n_train:]] = 0
    return assignment


with open(pathlib.Path(__file__).parent / "folds.csv", "w", newline="") as out:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["rule", "stimuli", "parameter", "seed", "folds"])
    for n, folds, seed in [(12, 2, 0), (30, 10, 0), (31, 10, 5), (100, 7, 42), (257, 10, 4294967295),
                           (872, 10, 0)]:
        writer.writerow(["kfold", n, folds, seed, " ".join(map(str, kfold(n, folds, seed)))])
    # 25 and 35 stimuli: 22.5 and 31.5 are rounded to the even number.
    for n, fraction, seed in [(30, 0.1, 5), (25, 0.1, 5), (35, 0.1, 5), (100, 0.3, 7), (101, 0.25, 1),
                              (872, 0.1, 5)]:
        writer.writerow(["holdout", n, fraction, seed, " ".join(map(str, holdout(n, fraction, seed)))])
