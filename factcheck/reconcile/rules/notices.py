"""FC601 and FC602: corrections that an article announces and does not make, or makes by halves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.claims import Extraction
from factcheck.model import Conflict, Notice, fold
from factcheck.reconcile.rules.building import Finding, conflict, shorten, side
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.sources.document import Document, Span

UNGIVEN = RuleDoc(
    code="FC601", version=3, kind="correction_notice", severity="medium",
    title="a correction is announced and not given",
    what="The article says that something was wrong, or that errors are corrected, and states "
    "neither what was wrong nor what is right.",
    why="A reader cannot tell which statements were changed, and nobody can check the correction.",
    example="`The original had several errors, corrected here.` and nothing more",
)  # fmt: skip
STILL_THERE = RuleDoc(
    code="FC602", version=1, kind="correction_notice", severity="high",
    title="a corrected value is still stated elsewhere",
    what="A notice replaces one value by another, and the old one stands elsewhere in the text.",
    why="Two readers of one article come away with two values.",
    example="`Correction: 270 billion, not 27 billion.` above a text that says 27 billion",
)  # fmt: skip

_UNDO = frozenset({"correction", "retraction"})
_VAGUE = re.compile(
    r"错误|差错|錯誤|有误|搞错|弄错|写错|更正|勘误|订正|修正|改正|誤り|間違|訂正|お詫び|"
    r"(?<![A-Za-z])(?:errors?|mistakes?|wrong(?:ly)?|incorrect(?:ly)?|inaccura\w{3,5}|correct(?:ed|"
    r"ions?)|erratum|errata|amended|fixed|mis(?:stated|reported|identified|spelled|spelt|quoted|"
    r"attributed|calculated))(?![A-Za-z])",
    re.IGNORECASE,
)
_LEAST_WRONG = 2
_LIST_REACH = 1500
"""Letters before and behind a notice within which its entries begin."""
_SEVERAL = re.compile(
    r"几处|多处|若干|一些|数处|几个|多个|以下|如下|いくつか|複数|数か所|数箇所|次の|以下の|各所|"
    r"(?<![A-Za-z])(?i:several|some|many|various|a few|a number of|the following|errors|mistakes|"
    r"corrections)(?![A-Za-z])"
)
"""Words of a notice that speaks of more than one error."""
_ENTRY = re.compile(
    r"[(（【\[]\s?[誤误错]\s?[)）】\]][^\n]{1,160}\n{0,2}[^\n]{0,60}?[(（【\[]\s?正\s?[)）】\]]|"
    r"(?m:^[^\n]{0,40}?(?:誤|误|错误|Wrong|Incorrect|Error)\s?[:：][^\n]{1,160}\n{0,2}[^\n]{0,40}?"
    r"(?:正|正确|正しくは|Right|Correct(?:ed|ion)?)\s?[:：])|"
    r"(?i:for [“\"'‘][^\n]{1,80}[”\"'’],? read)|"
    r"(?m:^[ \t]{0,6}[-*•・\d][^\n]{0,160}?(?:, not |should (?:be|read|have)|instead of|"
    r"rather than|应为|應為|改为|改為|更正为|订正为|而不是|而非|ではなく|正しくは|→|⇒))"
)


class UngivenCorrections:
    """A correction notice without the right value and without anything that could hold it."""

    doc = UNGIVEN

    def find(self, case: Case) -> Iterator[Conflict]:
        for extraction in case.extractions:
            told: set[int] = set()
            for notice in extraction.notices:
                if notice.kind != "correction" or notice.right or notice.wrong:
                    continue
                if not _VAGUE.search(notice.quote.exact) or _states(extraction.document, notice):
                    continue
                if _itemised(extraction, notice):
                    continue
                line = extraction.document.text.rfind("\n", 0, notice.quote.start)
                if line in told:
                    continue
                told.add(line)
                quote = notice.quote
                erred = f" of {notice.target_source}" if notice.target_source else ""
                yield conflict(UNGIVEN, Finding(
                    sides=(side(extraction.document, quote.start, quote.end, role="notice"),),
                    message=f"“{shorten(quote.exact)}” announces a correction{erred} and gives "
                            f"none",
                    explanation=("neither the wrong nor the right wording is stated",
                                 "a reader cannot see what was changed"),
                    confidence=85,
                ))  # fmt: skip


def _states(document: Document, notice: Notice) -> bool:
    """Whether the notice's own sentence or the one behind it states a value or quotes words: then
    the correction is given, in a form that the notice reader could not take apart."""
    text = document.text
    stop = re.compile(r"[。！？!?\n]|\.(?=\s)").search(text, notice.quote.end)
    end = stop.start() if stop else len(text)
    words = text[notice.quote.start : min(end, notice.quote.end + 160)]
    return bool(
        re.search(
            r"\d|[「『“\"《]|改为|应为|應為|而不是|而非|正しくは|ではなく|should (?:be|read|have)|"
            r"instead of|rather than|not ",
            words,
        )
    )


def _itemised(extraction: Extraction, notice: Notice) -> bool:
    """Whether the corrections follow one by one: entries that set wrong and right side by side, in
    the words around the notice or read as notices of their own. A notice of several errors may
    have them anywhere near; a notice of one thing has them in its own section."""
    document = extraction.document
    near = _near(document, notice)
    if any(n.wrong and n.right and near.start <= n.quote.start < near.end
           for n in extraction.notices):  # fmt: skip
        return True
    around = (near.start, notice.quote.start), (notice.quote.end, near.end)
    return any(_ENTRY.search(document.text, first, last) for first, last in around)


def _near(document: Document, notice: Notice) -> Span:
    start = max(0, notice.quote.start - _LIST_REACH)
    end = min(len(document.text), notice.quote.end + _LIST_REACH)
    section = document.section_at(notice.quote.start)
    if section is not None and not _SEVERAL.search(notice.quote.exact):
        start = max(start, document.blocks[section.first].start)
        end = max(notice.quote.end, min(end, document.blocks[section.last - 1].end))
    return Span(start=min(start, notice.quote.start), end=end)


class StillThere:
    """The wrong value of a notice, found again outside the notice's own sentence."""

    doc = STILL_THERE

    def find(self, case: Case) -> Iterator[Conflict]:
        for extraction in case.extractions:
            for notice in extraction.notices:
                if notice.kind in _UNDO and notice.wrong and notice.right:
                    yield from _repeats(extraction.document, notice)


def _repeats(document: Document, notice: Notice) -> Iterator[Conflict]:
    wrong, right = (notice.wrong or "").strip(), (notice.right or "").strip()
    if len(wrong) < _LEAST_WRONG or fold(wrong) == fold(right) or fold(wrong) in fold(right):
        return
    pattern = re.compile(rf"(?<![A-Za-z0-9.]){re.escape(wrong)}(?![A-Za-z0-9])")
    own = _sentence(document.text, notice)
    for found in pattern.finditer(document.text):
        block = document.block_at(found.start())
        if own[0] <= found.start() < own[1] or block is None or block.zone != "body":
            continue
        quote = notice.quote
        yield conflict(STILL_THERE, Finding(
            sides=(side(document, found.start(), found.end(), role="still stated"),
                   side(document, quote.start, quote.end, role="notice")),
            message=f"The notice corrects “{shorten(wrong)}” to “{shorten(right)}”; "
            "the old wording still stands here",
            explanation=(f"corrected: {shorten(wrong)} → {shorten(right)}",), confidence=70,
        ))  # fmt: skip


def _sentence(text: str, notice: Notice) -> tuple[int, int]:
    """The line that holds the notice: a notice names the wrong value by its nature."""
    start = text.rfind("\n", 0, notice.quote.start) + 1
    end = text.find("\n", notice.quote.end)
    return start, end if end >= 0 else len(text)
