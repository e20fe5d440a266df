"""Writes callosal.txt: activations of torchvision's classifiers that were split by hand.

The modules up to the callosum run once on the left and once on the right half of the image, by
themselves; their outputs are joined side by side, and the other modules run on that. `none` is
never joined. Weights, image and the numbers of a line are those of make_parity.py; the second word
is callosum:layer.

Needs torch and torchvision (made with torch 2.15.0, torchvision 0.29.2). Usage:
python make_callosal.py > callosal.txt
"""
import torch
from torchvision import models

from make_parity import fill, line, uniform

CASES = {
    "efficientnet_b0": (224, [None, 2, 4, 5], [2, 5, 8]),
    "mobilenet_v2": (224, [None, 3, 10], [3, 13, 18]),
    # 150 columns are 75 in a half: neither is a multiple of the strides.
    "efficientnet_b3": (300, [4], [2, 5, 8]),
}

for name, (size, callosa, layers) in CASES.items():
    model = getattr(models, name)(weights=None).eval()
    fill(model, 1.0)
    image = torch.empty(1, 3, size, size)
    uniform(image, "image", -2, 2)
    for callosum in callosa:
        end = len(model.features) if callosum is None else callosum + 1
        halves = [image[..., : size // 2], image[..., size // 2 :]]
        with torch.no_grad():
            for index, module in enumerate(model.features):
                if index < end:
                    halves = [module(half) for half in halves]
                    whole = torch.cat(halves, dim=3)
                else:
                    whole = module(whole)
                if index in layers:
                    label = "none" if callosum is None else f"features.{callosum}"
                    line(name, f"{label}:features.{index}", whole)
