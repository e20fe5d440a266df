"""Peers of the encoder on made data of the real size; run.sh runs all of it.

    bench.py make DIR          writes activations, responses and folds
    bench.py numpy DIR         a good dual implementation: writes scores, prints seconds
    bench.py sklearn DIR       scikit-learn's own ridge, on a part, as often as a whole run has it
    bench.py compare DIR       largest difference of the scores of Chiasm and numpy
    bench.py ratios DIR        a table of the times
"""

import json
import resource
import sys
import time
from pathlib import Path

try:
    import numpy as np
except ImportError:
    sys.exit("bench/encoder needs Python with numpy; PYTHON=... names one that has it")

STIMULI, VERTICES, FOLDS, INNER = 872, 39548, 10, 5
# Channels, rows and columns of EfficientNet-B0's features.2, features.5 and features.8.
LAYERS = {"early": (24, 56, 56), "middle": (112, 14, 14), "late": (1280, 7, 7)}
ALPHAS = 10.0 ** np.arange(-4, 7)
LATENT = 200
TOLERANCE = 1e-4
# Vertices of the straight peer's part, and how often it is timed.
PART, REPEATS = 1000, 3


def activations(latent, shape, rng):
    """Features of a falling spectrum, smooth over positions, and noise."""
    channels, rows, columns = shape
    x = np.empty((STIMULI, *shape), dtype=np.float32)
    for channel in range(channels):
        maps = rng.normal(size=(LATENT, rows * columns)).astype(np.float32)
        maps /= (1 + 0.2 * np.arange(LATENT, dtype=np.float32))[:, None]
        noise = rng.normal(size=(STIMULI, rows * columns)).astype(np.float32)
        x[:, channel] = (latent @ maps + 0.3 * noise + 1).reshape(STIMULI, rows, columns)
    return x


def make(folder, folds):
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(1)
    latent = rng.normal(size=(STIMULI, LATENT)).astype(np.float32)
    for name, shape in LAYERS.items():
        np.save(folder / f"{name}.npy", activations(latent, shape, rng))
    weights = rng.normal(size=(LATENT, VERTICES)).astype(np.float32)
    weights *= (rng.random(VERTICES) * 0.15).astype(np.float32)
    noise = rng.normal(size=(STIMULI, VERTICES)).astype(np.float32)
    np.save(folder / "responses.npy", latent @ weights + noise)
    fold_of = np.arange(STIMULI) % FOLDS
    rng.shuffle(fold_of)
    # The first folds only: the others train, so that every fit has its real size.
    np.save(folder / "folds.npy", np.where(fold_of < folds, fold_of, -1))


def halves(x):
    columns = x.shape[3]
    left, right = x[..., : columns // 2], x[..., (columns + 1) // 2 :]
    middle = x[..., columns // 2 : (columns + 1) // 2]
    return [part.reshape(STIMULI, -1) for part in (left, right, middle)]


def grams(x, dtype=np.float32):
    """Full, contralateral (right) and ipsilateral (left), scaled by the full one's energy."""
    parts = []
    for part in halves(x):
        part = part.astype(dtype) - part.mean(0, dtype=np.float64).astype(dtype)
        parts.append(part @ part.T)
    energy = np.trace(sum(parts)) / STIMULI
    left, right, middle = (p / energy for p in parts)
    return {"full": left + right + middle, "contra": right, "ipsi": left}


def centred(k, train, test):
    ktt, kst = k[np.ix_(train, train)], k[np.ix_(test, train)]
    column, row = ktt.mean(0), kst.mean(1)
    return (
        ktt - column - column[:, None] + column.mean(),
        kst - column - row[:, None] + column.mean(),
    )


def pearson(a, b):
    a, b = a - a.mean(0), b - b.mean(0)
    return (a * b).sum(0) / np.sqrt((a * a).sum(0) * (b * b).sum(0))


def inner_errors(k, y, train):
    """Sums of squared errors [alpha, vertex], one decomposition per inner fold."""
    errors = np.zeros((ALPHAS.size, y.shape[1]), dtype=y.dtype)
    for fold in range(INNER):
        inner = np.arange(train.size) % INNER
        fit, test = train[inner != fold], train[inner == fold]
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
    for fold in range(folds.max() + 1):
        train, held = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
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


def numpy_dual(folder):
    y, folds = np.load(folder / "responses.npy"), np.load(folder / "folds.npy")
    start = time.perf_counter()
    gram_seconds = 0.0
    for layer in LAYERS:
        begun = time.perf_counter()
        spaces = grams(np.load(folder / f"{layer}.npy"))
        gram_seconds += time.perf_counter() - begun
        for model, k in spaces.items():
            np.save(folder / f"numpy_{layer}_{model}.npy", fold_scores(k, y, folds))
    report("numpy dual", time.perf_counter() - start, gram_seconds)


def sklearn_straight(folder):
    """Ridge per penalty and inner fold on the features; whole, it would take hours.

    The fastest of some fits of part of the vertices, to the layer with the fewest features and in
    one fold, times the fits of a whole run. Not extrapolated to all vertices or to more features,
    both of which only take longer: a lower bound where the machine does nothing else.
    """
    from sklearn.linear_model import Ridge, RidgeCV

    y, folds = np.load(folder / "responses.npy"), np.load(folder / "folds.npy")
    train, held = folds != 0, folds == 0
    x = np.load(folder / "middle.npy").reshape(STIMULI, -1)

    def seconds(model):
        begun = time.perf_counter()
        model.fit(x[train], y[train, :PART]).predict(x[held])
        return time.perf_counter() - begun

    def fastest(make):
        return min(seconds(make()) for _ in range(REPEATS))

    fits = 3 * len(LAYERS) * (folds.max() + 1)
    # 5 inner folds x 11 penalties on four fifths, and the fit to the outer fold's training set.
    search = (INNER - 1) * ALPHAS.size + 1
    report("scikit-learn Ridge, 5 inner folds, >=", fits * search * fastest(lambda: Ridge(1.0)), 0)
    gcv = fastest(lambda: RidgeCV(ALPHAS, alpha_per_target=True))
    report("scikit-learn RidgeCV, leave-one-out, >=", fits * gcv, 0)


def report(what, seconds, gram):
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    line = {"what": what, "seconds": round(seconds, 1), "gram_seconds": round(gram, 1)}
    print(json.dumps(line | {"peak_gib": round(peak, 2)}), flush=True)


def compare(folder):
    """Where float32 took another penalty at a near-tie, the peer decides again in float64."""
    y, folds = np.load(folder / "responses.npy"), np.load(folder / "folds.npy")
    for layer in LAYERS:
        spaces = grams(np.load(folder / f"{layer}.npy"), np.float64)
        for model, k in spaces.items():
            ours = np.load(folder / f"chiasm_{layer}_{model}.npy")
            difference = np.abs(ours - np.load(folder / f"numpy_{layer}_{model}.npy"))
            open_ = np.flatnonzero((difference > TOLERANCE).any(0))
            again = np.abs(ours[:, open_] - fold_scores(k, y[:, open_].astype(np.float64), folds))
            print(
                f"{layer} {model}: within {TOLERANCE} of numpy float32"
                f" {(difference <= TOLERANCE).mean():.4%}, of float64 on the other {open_.size}"
                f" vertices: largest difference {again.max(initial=0):.1e}",
                flush=True,
            )


def ratios(folder):
    lines = [json.loads(line) for line in (folder / "times.jsonl").read_text().splitlines()]
    ours = next(line for line in lines if line["what"] == "Chiasm, plain")
    for line in lines:
        ratio = line["seconds"] / ours["seconds"]
        print(f"{line['what']:55} {line['seconds']:12.1f} s  x{ratio:.1f}  {line['peak_gib']} GiB")
    if any(">=" in line["what"] for line in lines):
        print(
            f">=: not run whole: the fastest of {REPEATS} runs with {PART} of {VERTICES} vertices,"
            " one fold and the layer with the fewest features, times the folds, feature spaces and"
            " penalties of this run; its memory is that of the part"
        )


if __name__ == "__main__":
    task, where = sys.argv[1], Path(sys.argv[2])
    if task == "make":
        make(where, int(sys.argv[3]))
    else:
        tasks = {"numpy": numpy_dual, "sklearn": sklearn_straight}
        (tasks | {"compare": compare, "ratios": ratios})[task](where)
