"""The made participant of bench/encoder, and what a peer is given of it."""

import os

import numpy as np

STIMULI, FOLDS, INNER = 872, 10, 5
VERTICES = int(os.environ.get("VERTICES", 39548))
# Channels, rows and columns of EfficientNet-B0's features.2, features.5 and features.8.
LAYERS = {"early": (24, 56, 56), "middle": (112, 14, 14), "late": (1280, 7, 7)}
# Those that are measured.
MEASURED = os.environ.get("LAYERS", " ".join(LAYERS)).split()
MODELS = ("full", "contra", "ipsi")
ALPHAS = 10.0 ** np.arange(-4, 7)
LATENT = 200


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


def own_product(part):
    return part @ part.T


def grams(x, dtype=np.float32, product=own_product):
    """Full, contralateral (right) and ipsilateral (left), scaled by the full one's energy."""
    parts = []
    for part in halves(x):
        part = part.astype(dtype) - part.mean(0, dtype=np.float64).astype(dtype)
        parts.append(product(part))
    energy = np.trace(sum(parts)) / STIMULI
    left, right, middle = (p / energy for p in parts)
    return {"full": left + right + middle, "contra": right, "ipsi": left}


def inner_folds(count):
    """Training and held-out positions among so many training stimuli."""
    fold_of = np.arange(count) % INNER
    return [(np.flatnonzero(fold_of != f), np.flatnonzero(fold_of == f)) for f in range(INNER)]


def outer_folds(folds):
    """Training and held-out stimuli of the folds that are run."""
    return [(np.flatnonzero(folds != f), np.flatnonzero(folds == f)) for f in range(folds.max() + 1)]


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
