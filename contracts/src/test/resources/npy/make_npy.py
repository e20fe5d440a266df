"""Makes the .npy fixtures beside this script with numpy itself (made with 2.4.6).

    python make_npy.py

Values are chosen so that every element type can hold them, or mark its limits. What the tests
expect is in expected.csv: file, shape, and the elements in row-major order as repr(float) or,
for whole numbers, as digits.
"""

import csv
import io
import pathlib

import numpy as np
from numpy.lib import format as npy

here = pathlib.Path(__file__).parent
rows = []


def elements(array):
    flat = array.ravel(order="C")
    if array.dtype.kind == "c":
        flat = flat.view(flat.real.dtype)
    if array.dtype.kind in "fc":
        return [repr(float(v)) for v in flat]
    return [str(int(v)) for v in flat]


def note(name, array):
    rows.append([name, " ".join(map(str, array.shape)), " ".join(elements(array))])


def save(name, array, version=None):
    with open(here / name, "wb") as f:
        npy.write_array(f, array, version=version, allow_pickle=False)
    note(name, array)


extremes = {
    "b1": [False, True, True, False, True, False],
    "f2": [0.0, -0.0, 65504.0, -6.103515625e-05, 5.960464477539063e-08, -np.inf],
    "f4": [0.0, -0.1, 3.4028235e38, 1e-45, np.inf, -2.5],
    "f8": [0.0, -0.1, 1e300, 5e-324, -np.inf, 1 / 3],
    "c8": [0.5 + 1j, -0.1 - 2j, 3j, 4, -5.25, 6 - 6j],
    "c16": [0.5 + 1j, -0.1 - 2j, 3j, 4, -5.25, 6 - 6j],
}
for size in (1, 2, 4, 8):
    i, u = np.iinfo(f"i{size}"), np.iinfo(f"u{size}")
    extremes[f"i{size}"] = [0, 1, -1, i.min, i.max, 42]
    extremes[f"u{size}"] = [0, 1, 2, i.max, u.max, 42]

for code, values in extremes.items():
    size = np.dtype(code).itemsize
    for order in "<>" if size > 1 else "<":
        array = np.array(values, dtype=np.dtype(code)).reshape(2, 3)
        array = array.astype(np.dtype(code).newbyteorder(order))
        side = "" if size == 1 else "-little" if order == "<" else "-big"
        save(f"{code}{side}-c.npy", array)
        save(f"{code}{side}-fortran.npy", np.asfortranarray(array))

save("scalar.npy", np.float32(7.5).reshape(()))
save("empty.npy", np.zeros((0, 4), dtype="<f4"))
save("empty-last.npy", np.zeros((3, 0), dtype="<f8"))
cube = np.arange(24, dtype="<f4").reshape(2, 3, 4)
save("cube-c.npy", cube)
save("cube-fortran.npy", np.asfortranarray(cube))
save("four-axes-fortran.npy", np.asfortranarray(np.arange(120, dtype="<i4").reshape(2, 3, 4, 5)))
save("version-2.npy", cube, version=(2, 0))
save("version-3.npy", cube, version=(3, 0))
save("rows-c.npy", np.arange(35, dtype="<f8").reshape(7, 5) / 4)
save("rows-fortran.npy", np.asfortranarray(np.arange(35, dtype="<f8").reshape(7, 5) / 4))
save("rows-cube-fortran.npy", np.asfortranarray(np.arange(60, dtype=">i2").reshape(5, 3, 4)))

# As numpy on Python 2 and numpy before the room for growth wrote it.
header = b"{'descr': '<f4', 'fortran_order': False, 'shape': (2L, 3L, 4L), }"
header += b" " * (-(len(header) + 11) % 16) + b"\n"
old = b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little") + header + cube.tobytes()
(here / "python-2.npy").write_bytes(old)
note("python-2.npy", npy.read_array(io.BytesIO(old)))

# Rounding of 64-bit integers: float32 and float64 by numpy's astype.
hard = np.array([2**24 + 1, 2**53 + 1, 2**60 + 2**36 + 1, -(2**62) - 2**38 - 1], dtype="<i8")
save("hard-i8.npy", hard)
save("hard-i8-as-f4.npy", hard.astype("<f4"))
save("hard-i8-as-f8.npy", hard.astype("<f8"))
hard = np.array([2**63, 2**63 + 2**39 + 1, 2**64 - 1, 2**63 + 2**10 + 1], dtype="<u8")
save("hard-u8.npy", hard)
save("hard-u8-as-f4.npy", hard.astype("<f4"))
save("hard-u8-as-f8.npy", hard.astype("<f8"))
hard = np.array([0.1, 1 + 2**-24, 1 + 2**-24 + 2**-40, 1e39, 1e-46, -1 / 3], dtype="<f8")
save("hard-f8.npy", hard)
with np.errstate(over="ignore"):
    save("hard-f8-as-f4.npy", hard.astype("<f4"))

# Halves of every exponent and sign; 7 has no factor in common with 65536.
halves = np.arange(0, 65536, 7, dtype="<u2").view("<f2")
np.save(here / "halves.npy", halves)
np.save(here / "halves-as-f4.npy", halves.astype("<f4"))

# Floats as halves by numpy's astype: random ones of every exponent, and what lies between two
# neighbouring halves, around the smallest normal and the largest one too.
draw = np.random.default_rng(16)
bits = draw.integers(0, 2**32, 2000, dtype="<u4")
known = (halves.view("<u2")[::37] & 0x7FFF).astype("<u2")
known = np.concatenate([known, np.array([0, 1, 2, 0x3FF, 0x400, 0x401, 0x7BFE, 0x7BFF], "<u2")])
known = known[known < 0x7BFF].view("<f2")
following = (known.view("<u2") + 1).view("<f2")
middle = (known.astype("<f4") + following.astype("<f4")) / 2
around = [np.nextafter(middle, np.float32(0)), middle, np.nextafter(middle, np.float32(1e9))]
ends = np.array([65504, 65519.996, 65520, 1e30, np.inf, np.nan, 1e-30, 2.0**-25], "<f4")
floats = np.concatenate([bits.view("<f4"), *around, *[-a for a in around], ends, -ends])
np.save(here / "to-halves.npy", floats)
with np.errstate(over="ignore"):
    np.save(here / "to-halves-as-f2.npy", floats.astype("<f2"))

# What is not an array of numbers.
np.save(here / "refused-object.npy", np.array([{"a": 1}], dtype=object), allow_pickle=True)
np.save(here / "refused-structured.npy", np.zeros(2, dtype=[("x", "<f4"), ("y", "<i4")]))
np.save(here / "refused-text.npy", np.array(["V1", "V2"]))
np.save(here / "refused-bytes.npy", np.array([b"V1", b"V2"]))
np.save(here / "refused-dates.npy", np.array(["2023-01-01"], dtype="M8[D]"))
np.savez(here / "refused-archive.npz", a=np.zeros(2))

# Headers alone, up to and past every alignment.
shapes = [(), (0,), (5,), (10**9,), (10**17, 3), (1, 2, 3, 4)]
shapes += [(12, 10**i) for i in range(17)] + [(7,) * rank for rank in (6, 9, 12, 13, 14, 32)]
with open(here / "headers.csv", "w", newline="") as f:
    writer = csv.writer(f, lineterminator="\n")
    writer.writerow(["type", "shape", "hex"])
    for shape in shapes:
        for code in ("f4", "u1", "c16"):
            buffer = io.BytesIO()
            descr = npy.dtype_to_descr(np.dtype(code))
            npy.write_array_header_1_0(
                buffer, {"descr": descr, "fortran_order": False, "shape": shape}
            )
            writer.writerow([code, " ".join(map(str, shape)), buffer.getvalue().hex()])

with open(here / "expected.csv", "w", newline="") as f:
    writer = csv.writer(f, lineterminator="\n")
    writer.writerow(["file", "shape", "elements"])
    writer.writerows(rows)
