"""Makes resizes.csv: SHA-256 and sum of what Pillow 12.3.0 resizes a made image to.

The image of width w and height h has R = (3x+5y) % 256, G = (x*y) % 256, B = (x*x+y) % 256.
pip install pillow==12.3.0 numpy; python make_resizes.py
"""
import hashlib
from pathlib import Path

import numpy as np
from PIL import Image

SIZES = [  # width, height -> width, height
    (425, 425, 224, 224), (425, 425, 256, 256), (425, 425, 600, 600), (100, 80, 224, 224),
    (640, 427, 224, 224), (37, 611, 224, 299), (500, 3, 20, 30), (1, 1, 7, 5), (1, 9, 4, 4), (9, 1, 4, 4),
    (224, 100, 224, 224), (100, 224, 224, 224), (64, 64, 64, 64), (2000, 13, 1, 1), (7, 5, 6, 4), (333, 500, 256, 384),
    (3, 3, 1000, 2), (1023, 767, 341, 255),
]
rows = ["width,height,to_width,to_height,interpolation,sum,sha256"]
for w, h, tw, th in SIZES:
    y, x = np.mgrid[0:h, 0:w]
    image = Image.fromarray(np.stack([(3 * x + 5 * y) % 256, (x * y) % 256, (x * x + y) % 256], -1).astype(np.uint8))
    for name in ("bilinear", "bicubic"):
        out = np.asarray(image.resize((tw, th), Image.Resampling[name.upper()]))
        rows.append(f"{w},{h},{tw},{th},{name},{out.sum()},{hashlib.sha256(out.tobytes()).hexdigest()}")
Path(__file__).with_name("resizes.csv").write_text("\n".join(rows) + "\n")
