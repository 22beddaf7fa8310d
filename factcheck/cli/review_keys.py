"""The review at the keyboard: which key does what, and what is asked before it does."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.line_editor import Line, read_line
from factcheck.cli.output import Screen
from factcheck.cli.review_screen import picture, too_small
from factcheck.cli.terminal import CLOSED, RESIZED, Terminal
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.model import Decision
    from factcheck.workflow.reviewing import Review

LATER_DAYS = 7
DRAFTS = "factcheck.db.drafts"
"""Beside the store, and ignored by git with it: what was typed and not sent."""
REJECT = {"1": ("words_right", "the words are right"), "2": ("wrong_fix", "the fix is wrong"),
          "3": ("unneeded", "not worth a change"), "4": ("other", "other …")}  # fmt: skip
DISMISS = {"1": ("false_positive", "the rule is wrong here"),
           "2": ("wont_fix", "right, and it stays")}  # fmt: skip
VERDICTS = {"1": ("right", "right"), "2": ("wrong", "wrong"), "3": ("outdated", "outdated"),
            "4": ("less_precise", "less precise"), "5": ("different_scope", "other scope"),
            "6": ("unknown", "unknown")}  # fmt: skip
GROUNDS = {"1": ("original", "original"), "2": ("record", "record"), "3": ("source", "source"),
           "4": ("consistency", "article itself"), "5": ("arithmetic", "arithmetic"),
           "6": ("language", "language"), "7": ("author", "author"), "8": ("expert", "expert"),
           "9": ("other", "other")}  # fmt: skip


def at_keyboard(review: Review) -> None:
    """Show item after item and do what the keys say, until q or the terminal's end."""
    with Terminal() as terminal:
        Keyboard(review, terminal).run()


class Keyboard:
    """One reviewer at one terminal. What was typed and not sent is kept for the next time."""

    def __init__(self, review: Review, terminal: Terminal) -> None:
        self._review = review
        self._terminal = terminal
        self._message = ""
        self._drafts = Drafts(review)

    def run(self) -> None:
        """Until q, or until the terminal is gone."""
        actions: dict[str, Callable[[], None]] = {
            "a": self._accept, "e": self._edit, "r": self._reject, "d": self._dismiss,
            "v": self._verdict, "l": self._later, "u": self._undo, "s": self._skip,
            "o": self._open, "?": self._help,
            "j": lambda: self._review.queue.move(1), "down": lambda: self._review.queue.move(1),
            "k": lambda: self._review.queue.move(-1), "up": lambda: self._review.queue.move(-1),
        }  # fmt: skip
        while True:
            self._draw()
            key = self._terminal.key()
            if key in ("q", CLOSED):
                return
            if key == RESIZED or too_small(self._terminal.size):  # nothing is shown to rule on
                continue
            self._message = ""
            if key not in actions:
                self._message = "? shows the keys" if len(key) == 1 else ""
                continue
            try:
                actions[key]()
            except FactcheckError as error:
                self._message = str(error)

    def _draw(self, *, help_: bool = False) -> None:
        screen = Screen.of_output()
        self._terminal.draw(picture(self._review, self._terminal.size, screen, self._message,
                                    help_=help_))  # fmt: skip

    def _accept(self) -> None:
        item = self._review.current
        if item is not None and not item.fixes and "decide" in item.actions:
            self._verdict()
            return
        self._done(self._review.accept())

    def _edit(self) -> None:
        item = self._review.current
        if item is None:
            return
        proposed = item.fixes[0].replacement if item.fixes else item.place.exact
        words = self._typed("edit", "write: ", proposed)
        if words is not None:
            self._done(self._review.edit(words))
            self._drafts.forget(item.id, "edit")

    def _reject(self) -> None:
        item = self._review.current
        if item is None or not item.fixes:
            self._dismiss()
            return
        code = self._chosen("reject because", REJECT)
        if code is None:
            return
        words: str | None = ""
        if code == "other":
            words = self._typed("reject", "why: ")
        if words is not None:
            self._done(self._review.reject(code, words))
            self._drafts.forget(item.id, "reject")

    def _dismiss(self) -> None:
        item = self._review.current
        if item is None:
            return
        as_ = self._chosen("dismiss", DISMISS)
        words = self._typed("dismiss", "why: ") if as_ else None
        if as_ and words is not None:
            self._done(self._review.dismiss(as_, words))
            self._drafts.forget(item.id, "dismiss")

    def _verdict(self) -> None:
        item = self._review.current
        if item is None:
            return
        verdicts = []
        for number, side in enumerate(item.conflicts[0].sides if item.conflicts else (), 1):
            said = " ".join(side.quote.exact.split())[:24]
            verdict = self._chosen(f"side {number} “{said}” is", VERDICTS)
            if verdict is None:
                return
            verdicts.append(verdict)
        ground = self._chosen("it rests on the", GROUNDS)
        words = self._typed("verdict", "why: ") if ground else None
        if ground and words is not None:
            self._done(self._review.decide(verdicts, ground, words))
            self._drafts.forget(item.id, "verdict")

    def _later(self) -> None:
        day = date.fromisoformat(self._review.today) + timedelta(days=LATER_DAYS)
        until = self._typed("later", "until (empty: until somebody takes it up): ", str(day))
        if until is not None:
            name = self._review.current.id if self._review.current else ""
            self._done(self._review.defer(until.strip()))
            self._drafts.forget(name, "later")

    def _undo(self) -> None:
        made = self._review.undo()
        self._message = f"taken back: {made[0].body['kind']}" + _times(made)

    def _skip(self) -> None:
        self._review.skip()

    def _help(self) -> None:
        self._draw(help_=True)
        while self._terminal.key() == RESIZED:
            self._draw(help_=True)

    def _open(self) -> None:
        """Show the whole source in the pager, at the line."""
        item = self._review.current
        document = self._review.ledger.documents.get(item.place.source) if item else None
        if item is None or document is None:
            return
        pager = shlex.split(os.environ.get("PAGER", "")) or ["less"]
        if shutil.which(pager[0]) is None:
            self._message = f"{pager[0]} is not here: set PAGER to show sources"
            return
        line = document.position(item.place.start)[0]
        at_line = [f"+{line}"] if Path(pager[0]).name in ("less", "more", "most") else []
        self._terminal.suspend()
        try:
            env = {**os.environ, "LESSCHARSET": "utf-8"}
            subprocess.run([*pager, *at_line], input=document.text.encode(), env=env, check=False)
        finally:
            self._terminal.resume()

    def _done(self, made: Sequence[Decision]) -> None:
        from factcheck.cli.desk import decision_line

        self._message = f"{decision_line(made[0])[18:]}{_times(made)}; u takes it back"

    def _chosen(self, question: str, choices: Mapping[str, tuple[str, str]]) -> str | None:
        """One of a few answers by its digit; None after any other key."""
        before = self._message
        listed = "  ".join(f"{digit} {words}" for digit, (_, words) in choices.items())
        self._message = f"{question}  {listed}"
        while True:
            self._draw()
            key = self._terminal.key()
            if key != RESIZED:
                break
        self._message = before
        return choices[key][0] if key in choices else None

    def _typed(self, kind: str, label: str, initial: str = "") -> str | None:
        """A line of text, begun with what was typed here before; None after Escape."""
        item = self._review.current
        name = item.id if item else ""
        text = self._drafts.of(name, kind) or initial
        line = Line(text=text, at=len(text))

        def show(now: Line) -> None:
            width, height = self._terminal.size
            shown, column = now.shown(label, width)
            lines = picture(self._review, (width, height), Screen.of_output(), shown,
                            typing=True)  # fmt: skip
            self._terminal.draw(lines, cursor=(column, height - 2))

        try:
            return read_line(line, self._terminal.key, show)
        finally:
            if line.text != initial:
                self._drafts.keep(name, kind, line.text)


class Drafts:
    """Words that were typed for an item and not recorded yet, kept in a file, so that a closed
    terminal or somebody else's earlier ruling loses none."""

    def __init__(self, review: Review) -> None:
        self._path = review.drafts / DRAFTS
        self._actor = review.actor

    def of(self, item: str, kind: str) -> str:
        """What was typed, empty for nothing."""
        return self._all().get(self._name(item, kind), "")

    def keep(self, item: str, kind: str, text: str) -> None:
        """Remember what was typed."""
        self._write({**self._all(), self._name(item, kind): text})

    def forget(self, item: str, kind: str) -> None:
        """It is recorded: the draft is no longer needed."""
        held = self._all()
        if held.pop(self._name(item, kind), None) is not None:
            self._write(held)

    def _name(self, item: str, kind: str) -> str:
        return f"{self._actor}/{kind}/{item}"

    def _all(self) -> dict[str, str]:
        try:
            held = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        if not isinstance(held, dict):
            return {}
        return {name: text for name, text in held.items() if isinstance(text, str)}

    def _write(self, held: Mapping[str, str]) -> None:
        from factcheck.sources.archive import write_aside

        if held:
            write_aside(self._path, json.dumps(held, ensure_ascii=False).encode("utf-8"))
        else:
            self._path.unlink(missing_ok=True)


def _times(made: Sequence[object]) -> str:
    return f" × {len(made)}" if len(made) > 1 else ""
