#!/usr/bin/env python3
"""Makes docs/how-to/results.ipynb anew: the code of python.md, run where results/demo lies.

python3 docs/notebook.py FOLDER-WITH-RESULTS; needs nbclient, ipykernel and what the page needs.
"""

import re
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

page = Path(__file__).parent / "how-to" / "python.md"
text = page.read_text().split("<!-- notebook -->", 1)[1]

cells = [
    nbformat.v4.new_markdown_cell(
        "# Results of `./chiasm demo` in Python\n\n"
        "The code of [python.md](python.md), run where `results/demo` lies."
        " The responses are simulated: no number here says anything about a brain."
    )
]
for part in re.split(r"(?s)(```python\n.*?```)", text):
    code = re.match(r"(?s)```python\n(.*?)\n```", part)
    if code:
        cells.append(nbformat.v4.new_code_cell(code.group(1)))
    elif part.strip():
        cells.append(nbformat.v4.new_markdown_cell(part.strip()))
for number, cell in enumerate(cells):
    cell["id"] = f"cell-{number}"

notebook = nbformat.v4.new_notebook(cells=cells)
notebook.metadata = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
folder = {"metadata": {"path": sys.argv[1] if len(sys.argv) > 1 else "."}}
NotebookClient(notebook, timeout=300, kernel_name="python3", resources=folder).execute()
for cell in notebook.cells:
    cell.metadata.pop("execution", None)
nbformat.write(notebook, page.with_name("results.ipynb"))
