"""How the notebooks are stored; that their outputs are right is nbval's to say."""

import json
from pathlib import Path

import pytest

NOTEBOOKS = sorted((Path(__file__).parent.parent / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=[path.stem for path in NOTEBOOKS])
def test_stored_clean(path: Path) -> None:
    """Outputs are stored; widget state, machine paths and standard error are not; code cells are one or two lines."""
    text = path.read_text(encoding="utf-8")
    notebook = json.loads(text)
    assert "widgets" not in notebook["metadata"]
    assert "widget-view" not in text
    assert not any(place in text for place in ("/home/", "/root/", "/work", "/tmp", "/usr/", "C:\\\\"))
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert all(1 <= len(cell["source"]) <= 2 for cell in code)
    assert all(cell["outputs"] for cell in code[1:])
    outputs = [output for cell in code for output in cell["outputs"]]
    assert {output["output_type"] for output in outputs} == {"execute_result"}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=[path.stem for path in NOTEBOOKS])
def test_shape_of_a_lesson(path: Path) -> None:
    """Each notebook opens with what you will be able to do, and links lead to files that are there."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    prose = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "markdown"]
    assert "you will be able to" in prose[0]
    for link in [part.split(")")[0] for part in "".join(prose).split("](")[1:]]:
        assert (path.parent / link).exists(), link
    if path.stem != "00-start-here":
        assert prose[-1].startswith("## Recap")
