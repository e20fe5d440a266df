"""Writes the made participant's activations, responses and folds: make.py DIR FOLDS"""

import sys
from pathlib import Path

try:
    from participant import make
except ModuleNotFoundError as missing:
    sys.exit(f"bench/encoder needs Python with numpy ({missing}); PYTHON=... names one that has it")

make(Path(sys.argv[1]), int(sys.argv[2]))
