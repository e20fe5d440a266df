"""Writes recalibrated.txt: statistics that torch's batch norms gather on made-up images.

torchvision's constructor draws the weights; then every batch norm, and nothing else, is in training
mode, with momentum None, while two batches pass: three images, then two. Per line: architecture,
seed, norm, and VALUES values each of running_mean and running_var spread evenly over the channels.
Every norm of the first architecture, every STEP-th of the second. The images are uniform, from
torch's generator seeded with a CRC-32, so that the test makes them without a file.

Needs torch and torchvision (made with torch 2.15.0, torchvision 0.29.2). Usage:
python make_recalibrated.py > recalibrated.txt
"""
import warnings
import zlib

import torch
from torch import nn
from torchvision import models

warnings.simplefilter("ignore")
VALUES = 4
STEP = 8
CASES = [("mobilenet_v3_small", 0, 1), ("densenet121", 1, STEP)]

generator = torch.Generator().manual_seed(zlib.crc32(b"images"))
images = torch.empty(5, 3, 224, 224).uniform_(-2, 2, generator=generator)


def picks(tensor):
    count = tensor.numel()
    return [tensor[(2 * i + 1) * count // (2 * VALUES)].item() for i in range(VALUES)]


for name, seed, step in CASES:
    torch.manual_seed(seed)
    model = getattr(models, name)(weights=None).eval()
    norms = [(p, m) for p, m in model.named_modules() if isinstance(m, nn.BatchNorm2d)]
    for _, norm in norms:
        norm.reset_running_stats()
        norm.momentum = None
        norm.train()
    with torch.no_grad():
        model(images[:3])
        model(images[3:])
    for path, norm in norms[::step]:
        numbers = picks(norm.running_mean) + picks(norm.running_var)
        print(name, seed, path, *(f"{n:.8g}" for n in numbers))
