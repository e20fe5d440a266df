"""Writes untrained.txt: initial weights that torchvision's constructors draw.

Per line: architecture, seed, key, number of values, sum, sum of squares, then VALUES values spread
evenly over the tensor. Keys: the first, the middle and the last weights, and every tensor that
torch fills with random numbers of another kind (a bias that keeps its default).

Needs torch and torchvision (made with torch 2.15.0, torchvision 0.29.2; earlier torch draws
trunc_normal_ in another way). Usage: python make_untrained.py > untrained.txt
"""
import warnings

import torch
from torchvision import models

warnings.simplefilter("ignore")
VALUES = 8
CASES = [
    ("efficientnet_b0", 0),
    ("efficientnet_b0", 1),
    ("efficientnet_b5", 4294967295),
    ("efficientnet_v2_s", 2),
    ("mobilenet_v2", 3),
    ("mobilenet_v3_small", 4),
    ("mnasnet0_5", 5),
    ("alexnet", 6),
    ("convnext_tiny", 7),
    ("densenet121", 8),
    ("googlenet", 9),
    ("inception_v3", 10),
]
for name, seed in CASES:
    torch.manual_seed(seed)
    state = getattr(models, name)(weights=None).state_dict()
    weights = [k for k, v in state.items() if v.dim() > 1]
    biases = [k for k, v in state.items() if k.endswith("bias") and v.dim() == 1 and v.std() > 0]
    keys = [weights[0], weights[len(weights) // 2], weights[-1]] + biases[-1:]
    for key in keys:
        flat = state[key].to(torch.float64).reshape(-1)
        count = flat.numel()
        picks = [flat[(2 * i + 1) * count // (2 * VALUES)].item() for i in range(VALUES)]
        numbers = [flat.sum().item(), (flat * flat).sum().item()] + picks
        print(name, seed, key, count, *(f"{n:.9g}" for n in numbers))
