"""A table of the rounds: rounds.py TIMES, lines of JSON, the first of them Chiasm's."""

import json
import statistics
import sys
from pathlib import Path


def spread(values):
    return f"{statistics.median(values):8.1f} ({min(values):.1f} to {max(values):.1f})"


def table(lines):
    runs = {}
    for line in lines:
        runs.setdefault((line["what"], line["dtype"]), []).append(line)
    medians = {what: [statistics.median(r[key] for r in of) for key in KEYS] for what, of in runs.items()}
    ours = next(iter(medians.values()))
    yield f"{'':17} {'':8} {'rounds':>6} {'seconds (range)':>25} {'x':>5} {'processor s (range)':>25} {'x':>5} {'GiB':>5}"
    for (what, dtype), of in runs.items():
        wall, processor = medians[what, dtype]
        yield (
            f"{what:17} {dtype:8} {len(of):6} {spread([r['seconds'] for r in of]):>25} {wall / ours[0]:5.1f}"
            f" {spread([r['cpu_seconds'] for r in of]):>25} {processor / ours[1]:5.1f} {max(r['peak_gib'] for r in of):5.2f}"
        )


KEYS = ("seconds", "cpu_seconds")

if __name__ == "__main__":
    text = Path(sys.argv[1]).read_text()
    print("\n".join(table([json.loads(line) for line in text.splitlines()])))
