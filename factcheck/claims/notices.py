"""What an article says about errors of its own or of another text: correction, omission,
retraction, update, disclaimer, placeholder; with the wrong and the right value where stated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.claims.clauses import OPENERS, Sentence
from factcheck.claims.errata_entries import of_errata, unworded
from factcheck.claims.notice_marks import EXTRACTOR, marked_notices
from factcheck.claims.notice_texts import REACH, SPEAKS_OF_A_TEXT
from factcheck.claims.notice_values import date_stated, right_in_next, wrong_and_right
from factcheck.claims.notice_words import (
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
from factcheck.sources.lines import Line, lines_of
from factcheck.sources.sentences import sentences

SHORT = 120
"""A sentence up to this length is quoted whole; of a longer one only the part that says it."""
LONGEST = 600
"""A sentence beyond this length is not read: it has no end that could be quoted."""
_STATED = re.compile(
    r"[ \t>*-]{0,6}(?:It says|Original text|Original|Reads|误|誤|原文)[ \t]{0,2}[:：][ \t]{0,4}"
)
_MEANT = re.compile(
    r"[ \t>*-]{0,6}(?:It should say|Corrected text|Corrected|Correct text|Should read|"
    r"正|更正为|订正)"
    r"[ \t]{0,2}[:：][ \t]{0,4}"
)
ENTRY_LINES = 40
"""Lines that either part of an entry of errata may have."""
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
    found.extend(_entries(document, found))
    found.extend(_errata(document))
    found.extend(_announced(document, {(n.quote.start, n.quote.end) for n in found}))
    found.extend(n for n in marked_notices(document) if not _overlaps(found, n))
    found.extend(n for n in _called_corrections(document) if not _overlaps(found, n))
    found = _without_frames(document, found)
    return sorted(found, key=lambda n: (n.quote.start, n.quote.end, n.kind))


def _entries(document: Document, found: list[Notice]) -> list[Notice]:
    """The entries of errata that say what was wrong in words of their own."""
    read = {_block_start(document, notice) for notice in found}
    notices = []
    for number, block in unworded(document, read):
        start, end = block.content.start, block.content.end
        sentence = Sentence(start, end, number, block.language)
        notices.append(_notice(document, "correction", (start, end), sentence, []))
    return notices


def _overlaps(found: list[Notice], notice: Notice) -> bool:
    return any(
        other.quote.start < notice.quote.end and notice.quote.start < other.quote.end
        for other in found
    )


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
    return block is not None and block.kind == "heading"


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


def _errata(document: Document) -> Iterator[Notice]:
    """Entries of errata in two parts: what stands there, what should stand there."""
    lines = lines_of(document.text)
    for first, line in enumerate(lines):
        stated = _STATED.match(line.text)
        if stated is None:
            continue
        window = lines[first + 1 : first + ENTRY_LINES]
        second = next((first + 1 + i for i, x in enumerate(window) if _MEANT.match(x.text)), None)
        again = any(_STATED.match(x.text) for x in lines[first + 1 : second or first + 1])
        if second is None or again:
            continue
        wrong = _part(document.text, lines, first, line.start + stated.end())
        meant = _MEANT.match(lines[second].text)
        right = (
            _part(document.text, lines, second, lines[second].start + meant.end())
            if meant
            else None
        )
        if wrong and right and document.text[slice(*wrong)] != document.text[slice(*right)]:
            section = document.section_at(line.start)
            yield Notice(
                kind="correction", quote=document.quote(wrong[0], right[1]),
                target=(section.subject or None) if section else None,
                wrong=document.text[slice(*wrong)], right=document.text[slice(*right)],
                extractor=EXTRACTOR,
            )  # fmt: skip


def _part(text: str, lines: list[Line], index: int, start: int) -> tuple[int, int] | None:
    """The words behind a key: on its line, or the lines below up to an empty one."""
    if start < lines[index].end:
        end = lines[index].end
        following = index + 1
    elif index + 1 < len(lines):
        start, end = lines[index + 1].start, lines[index + 1].end
        following = index + 2
    else:
        return None
    for line in lines[following : following + ENTRY_LINES]:
        if line.after_blank or _MEANT.match(line.text) or _STATED.match(line.text):
            break
        end = line.end
    return (start, end) if text[start:end].strip() else None


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
