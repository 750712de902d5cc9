"""Processes that record without end, to be killed or counted: ``python store_writers.py kill|count WHERE FOLDER``.

Each writes the id of an attempt to a file of its own once `Store.record` has returned: what stands there was acknowledged.
"""

from __future__ import annotations

import itertools
import os
import random
import signal
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from lessons.store import Attempt, open_store

KILLS, WRITERS, SECONDS = 50, 10, 10


def write(where: str, file: Path, name: str, until: float) -> None:
    """Record and acknowledge until then."""
    store = open_store(where)
    with file.open("ab", buffering=0) as acknowledged:
        for n in itertools.count():
            if time.monotonic() > until:
                return
            at = datetime.now(UTC)
            one = Attempt(
                learner="me",
                item=f"{name}-{n}",
                facts=("f",),
                response="a" * 50,
                verdict="right",
                mode="practice",
                sitting=name,
                at=at,
                day="d",
            )
            store.record([one])
            acknowledged.write(f"{one.id}\n".encode())


def start(where: str, file: Path, name: str, until: float) -> int:
    child = os.fork()
    if not child:
        try:
            write(where, file, name, until)
        finally:
            os._exit(0)
    return child


def main(what: str, where: str, folder: Path) -> None:
    rng = random.Random(5)
    if what == "kill":
        for n in range(KILLS):
            file = folder / f"{n}.txt"
            child = start(where, file, f"w{n}", time.monotonic() + 60)
            while n % 5 and not (file.exists() and file.stat().st_size):  # one in five is killed while it opens the store
                time.sleep(0.001)
            time.sleep(rng.random() * 0.1)
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
    else:
        until = time.monotonic() + SECONDS
        for child in [start(where, folder / f"{n}.txt", f"w{n}", until) for n in range(WRITERS)]:
            os.waitpid(child, 0)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
