"""Pages and sections of errata: each of their items that says where something stood is an entry,
however it words what was wrong. `Our map placed Ebberly north of the river, when it lies to the
south` uses no word of correcting; it stands under `Corrections and clarifications`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.claims.notice_texts import SPEAKS_OF_A_TEXT
from factcheck.sources.document import Block, Document

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
    r"(?![A-Za-z])|正誤表|訂正|おわび|お詫び|勘误|更正|订正|勘誤|校勘表"
)
_PLACE = re.compile(
    r"(?<![A-Za-z])(?i:p{1,2}\.|pages?|lines?|fig(?:ure|s)?\.?|tables?|eqs?\.?|equations?|"
    r"chapters?|"
    r"sections?|§|appendix|footnote|slides?)\s{0,2}\(?[0-9A-Z]|"
    r"\([^()]{0,24}(?:[0-9]{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} [0-9]{1,2}|"
    r"page [0-9])[^()]{0,24}\)|"
    r"第\s?[0-9一二三四五六七八九十百]{1,5}\s?[页頁行章节節版段条面回]|(?<![0-9全約])[0-9]{1,4}\s?(?:ページ|頁|行目|面)|"
    r"[0-9]{1,2}日[^，。]{0,6}?(?:付|刊登|版|报道|社论|文章|栏|面|欄|記事)|(?:上|昨|前)[一-龥]{1,3}《|(?:图|表|図|附录|付録|巻末|"
    r"脚注|卷首|扉頁|封面)\s?"
    r"[0-9A-Z]?|[一-龥]{1,4}(?:版|面|欄|栏)"
)
"""Where in a text, or in which issue, something stood."""
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
    over = (document.metadata.get("title") or _first_line(document),
            section.subject if section else "")  # fmt: skip
    return any(map(is_errata_title, over))


def _first_line(document: Document) -> str:
    """The words of the first block of the body, where nothing marks the title of a page."""
    first = next((block for block in document.blocks if block.zone == "body"), None)
    return document.text[first.start : first.end] if first else ""


def _is_placed(block: Block, words: str) -> bool:
    """Whether an item says where something stood: an item of a list anywhere, a paragraph at its
    head, since what comments on the errata is prose as well."""
    if block.kind == "paragraph":
        return _PLACE.search(words, 0, HEAD) is not None
    return _PLACE.search(words) is not None or SPEAKS_OF_A_TEXT.search(words) is not None


def unworded(document: Document, read: Iterable[int]) -> Iterator[tuple[int, Block]]:
    """The entries of errata in which no wording of a notice was found. `read` are the numbers of
    the blocks that hold one. Yields the number of each block with it."""
    known = set(read)
    for number, block in enumerate(document.blocks):
        if block.zone != "body" or block.kind not in _ENTRIES or number in known:
            continue
        if block.end - block.start > ENTRY_LIMIT or not of_errata(document, block.start):
            continue
        words = document.text[block.start : block.end]
        if _is_placed(block, words) and not (
            _INTRODUCES.search(words) or _ONLY_A_PLACE.fullmatch(words)
        ):
            yield number, block
