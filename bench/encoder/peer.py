"""One run of a peer of the encoder on the made participant: writes its scores, prints what it took.

    peer.py numpy|himalaya-numpy|himalaya-torch|himalaya-torch32|sklearn DIR

The clock runs from reading the first layer to the last scores, without Python's start and imports.
"""

import json
import resource
import sys
import time
from pathlib import Path

import numpy as np

from participant import MEASURED


def named(name):
    if name == "numpy":
        from numpy_peer import Numpy

        return Numpy()
    if name == "sklearn":
        from sklearn_peer import Sklearn

        return Sklearn()
    from himalaya_peer import Himalaya

    backend = name.removeprefix("himalaya-").removesuffix("32")
    return Himalaya(backend, np.float32 if name.endswith("32") else np.float64)


def run(name, folder):
    peer = named(name)
    start, processor = time.perf_counter(), time.process_time()
    y, folds = np.load(folder / "responses.npy"), np.load(folder / "folds.npy")
    gram_seconds = 0.0
    for layer in MEASURED:
        begun = time.perf_counter()
        spaces = peer.grams(np.load(folder / f"{layer}.npy"))
        gram_seconds += time.perf_counter() - begun
        for model, k in spaces.items():
            np.save(folder / f"{name}_{layer}_{model}.npy", peer.fold_scores(k, y, folds))
    line = {
        "what": name,
        "dtype": np.dtype(peer.dtype).name,
        "seconds": round(time.perf_counter() - start, 1),
        "cpu_seconds": round(time.process_time() - processor, 1),
        "gram_seconds": round(gram_seconds, 1),
        "peak_gib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20, 2),
    }
    print(json.dumps(line), flush=True)


if __name__ == "__main__":
    run(sys.argv[1], Path(sys.argv[2]))
