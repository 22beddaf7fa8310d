"""FC501 and FC504: a line announces a list that is not there, and what then refers to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Conflict
from factcheck.reconcile.rules.building import Finding, conflict, shorten, side
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.sources.document import Block, Document

EMPTY_LIST = RuleDoc(
    code="FC501", version=1, kind="missing_content", severity="medium",
    title="a list is announced and none follows",
    what="A line ends in a colon, or says “as follows”, and the next thing is a new section, the "
    "end, or a sentence about the others.",
    why="What the reader was promised is missing in this copy; nothing can be checked there.",
    example="`People who left:` directly followed by the next heading",
)  # fmt: skip
DANGLING = RuleDoc(
    code="FC504", version=1, kind="missing_content", severity="medium",
    title="a sentence speaks of “the others” and nobody was named",
    what="A sentence begins with the other, the remaining or 其他 and the list before it is "
         "missing.",
    why="Whom the sentence leaves out cannot be known in this copy.",
    example="`The authors are:` followed by `The other authors stayed.`",
)  # fmt: skip

_COLON = re.compile(r"[:：]\s{0,4}[\"”’」』）)*_]{0,3}$")
_CUE = re.compile(
    r"(?:如下(?:所示|所列)?|(?:以下|次)の(?:通り|とおり)(?:です|である|だ|となる|となります|"
    r"になります)?|"
    r"(?<![A-Za-z])(?:as follows|(?:is|are) the following|"
    r"listed below)(?![A-Za-z]))[:：。.]\s{0,4}$",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"(?:其他|其它|其余|其餘|另外的|剩下的|余下的|その他の|そのほかの|残りの|他の)|"
    r"(?:the (?:other|others|remaining|rest)|all others|everyone else|others)(?![A-Za-z])",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[。．！？；;!?]|\.(?=\s|$)")
_TITLE_YEAR = re.compile(r"[(（]\s?(?:1[89]|20)\d\d\s?[)）]\s{0,4}$")
_ORDINAL = re.compile(r"(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[IVX]{1,4})\s?[.．、)）]\s?\S")
_FINAL = re.compile(
    r"(?:the\s)?(?:end|fin)[.。]?|完[。.]?|全文完[。.]?|以上[。.]?|[-*/=_~—·•]{1,12}", re.IGNORECASE
)
_CODE = re.compile(
    r"(?:def|class|if|elif|else|for|while|with|try|except|case|function|return)(?![A-Za-z])"
    r"[^\u3040-\u9fff]{0,120}:$|[^\s]{0,80}[)\]}]:$|[^\n]{0,120}::$"
)
_FENCE = re.compile(r"(?:```|~~~|\$ |>>> ?|!\[|<[a-z]{1,10}[ >]|\||> )")
_ANNOUNCEMENT = 160


class EmptyLists:
    """Announcements whose list is missing. The line that follows decides: a heading, furniture or
    the end means that nothing came; a sentence means so only where it speaks of the others."""

    doc = EMPTY_LIST

    def find(self, case: Case) -> Iterator[Conflict]:
        for extraction in case.extractions:
            document = extraction.document
            if document.kind == "record":
                continue
            for block, following in _announcements(document):
                yield _empty(document, block, following)


class DanglingOthers:
    """The sentence about the others, after an announced list that is missing."""

    doc = DANGLING

    def find(self, case: Case) -> Iterator[Conflict]:
        for extraction in case.extractions:
            document = extraction.document
            if document.kind == "record":
                continue
            for block, following in _announcements(document):
                found = following and _OTHERS.match(_content(document, following))
                if following and found:
                    first, last = _announcing(document, block)
                    start, end = _first_sentence(document, following)
                    yield conflict(DANGLING, Finding(
                        sides=(side(document, start, end, role="refers to a list"),
                               side(document, first, last, role="announces it")),
                        message=f"“{found.group()}” refers to a list that is missing in this copy",
                        explanation=("the list announced before it has no entries",),
                        confidence=93,
                    ))  # fmt: skip


def _announcements(document: Document) -> Iterator[tuple[Block, Block | None]]:
    """Blocks that announce a list, each with what follows in place of the list."""
    blocks = document.blocks
    for index, block in enumerate(blocks):
        if block.zone != "body" or block.kind in ("code", "table_row", "caption"):
            continue
        if not _announces(document, block):
            continue
        following = _next(document, index)
        if _no_list(document, block, following):
            yield block, following


def _next(document: Document, index: int) -> Block | None:
    """The next block that holds a letter or a digit; rules and fences say nothing."""
    for block in document.blocks[index + 1 : index + 4]:
        if any(letter.isalnum() for letter in document.text[block.start : block.end][:80]):
            return block
    return None


def _announces(document: Document, block: Block) -> bool:
    text = document.text[block.start : block.end].rstrip()
    tail = text[-_ANNOUNCEMENT:]
    if _CODE.match(tail.rpartition("\n")[2].strip()):
        return False
    if block.kind == "heading" and not _COLON.search(tail):
        return False
    if block.kind == "field" and block.content.end > block.content.start:
        value = document.text[block.content.start : block.content.end].strip()
        if value and not _COLON.search(value[-8:]):
            return False
    return bool(_COLON.search(tail) or _CUE.search(tail))


def _no_list(document: Document, block: Block, following: Block | None) -> bool:
    if following is None:
        return True
    if following.kind == "code" or _shown(document, block, following):
        return False
    if following.zone != "body":
        return True
    text = _content(document, following)
    if _FINAL.fullmatch(text.strip()):
        return True
    if _OTHERS.match(text) and _SENTENCE_END.search(text):
        return True
    if following.kind == "heading":
        return block.kind != "heading" or following.level <= block.level
    if following.kind == "paragraph" and block.kind != "heading":
        return bool(_TITLE_YEAR.search(text)) and not _SENTENCE_END.search(text.rstrip("。."))
    return False


def _shown(document: Document, block: Block, following: Block) -> bool:
    """Whether something that is no list stands between or next: code, a picture, a table, a
    quotation, or lines set in."""
    between = document.text[block.end : following.end].lstrip("\r\n")
    first = between.partition("\n")[0]
    return first.startswith(("    ", "\t")) or bool(_FENCE.match(first.strip()))


def _empty(document: Document, block: Block, following: Block | None) -> Conflict:
    start, end = _announcing(document, block)
    words = document.text[start:end]
    if following is None:
        evidence = "the document ends here"
    elif following.zone != "body":
        evidence = f"the next line is site furniture: “{_line(document, following)}”"
    else:
        evidence = f"the next line is “{_line(document, following)}”"
    counted = re.search(
        r"[一二两三四五六七八九十\d]{1,3}\s?(?:位|名|人|个|個|つ|点|項)|所有|全部|全員|八子", words
    )
    return conflict(EMPTY_LIST, Finding(
        sides=(side(document, start, end, role="announcement"),),
        message=f"“{shorten(words)}” announces a list that is missing in this copy",
        explanation=(evidence, "no entry stands between them"),
        confidence=96, severity="high" if counted else None,
    ))  # fmt: skip


def _announcing(document: Document, block: Block) -> tuple[int, int]:
    """The last clause of the block: the words that announce."""
    text = document.text[block.start : block.end].rstrip()
    body = text.rstrip(":：。. 　")
    cuts = [found.end() for found in re.finditer(r"[。．！？；;!?,，、]|\.(?=\s)", body)]
    start = cuts[-1] if cuts else 0
    start += len(text[start:]) - len(text[start:].lstrip())
    return block.start + start, block.start + len(text)


def _first_sentence(document: Document, block: Block) -> tuple[int, int]:
    start = block.content.start
    text = document.text[start : block.end]
    found = _SENTENCE_END.search(text)
    return start, start + (found.end() if found else len(text.rstrip()))


def _content(document: Document, block: Block) -> str:
    return document.text[block.content.start : block.end]


def _line(document: Document, block: Block) -> str:
    return shorten(document.text[block.start : block.end])
