"""Writes mapping_floc-places.npy beside this file with numpy 1.23; `python mapping.py`.

A 0-d object array of a dict, pickled with protocol 4. numpy 2 writes the same, but for the module's
name numpy._core.multiarray.
"""
import os
import pickle
import numpy as np
from numpy.lib import format as npy

array = np.empty((), dtype=object)
array[()] = {0: "Unknown", 1: "OPA", 2: "PPA", 3: "RSC"}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "mapping_floc-places.npy"), "wb") as f:
    npy.write_array_header_1_0(f, {"descr": "|O", "fortran_order": False, "shape": ()})
    f.write(pickle.dumps(array, protocol=4))
