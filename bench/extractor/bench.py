"""Peers of the extractor; run.sh runs all of it.

    bench.py make DIR N                       writes N photographs of noise, 425 x 425, as PNG
    bench.py torch DIR OUT THREADS BATCH N    PyTorch eager, prints images per second, N rounds
    bench.py ratios FILE                      a table of the figures
"""

import json
import resource
import sys
import time
from pathlib import Path

LAYERS = (2, 5, 8)
SIDE = 224


def make(folder, count):
    import numpy as np
    from PIL import Image

    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(0)
    for i in range(count):
        # Smooth with some noise: compresses about as a photograph does.
        coarse = Image.fromarray(rng.integers(0, 256, (24, 24, 3), dtype=np.uint8))
        smooth = np.asarray(coarse.resize((425, 425), Image.BICUBIC), dtype=np.int16)
        noisy = np.clip(smooth + rng.integers(-12, 13, smooth.shape), 0, 255).astype(np.uint8)
        Image.fromarray(noisy).save(folder / f"image-{i:04}.png")


def report(what, count, rounds, work):
    work()
    best, processor = 0, time.process_time()
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        best = max(best, count / (time.perf_counter() - start))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    cpu = (time.process_time() - processor) * 1000 / rounds / count
    line = {"what": what, "images_per_s": round(best, 2), "cpu_ms": round(cpu, 1)}
    line |= {"peak_gib": round(peak, 2)}
    print(json.dumps(line), flush=True)


def torch_eager(folder, out, threads, batch, rounds):
    import numpy as np
    import torch
    from PIL import Image
    from torchvision import models

    torch.set_num_threads(threads)
    torch.manual_seed(0)
    features = models.efficientnet_b0(weights=None).eval().features
    files = sorted(folder.iterdir())
    batches = [files[i : i + batch] for i in range(0, len(files) - batch + 1, batch)]
    mean = torch.tensor([0.485, 0.456, 0.406])[:, None, None]
    std = torch.tensor([0.229, 0.224, 0.225])[:, None, None]

    def decode(file):
        image = Image.open(file).convert("RGB").resize((SIDE, SIDE), Image.BICUBIC)
        values = torch.from_numpy(np.array(image)).permute(2, 0, 1).float() / 255
        return (values - mean) / std

    def forward(images):
        taken = []
        for i, module in enumerate(features):
            images = module(images)
            if i in LAYERS:
                taken.append(images)
        return taken

    decoded = [torch.stack([decode(f) for f in b]) for b in batches]

    def bare():
        for images in decoded:
            forward(images)

    def whole():
        stored = None
        for b, names in enumerate(batches):
            taken = forward(torch.stack([decode(f) for f in names]))
            if stored is None:
                stored = [
                    np.lib.format.open_memmap(
                        out / f"torch-{i}.npy", "w+", np.float32, (len(batches) * batch, *t.shape[1:])
                    )
                    for i, t in zip(LAYERS, taken)
                ]
            for s, t in zip(stored, taken):
                s[b * batch : (b + 1) * batch] = t.numpy()
        for s in stored:
            s.flush()

    with torch.inference_mode():
        report("PyTorch eager, decoded input", len(batches) * batch, rounds, bare)
        report("PyTorch eager, PNG to .npy", len(batches) * batch, rounds, whole)


def ratios(file):
    best = {}
    for line in map(json.loads, file.read_text().splitlines()):
        known = best.setdefault(line["what"], line)
        known["images_per_s"] = max(known["images_per_s"], line["images_per_s"])
        known["cpu_ms"] = min(known["cpu_ms"], line["cpu_ms"])
        known["peak_gib"] = max(known["peak_gib"], line["peak_gib"])
    ours = best["Chiasm, PNG to .npy"]
    for what, line in best.items():
        print(
            f"{what:32} {line['images_per_s']:7.1f} images/s {line['cpu_ms']:7.1f} ms of processor"
            f" {line['peak_gib']:5.2f} GiB   Chiasm's speed / this:"
            f" {ours['images_per_s'] / line['images_per_s']:.2f} by the clock,"
            f" {line['cpu_ms'] / ours['cpu_ms']:.2f} by processor time"
        )


if __name__ == "__main__":
    task, *rest = sys.argv[1:]
    if task == "make":
        make(Path(rest[0]), int(rest[1]))
    elif task == "torch":
        torch_eager(Path(rest[0]), Path(rest[1]), *map(int, rest[2:]))
    else:
        ratios(Path(rest[0]))
