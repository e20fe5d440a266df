#!/usr/bin/env python3
"""Where a command's processor time goes: seconds of each service and its busiest kinds of threads.

    bench/demo/where.py ./chiasm demo

Linux; reads /proc four times a second, so what threads did in their last moment is missing. Build before.
"""
import collections
import re
import subprocess
import sys
import time
from pathlib import Path

TICKS = 100


def fields(stat):
    """Name and the fields after it; names may hold blanks and brackets."""
    text = stat.read_text()
    return text[text.index("(") + 1:text.rindex(")")], text[text.rindex(")") + 2:].split()


def family(root):
    parents = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(folder.name)] = int(fields(folder / "stat")[1][1])
        except OSError:
            pass
    found, more = {root}, True
    while more:
        new = {child for child, parent in parents.items() if parent in found} - found
        found |= new
        more = bool(new)
    return found


def label(process):
    command = Path(f"/proc/{process}/cmdline").read_text()
    service = re.search(r"(\w+)-service/target/quarkus-app", command)
    return service.group(1) if service else "launcher"


def look(root, seconds):
    for process in family(root):
        try:
            name = label(process)
            for thread in Path(f"/proc/{process}/task").iterdir():
                kind, values = fields(thread / "stat")
                seconds[name, process, thread.name, kind] = (int(values[11]) + int(values[12])) / TICKS
        except OSError:
            pass


def main():
    began = time.monotonic()
    seconds = {}
    command = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
    while command.poll() is None:
        look(command.pid, seconds)
        time.sleep(0.25)
    services, kinds = collections.Counter(), collections.defaultdict(collections.Counter)
    for (name, _, _, kind), spent in seconds.items():
        services[name] += spent
        kinds[name][re.sub(r"[-_ ]?\d+$", "", kind)] += spent
    print(f"{time.monotonic() - began:.1f} s, {services.total():.1f} processor seconds")
    for name, spent in services.most_common():
        busiest = ", ".join(f"{kind} {s:.1f}" for kind, s in kinds[name].most_common(8))
        print(f"{name} {spent:.1f}: {busiest}")


if __name__ == "__main__":
    main()
