"""Writes parity.txt: activations that torchvision's classifiers have with made-up weights.

Every parameter is uniform, from torch's generator seeded with the CRC-32 of its key, so that the
test makes the same weights without a file. Norms are far from 1 and 0; weights have fan-in variance,
with which float32 rounding does not grow from layer to layer. Per line: architecture,
tensor, extents (comma-separated), standard deviation, mean, ramp (mean of value times relative
position), and VALUES values spread evenly over the tensor. Tensors: the three layers of the
catalogue, the logits, and some other modules drawn by a seed. NAME:published is built as
torchvision builds it for its own weights, where that differs.

Needs torch and torchvision (made with torch 2.15.0, torchvision 0.29.2). Usage:
python make_parity.py > parity.txt
"""
import csv
import os
import random
import sys
import warnings
import zlib

import torch
from torch import nn
from torchvision import models
from torchvision.ops import StochasticDepth

warnings.simplefilter("ignore")
VALUES = 32
MORE = 5
# Variance of weights times fan-in. The deepest network multiplies rounding errors unless it has less.
GAIN = {"efficientnet_v2_l": 0.5}
# What Chiasm folds into another module or leaves out.
ABSENT = (nn.Conv2d, nn.Dropout, StochasticDepth, nn.AdaptiveAvgPool2d, nn.Flatten)
CATALOGUE = os.path.join(
    os.path.dirname(os.path.abspath(__file__)),
    "../../../../../../main/resources/io/chiasm/networks/catalogue/torchvision.csv",
)


def uniform(tensor, key, low, high):
    generator = torch.Generator().manual_seed(zlib.crc32(key.encode()))
    tensor.data.uniform_(low, high, generator=generator)


def fill(model, gain):
    kinds = {}
    for path, module in model.named_modules():
        for name, _ in module.named_parameters(recurse=False):
            kinds[f"{path}.{name}" if path else name] = module
        for name, _ in module.named_buffers(recurse=False):
            kinds[f"{path}.{name}" if path else name] = module
    for key, tensor in model.state_dict().items():
        last = key.rsplit(".", 1)[-1]
        if last == "num_batches_tracked":
            continue
        if last == "layer_scale":
            uniform(tensor, key, 0.1, 0.5)
        elif last in ("bias", "running_mean"):
            uniform(tensor, key, -0.5, 0.5)
        elif last == "running_var" or isinstance(kinds[key], (nn.BatchNorm2d, nn.LayerNorm)):
            uniform(tensor, key, 0.5, 1.5)
        else:
            bound = (3 * gain / tensor[0].numel()) ** 0.5
            uniform(tensor, key, -bound, bound)


def line(name, tensor, value):
    flat = value.detach().to(torch.float64).reshape(-1)
    count = flat.numel()
    ramp = (flat * torch.arange(count, dtype=torch.float64)).sum() / count / count
    picks = [flat[(2 * i + 1) * count // (2 * VALUES)].item() for i in range(VALUES)]
    numbers = [flat.std(unbiased=False).item(), flat.mean().item(), ramp.item()] + picks
    extents = ",".join(str(e) for e in value.shape[1:])
    print(name, tensor, extents, *(f"{n:.8g}" for n in numbers), flush=True)


def run(name, crop, taps, shown_as=None, **arguments):
    model = getattr(models, name)(weights=None, **arguments).eval()
    fill(model, GAIN.get(name, 1.0))
    possible = [
        path
        for path, module in model.named_modules()
        if path and not isinstance(module, ABSENT) and not path.lower().startswith("aux")
    ]
    random.seed(zlib.crc32(name.encode()))
    more = [p for p in random.sample(possible, min(len(possible), 4 * MORE)) if p not in taps]
    outputs = {}
    for path, module in model.named_modules():
        if path in taps or path in more:
            module.register_forward_hook(
                lambda _module, _in, out, path=path: outputs.__setitem__(path, out.clone())
            )
    image = torch.empty(1, 3, crop, crop)
    uniform(image, "image", -2, 2)
    with torch.no_grad():
        logits = model(image)
    shown = taps + [p for p in more if p in outputs][:MORE]
    for path in shown:
        line(shown_as or name, path, outputs[path])
    line(shown_as or name, "logits", logits)


if __name__ == "__main__":
    with open(CATALOGUE, encoding="utf-8") as file:
        done = set()
        for row in csv.DictReader(file):
            if row["architecture"] in done or row["architecture"] == "maxvit_t":
                continue
            if len(sys.argv) > 1 and row["architecture"] not in sys.argv[1:]:
                continue
            done.add(row["architecture"])
            taps = [row["early"], row["middle"], row["late"]]
            run(row["architecture"], int(row["crop"]), taps)
            if row["architecture"] in ("googlenet", "inception_v3"):
                published = row["architecture"] + ":published"
                run(row["architecture"], int(row["crop"]), taps, published, transform_input=True)
