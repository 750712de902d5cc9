"""A folder of articles: in this process, in several, on a Dask cluster: the same drafts in the same order; one bad article is named."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner

from lessons.cli import main
from lessons.drafting import many
from lessons.errors import LessonsError
from lessons.notes import parse

N = 12


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Articles, one of them a picture that calls itself text."""
    place = tmp_path / "articles"
    place.mkdir()
    for n in range(N):
        (place / f"boats-{n:02}.txt").write_text(
            f"Boats {n}\n\nRuth Oyelaran, the harbour master, counted {n + 2} boats on {n + 1} May 2021.\n"
        )
    (place / "boats-05.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (place / "notes.zip").write_bytes(b"PK")
    return place


def run(*arguments: object) -> tuple[int, str, str]:
    found = CliRunner().invoke(main, [str(one) for one in arguments])
    return found.exit_code, found.stdout, found.stderr


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """A real Dask scheduler with two worker processes on this machine."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as local:
        yield local.scheduler_address


@pytest.fixture(params=["here", "threads", "processes", "dask"])
def executor(request: pytest.FixtureRequest) -> Iterator[Executor | None]:
    if request.param == "here":
        yield None
    elif request.param == "dask":
        with many.cluster(request.getfixturevalue("cluster")) as found:
            yield found
    else:
        with {"threads": ThreadPoolExecutor, "processes": ProcessPoolExecutor}[request.param](2) as found:
            yield found


def test_the_same_whoever_does_the_work(executor: Executor | None, folder: Path) -> None:
    """Drafts come in the order of the articles and are the same; the bad one is named, the others are done."""
    paths = many.articles([folder])
    found = list(many.drafted(paths, executor=executor))
    assert [one.path for one in found] == list(paths) == sorted(folder.glob("*.txt"))
    wanted = [many.one(path.read_bytes(), str(path), None, False) for path in paths]
    assert [(one.written, one.error) for one in found] == wanted
    (bad,) = [one for one in found if one.error]
    assert bad.error == f"{folder / 'boats-05.txt'}: this is a PNG picture, not text; paste the article's text into a .txt file"


def test_a_folder_from_the_command_line(folder: Path, tmp_path: Path) -> None:
    """A note for each article, the bad one on standard error and as exit status; what is there already is left as it is."""
    out = tmp_path / "seeds"
    status, told, errors = run("draft", folder, "-o", out, "--jobs", 2)
    assert (status, told) == (1, f"{out}: 11 drafts; 1 not read\n")
    assert "boats-05.txt: this is a PNG picture" in errors
    assert sorted(path.name for path in out.iterdir()) == [f"boats-{n:02}.md" for n in range(N) if n != 5]
    assert all(parse(path.read_bytes(), path.name, path.stem)[1] == [] for path in out.iterdir())
    (out / "boats-01.md").write_text("mine")
    (out / "boats-02.md").unlink()
    (folder / "boats-05.txt").write_text("Boats\n\nThe council counted 9 boats on 4 May 2021.\n")
    assert run("draft", folder, "-o", out)[:2] == (0, f"{out}: 2 drafts; 10 there already (--again drafts them anew)\n")
    assert (out / "boats-01.md").read_text() == "mine"
    assert run("draft", folder, "-o", out, "--again")[1] == f"{out}: 12 drafts\n"
    assert (out / "boats-01.md").read_text() != "mine"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_a_bar_on_a_terminal(folder: Path, tmp_path: Path) -> None:
    """On a terminal a bar goes up to all of them; in a file there is none."""
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", "from lessons.cli import main; main()", "draft", str(folder), "-o", str(tmp_path / "seeds")]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, env=os.environ | {"TERM": "xterm"}, check=False)
    os.close(theirs)
    shown = b""
    with suppress(OSError):  # the end, on Linux
        while part := os.read(ours, 65536):
            shown += part
    os.close(ours)
    assert done.returncode == 1
    assert b"Drafting" in shown
    assert b"100%" in shown
    again = subprocess.run([*command, "--again"], capture_output=True, check=False)
    assert b"Drafting" not in again.stderr


def test_on_a_cluster_from_the_command_line(folder: Path, tmp_path: Path, cluster: str) -> None:
    """`--dask` writes what a run on this machine writes, byte for byte."""
    run("draft", folder, "-o", tmp_path / "here", "--jobs", 1)
    assert run("draft", folder, "-o", tmp_path / "there", "--dask", cluster)[1] == f"{tmp_path / 'there'}: 11 drafts; 1 not read\n"
    for path in (tmp_path / "here").iterdir():
        assert (tmp_path / "there" / path.name).read_bytes() == path.read_bytes()


def test_no_cluster_is_said(folder: Path) -> None:
    """An address at which nobody answers."""
    with pytest.raises(LessonsError, match="no Dask scheduler answers at 'tcp://127"), many.cluster("tcp://127.0.0.1:1"):
        pass


def test_json(folder: Path) -> None:
    """One object for one file, a list for several; notes without --json."""
    status, told, _ = run("draft", folder / "boats-00.txt", "--json")
    one = json.loads(told)
    assert status == 0
    assert list(one) == ["title", "author", "publisher", "published", "published_from", "clutter", "facts"]
    status, told, _ = run("draft", folder / "boats-00.txt", folder / "boats-01.txt", "--json")
    assert json.loads(told)[0] == one
    assert len(json.loads(told)) == 2
    assert run("draft", folder / "boats-00.txt")[1].startswith("---\ntitle: ")


def test_a_date_that_is_known_better(folder: Path) -> None:
    """`--published` goes before the page; what is no date is refused."""
    assert "published: 2020-05-03" in run("draft", folder / "boats-00.txt", "--published", "3 May 2020")[1]
    assert run("draft", folder / "boats-00.txt", "--published", "31 June 2020")[2].startswith("--published: '31 June 2020' is no date")


def test_names_that_clash(tmp_path: Path) -> None:
    """Two articles of one name get two notes."""
    paths = [Path("a/x.txt"), Path("b/X.txt"), Path("a/x.html")]
    assert [place.name for place in many.places(paths, tmp_path, ".md").values()] == ["x.md", "X-txt.md", "x-html.md"]


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where writing fails, nothing half-written is left, and what was there stays."""
    place = tmp_path / "note.md"
    many.keep("old", place)
    monkeypatch.setattr("os.fsync", lambda _file: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OSError, match="No space"):
        many.keep("new", place)
    assert [path.name for path in tmp_path.iterdir()] == ["note.md"]
    assert place.read_text() == "old"
