"""A real Jupyter server on loopback, started and ended as a user does it, that knows no settings but those given here."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
# For a Jupyter server: its port, and no ways in that a test would have to find out.
SERVER = ["--port={port}", "--ServerApp.port_retries=0", "--no-browser", "--IdentityProvider.token=", "--ServerApp.password="]
SETTINGS = {
    # All cells in the page at once, so that nothing must be scrolled to be there.
    "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none"},
    "@jupyterlab/apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
}


def surroundings(home: Path) -> dict[str, str]:
    """The environment of a user who has just begun: every Jupyter folder is in `home`, and `lessons` is what stands in this tree."""
    for plugin, value in SETTINGS.items():
        path = home / "settings" / f"{plugin}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(value))
    names = {"CONFIG_DIR": "config", "DATA_DIR": "data", "RUNTIME_DIR": "run"}
    env = dict(os.environ, PYTHONPATH=str(ROOT), IPYTHONDIR=str(home / "ipython"), BROWSER="true", LESSONS_DB=str(home / "lessons.db"))
    env |= {f"JUPYTER_{name}": str(home / folder) for name, folder in names.items()}
    return env | {"JUPYTERLAB_SETTINGS_DIR": str(home / "settings"), "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces")}


@contextmanager
def served(home: Path, command: Sequence[str], *, probe: str = "/api/status") -> Iterator[str]:
    """Start `python COMMAND` in `home`, "{port}" replaced, wait until it answers, and give its address; afterwards it is gone."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    words = [sys.executable, *(word.replace("{port}", str(port)) for word in command)]
    with (home / "log").open("wb") as log:
        server = subprocess.Popen(words, env=surroundings(home), cwd=home, stdout=log, stderr=log)
        try:
            for _ in range(600):
                try:
                    urllib.request.urlopen(f"{url}{probe}", timeout=1)
                    break
                except OSError:
                    assert server.poll() is None, (home / "log").read_text()
                    time.sleep(0.1)
            yield url
        finally:
            server.terminate()
            server.wait(30)
            with pytest.raises(OSError, match="refused"):  # whoever ends the command has ended the server
                urllib.request.urlopen(f"{url}/api/status", timeout=5)
            shutil.rmtree(home, ignore_errors=True)


def wait_for_kernel(page: Page) -> None:
    """Wait until the notebook's kernel is there: whoever runs a cell before its name is shown is asked, in a dialog, for another."""
    page.locator(".jp-Toolbar-kernelName", has_text="Python 3 (ipykernel)").first.wait_for()
    page.wait_for_selector('.jp-Notebook-ExecutionIndicator[data-status="idle"]')
