"""What an article says about errors of its own or of another text: correction, omission,
retraction, update, disclaimer, placeholder; with the wrong and the right value where stated."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from factcheck.claims.clauses import OPENERS, Sentence
from factcheck.claims.notices.errata_entries import MISSING, is_errata_title, of_errata, unworded
from factcheck.claims.notices.errata_pairs import pairs
from factcheck.claims.notices.marks import EXTRACTOR, marked_notices
from factcheck.claims.notices.text_words import REACH, SPEAKS_OF_A_TEXT
from factcheck.claims.notices.values import date_stated, right_in_next, wrong_and_right
from factcheck.claims.notices.words import (
    ENTRY,
    FORMULA,
    OTHER_SENSES,
    PROMISES,
    UPDATED,
    wordings,
)
from factcheck.model import Notice, NoticeKind
from factcheck.sources.document import Block, Document
from factcheck.sources.fields import field_name
from factcheck.sources.sentences import sentences

SHORT = 120
"""A sentence up to this length is quoted whole; of a longer one only the part that says it."""
LONGEST = 600
"""A sentence beyond this length is not read: it has no end that could be quoted."""
_PARTS = re.compile(r"[,，;；、(（)）]")
_ERRING = re.compile(
    r"(?P<zh>原文|原稿|原作者|译者|本文|本站|我们|笔者|编者|(?:此前|之前)的?(?:报道|文章|版本))|"
    r"(?P<en>(?i:(?:an? |the )?(?:earlier|previous|original|prior|first) (?:version|"
    r"edition|report|article|paper)"
    r"(?: of (?:this|the|our) (?:article|story|paper|post|report))?|this (?:article|"
    r"story|paper|report)|"
    r"the (?:authors?|editors?|publisher|translator|reporter)))|"
    r"(?P<ja>本記事|当記事|当社|本紙|弊社|編集部|(?:以前|当初)の(?:記事|版)|原文|原著|訳者)"
)


def find_notices(document: Document, spoken: list[Sentence],
                 names: list[tuple[int, int, str]]) -> list[Notice]:  # fmt: skip
    """The notices in text order. `names` are known organisations and people in the text, as
    (start, end, name): the one in a notice's own sentence is who erred."""
    found: list[Notice] = []
    for sentence in spoken:
        if sentence.end - sentence.start <= LONGEST:
            notice = _read(document, sentence, names)
            if notice is not None:
                found.append(notice)
    paired = list(pairs(document))
    paired.extend(_apart(marked_notices(document), paired))
    found = [*_apart(found, paired), *paired]
    found.extend(_entries(document, found))
    found.extend(_announced(document, {(n.quote.start, n.quote.end) for n in found}))
    found.extend(_apart(_called_corrections(document), found))
    found = _without_frames(document, found)
    return sorted(found, key=lambda n: (n.quote.start, n.quote.end, n.kind))


def _entries(document: Document, found: list[Notice]) -> list[Notice]:
    """The entries of errata that say what was wrong in words of their own."""
    notices = []
    read = sorted((notice.quote.start, notice.quote.end) for notice in found)
    for number, start, end in unworded(document, read):
        sentence = Sentence(start, end, number, document.blocks[number].language)
        gone = MISSING.search(document.text, start, end)
        kind: NoticeKind = "omission" if gone else "correction"
        notices.append(_notice(document, kind, (start, end), sentence, []))
    return notices


def _apart(notices: Iterable[Notice], taken: Iterable[Notice]) -> list[Notice]:
    """Those of the notices that share no character with one that is taken."""
    spans = sorted((n.quote.start, n.quote.end) for n in taken)
    starts = [start for start, _ in spans]
    reach = list(itertools.accumulate((end for _, end in spans), max))
    return [
        n for n in notices
        for before in [bisect_left(starts, n.quote.end)]
        if not before or reach[before - 1] <= n.quote.start
    ]  # fmt: skip


def _called_corrections(document: Document) -> Iterator[Notice]:
    """The lines that the markup says are notices of correction."""
    for span in document.corrections:
        words = document.text[span.start : span.end]
        if not words.strip() or len(words) > LONGEST:
            continue
        wrong, right = wrong_and_right(words)
        section = document.section_at(span.start)
        yield Notice(
            kind="correction", quote=document.quote(span.start, span.end), wrong=wrong,
            right=right, target=(section.subject or None) if section else None,
            date=date_stated(words), extractor=EXTRACTOR,
        )  # fmt: skip


def furniture_sentences(document: Document) -> list[Sentence]:
    """The lines of the site's furniture: disclaimers and corrections often stand there."""
    return [
        Sentence(start, end, index, block.language)
        for index, block in enumerate(document.blocks)
        if block.zone == "furniture" and block.end - block.start <= LONGEST
        for start, end in ((block.content.start, block.content.end),)
        if start < end
    ]


def _read(
    document: Document, sentence: Sentence, names: list[tuple[int, int, str]]
) -> Notice | None:
    words = document.text[sentence.start : sentence.end]
    block = document.blocks[sentence.block]
    labelled = _labelled(block)
    if labelled and sentence.start <= block.content.start:
        return _notice(document, labelled, (sentence.start, sentence.end), sentence, names)
    for wording in wordings(words, sentence.language):
        if block.zone == "furniture" and wording.kind in ("update", "omission", "placeholder"):
            continue
        hit = wording.pattern.search(words)
        if hit is None or _other_sense(words, hit):
            continue
        if not wording.of_a_text or _of_a_text(document, sentence):
            span = _extent(document.text, sentence, hit)
            return _notice(document, wording.kind, span, sentence, names)
    entry = block.zone == "body" and block.kind != "heading" and ENTRY.search(words)
    if entry and of_errata(document, sentence.start):
        return _notice(document, "correction", (sentence.start, sentence.end), sentence, names)
    return None


def _without_frames(document: Document, found: list[Notice]) -> list[Notice]:
    """Leave out what only frames another notice of its kind: the word at its head, the apology
    at its end, the title of a page of errata whose entries were read."""
    told = [n for n in found if not FORMULA.fullmatch(n.quote.exact)]
    last = {n.kind: n.quote.start for n in told}
    where = {(n.kind, _block_start(document, n)) for n in told}
    return [notice for notice in found if not (
        last.get(notice.kind, 0) > notice.quote.end if _in_heading(document, notice)
        else FORMULA.fullmatch(notice.quote.exact)
        and (notice.kind, _block_start(document, notice)) in where)]  # fmt: skip


def _block_start(document: Document, notice: Notice) -> int:
    block = document.block_at(notice.quote.start)
    return block.start if block else -1


def _in_heading(document: Document, notice: Notice) -> bool:
    block = document.block_at(notice.quote.start)
    if block is None:
        return False
    words = document.text[block.start : block.end]
    return block.kind == "heading" or (block is document.blocks[0] and is_errata_title(words))


def _labelled(block: Block) -> NoticeKind | None:
    """The kind of notice that a field's key announces: `Correction: …`, 更正:…, 更新:…"""
    if block.kind != "field":
        return None
    if UPDATED.fullmatch(block.label):
        return "update"
    if field_name(block.label) != "correction":
        return None
    for wording in wordings(block.label, "en" if block.label.isascii() else "und"):
        if wording.pattern.search(f"{block.label}:"):
            return wording.kind
    return "correction"


def _of_a_text(document: Document, sentence: Sentence) -> bool:
    """Whether a text is named in the sentence or shortly before it in its block, or the page is
    one of errata."""
    if of_errata(document, sentence.start):
        return True
    start = max(document.blocks[sentence.block].start, sentence.start - REACH)
    return SPEAKS_OF_A_TEXT.search(document.text, start, sentence.end) is not None


def _other_sense(words: str, hit: re.Match[str]) -> bool:
    return any(
        other.start() < hit.end() and hit.start() < other.end()
        for other in OTHER_SENSES.finditer(words)
    )


def _extent(text: str, sentence: Sentence, hit: re.Match[str]) -> tuple[int, int]:
    """The words to quote: the bracket that says it, a short sentence, or the parts around."""
    start, end = sentence.start, sentence.end
    at, stop = start + hit.start(), start + hit.end()
    for opener, closer in OPENERS.items():
        opened = text.rfind(opener, start, at + 1)
        closed = text.find(closer, stop, end)
        if opened > start and closed > 0 and closer not in text[opened:at]:
            return opened + 1, closed
    if end - start <= SHORT or (not hit.group().isascii() and end - start <= SHORT * 2):
        return start, end
    if text[at:stop].isascii():
        return start, end
    marks = [m.start() for m in _PARTS.finditer(text, start, end)]
    before = [m for m in marks if m < at]
    after = [m for m in marks if m >= stop]
    return (before[-2] + 1 if len(before) > 1 else start), (after[0] if after else end)


def _notice(document: Document, kind: NoticeKind, span: tuple[int, int], sentence: Sentence,
            names: list[tuple[int, int, str]]) -> Notice:  # fmt: skip
    start, end = span
    words = document.text[start:end]
    wrong, right = wrong_and_right(words)
    if wrong is None and right is None and kind == "correction":
        wrong, right = right_in_next(words, _following(document, sentence))
    section = document.section_at(start)
    block = document.blocks[sentence.block]
    erring = next((name for s, e, name in names if start <= s and e <= end), None)
    if erring is None:
        match = _ERRING.search(words)
        erring = match.group() if match else None
    return Notice(
        kind=kind, quote=document.quote(start, end), target=(section.subject or None)
        if section else None, target_source=erring, wrong=wrong, right=right,
        date=date_stated(document.text[sentence.start : sentence.end]) or date_stated(block.label),
        extractor=EXTRACTOR,
    )  # fmt: skip


def _following(document: Document, sentence: Sentence) -> str:
    """The sentence behind this one in its block."""
    block = document.blocks[sentence.block]
    rest = sentences(document.text, sentence.end, min(block.content.end, sentence.end + 300))
    rest = [s for s in rest if s.end - s.start > 3]
    return document.text[rest[0].start : rest[0].end] if rest else ""


def _announced(document: Document, taken: set[tuple[int, int]]) -> Iterator[Notice]:
    """Body lines that end in a colon and promise what does not follow."""
    body = [block for block in document.blocks if block.zone == "body"]
    for block, following in zip(body, [*body[1:], None], strict=False):
        if block.kind in ("field", "table_row", "caption", "code") or _followed(block, following):
            continue
        head = block.content.start if block.content.start < block.content.end else block.start
        words = document.text[head : block.end]
        start = max(words.rfind(mark, 0, len(words) - 1) for mark in "。！？!?；") + 1
        promise = words[start:]
        if len(promise) > SHORT or PROMISES.search(promise) is None:
            continue
        begin = head + start + len(promise) - len(promise.lstrip())
        if (begin, block.end) not in taken:
            section = document.section_at(begin)
            yield Notice(
                kind="placeholder", quote=document.quote(begin, block.end),
                target=(section.subject or None) if section else None, extractor=EXTRACTOR,
            )  # fmt: skip


def _followed(block: Block, following: Block | None) -> bool:
    """Whether something that could be the promised list comes next."""
    if following is None or following.kind == "heading":
        return False
    if following.kind in ("list_item", "numbered_item", "table_row", "field", "code", "caption"):
        return following.end - following.start > 0 and not _opens_section(block, following)
    return block.language == "en"


def _opens_section(block: Block, following: Block) -> bool:
    return following.kind == "numbered_item" and block.kind == "numbered_item"
