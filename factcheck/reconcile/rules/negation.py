"""FC304: a negation that a translation added or lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from factcheck.model import Conflict
from factcheck.reconcile.alignment import Alignment, Bead, Passage
from factcheck.reconcile.rules.building import Finding, conflict, side
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.sources.document import Span

DOC = RuleDoc(
    code="FC304", version=1, kind="translation", severity="high",
    title="a negation was added or lost in translation",
    what="One of the two sentences is negated and the other holds no word that could carry it.",
    why="The translation says the opposite of its original.",
    example="開放されている → is not open",
)  # fmt: skip

# Words that plainly negate a sentence.
_PLAIN: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"(?<![A-Za-z])(?:not(?! only|hing)|never|cannot)(?![A-Za-z])|"
                     r"n['’]t(?![A-Za-z])", re.IGNORECASE),
    "zh": re.compile(r"没有|並非|并非|从未|從未|尚未|未能|无法|無法|不能|不会|不會|不是|不再|不得|"
                     r"决不|绝不"),
    "ja": re.compile(
        r"(?<!しれ)(?<!知れ)(?<!なら)(?<!なり)(?<!すぎ)(?<!過ぎ)(?<!違い)(?<!ちがい)(?<!かね)(?<!得)(?<!えざる)"
        r"(?:ない(?![かわ]|だろ|でしょ|うち)|なかっ[たて]|ません)|ておら[ずぬ]"
    ),
}  # fmt: skip

# Everything that can carry a negation or its sense: one such word explains a plain one.
_ANY: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r"(?<![A-Za-z])(?:no|not|nor|none|never|neither|nobody|nothing|nowhere|without|cannot|"
        r"unable|"
        r"fail\w{0,4}|lack\w{0,4}|refus\w{0,4}|den(?:y|ies|ied)|avoid\w{0,4}|prevent\w{0,5}|"
        r"stop\w{0,4}|"
        r"hardly|rarely|barely|scarcely|seldom|little|few|unlike|except|but|absen\w{1,3}|"
        r"miss\w{0,4}|"
        r"until|yet|only|instead|rather|against|impossible|unless|beyond|free|less|despite|"
        r"although|"
        r"though|regardless|exclud\w{0,4}|forbid\w{0,4}|ban\w{0,4}|prohibit\w{0,4}|block\w{0,3}|"
        r"too|least|out|difficult|hard|reject\w{0,3}|un[a-z]{4,12}|in(?:ability|accura|suffic|"
        r"depend|"
        r"complete|correct|visib|valid|activ|formal|direct|evitab|defin|finit|consist|adequ|capab|"
        r"tact)\w{0,6}|"
        r"im(?:possib|perfect|mob|mature|probab)\w{0,6}|ir(?:reg|rel|resp|rev)\w{0,8}|il(?:leg|lit|"
        r"log)\w{0,6}|"
        r"non\w{0,12}|dis[a-z]{4,12}|mis[a-z]{4,12}|a?sym\w{4,12}|no-|must|have to|had to|"
        r"need\w{0,2}|should|"
        r"zero|even|unprecedented|deni\w{1,4})(?![A-Za-z])|n['’]t(?![A-Za-z])", re.IGNORECASE),
    "zh": re.compile(r"[不没沒未无無非否别別勿莫毋免拒禁难難缺失少除仅僅只反却卻停止阻防避负負]|"
                     r"以外|之前"),
    "ja": re.compile(r"ない|なかっ|なく|なけれ|なし|ません|まい|[ずぬ](?=[、。にとは]|$)|ずに|ざる|"
                     r"[無未不非否禁避防難除失欠拒断]|しか|以外|のみ|だけ|はなを|やめ|止|まで|前に|"
                     r"ゼロ|ナシ|ん[。、]"),
}  # fmt: skip


class ChangedNegation:
    """Silent unless one side is plainly negated and the other holds nothing near a negation."""

    doc = DOC

    def find(self, case: Case) -> Iterator[Conflict]:
        for alignment in case.alignments:
            if alignment.kind != "translation":
                continue
            for bead in alignment.beads:
                if bead.paired:
                    yield from _compare(alignment, bead)


def _compare(alignment: Alignment, bead: Bead) -> Iterator[Conflict]:
    source, target = alignment.original, alignment.translation
    added = _plain(target, bead.translation)
    if added and not _carries(source, bead.original):
        yield _conflict(alignment, bead, added, added=True)
        return
    lost = _plain(source, bead.original)
    if lost and not _carries(target, bead.translation):
        yield _conflict(alignment, bead, lost, added=False)


def _plain(passage: Passage, span: Span) -> Span | None:
    pattern = _PLAIN.get(passage.language)
    found = pattern.search(passage.document.text, span.start, span.end) if pattern else None
    return Span(start=found.start(), end=found.end()) if found else None


def _carries(passage: Passage, span: Span) -> bool:
    """Whether the sentences hold anything that may carry a negation; so do those of a language
    that we have no words for."""
    pattern = _ANY.get(passage.language)
    return pattern is None or bool(pattern.search(passage.document.text, span.start, span.end))


def _conflict(alignment: Alignment, bead: Bead, word: Span, added: bool) -> Conflict:
    source, target = alignment.original.document, alignment.translation.document
    document, other = (target, source) if added else (source, target)
    opposite = bead.original if added else bead.translation
    words = document.text[word.start : word.end]
    start, end = _around(document.text, word, bead.translation if added else bead.original)
    roles = ("translation", "original") if added else ("original", "translation")
    sides = (side(document, start, end, role=roles[0]),
             side(other, opposite.start, opposite.end, role=roles[1]))  # fmt: skip
    if added:
        message = f"The translation negates (“{words}”); the original holds no negation"
    else:
        message = f"The original negates (“{words}”); the translation holds no negation"
    return conflict(DOC, Finding(
        sides=sides if added else tuple(reversed(sides)), message=message,
        explanation=("neither a negation nor a word that carries one was found in the other "
                     "sentence",),
        confidence=75,
    ))  # fmt: skip


def _around(text: str, word: Span, span: Span) -> tuple[int, int]:
    """The negation with a few words on each side, so that it can be recognised."""
    start = max(span.start, word.start - 20)
    end = min(span.end, word.end + 20)
    while start > span.start and text[start - 1].isalnum() and text[start].isascii():
        start -= 1
    while end < span.end and text[end].isalnum() and text[end].isascii():
        end += 1
    return start, end
