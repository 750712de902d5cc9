"""Run the notebooks and store their outputs: ``python tests/store_notebooks.py [NOTEBOOK ...]``.

What is stored is what anyone sees before running: tables, charts, and each widget's static form. The widget itself is left out, since
its state is: without a kernel JupyterLab would show "model not found" in its place.
"""

import os
import sys
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).parent.parent
WIDGET = "application/vnd.jupyter.widget-view+json"
METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def store(path: Path) -> None:
    """Run a notebook in its folder and write it back with its outputs."""
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(path.parent)}}).execute()
    notebook.metadata = nbformat.from_dict(METADATA)
    for n, cell in enumerate(notebook.cells):
        cell.metadata = nbformat.from_dict({key: value for key, value in cell.metadata.items() if key == "tags"})
        cell.id = f"cell-{n:02d}"
        for output in cell.get("outputs", ()):
            output.get("data", {}).pop(WIDGET, None)
    nbformat.validate(notebook)
    path.write_text(nbformat.writes(notebook).rstrip("\n") + "\n", encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as empty:  # as it is for someone who has not answered anything yet
        os.environ["LESSONS_DB"] = str(Path(empty, "lessons.db"))
        for name in sys.argv[1:] or sorted((ROOT / "notebooks").glob("*.ipynb")):
            store(Path(name))
