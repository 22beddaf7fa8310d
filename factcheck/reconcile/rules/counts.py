"""FC102: an announced count against what is counted in the same article."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from factcheck.model import Conflict
from factcheck.reconcile.rules.building import Finding, conflict, shorten, side, suggest
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.sources.document import Block, Document

DOC = RuleDoc(
    code="FC102", version=3, kind="internal", severity="medium",
    title="a count does not match what is counted",
    what="The text says how many there are and then lists another number of them: `7 Papers` "
    "above three numbered papers, `four families: A, B, C`.",
    why="Either an entry is missing or the number is wrong.",
    example="`three changes: A; B` counts two",
)  # fmt: skip

_HAN = {"二": 2, "两": 2, "兩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
        "九": 9, "十": 10}  # fmt: skip
_WORDS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
          "ten": 10, "eleven": 11, "twelve": 12}  # fmt: skip
_NUMBER = (
    r"(?P<n>(?<![\d.,])\d{1,2}(?![\d.,])|"
    r"(?<![一二三四五六七八九十百千第数])[二两兩三四五六七八九十](?![一二两三四五六七八九十百千万亿億成分])|"
    r"(?<![A-Za-z-])(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?![A-Za-z-]))"
)
_MOST = 40
_REACH = 600
"""Letters behind a count in which its list must end."""

# What numbered sections are called, and how a count of them is written.
_COUNTED = (
    (re.compile(r"(?:论文|論文|papers?)\s?#?(\d{1,2})\s?[:：.、|]", re.IGNORECASE),
     re.compile(_NUMBER + r"\s?(?:大|篇|本|件の|つの)?\s?(?:(?:重要|精选|最新)?(?:论文|論文)|"
                          r"papers?(?![A-Za-z]))", re.IGNORECASE)),
    (re.compile(r"(?:步骤|步驟|ステップ|手順|step)\s?(\d{1,2})\s?[:：.、|]", re.IGNORECASE),
     re.compile(_NUMBER + r"\s?(?:个|個|つの)?\s?(?:步骤|步驟|ステップ|手順|"
                          r"steps?(?![A-Za-z]))", re.IGNORECASE)),
    (re.compile(r"(?:技巧|窍门|ヒント|tip)\s?(\d{1,2})\s?[:：.、|]", re.IGNORECASE),
     re.compile(_NUMBER + r"\s?(?:个|個|条|つの)?\s?(?:技巧|窍门|ヒント|"
                          r"tips?(?![A-Za-z]))", re.IGNORECASE)),
    (re.compile(r"(?:理由|原因|reason)\s?(\d{1,2})\s?[:：.、|]", re.IGNORECASE),
     re.compile(_NUMBER + r"\s?(?:个|個|つの|大)?\s?(?:理由|原因|"
                          r"reasons?(?![A-Za-z]))", re.IGNORECASE)),
    (re.compile(r"(?:新闻|新聞|ニュース|stor(?:y)|news)\s?(\d{1,2})\s?[:：.、|]", re.IGNORECASE),
     re.compile(_NUMBER + r"\s?(?:条|條|つの|本の|则)?\s?(?:新闻|新聞|ニュース|stories|"
                          r"news items)(?![A-Za-z])", re.IGNORECASE)),
)  # fmt: skip

_INLINE = re.compile(
    _NUMBER + r"(?P<noun>\s?(?:大|个|個|位|名|家|所|种|種|项|項|点|點|条|條|款|部|类|類|方面|处|處|"
              r"座|支|つの|人の|社の|種類の|件の)\s?[\u3040-\u30ff\u4e00-\u9fffA-Za-z]{0,10}|"
    r"\s(?:[a-z-]{2,14}\s){0,3}(?:[a-z][a-z-]{2,17}s|people|women|men|children))\s?(?:[:：]|——|——|(?:是|为|分别是|分别为|即|"
    r",\s?namely)[:：]?|are:)\s{0,2}",
)  # fmt: skip
_BEHIND = re.compile(
    r"(?P<list>(?:[\u30a1-\u30ff\u4e00-\u9fffA-Za-z0-9]{2,12}[、和与]){1,9}"
    r"[\u30a1-\u30ff\u4e00-\u9fffA-Za-z0-9]{1,11}"
    r"[線线市県县省州区町村島岛山川河湖港駅站校社国氏家部街路園园寺館馆])の?"
    r"(?P<n>[2-9]|[二两三四五六七八九])(?:路線|[市県县省州区町村島岛山川河湖港駅站校社国氏家所个個カか条線线"
    r"地座])"
)
_LEAST_ALIKE = 2
_HAN_DIGITS = "一二三四五六七八九"
_OPEN_END = re.compile(
    r"等|など|之类|以及其他|及其他|ほか|(?<![A-Za-z])(?:etc|and others|among others|such as|"
    r"and more|including|e\.g)(?![A-Za-z])"
    r"|例如|比如|如下|包括|…|\.\.\.", re.IGNORECASE)  # fmt: skip
_BRACKETS = re.compile(
    r"[(（\[【《「『“\"][^()（）\[\]【】《》「」『』“”\"]{0,120}[)）\]】》」』”\"]"
)
_HAVING = re.compile(
    r"(?:(?<![A-Za-z])(?:has|have|had|are|were|is|into|following|these|offers?|includes?|contains?|"
    r"provides?|supports?|uses?|in|the|all|of|names?|lists?)|[.!?:;])\s{1,2}$",
    re.IGNORECASE,
)
_PAIR = re.compile(r"([A-Z][^,;.]{0,38}?)\s(?:and|&)\s([A-Z][^,;.]{0,38})")
"""Two names with nothing but `and` between them."""
_STOP = re.compile(r"[。！？!?\n]|\.(?=\s|$)")


class CountsAgainstLists:
    """Two cases that leave no doubt: numbered sections of a named sort, and a count with its list
    in the same sentence. Lists that say they are partial are left alone."""

    doc = DOC

    def find(self, case: Case) -> Iterator[Conflict]:
        for extraction in case.extractions:
            document = extraction.document
            if document.kind == "record":
                continue
            body = [b for b in document.blocks if b.zone == "body" and b.kind != "code"]
            yield from _numbered_sections(document, body)
            for index, block in enumerate(body):
                yield from _inline_lists(document, block)
                yield from _counted_behind(document, block)
                yield from _following_items(document, body, index)


def _value(text: str) -> int:
    folded = text.casefold()
    return _HAN.get(folded) or _WORDS.get(folded) or int(folded)


def _numbered_sections(document: Document, body: Sequence[Block]) -> Iterator[Conflict]:
    text = document.text
    for section, count in _COUNTED:
        marks = []
        for block in body:
            openings = (block.start, block.content.start)
            found = next((m for at in openings if (m := section.match(text, at, at + 24))), None)
            if found:
                marks.append((found.start(), found.end(), _value(found.group(1))))
        numbers = sorted({number for _, _, number in marks})
        if len(numbers) < 2 or numbers != list(range(1, len(numbers) + 1)):
            continue
        for block in body[:6]:
            if block.start >= marks[0][0]:
                break
            found = count.search(document.text, block.start, block.end)
            if found is None:
                continue
            announced = _value(found.group("n"))
            if announced == len(numbers):
                break
            start, end, last = max(marks, key=lambda mark: mark[2])
            yield conflict(DOC, Finding(
                sides=(side(document, found.start(), found.end(), role="count"),
                       side(document, start, end, role="counted")),
                message=f"“{found.group()}” announces {announced}; {len(numbers)} are there",
                explanation=(f"numbered sections found: {', '.join(map(str, numbers))}",
                             f"the last one is number {last}: {abs(announced - last)} "
                             f"{'missing in this copy' if announced > last else 'more than said'}"),
                confidence=90,
            ))  # fmt: skip
            break


def _inline_lists(document: Document, block: Block) -> Iterator[Conflict]:
    text = document.text
    if block.kind in ("table_row", "field"):
        return
    for found in _INLINE.finditer(text, block.start, block.end):
        reach = min(block.end, found.end() + _REACH)
        stop = _STOP.search(text, found.end(), reach)
        end = stop.start() if stop else reach
        items = _split(text, found.end(), end)
        announced = _value(found.group("n"))
        if items is None or announced == len(items) or len(items) < 2:
            continue
        if found.group("n").isascii() and not _stated(text, block.start, found):
            continue
        yield conflict(DOC, Finding(
            sides=(side(document, found.start(), found.end("noun"), role="count"),
                   side(document, items[0][0], items[-1][1], role="counted")),
            message=f"“{shorten(text[found.start():found.end('noun')])}” announces {announced}; "
            f"the list has {len(items)}",
            explanation=tuple(f"{i}. {shorten(text[a:b])}" for i, (a, b) in enumerate(items, 1)),
            confidence=80,
        ))  # fmt: skip


def _counted_behind(document: Document, block: Block) -> Iterator[Conflict]:
    """A list with its count behind it: 山手線、海岸線の3路線. Only names that end alike count as
    entries, so that what stands before the list is none."""
    text = document.text
    for found in _BEHIND.finditer(text, block.start, block.end):
        listed = found["list"]
        entries = [e for e in re.split(r"[、和与]|及び|および|と(?=[^、]{2,12}$)", listed) if e]
        alike = _alike_at_the_end(entries)
        announced = _value(found["n"])
        if len(alike) < _LEAST_ALIKE or announced in (len(alike), len(entries)):
            continue
        if _OPEN_END.search(text, found.start(), found.end() + 1):
            continue
        start = found.end("list") - sum(map(len, alike)) - len(alike) + 1
        yield conflict(DOC, Finding(
            sides=(side(document, found.start("n"), found.end(), role="count"),
                   side(document, start, found.end("list"), role="counted")),
            message=f"“{text[found.start('n') : found.end()]}” stands behind {len(alike)} names",
            explanation=tuple(f"{i}. {e}" for i, e in enumerate(reversed(alike), 1)),
            suggestion=suggest(document, found.start("n"), found.end("n"),
                               _written(len(alike), found["n"])),
            confidence=80,
        ))  # fmt: skip


def _alike_at_the_end(entries: Sequence[str]) -> list[str]:
    """The last entries, backwards, as long as they end in one letter."""
    ending = entries[-1][-1]
    return list(itertools.takewhile(lambda entry: entry.endswith(ending), reversed(entries)))


def _written(number: int, like: str) -> str:
    """A count in the figures of another one."""
    if like.isdigit() or number > len(_HAN_DIGITS):
        return str(number)
    return _HAN_DIGITS[number - 1]


def _stated(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether an English count is what its sentence is about (`it has three parts: …`) and no
    object in passing (`comparing two values: …`)."""
    before = text[max(start, found.start() - 24) : found.start()]
    noun = found.group("noun")
    return not noun.isascii() or not before.strip() or bool(_HAVING.search(before))


def _split(text: str, start: int, end: int) -> list[tuple[int, int]] | None:
    """The items between start and end, None where the wording leaves the number open. Only short
    items separated by one and the same sign count."""
    inner = text[start:end]
    if _OPEN_END.search(inner):
        return None
    masked = _BRACKETS.sub(lambda found: "\u0001" * len(found.group()), inner)
    sign = next((s for s in ("；", ";", "、", ",") if s in masked), "")
    pair = _PAIR.fullmatch(masked.strip()) if not sign else None
    if pair is not None:
        at = start + len(masked) - len(masked.lstrip())
        return [(at + a, at + b) for a, b in (pair.span(1), pair.span(2))]
    if not sign or (sign == "," and not inner.isascii()):
        return None
    joint = re.compile(
        rf"[{sign}]\s?(?:and\s|以及|及|和|与)?|\s(?:and|以及|及|和|与)\s?|(?:以及|和|"
        rf"与)(?=[A-Z\u4e00-\u9fff])"
        if sign in ",、"
        else rf"[{sign}]\s?"
    )
    items = []
    at = 0
    for cut in [*joint.finditer(masked), None]:
        a, b = at, cut.start() if cut else len(masked)
        if masked[a:b].strip():
            items.append((start + a, start + b))
        at = cut.end() if cut else at
    limit = _MOST if sign in "、," else 4 * _MOST
    if any(b - a > limit for a, b in items) or (len(items) < 2):
        return None
    return items


_CLOSING_COUNT = re.compile(
    _NUMBER + r"\s?(?P<noun>(?:大|个|個|位|名|家|种|種|项|項|点|點|条|條|つの|人の|社の|"
    r"件の)?[^\d:：。,，]{0,14}|"
    r"(?:[a-z-]{2,14}\s){0,4}[a-z]{3,14}s(?:\s[a-z]{2,10}){0,3})[:：]\s{0,4}$",
    re.IGNORECASE,
)


def _following_items(document: Document, body: Sequence[Block], index: int) -> Iterator[Conflict]:
    """A line that ends in a count and a colon, followed by list items of one level."""
    block = body[index]
    if block.kind not in ("paragraph", "heading"):
        return
    tail_start = max(block.start, block.end - 60)
    found = _CLOSING_COUNT.search(document.text, tail_start, block.end)
    if found is None:
        return
    items: list[Block] = []
    for following in body[index + 1 :]:
        if following.kind not in ("list_item", "numbered_item"):
            break
        if items and following.kind != items[0].kind and following.level == items[0].level:
            break
        items.append(following)
    top = [item for item in items if item.level == items[0].level] if items else []
    announced = _value(found.group("n"))
    if len(top) < 2 or announced == len(top):
        return
    last = top[-1]
    yield conflict(DOC, Finding(
        sides=(side(document, found.start(), found.end(), role="count"),
               side(document, top[0].start, top[0].end, role="first counted"),
               side(document, last.start, last.end, role="last counted")),
        message=f"“{shorten(found.group())}” announces {announced}; {len(top)} follow",
        explanation=(f"{len(top)} items stand under the line",), confidence=85,
    ))  # fmt: skip
