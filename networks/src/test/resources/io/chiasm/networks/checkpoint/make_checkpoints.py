"""Writes small checkpoints as torch and safetensors save them, one of which would run a command.

Needs torch and safetensors (made with torch 2.15.0). Usage: python make_checkpoints.py
"""
import os
import pickle
import types
from collections import OrderedDict

import torch
from torch._utils import _rebuild_tensor
from safetensors.torch import save_file

state = OrderedDict(
    [
        ("float", torch.arange(6, dtype=torch.float32).reshape(2, 3)),
        ("half", torch.tensor([0.5, -2.0], dtype=torch.float16)),
        ("bfloat", torch.tensor([1.5, -0.25], dtype=torch.bfloat16)),
        ("double", torch.tensor([0.1], dtype=torch.float64)),
        ("whole", torch.tensor(7)),
        ("turned", torch.arange(6, dtype=torch.float32).reshape(2, 3).t()),
    ]
)
torch.save(state, "plain.pth")
torch.save(state, "protocol4.pth", pickle_protocol=4)
torch.save(state, "legacy.pth", _use_new_zipfile_serialization=False)
torch.save(state, "legacy4.pth", pickle_protocol=4, _use_new_zipfile_serialization=False)
torch.save(
    {
        "epoch": 12,
        "lr": 0.1,
        "best": None,
        "sizes": [1, 2, torch.Size([3])],
        "state_dict": OrderedDict((k, torch.nn.Parameter(v, requires_grad=False)) for k, v in state.items()),
    },
    "wrapped.pth",
)
torch.save({"module." + k: v for k, v in state.items()}, "parallel.pth")
save_file({k: v.contiguous() for k, v in state.items()}, "plain.safetensors", {"format": "pt"})


class Hostile:
    def __reduce__(self):
        return (os.system, ("echo hostile",))


torch.save({"float": Hostile()}, "hostile.pth")
torch.save({"float": Hostile()}, "hostile_legacy.pth", _use_new_zipfile_serialization=False)


class Python2(pickle._Pickler):
    """Writes dicts as Python 2 did, from a list of pairs, and tensors as torch 0.3 did."""

    def reducer_override(self, value):
        if isinstance(value, OrderedDict):
            return OrderedDict, ([[k, v] for k, v in value.items()],)
        if isinstance(value, torch.Tensor):
            place = value.storage_offset(), tuple(value.size()), value.stride()
            return _rebuild_tensor, (value.storage(), *place)
        return NotImplemented

    def save_str(self, text):
        data = text.encode()
        self.write(pickle.SHORT_BINSTRING + bytes([len(data)]) + data)
        self.memoize(text)

    dispatch = {**pickle._Pickler.dispatch, str: save_str}


torch.save(
    state,
    "python2.pth",
    pickle_module=types.SimpleNamespace(__name__="python2", Pickler=Python2, dump=pickle.dump),
    _use_new_zipfile_serialization=False,
)
