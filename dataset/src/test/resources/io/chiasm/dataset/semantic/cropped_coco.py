"""Makes cropped_coco.json, nsd_stim_info.csv and cropped_categories.csv beside itself.

An independent answer to which categories lie in which half of a cropped photograph: every box is
painted into a mask of 8 x 8 samples a pixel, the mask is cropped and cut in the middle, and what
has a pixel or more of width and height is seen. Needs numpy.
"""

import csv
import json
from pathlib import Path

import numpy as np

SAMPLES = 8
HERE = Path(__file__).parent
NAMES = {1: "person", 3: "car", 17: "cat", 90: "toothbrush"}

rng = np.random.default_rng(7)
images, annotations, rows, answers = [], [], [], []
for number in range(40):
    width, height = ((64, 43), (48, 64), (50, 50), (61, 44))[number % 4]
    images.append({"license": 1, "id": 1000 + number, "width": width, "height": height})
    cut = abs(width - height)
    before = int(rng.integers(0, cut + 1))
    crop = [0.0] * 4
    if width > height:
        crop[2:] = before / width, (cut - before) / width
    else:
        crop[:2] = before / height, (cut - before) / height
    top, bottom = round(crop[0] * height), height - round(crop[1] * height)
    left, right = round(crop[2] * width), width - round(crop[3] * width)
    halves = {}
    for _ in range(int(rng.integers(0, 6))):
        category = int(rng.choice(list(NAMES)))
        x, y = rng.integers(0, width * SAMPLES), rng.integers(0, height * SAMPLES)
        w, h = rng.integers(1, 20 * SAMPLES), rng.integers(1, 20 * SAMPLES)
        w, h = min(w, width * SAMPLES - x), min(h, height * SAMPLES - y)
        mask = np.zeros((height * SAMPLES, width * SAMPLES), bool)
        mask[y : y + h, x : x + w] = True
        part = mask[top * SAMPLES : bottom * SAMPLES, left * SAMPLES : right * SAMPLES]
        if part.any(0).sum() >= SAMPLES and part.any(1).sum() >= SAMPLES:
            middle = part.shape[1] // 2
            seen = halves.setdefault(NAMES[category], [False, False])
            seen[0] |= bool(part[:, :middle].any())
            seen[1] |= bool(part[:, middle:].any())
        annotations.append(
            {
                "segmentation": [[1.5, 2.5, 3.5]],
                "area": float(w * h) / SAMPLES**2,
                "iscrowd": 0,
                "image_id": 1000 + number,
                "bbox": [v / SAMPLES for v in map(int, (x, y, w, h))],
                "category_id": category,
                "id": len(annotations),
            }
        )
    rows.append([number, 1000 + number, "val2017", tuple(crop), 0.1, number, False])
    answers += [[number, name, *map(int, seen)] for name, seen in sorted(halves.items())]

document = {
    "info": {"year": 2017},
    "images": images,
    "annotations": annotations,
    "categories": [{"supercategory": "any", "id": i, "name": n} for i, n in NAMES.items()],
}
(HERE / "cropped_coco.json").write_text(json.dumps(document, separators=(",", ":")) + "\n")
with open(HERE / "nsd_stim_info.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["", "cocoId", "cocoSplit", "cropBox", "loss", "nsdId", "flagged"])
    writer.writerows(rows)
with open(HERE / "cropped_categories.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["stimulus", "category", "left", "right"])
    writer.writerows(answers)
