"""How far the peers' scores are from Chiasm's: agreement.py DIR

Where a peer took another penalty at a near-tie, numpy in float64 decides again.
"""

import sys
from pathlib import Path

import numpy as np

from numpy_peer import fold_scores
from participant import MEASURED, MODELS, grams

# Of a correlation: float32 peers are within it wherever they chose the same penalty.
TOLERANCE = 1e-4
PEERS = ("numpy", "himalaya-numpy", "himalaya-torch", "himalaya-torch32", "sklearn")


def agreement(folder, peer):
    """Shares within the tolerance and differences, over all layers and models."""
    y, folds = np.load(folder / "responses.npy"), np.load(folder / "folds.npy")
    within, count, open_count, largest, decided = 0, 0, 0, 0.0, 0.0
    for layer in MEASURED:
        spaces = None
        for model in MODELS:
            ours = np.load(folder / f"chiasm_{layer}_{model}.npy")
            difference = np.abs(ours - np.load(folder / f"{peer}_{layer}_{model}.npy"))
            near = difference <= TOLERANCE
            within, count = within + near.sum(), count + near.size
            largest = max(largest, difference[near].max(initial=0))
            open_ = np.flatnonzero(~near.all(0))
            if open_.size:
                spaces = spaces or grams(np.load(folder / f"{layer}.npy"), np.float64)
                again = fold_scores(spaces[model], y[:, open_].astype(np.float64), folds)
                decided = max(decided, np.abs(ours[:, open_] - again).max())
            open_count += open_.size
    said = f"{peer:17} {within / count:.5%} of {count} scores within {TOLERANCE} of Chiasm, at most {largest:.1e} apart"
    if open_count:
        said += f"; on the other {open_count} vertices Chiasm is within {decided:.1e} of numpy in float64"
    return said


if __name__ == "__main__":
    where = Path(sys.argv[1])
    for name in PEERS:
        if all((where / f"{name}_{layer}_{model}.npy").exists() for layer in MEASURED for model in MODELS):
            print(agreement(where, name), flush=True)
