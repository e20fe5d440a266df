"""Says what a measurement was made on: machine.py [PACKAGES]

Versions of PACKAGES are those that this Python has.
"""

import datetime
import os
import platform
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path


def processor():
    cpuinfo = Path("/proc/cpuinfo")
    names = re.findall(r"model name\s*: (.*)", cpuinfo.read_text()) if cpuinfo.exists() else []
    return names[0] if names else platform.processor() or platform.machine()


def memory():
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30


def said(*command):
    """First line that a command prints, or nothing where it cannot run."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return (done.stdout + done.stderr).partition("\n")[0]


def commit():
    home = Path(__file__).parent
    changed = said("git", "-C", home, "status", "--porcelain", "-uno")
    return said("git", "-C", home, "describe", "--always") + (" and changes" if changed else "")


def version(package):
    try:
        return f"{package} {metadata.version(package)}"
    except metadata.PackageNotFoundError:
        return f"no {package}"


def blas():
    """The libraries of this Python's numpy, and which kernels they chose."""
    try:
        import numpy  # noqa: F401
        from threadpoolctl import threadpool_info
    except ImportError:
        return []
    return [
        f"{lib['internal_api']} {lib['version']}, kernels {lib.get('architecture', 'unknown')}, {lib['num_threads']} threads"
        for lib in threadpool_info()
    ]


def lines(packages):
    yield f"{datetime.datetime.now(datetime.timezone.utc):%Y-%m-%d %H:%M} UTC, commit {commit()}"
    yield f"{processor()}, {os.cpu_count()} cores, {memory():.0f} GiB, {platform.system()} {platform.release()}"
    yield said("java", "-version")
    if packages:
        yield ", ".join([f"Python {platform.python_version()}"] + [version(p) for p in packages])
        yield from blas()


if __name__ == "__main__":
    print("\n".join(lines(sys.argv[1:])))
