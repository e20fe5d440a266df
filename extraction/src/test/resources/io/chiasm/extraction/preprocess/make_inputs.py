"""Makes inputs.csv: network inputs by Pillow 12.3.0 and numpy, in torchvision's steps.

The photograph of width w and height h has R = (3x+5y) % 256, G = (x*y) % 256, B = (x*x+y) % 256.
float32 values are given as hexadecimal bits; the hash is over all of them, little-endian.
pip install pillow==12.3.0 numpy; python make_inputs.py
"""
import hashlib
from pathlib import Path

import numpy as np
from PIL import Image

MEAN = np.array([0.485, 0.456, 0.406], np.float32)
STD = np.array([0.229, 0.224, 0.225], np.float32)


def photograph(w, h):
    y, x = np.mgrid[0:h, 0:w]
    return Image.fromarray(np.stack([(3 * x + 5 * y) % 256, (x * y) % 256, (x * x + y) % 256], -1).astype(np.uint8))


def torchvision(image, side, crop, how):
    w, h = image.size
    short, long = min(w, h), max(w, h)
    new_long = int(side * long / short)
    image = image.resize((side, new_long) if w <= h else (new_long, side), how)
    top, left = int(round((image.height - crop) / 2.0)), int(round((image.width - crop) / 2.0))
    return image.crop((left, top, left + crop, top + crop))


rows = ["width,height,mode,side,crop,interpolation,first,middle,last,sha256"]
for w, h in [(425, 425), (640, 427), (427, 640), (101, 57), (225, 226)]:
    for mode, side, crop in [("whole-image", 0, 224), ("torchvision", 256, 224), ("torchvision", 255, 240), ("torchvision", 288, 288), ("torchvision", 225, 224)]:
        for name in ("bilinear", "bicubic"):
            how = Image.Resampling[name.upper()]
            image = photograph(w, h)
            seen = image.resize((crop, crop), how) if mode == "whole-image" else torchvision(image, side, crop, how)
            v = np.asarray(seen).transpose(2, 0, 1).astype(np.float32) / np.float32(255)
            v = (v - MEAN[:, None, None]) / STD[:, None, None]
            assert v.dtype == np.float32
            bits = v.ravel().view(np.uint32)
            picks = [format(int(bits[i]), "08x") for i in (0, bits.size // 2, bits.size - 1)]
            rows.append(",".join(map(str, [w, h, mode, side, crop, name, *picks, hashlib.sha256(v.astype("<f4").tobytes()).hexdigest()])))
Path(__file__).with_name("inputs.csv").write_text("\n".join(rows) + "\n")
