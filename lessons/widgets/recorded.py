"""What every widget that is answered has in common: the browser counts what it sends, Python keeps it and says how far it has heard."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Any

import traitlets

from ..recording import Answer, Recording
from .front_end import Drawn


class Recorded(Drawn):
    """A widget whose responses may be kept.

    The browser puts every response into `log`, as ``[count, id, response, seconds]``, until `heard` has reached its count; so nothing is
    lost where messages are put together on the way, and nothing is kept twice. Without a recording it is only heard.
    """

    sent = traitlets.Int(0).tag(sync=True)
    heard = traitlets.Int(0).tag(sync=True)
    log: traitlets.List[Any] = traitlets.List().tag(sync=True)
    records = traitlets.Bool(False).tag(sync=True)
    kept = traitlets.Int(0).tag(sync=True)  # how many responses are on the disk
    trouble = traitlets.Unicode().tag(sync=True)
    notice = traitlets.Unicode().tag(sync=True)

    def __init__(self, *, recording: Recording | None, **traits: Any) -> None:
        self._recording, self._logged = recording, 0
        self._counted: dict[str, float] = {}  # the seconds of each item that are recorded
        super().__init__(records=recording is not None, trouble=_line(recording), **traits)

    @traitlets.observe("sent")
    def _hear(self, _change: object) -> None:
        entries = [entry for entry in self.log if _is_entry(entry) and entry[0] > self._logged]
        self._logged = max([self._logged, *(entry[0] for entry in entries)])
        with self.hold_sync():  # what became of it comes in one message
            self._take(entries)
            if self._recording:
                self.trouble, self.notice = _line(self._recording), self._recording.notice
            self.heard = self.sent

    def _take(self, entries: Sequence[list[Any]]) -> None:
        """Keep new entries of the log."""
        if self._recording and (answers := [answer for entry in entries if (answer := self._answer(*entry[1:4]))]):
            self._keep_all(answers)

    def _answer(self, asked: str, response: Any, seconds: Any) -> Answer | None:
        """What an entry of the log means; None for an id that was not asked."""
        raise NotImplementedError

    def _took(self, asked: str, seconds: Any) -> float | None:
        """The seconds of this response alone: the browser counts on while an item is asked again, and anew in another round."""
        total, before = seconds_of(seconds), self._counted.get(asked, 0.0)
        if total is None:
            return None
        self._counted[asked] = total
        return round(total - before if total >= before else total, 3)

    def _keep_all(self, answers: Sequence[Answer]) -> None:
        if self._recording and self._recording.keep(answers):
            self.kept += len(answers)


def gone_on_with(recording: Recording | None, asked: Container[str]) -> dict[str, Any]:
    """The traits `responses` and `seconds` of a sitting that was broken off."""
    before = {item: one for item, one in (recording.responses() if recording else {}).items() if item in asked}
    return {
        "responses": {item: response for item, (response, _) in before.items()},
        "seconds": {item: took for item, (_, took) in before.items()},
    }


def seconds_of(given: Any) -> float | None:
    """Seconds as the browser has them; None for what is none."""
    return float(given) if isinstance(given, int | float) and not isinstance(given, bool) and 0 <= given < 10**7 else None


def _line(recording: Recording | None) -> str:
    return "" if recording is None else recording.trouble.rstrip(".")


def _is_entry(entry: Any) -> bool:
    return isinstance(entry, list) and len(entry) == 4 and isinstance(entry[0], int) and isinstance(entry[1], str)
