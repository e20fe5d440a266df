"""Writes the ROI mappings beside this file, good and hostile ones.

Run once with numpy 1.23 and once with numpy 2; `python mappings.py`.
The good ones are {0: 'Unknown', 1: 'OPA', 2: 'PPA', 3: 'RSC'} in a 0-d object array.
"""
import os
import pickle
import numpy as np
from numpy.lib import format as npy

HERE = os.path.dirname(os.path.abspath(__file__))
PLACES = {0: "Unknown", 1: "OPA", 2: "PPA", 3: "RSC"}
NUMPY = "numpy" + np.__version__.split(".")[0]


def scalar(value):
    array = np.empty((), dtype=object)
    array[()] = value
    return array


def write(name, payload, shape=()):
    with open(os.path.join(HERE, name), "wb") as f:
        npy.write_array_header_1_0(f, {"descr": "|O", "fortran_order": False, "shape": shape})
        f.write(payload)


class Call:
    """Pickles as a call of any function."""

    def __init__(self, function, *arguments):
        self.call = (function, arguments)

    def __reduce__(self):
        return self.call


np.save(os.path.join(HERE, f"saved_by_{NUMPY}.npy"), PLACES)
for protocol in (2, 3, 4, 5):
    write(f"{NUMPY}_protocol{protocol}.npy", pickle.dumps(scalar(PLACES), protocol=protocol))

if NUMPY == "numpy2":
    write("hostile_system.npy", pickle.dumps(Call(os.system, "echo hostile"), protocol=4))
    write("hostile_in_dict.npy", pickle.dumps(scalar({1: Call(eval, "1+1")}), protocol=4))
    write("hostile_old_global.npy", pickle.dumps(Call(os.system, "true"), protocol=2))
    write("wrong_numpy_keys.npy", pickle.dumps(scalar({np.int64(1): "OPA"}), protocol=4))
    write("wrong_list.npy", pickle.dumps(scalar(["OPA"]), protocol=4))
    write("wrong_names.npy", pickle.dumps(scalar({1: 2}), protocol=4))
    write("wrong_protocol0.npy", pickle.dumps(scalar(PLACES), protocol=0))
    write("wrong_plain_dict.npy", pickle.dumps(PLACES, protocol=4))
    write("wrong_cut.npy", pickle.dumps(scalar(PLACES), protocol=4)[:-20])
    write("wrong_repeated.npy", pickle.dumps(scalar({1: "OPA", 2: "OPA"}), protocol=4))
    many = np.empty(2, dtype=object)
    many[:] = [PLACES, PLACES]
    write("wrong_shape.npy", pickle.dumps(many, protocol=4))
    # A text said to be 2 GB long, and a list inside itself.
    write("wrong_length.npy", b"\x80\x04X\xff\xff\xff\x7fabc.")
    write("wrong_cycle.npy", b"\x80\x04]\x94h\x00a.")
