"""FC309: most became all: how many of a group a sentence speaks of, changed in translation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from factcheck.model import Conflict
from factcheck.reconcile.rules.building import Finding, conflict, side
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.reconcile.translation.alignment import Alignment, Bead, Passage
from factcheck.sources.document import Span

DOC = RuleDoc(
    code="FC309", version=1, kind="translation", severity="medium",
    title="most became all in translation",
    what="The original speaks of most, nearly all or some of a group and the translation of all "
    "of it, or the other way round, and no word of the sentence says what the original says.",
    why="The translation claims more, or less, than its original.",
    example="most of the samples → すべての標本",
)  # fmt: skip

Share = Literal["all", "most", "some"]
_WORDS: Mapping[str, Mapping[Share, re.Pattern[str]]] = {
    "en": {
        "most": re.compile(
            r"(?<![A-Za-z])(?:(?<!the )(?<!at )most (?:of(?! all)|[a-z]{3,16}s(?= ))|(?:the |a )?"
            r"(?:vast |great |large )?majority of|(?:nearly|almost|virtually|practically) (?:all|"
            r"every|each))(?![A-Za-z])", re.IGNORECASE),
        "some": re.compile(r"(?<![A-Za-z])(?:some of (?:the|its|their|our|them)|a few of|"
                           r"several of|part of the)(?![A-Za-z])", re.IGNORECASE),
        "all": re.compile(
            r"(?<![A-Za-z])(?:(?<!at )(?<!after )(?<!above )(?<!of )(?<!almost )(?<!nearly )"
            r"(?<!virtually )(?<!practically )(?<!not )all(?= (?:of (?:the|its|their|our|them)|"
            r"the |its |their |our |[a-z]{3,16}s(?![a-z])))|"
            r"(?<!almost )(?<!nearly )(?<!virtually )(?<!practically )(?<!not )every(?= [a-z]))"
            r"(?![A-Za-z])", re.IGNORECASE),
    },
    "zh": {
        "most": re.compile(r"绝?大多数|大部分|几乎(?:所有|每|全部|都)|多半|大半"),
        "some": re.compile(r"(?<!大)部分(?!别)|有些|一些|某些"),
        "all": re.compile(r"(?<!几乎)(?<!不是)(?<!并非)(?:所有|全部|一切|"
                          r"每一[个位项次家名种]|全体)"),
    },
    "ja": {
        "most": re.compile(r"ほとんど|ほぼ(?:すべて|全て|全[員部])|大半|大部分|大多数|多くの"),
        "some": re.compile(r"一部|いくつか|何人か|中には"),
        "all": re.compile(r"(?<!ほぼ)(?<!ほとんど)(?:すべて|全て|全員|あらゆる|全部|ことごとく)"),
    },
}  # fmt: skip

# Anything that may say how much of a group is meant: one such word explains the other side's.
_ANY: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r"(?<![A-Za-z])(?:most\w{0,2}|majority|nearly|almost|virtually|practically|largely|mainly|"
        r"many|much|some|several|few|part\w{0,3}|half|all|every\w{0,5}|each|any\w{0,5}|whole|entire"
        r"\w{0,2}|"
        r"total\w{0,2}|full\w{0,2}|complete\w{0,2}|throughout|across|both|always|ever|no|none|not|"
        r"generally|usually|typically|percent|per cent|dominant\w{0,2}|primarily|"
        r"overwhelming\w{0,2}|"
        r"only|various|different|certain|range|variety|remaining|rest)(?![A-Za-z])|%|n['’]t",
        re.IGNORECASE),
    "zh": re.compile(r"[全每各凡皆均遍]|总[共数]|整个|任何|任意|所有|一切|大多|多数|部分|几乎|多半|"
                     r"大半|许多|不少|"
                     r"很多|一些|有些|某些|主要|有的|普遍|一般|通常|半|[\d一二三四五六七八九]成|%|分之|"
                     r"几|[少数多]数|多|无不|广泛|"
                     r"[不没未无]"),
    "ja": re.compile(r"[全皆総各毎諸]|すべて|みんな|あらゆる|いずれ|ことごと|ほとんど|ほぼ|大半|"
                     r"大部分|大多数|多[くい数]|主に|一部|いくつ|何|中には|数[^値字]|半|割|%|おおむね|たいてい|"
                     r"どの|一切|さまざま|様々|ない|ません|ず|ら"),
}  # fmt: skip


class ChangedQuantifiers:
    """Silent unless one side says one share and the other plainly another and nothing else."""

    doc = DOC

    def find(self, case: Case) -> Iterator[Conflict]:
        for alignment in case.alignments:
            if alignment.kind != "translation":
                continue
            for bead in alignment.beads:
                if bead.paired:
                    yield from _compare(alignment, bead)


def _compare(alignment: Alignment, bead: Bead) -> Iterator[Conflict]:
    left = _only(alignment.original, bead.original)
    right = _only(alignment.translation, bead.translation)
    if left is None or right is None or left[0] == right[0]:
        return
    if "all" not in (left[0], right[0]):
        return
    source, target = alignment.original.document, alignment.translation.document
    (said, one), (told, other) = left, right
    words, rendered = source.text[one.start : one.end], target.text[other.start : other.end]
    yield conflict(DOC, Finding(
        sides=(side(target, other.start, other.end, role="translation", reading=told),
               side(source, one.start, one.end, role="original", reading=said)),
        message=f"The translation speaks of {told} (“{rendered}”), the original of {said} "
        f"(“{words.strip()}”)",
        explanation=("no other word of the two sentences says how many are meant",),
        confidence=75,
    ))  # fmt: skip


def _only(passage: Passage, span: Span) -> tuple[Share, Span] | None:
    """The one share that the sentences speak of; None where they speak of several or of none."""
    table = _WORDS.get(passage.language)
    if table is None:
        return None
    text = passage.document.text
    hits = [(share, found) for share, pattern in table.items()
            for found in pattern.finditer(text, span.start, span.end)]  # fmt: skip
    if len(hits) != 1:
        return None
    share, found = hits[0]
    rest = text[span.start : found.start()] + " " + text[found.end() : span.end]
    if _ANY[passage.language].search(rest):
        return None
    return share, Span(start=found.start(), end=found.end())
