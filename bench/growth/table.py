"""Tables of how time and memory grow, beside their laws, as Markdown: table.py POINTS

POINTS: lines of JSON, each with its axis, sizes, seconds, cpu_seconds and peak_gib.
"""

import json
import sys
from pathlib import Path

from fit import exponent, fitted
from laws import LAWS

# More than this at the last size is to be looked at, though the law was fitted to it as well.
WORSE = 1.15


def size_of(axis, point):
    names = {"stimuli, 100 vertices": "stimuli", "participants apart": "participants", "extracted layers": "layers", "report": "participants"}
    return point[names.get(axis, axis)]


def local(sizes, values):
    """Exponent of each step from one size to the next."""
    steps = zip(sizes, sizes[1:], values, values[1:])
    return [""] + [f"{exponent([a, b], [y, z]):.2f}" if a else "" for a, b, y, z in steps]


def section(axis, points):
    law = LAWS[axis]
    points = sorted(points, key=lambda p: size_of(axis, p))
    sizes = [size_of(axis, p) for p in points]
    time, memory = [p["cpu_seconds"] for p in points], [p["peak_gib"] for p in points]
    law_time, law_memory = fitted(law.time, points, time), fitted(law.memory, points, memory)
    yield f"\n## {axis}\n"
    yield f"Law of processor time: {law.words}. Of memory: {law.memory_words}.{fixed(axis, points)}\n"
    yield f"| {axis} | seconds | processor s | exponent | law | of the law | peak GiB | law | of the law |"
    yield "| --: | --: | --: | --: | --: | --: | --: | --: | --: |"
    rows = zip(sizes, points, time, local(sizes, time), law_time, memory, law_memory)
    for size, point, t, step, lt, m, lm in rows:
        yield f"| {size} | {point['seconds']:.2f} | {t:.2f} | {step} | {lt:.2f} | {t / lt:.2f} | {m:.2f} | {lm:.2f} | {m / lm:.2f} |"
    if sizes[0]:
        yield f"\nExponent over all sizes: {exponent(sizes, time):.2f}, the law's {exponent(sizes, law_time):.2f}."
    for what, last, law_last in (("Processor time", time[-1], law_time[-1]), ("Memory", memory[-1], law_memory[-1])):
        if last > WORSE * law_last:
            yield f"**{what} grows faster than its law: {last / law_last:.2f} of it at the last size.**"


def fixed(axis, points):
    """The sizes that all points share."""
    apart = ("axis", "seconds", "cpu_seconds", "peak_gib", "times")
    shared = {k: v for k, v in points[0].items() if k not in apart and all(p.get(k) == v for p in points)}
    said = ", ".join(f"{k} {v}" for k, v in shared.items())
    return f" Fixed: {said}." if shared else ""


def tables(points):
    for axis in LAWS:
        chosen = [p for p in points if p["axis"] == axis]
        if len(chosen) > 1:
            yield from section(axis, chosen)


if __name__ == "__main__":
    text = Path(sys.argv[1]).read_text()
    print("\n".join(tables([json.loads(line) for line in text.splitlines()])))
