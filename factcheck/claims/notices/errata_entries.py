"""Pages and sections of errata: each of their items that says where something stood is an entry,
however it words what was wrong. `Our map placed Ebberly north of the river, when it lies to the
south` uses no word of correcting; it stands under `Corrections and clarifications`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factcheck.claims.notices.text_words import SPEAKS_OF_A_TEXT
from factcheck.sources.document import Block, Document
from factcheck.sources.sentences import sentences

TITLE_LIMIT = 80
"""Characters of the longest title of a page of errata."""
ENTRY_LIMIT = 600
"""Characters of the longest entry."""
HEAD = 24
"""Characters at the head of a paragraph in which it says what it is about."""
_ENTRIES = ("paragraph", "list_item", "numbered_item", "field", "caption")
_TITLE = re.compile(
    r"(?<![A-Za-z])(?i:errat(?:um|a)|corrigend(?:um|a)|corrections?(?! of| to)|clarifications?|"
    r"for the record|setting the record straight)"
    r"(?![A-Za-z])|正誤|訂正|おわび|お詫び|誤記|誤植|勘误|更正|订正|勘誤|校勘|差错|正误|补正|补遗"
)
_PLACE = re.compile(
    r"(?<![A-Za-z])(?i:p{1,2}\.|pages?|lines?|fig(?:ure|s)?\.?|tables?|eqs?\.?|equations?|"
    r"chapters?|"
    r"sections?|§|appendix|footnote|slides?)\s{0,2}\(?[0-9A-Z]|"
    r"\([^()]{0,24}(?:[0-9]{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} [0-9]{1,2}|"
    r"page [0-9])[^()]{0,24}\)|"
    r"第\s?[0-9一二三四五六七八九十百]{1,5}\s?[页頁行章节節版段条面回]|(?<![0-9全約])[0-9]{1,4}\s?(?:ページ|頁|行目|面)|"
    r"[0-9]{1,2}日[^，。]{0,6}?(?:付|刊登|版|报道|社论|文章|栏|面|欄|記事)|(?:上|昨|前)[一-龥]{1,3}《|(?:图|表|図|附录|付録|巻末|"
    r"巻頭|奥付|目次|帯|裏表紙|表紙|寄稿者|執筆者|目录|版权页|"
    r"脚注|卷首|扉頁|封面)\s?"
    r"[0-9A-Z]?|[一-龥]{1,4}(?:版|面|欄|栏)"
)
"""Where in a text, or in which issue, something stood."""
MISSING = re.compile(
    r"(?<![A-Za-z])(?i:missing|left out|omitted|forgot|dropped|absent)(?![A-Za-z])|"
    r"缺少|缺了|漏|遗漏|脱落|欠落|抜け|欠け|未(?:署|注明|列)"
)
"""What an entry says of something that is not there: it is an omission."""
_ONLY_A_PLACE = re.compile(
    r"\W{0,6}(?i:p{1,2}\.?|pages?|fig(?:ure)?\.?|table)?\s?[^\n，。,.:：→“「\"]{0,20}"
)
"""The head of an entry whose words follow in a block of their own."""
_INTRODUCES = re.compile(
    r"(?i:(?:the )?following|these (?:errors|mistakes|corrections)|thank|please (?:send|write|"
    r"email))|"
    r"以下|如下|次の|下記|感谢|欢迎"
)


def is_errata_title(title: str) -> bool:
    """Whether a heading says that what follows are errata."""
    return len(title) <= TITLE_LIMIT and _TITLE.search(title) is not None


def of_errata(document: Document, place: int) -> bool:
    """Whether a place stands on a page, or in a section, of errata."""
    section = document.section_at(place)
    if section is not None and is_errata_title(section.subject):
        return True
    title = document.metadata.get("title")
    if title is None:  # nothing marks the title: it is the first line
        first = next((block for block in document.blocks if block.zone == "body"), None)
        title = document.text[first.start : first.end] if first else ""
    return is_errata_title(title)


def unworded(document: Document, read: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """The entries of errata in which no wording of a notice was found, as number of the block,
    start and end: those on a page of errata, and those of a list in front of which a notice
    stands. `read` are the spans of what was found, in order."""
    announced = False
    for number, block in enumerate(document.blocks):
        if block.zone != "body" or block.kind not in _ENTRIES:
            continue
        listed = block.kind in ("list_item", "numbered_item")
        if not listed:  # what is said in front of a list holds for all of it
            announced = block.kind == "paragraph" and _touched(read, block.start, block.end)
        errata = of_errata(document, block.start) or (listed and announced)
        if block.end - block.start > ENTRY_LIMIT or not errata:
            continue
        for start, end in _entries_in(document, block):
            if not _touched(read, start, end):
                yield number, start, end


def _entries_in(document: Document, block: Block) -> Iterator[tuple[int, int]]:
    """An item of a list that says where something stood; in prose each sentence that does so at
    its head, with those behind it, since what comments on the errata is prose as well."""
    text, content = document.text, block.content
    if block.kind != "paragraph":
        words = text[block.start : block.end]
        placed = _PLACE.search(words) or SPEAKS_OF_A_TEXT.search(words)
        if placed and _says_something(words):
            yield content.start, content.end
        return
    start, end = -1, -1
    for sentence in sentences(text, content.start, content.end):
        if _PLACE.search(text, sentence.start, min(sentence.end, sentence.start + HEAD)):
            if start >= 0 and _says_something(text[start:end]):
                yield start, end
            start = sentence.start
        end = sentence.end
    if start >= 0 and _says_something(text[start:end]):
        yield start, end


def _says_something(words: str) -> bool:
    return not (_INTRODUCES.search(words) or _ONLY_A_PLACE.fullmatch(words))


def _touched(read: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    before = bisect_left(read, (end, 0)) - 1
    return before >= 0 and read[before][1] > start
