"""Writes checkpoints as training scripts save them: two sets of weights among objects of other kinds.

Needs torch and NumPy (made with torch 1.13.0, NumPy 1.24.2). Usage: python make_saved.py
"""
import argparse
import collections
import datetime
import functools
import pathlib

import numpy as np
import torch

w = torch.arange(6, dtype=torch.float32).reshape(2, 3)
parameter = torch.nn.Parameter(w.clone())
parameter.tag = "a parameter with an attribute becomes another kind of object"
flat = torch.arange(20, dtype=torch.float32)
model = collections.OrderedDict(
    w=w,
    parameter=parameter,
    shared=flat[4:8],
    strided=flat[1:19:3].reshape(2, 3),
    channels_last=torch.arange(16, dtype=torch.float32).reshape(1, 2, 2, 4).to(memory_format=torch.channels_last),
)
ema = collections.OrderedDict((k, v.detach() + 100) for k, v in model.items())
optimizer = torch.optim.SGD([parameter], lr=0.1, momentum=0.9)
parameter.sum().backward()
optimizer.step()
with torch.no_grad():
    parameter.copy_(w)

saved = {
    "model": model,
    "model_ema": {"n_averaged": torch.tensor(3), **{"module." + k: v for k, v in ema.items()}},
    "optimizer": optimizer.state_dict(),
    "scheduler": torch.optim.lr_scheduler.StepLR(optimizer, 3).state_dict(),
    "args": argparse.Namespace(
        lr=0.1, out=pathlib.PurePosixPath("runs"), device=torch.device("cuda:0"), dtype=torch.float16
    ),
    "acc1": np.float64(71.2),
    "history": np.arange(5.0),
    "names": np.array(["a", "b"]),
    "objects": np.array([{}, None], dtype=object),
    "numpy_rng": np.random.RandomState(0).get_state(),
    "generator": np.random.default_rng(0),
    "torch_rng": torch.get_rng_state()[:8].clone(),
    "when": datetime.datetime(2026, 1, 2, tzinfo=datetime.timezone.utc),
    "took": datetime.timedelta(seconds=3),
    "counter": collections.Counter("abc"),
    "lists": collections.defaultdict(list, {"a": [1]}),
    "queue": collections.deque([1, 2], 3),
    "size": torch.Size([2, 3]),
    "partial": functools.partial(int, base=2),
    "set": {1, 2},
    "frozen": frozenset([1]),
    "bytes": b"abc",
    "complex": 1 + 2j,
    "keys": {(1, 2): 3, None: 4, 1.5: 2, True: 1},
    "big": 2**80,
    "huge": 2**3000,
}
torch.save(saved, "saved.pth")
torch.save(saved, "saved4.pth", pickle_protocol=4)
torch.save(saved, "saved_legacy.pth", _use_new_zipfile_serialization=False)
torch.save(torch.nn.Linear(2, 2), "module.pth")
torch.jit.save(torch.jit.script(torch.nn.Linear(2, 2)), "script.pth")
quantised = torch.quantize_per_tensor(w, 0.1, 0, torch.qint8)
torch.save({"w": quantised}, "quantised.pth")
