"""Repeats a study's scores with Pillow, onnxruntime and scikit-learn, and compares.

Reads the data set and the network itself, and from the results only the fold of each stimulus and
the scores to compare with. Ridge with the default settings of a study file.

  study_scores.py RESULTS DATASET NETWORK.onnx NAME PARTICIPANT HEMISPHERE label=tensor ...

With --activations DIR the layers come from DIR/<tensor>.npy (chiasm extract) instead.
"""

import argparse
import csv
import glob
import os

import numpy as np
from sklearn.linear_model import Ridge

ALPHAS = np.logspace(-4, 6, 11)
INNER = 5
TOLERANCE = 1e-4


def photographs(dataset, participant, stimuli):
    """File and row of each stimulus of one participant."""
    rows, files = {}, {}
    for other in sorted(glob.glob(os.path.join(dataset, "subj*"))):
        for file in glob.glob(os.path.join(other, "training_split/training_images/*.png")):
            name = os.path.basename(file)
            stimulus = name[11:-4]
            with open(file, "rb") as f:
                real = f.read(4) == b"\x89PNG"
            if real:
                files[stimulus] = file
            if os.path.basename(other) == participant:
                rows[stimulus] = int(name[6:10]) - 1
    return [files[s] for s in stimuli], [rows[s] for s in stimuli]


def activations(network, tensors, files):
    import onnx
    import onnxruntime as ort
    from PIL import Image

    model = onnx.load(network)
    meta = {p.key: p.value for p in model.metadata_props}
    mean = np.float32(float(meta.get("input_mean", 127 / 255)))
    std = np.float32(float(meta.get("input_std", 128 / 255)))
    have = {o.name for o in model.graph.output}
    for tensor in tensors:
        if tensor not in have:
            model.graph.output.append(onnx.ValueInfoProto(name=tensor))
    session = ort.InferenceSession(model.SerializeToString())
    entry = model.graph.input[0]
    size = entry.type.tensor_type.shape.dim[2].dim_value
    found = {t: [] for t in tensors}
    for file in files:
        image = Image.open(file).convert("RGB").resize((size, size), Image.Resampling.BILINEAR)
        x = (np.asarray(image, np.float32) / np.float32(255) - mean) / std
        outputs = session.run(list(tensors), {entry.name: x.transpose(2, 0, 1)[None]})
        for tensor, output in zip(tensors, outputs):
            found[tensor].append(output[0])
    return {t: np.stack(a) for t, a in found.items()}


def feature_spaces(a, hemisphere):
    """Full, contralateral, ipsilateral [stimulus, feature], divided by the layer's own energy."""
    n, _, _, w = a.shape
    a = a.astype(np.float64)
    left, right = a[..., : w // 2], a[..., (w + 1) // 2 :]
    full = a.reshape(n, -1)
    energy = np.mean(np.sum((full - full.mean(0)) ** 2, axis=1))
    contra, ipsi = (right, left) if hemisphere == "lh" else (left, right)
    spaces = {"full": full, "contra": contra, "ipsi": ipsi}
    return {m: x.reshape(n, -1) / np.sqrt(energy) for m, x in spaces.items()}


def coordinates(x):
    """As many orthogonal coordinates as stimuli, with the features' own inner products."""
    value, vector = np.linalg.eigh(x @ x.T)
    return vector * np.sqrt(np.clip(value, 0, None))


def predict(x, y, train, test, alphas):
    predictions = np.empty((len(test), y.shape[1]))
    for alpha in np.unique(alphas):
        columns = np.flatnonzero(alphas == alpha)
        fit = Ridge(alpha=alpha, solver="cholesky").fit(x[train], y[train][:, columns])
        predictions[:, columns] = fit.predict(x[test]).reshape(len(test), -1)
    return predictions


def chosen(x, y, train):
    inner = np.arange(len(train)) % INNER
    errors = np.zeros((len(ALPHAS), y.shape[1]))
    for i, alpha in enumerate(ALPHAS):
        for fold in range(INNER):
            test = train[inner == fold]
            p = predict(x, y, train[inner != fold], test, np.full(y.shape[1], alpha))
            errors[i] += np.sum((y[test] - p) ** 2, axis=0)
    # On a tie the larger alpha.
    return ALPHAS[len(ALPHAS) - 1 - np.argmin(errors[::-1], axis=0)]


def scores(x, y, folds):
    x = coordinates(x)
    r, r2 = [], []
    for fold in range(folds.max() + 1):
        train, test = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
        p = predict(x, y, train, test, chosen(x, y, train))
        m = y[test]
        pc, mc = p - p.mean(0), m - m.mean(0)
        r.append((pc * mc).sum(0) / np.sqrt((pc**2).sum(0) * (mc**2).sum(0)))
        r2.append(1 - ((m - p) ** 2).sum(0) / (mc**2).sum(0))
    return np.mean(r, axis=0), np.mean(r2, axis=0)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("results", "dataset", "network", "name", "participant", "hemisphere"):
        parser.add_argument(name)
    parser.add_argument("layers", nargs="+")
    parser.add_argument("--activations")
    args = parser.parse_args()
    table = list(csv.DictReader(open(os.path.join(args.results, "tables/folds.csv"))))
    stimuli = [row["stimulus"] for row in table]
    folds = np.array([int(row["fold"]) for row in table])
    files, rows = photographs(args.dataset, args.participant, stimuli)
    folder = os.path.join(args.dataset, args.participant, "training_split/training_fmri")
    y = np.load(os.path.join(folder, args.hemisphere + "_training_fmri.npy"))[rows]
    y = y.astype(np.float64)
    layers = dict(layer.split("=") for layer in args.layers)
    if args.activations:
        found = {t: np.load(f"{args.activations}/{t}.npy") for t in layers.values()}
    else:
        found = activations(args.network, list(layers.values()), files)
    worst = 0.0
    for label, tensor in layers.items():
        for model, x in feature_spaces(found[tensor], args.hemisphere).items():
            r, r2 = scores(x, y, folds)
            here = f"{args.results}/vertices/{args.participant}/{args.name}/{label}/features/"
            differences = [
                np.max(np.abs(np.load(f"{here}{args.hemisphere}_{kind}_{model}.npy") - expected))
                for kind, expected in (("score", r), ("r2", r2))
            ]
            worst = max(worst, *differences)
            print(f"{label:8s} {model:7s} largest difference r {differences[0]:.1e}"
                  f" r2 {differences[1]:.1e}  mean r {np.mean(r):.4f}", flush=True)
    print("agrees" if worst < TOLERANCE else "DIFFERS", f"(largest {worst:.1e})")
    raise SystemExit(worst >= TOLERANCE)


main()
