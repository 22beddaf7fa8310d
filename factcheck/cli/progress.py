"""A progress bar for work that takes longer than a second, on a terminal only, and the count of
documents done that an interrupted run reports."""

from __future__ import annotations

import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

SHOW_AFTER_SECONDS = 1.0


class Progress:
    """Counts documents; after a second it also shows them on standard error. Use as a context
    manager around the work, and call `advance` after each document."""

    def __init__(self) -> None:
        self.done = 0
        self._total: int | None = None
        self._label = ""
        self._timer: threading.Timer | None = None
        self._bar: Bar | None = None
        self._task: TaskID | None = None

    def begin(self, label: str, total: int | None) -> Progress:
        """Name the work and how many documents it has (None when that is unknown)."""
        self._label, self._total = label, total
        return self

    def advance(self) -> None:
        """One more document is done."""
        self.done += 1
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=self.done)

    def __enter__(self) -> Progress:
        if sys.stderr.isatty():
            self._timer = threading.Timer(SHOW_AFTER_SECONDS, self._show)
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()
        if self._bar is not None:
            self._bar.stop()

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        bar = Progress(
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
            console=Console(stderr=True), transient=True,
        )  # fmt: skip
        self._task = bar.add_task(self._label, total=self._total, completed=self.done)
        bar.start()
        self._bar = bar
