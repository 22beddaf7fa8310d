"""An article as a page, as plain data: its paragraphs in order, the words that something was found
on, and the notes that stand beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from factcheck.model import Language
from factcheck.reports.contents import Change
from factcheck.sources.document import BlockKind

MarkKind = Literal["conflict", "notice", "correction", "claim"]
Look = Literal[
    "high", "medium", "low", "info", "notice", "correction", "disputed", "settled", "claim"
]
"""How a mark looks: conflicts that stand by severity, what the article corrects itself, changes
of words, claims that somebody disputes, what is settled, other claims."""
LOOKS: tuple[Look, ...] = get_args(Look)
"""From the strongest to the weakest: where marks overlap, the strongest is seen."""


@dataclass(frozen=True, kw_only=True)
class Mark:
    """What was found on some words. `anchor` names the words, `target` what is said of them
    elsewhere in the report (empty for nothing); `note` names the note beside them. `number` counts
    from 1 through the article, 0 for what has no number in the text: claims. `label` is the letter
    of a side; `told` is the finding, or the value as it was read."""

    kind: MarkKind
    look: Look
    anchor: str
    note: str
    target: str
    start: int
    end: int
    number: int = 0
    label: str = ""
    code: str = ""
    state: str = ""
    words: str = ""
    told: str = ""
    change: Change | None = None


@dataclass(frozen=True, kw_only=True)
class Run:
    """Words that stand under the same marks. `look` is that of the strongest, None where there is
    none; `layers` counts the marks that carry a number. `ends` are those of them that end here."""

    text: str
    look: Look | None = None
    layers: int = 0
    ends: tuple[Mark, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """One block of an article. Its runs together are its text, unchanged. `notes` are the marks
    with a number that begin here, `claims` the others. `left_out` counts the blocks before it that
    are not shown."""

    kind: BlockKind
    level: int
    language: Language
    furniture: bool
    runs: tuple[Run, ...]
    notes: tuple[Mark, ...] = ()
    claims: tuple[Mark, ...] = ()
    left_out: int = 0


@dataclass(frozen=True, kw_only=True)
class ArticleView:
    """One article with everything that was found in it; of a record only the blocks on which
    something was found. `noted` counts its marks with a number, `claimed` its claims, `left_out`
    the blocks behind the last paragraph that are not shown."""

    anchor: str
    source: str
    title: str
    language: Language
    record: bool
    paragraphs: tuple[Paragraph, ...]
    noted: int
    claimed: int
    left_out: int = 0
