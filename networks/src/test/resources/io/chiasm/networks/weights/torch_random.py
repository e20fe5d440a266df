"""Numbers of torch's CPU generator. Writes torch_random.txt beside this file.

Needs torch (made with 1.13.0; the generator has not changed since 1.0).
Each line: name, then the numbers as Python prints their float32 values exactly.
"""
import pathlib

import torch

lines = []


def keep(name, tensor):
    lines.append(name + " " + " ".join(repr(v) for v in tensor.flatten().tolist()))


for seed in (0, 1, 4294967295):
    torch.manual_seed(seed)
    keep(f"uniform-{seed}", torch.empty(9).uniform_(-0.25, 0.25))
    keep(f"normal-16-{seed}", torch.empty(16).normal_(0, 1))
    keep(f"normal-7-{seed}", torch.empty(7).normal_(0, 2))
    keep(f"normal-3-{seed}", torch.empty(3).normal_(0, 1))
    keep(f"normal-41-{seed}", torch.empty(41).normal_(1, 0.5))

torch.manual_seed(0)
conv = torch.empty(8, 3, 5, 5)
torch.nn.init.kaiming_normal_(conv, mode="fan_out")
keep("kaiming-8-3-5-5", conv[:2])
depthwise = torch.empty(8, 1, 3, 3)
torch.nn.init.kaiming_normal_(depthwise, mode="fan_out")
keep("kaiming-8-1-3-3", depthwise)
linear = torch.empty(4, 6)
torch.nn.init.uniform_(linear, -0.5, 0.5)
keep("linear-4-6", linear)

pathlib.Path(__file__).with_suffix(".txt").write_text("\n".join(lines) + "\n")
