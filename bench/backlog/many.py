"""Real studies at once on the embedded stack: many.py CHIASM STUDIES.

A study with a seed of its own is run alone; then STUDIES - 1 others are submitted at once, each
with other folds and so without a result in common, and one more, as small as the first, when they
are under way. Prints how long each took and what the aggregator needed.
"""
import json
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

ENDED = ("completed", "failed", "cancelled")


class Stack:
    def __init__(self, chiasm, work):
        self.log = open(f"{work}/up.log", "w+")
        self.process = subprocess.Popen(
            [chiasm, "up", "--port", "0", "--work", f"{work}/stack"], stdout=self.log, stderr=subprocess.STDOUT
        )
        while not (found := re.search(r"http://[\w.:]+", open(self.log.name).read())):
            if self.process.poll() is not None:
                sys.exit(open(self.log.name).read())
            time.sleep(0.2)
        self.address = found.group().rstrip("/.")

    def send(self, path, body=None):
        request = urllib.request.Request(self.address + path, body, {"Content-Type": "application/yaml"})
        with urllib.request.urlopen(request, timeout=300) as answer:
            return json.load(answer)

    def submit(self, yaml, folder):
        query = urllib.parse.urlencode({"source": "study.yaml", "base": folder})
        return self.send("/studies?" + query, yaml.encode())["study"]

    def states(self):
        return {study["study"]: study["state"].lower() for study in self.send("/studies")}

    def aggregator(self):
        """Resident memory in MiB and processor seconds."""
        for pid in filter(str.isdigit, os.listdir("/proc")):
            try:
                command = open(f"/proc/{pid}/cmdline").read()
                if "aggregator" in command and self.log.name.rsplit("/", 1)[0] in command:
                    rss = re.search(r"VmRSS:\s+(\d+)", open(f"/proc/{pid}/status").read()).group(1)
                    times = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
                    return int(rss) >> 10, (int(times[11]) + int(times[12])) / os.sysconf("SC_CLK_TCK")
            except OSError:
                continue
        return 0, 0

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        self.process.wait()


def until(condition):
    began = time.monotonic()
    while not condition():
        time.sleep(0.25)
    return time.monotonic() - began


def main(chiasm, count):
    with tempfile.TemporaryDirectory() as work:
        data = f"{work}/data"
        subprocess.run(
            [chiasm, "simulate", "-o", data, "--participants", "1", "--stimuli", "60", "--vertices", "60"],
            check=True, stdout=subprocess.DEVNULL,
        )
        yaml = open(f"{data}/study.yaml").read()
        yaml = re.sub(r"layers: .*", "layers: {late: late}", yaml)
        yaml = re.sub(r"\n  - \{name: untrained.*", "", yaml)

        def study(seed):
            return yaml.replace("study: simulated", f"study: many-{seed}") + f"validation: {{kfold: 3, seed: {seed}}}\n"

        stack = Stack(chiasm, work)
        try:
            warm = stack.submit(study(0), data)
            until(lambda: stack.states()[warm] in ENDED)
            alone = []
            for seed in (1, 2, 3):
                single = stack.submit(study(seed), data)
                alone.append(until(lambda: stack.states()[single] in ENDED))
            began = time.monotonic()
            others = [stack.submit(study(10 + i), data) for i in range(count - 1)]
            submitted = time.monotonic() - began
            ended_before = sum(state in ENDED for state in stack.states().values()) - 4
            small = stack.submit(study(4), data)
            beside = until(lambda: stack.states()[small] in ENDED)
            most = stack.aggregator()[0]

            def all_ended():
                nonlocal most
                most = max(most, stack.aggregator()[0])
                return all(state in ENDED for state in stack.states().values())

            until(all_ended)
            total = time.monotonic() - began
            states = list(stack.states().values())
            tally = ", ".join(f"{states.count(s)} {s}" for s in ENDED)
            print(f"| one alone, median of 3 | {statistics.median(alone):.1f} s |")
            print(f"| {count - 1} submitted in | {submitted:.1f} s ({ended_before} had ended) |")
            print(f"| one more, submitted after them, ended after | {beside:.1f} s |")
            print(f"| all ended after | {total:.1f} s ({tally}) |")
            print(f"| aggregator | {most} MiB resident, {stack.aggregator()[1]:.0f} processor seconds |")
        finally:
            stack.stop()


main(sys.argv[1], int(sys.argv[2]))
