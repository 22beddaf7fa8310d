"""The review without a screen: the item is printed, a line of input is the ruling. For scripts and
for terminals that can show nothing else."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from factcheck.cli import output
from factcheck.cli.review_screen import block
from factcheck.errors import FactcheckError, StaleError, UsageError

if TYPE_CHECKING:
    from factcheck.workflow.reviewing import Review

USAGE = (
    "a [WORDS]                   accept the suggestion",
    "e NEW WORDS                 put these words there",
    "r CODE [WORDS]              reject: words_right, wrong_fix, unneeded, other",
    "d AS WORDS                  dismiss as false_positive or wont_fix",
    "v VERDICT,… CODE WORDS      a verdict per side, what it rests on, and why",
    "l [DAY] [WORDS]             later, as in l 2026-12-01",
    "s, u, q                     skip, undo your last ruling, quit",
)


def by_lines(review: Review) -> None:
    """Read rulings until the input ends. What is refused is said and the item stays. Raises
    StaleError at the end when somebody else had decided one of them first."""
    screen = output.Screen.of_output()
    stale: StaleError | None = None
    output.emit(block(review, screen))
    for line in sys.stdin:
        word, _, rest = line.strip().partition(" ")
        if word == "q":
            break
        if not word:
            continue
        try:
            output.emit(_ruled(review, word, rest.strip()))
        except FactcheckError as error:
            output.report_error(error)
            stale = error if isinstance(error, StaleError) else stale
        output.emit(["", *block(review, screen)])
    if stale is not None:
        raise stale


def _ruled(review: Review, word: str, rest: str) -> list[str]:
    """What a line did. Raises UsageError for one that means nothing."""
    from factcheck.cli.desk import decision_line

    if word == "?":
        return list(USAGE)
    if word == "s":
        review.skip()
        return []
    if word not in ACTIONS:
        raise UsageError(word, "this is no ruling", "? lists them")
    ACTIONS[word](review, rest)
    last = review.last
    return [decision_line(last)] if word != "u" and last else ["taken back"]


def _reject(review: Review, rest: str) -> None:
    code, _, words = rest.partition(" ")
    review.reject(code, words)


def _dismiss(review: Review, rest: str) -> None:
    as_, _, words = rest.partition(" ")
    review.dismiss(as_, words)


def _verdict(review: Review, rest: str) -> None:
    verdicts, _, more = rest.partition(" ")
    code, _, words = more.partition(" ")
    review.decide([v for v in verdicts.split(",") if v], code, words)


def _later(review: Review, rest: str) -> None:
    day, _, words = rest.partition(" ")
    review.defer(day, words)


ACTIONS: dict[str, Callable[[Review, str], object]] = {
    "a": lambda review, rest: review.accept(rest), "e": lambda review, rest: review.edit(rest),
    "r": _reject, "d": _dismiss, "v": _verdict, "l": _later,
    "u": lambda review, rest: review.undo(),
}  # fmt: skip
