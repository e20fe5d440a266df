"""Trains a small network for some minutes on made scenes with labels and keeps checkpoints as ONNX:
a half-trained series for `checkpoints: FOLDER/epoch-*.onnx`.

    python train.py FOLDER        needs torch and onnx (pip install torch onnx); no GPU, no data

A scene is coloured noise with a textured shape somewhere in it; its label is which of four shapes it
is, with stripes along one of two directions: eight classes, 12.5 % by chance. What the network learns
has nothing to do with any brain. FOLDER/study-networks.yaml has the entry of a study file, with the
accuracy of each checkpoint on scenes that it was not trained on.
"""
import pathlib
import sys

import numpy as np
import onnx
import torch
from torch import nn

SIDE = 64
TRAINING, TEST = 6000, 500
BATCH = 50
SHIFT = 6
EPOCHS = 12
KEPT = (0, 1, 2, 3, 4, 6, 8, 10, 12)
CLASSES = 8
MEAN, STD = 0.5, 0.25


def scenes(count, seed):
    """Images [scene, channel, row, column], 0 to 1, and labels [scene]."""
    rng = np.random.default_rng(seed)
    rows, columns = np.mgrid[:SIDE, :SIDE].astype(np.float32)
    frequency = np.hypot(np.fft.fftfreq(SIDE)[:, None], np.fft.fftfreq(SIDE)[None, :SIDE])
    fall = 1 / np.maximum(frequency, 1 / SIDE)
    labels = rng.integers(0, CLASSES, count)
    images = np.empty((count, 3, SIDE, SIDE), np.float32)
    for i, label in enumerate(labels):
        noise = np.fft.ifft2(np.fft.fft2(rng.normal(size=(3, SIDE, SIDE))) * fall).real
        noise /= noise.std(axis=(1, 2), keepdims=True)
        size = rng.uniform(9, 15)
        y, x = rows - rng.uniform(14, SIDE - 14), columns - rng.uniform(14, SIDE - 14)
        inside = [np.hypot(x, y) < size,                                  # disc
                  np.maximum(abs(x), abs(y)) < 0.85 * size,               # square
                  np.minimum(abs(x), abs(y)) + 0.2 * np.hypot(x, y) < 0.4 * size,  # cross
                  (y < 0.7 * size) & (y > 2 * abs(x) - size)][label % 4]  # triangle
        angle = (np.pi / 4 if label < 4 else -np.pi / 4) + rng.normal(0, 0.15)
        stripes = np.sin((x * np.cos(angle) + y * np.sin(angle)) * rng.uniform(1.2, 1.8))
        colour = rng.uniform(0.3, 1, (3, 1, 1))
        images[i] = np.where(inside, 0.5 + 0.4 * colour * stripes, 0.5 + 0.15 * noise)
    return torch.from_numpy(images.clip(0, 1)), torch.from_numpy(labels)


def network():
    """Five convolutions of stride 2: maps of strides 2, 4, 8, 16 and 32."""
    layers = []
    for before, after in ((3, 16), (16, 24), (24, 32), (32, 48), (48, 64)):
        layers += [nn.Conv2d(before, after, 3, 2, 1, bias=False), nn.BatchNorm2d(after), nn.ReLU()]
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, CLASSES))


def accuracy(net, images, labels):
    net.eval()
    with torch.no_grad():
        found = torch.cat([net((part - MEAN) / STD).argmax(1) for part in images.split(250)])
    return 100 * (found == labels).float().mean().item()


def keep(net, file):
    net.eval()
    torch.onnx.export(net, torch.zeros(1, 3, SIDE, SIDE), file, dynamo=False, opset_version=17,
                      input_names=["image"], dynamic_axes={"image": {0: "n"}})
    model = onnx.load(file)
    for key, value in (("input.mean", MEAN), ("input.std", STD)):
        model.metadata_props.add(key=key, value=",".join([str(value)] * 3))
    onnx.save(model, file)


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(0)
    images, labels = scenes(TRAINING, 1)
    test = scenes(TEST, 2)
    net = network()
    steps = EPOCHS * -(-TRAINING // BATCH)
    optimiser = torch.optim.AdamW(net.parameters(), 2e-3, weight_decay=0.01)
    falling = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, steps)
    known = {}
    for epoch in range(EPOCHS + 1):
        if epoch > 0:
            net.train()
            for batch in torch.randperm(TRAINING).split(BATCH):
                # Scenes go round by some pixels, so that few of them do not come to be known by heart.
                shift = torch.randint(-SHIFT, SHIFT + 1, (2,)).tolist()
                shown = torch.roll(images[batch], shift, (2, 3))
                optimiser.zero_grad()
                nn.functional.cross_entropy(net((shown - MEAN) / STD), labels[batch]).backward()
                optimiser.step()
                falling.step()
        if epoch in KEPT:
            known[f"epoch-{epoch}"] = round(accuracy(net, *test), 1)
            keep(net, str(folder / f"epoch-{epoch}.onnx"))
            print(f"epoch {epoch}: {known[f'epoch-{epoch}']} %", flush=True)
    entry = ", ".join(f"{name}: {value}" for name, value in known.items())
    (folder / "study-networks.yaml").write_text(
        f"networks:\n  - name: small\n    checkpoints: {folder.name}/epoch-*.onnx\n"
        f"    accuracy: {{{entry}}}\n")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
