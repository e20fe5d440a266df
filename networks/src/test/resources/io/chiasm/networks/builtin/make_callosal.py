"""Writes callosal.txt: activations of torchvision's classifiers that were split by hand.

The modules up to the callosum run once on the left and once on the right half of the image, by
themselves; their outputs are joined side by side, and the other modules run on that. `none` is
never joined. With `shared`, squeeze-and-excitation takes its means over both halves' maps, joined
side by side; everything else is as before. Of the image for these the right half is a quarter as
strong, so that the halves' means differ. Weights, image and the numbers of a line are those of
make_parity.py; the second word is callosum:layer or callosum:layer:shared.

Needs torch and torchvision (made with torch 2.15.0, torchvision 0.29.2). Usage:
python make_callosal.py > callosal.txt
"""
import torch
from torch import nn
from torchvision import models
from torchvision.models.efficientnet import MBConv
from torchvision.ops.misc import SqueezeExcitation

from make_parity import fill, line, uniform

CASES = {
    "efficientnet_b0": (224, [None, 2, 4, 5], [2, 5, 8]),
    "mobilenet_v2": (224, [None, 3, 10], [3, 13, 18]),
    # 150 columns are 75 in a half: neither is a multiple of the strides.
    "efficientnet_b3": (300, [4], [2, 5, 8]),
}

# The same with shared gates.
SHARED = {
    "efficientnet_b0": (224, [None, 4], [2, 5, 8]),
    "efficientnet_b3": (300, [4], [2, 5, 8]),
}


def apart(module, halves, shared):
    if not shared:
        return [module(half) for half in halves]
    if isinstance(module, SqueezeExcitation):
        scale = module._scale(torch.cat(halves, dim=3))
        return [scale * half for half in halves]
    if isinstance(module, MBConv):
        inner = apart(module.block, halves, True)
        return [a + b for a, b in zip(inner, halves)] if module.use_res_connect else inner
    if isinstance(module, nn.Sequential):
        for part in module:
            halves = apart(part, halves, True)
        return halves
    return [module(half) for half in halves]


def write(name, size, callosa, layers, shared):
    model = getattr(models, name)(weights=None).eval()
    fill(model, 1.0)
    image = torch.empty(1, 3, size, size)
    uniform(image, "image", -2, 2)
    if shared:
        image[..., size // 2 :] *= 0.25
    for callosum in callosa:
        end = len(model.features) if callosum is None else callosum + 1
        halves = [image[..., : size // 2], image[..., size // 2 :]]
        with torch.no_grad():
            for index, module in enumerate(model.features):
                if index < end:
                    halves = apart(module, halves, shared)
                    whole = torch.cat(halves, dim=3)
                else:
                    whole = module(whole)
                if index in layers:
                    label = "none" if callosum is None else f"features.{callosum}"
                    line(name, f"{label}:features.{index}" + (":shared" if shared else ""), whole)


for name, case in CASES.items():
    write(name, *case, shared=False)
for name, case in SHARED.items():
    write(name, *case, shared=True)
