"""Sums that a text states: a total and the parts beside it, in prose (`18 people: 10 adults and 8
children`, 合計, 内訳, 其中) and in tables with a total. What is only near a sum is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.model import Quote
from factcheck.reconcile.tables import Cell, tables
from factcheck.reconcile.translation.figures import Figure, figures
from factcheck.sources.document import Block, Document, Span

_SLIP = Decimal("0.2")
"""How far parts may be from their total, as a share of it, to be its parts with a slip in one."""
_LEAST_SLIP = Decimal(2)
_MOST_PARTS = 12
_LETTER = r"(?<![A-Za-z])"

# What makes a number a total, and the words beside it its parts.
_COUNTERS = (
    "人名个個件社家項项例篇本票所台校枚冊册座棟栋匹头頭只隻艘辆輛団国元円"
    "席議店点局班组組回次年日天股棵株羽頭粒部卷巻"
)
_WHOLE_EN = (
    r"(?P<whole>(?<![\d.,:/$€£¥-])(?:\d[\d,]{0,14}(?:\.\d{1,3})?"
    r"(?: (?:million|billion|thousand))?|(?<![A-Za-z-])(?:ten|eleven|twelve|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]{3,5})?)))(?![A-Za-z-])"
)
_NOUN_EN = r"(?: [A-Za-z][a-z'-]{1,18}){1,4}"
_WHOLE_HAN = (
    rf"(?P<whole>(?<![\d.,:/-])\d[\d,.]{{0,14}}\s?[万億亿千百]{{0,2}})\s?[{_COUNTERS}]{{1,2}}"
)
_LIST = r"(?P<parts>[^.:;()\n。：；（）]{4,160})(?=[.;\n)。；）]|$)"
_ANY = r"[^。,，、;；:：\d\n]{0,10}"

# The total first, then what introduces its parts.
_FORWARD = {
    "en": re.compile(
        rf"{_WHOLE_EN}{_NOUN_EN}(?:: | ?[—–] | \(|,? (?:consisting of|comprising|made up of|"
        rf"composed of|divided into|split into|namely) ){_LIST}"),
    "zh": re.compile(
        rf"{_WHOLE_HAN}{_ANY}[,，]?\s?(?:分别是|分别为|包括|分为(?:.{{1,4}}[:：])?|"
        rf"即|[:：(（]){_LIST}"),
    "ja": re.compile(
        rf"{_WHOLE_HAN}{_ANY}[、,。]?\s?(?:(?:その|の)?内訳は|すなわち|つまり|[:：(（]){_LIST}"),
}  # fmt: skip
_AMONG = {
    "zh": re.compile(rf"{_WHOLE_HAN}{_ANY}[,，]\s?其中(?:有|包括)?{_LIST}"),
    "ja": re.compile(rf"{_WHOLE_HAN}{_ANY}[、,]\s?(?:この|その)?うち{_LIST}"),
}  # fmt: skip
"""Parts that may be only some of the whole, or overlap."""
# The parts first: what stands before these words, back to the beginning of the sentence.
_BACKWARD = {
    "en": re.compile(
        rf",? (?:for a total of|making a total of|which makes|adding up to|totall?ing|"
        rf"bringing the total to) {_WHOLE_EN}|,? (?:or |making )?"
        rf"{_WHOLE_EN.replace('whole', 'all')}"
        r"(?: [a-z]{2,14}){0,2} (?:in all|in total|altogether)(?![a-z])"),
    "zh": re.compile(rf"[,，]?\s?(?:共计|合计|总计|一共|总共|共){_WHOLE_HAN}"),
    "ja": re.compile(rf"[、,]?\s?の?(?:合わせて|合計で?|計|あわせて|総勢){_WHOLE_HAN}"),
}  # fmt: skip
_BEGINNING = re.compile(r"[.:;()\n。：；（）](?!\d)")
_FAR = 160
"""Letters before a total in which its parts may stand."""
_OPPOSED = (
    ("adult", "child"), ("men", "women"), ("male", "female"), ("boys", "girls"),
    ("new", "used"), ("domestic", "foreign"), ("dead", "injured"),
    ("成人", "儿童"), ("成年", "未成年"), ("大人", "子"), ("大人", "小人"), ("男", "女"),
    ("有料", "無料"), ("付费", "免费"), ("国内", "海外"), ("国内", "国外"), ("赞成", "反对"),
    ("賛成", "反対"),
)  # fmt: skip
"""Kinds that leave no third one and do not overlap: of 其中 and うち only these must add up."""
_LOOSE = re.compile(
    r"(?<![A-Za-z])(?:about|around|roughly|nearly|almost|some|over|more than|at least|at most|"
    r"up to|including|such as|for example|mostly|mainly|each|per|plus|minus|times|half|from|"
    r"between|fewer than|less than|among (?:them|others)|others|etc|respectively|than|every|both|"
    r"further|another|additional)(?![A-Za-z])|[%％~～〜±×*=<>≈]|约|約|近|余|以上|以下|左右|"
    r"前後|ほど|ほか|など|等|多(?=[人名个])|每|毎|ずつ|各|超|不足|至少|倍|比|[前后後]|从|由于|"
    r"から|まで", re.IGNORECASE)  # fmt: skip
_APART = re.compile(r",? and |, |[、,，]|和|与|及び?|および|と(?=[^\d、]{1,8}\d)|\s?[+＋]\s?")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_TOTAL_CELL = re.compile(
    r"(?:(?:grand )?total|sum|all|合\s?[计計]|总\s?[计計数]|總計|総計|[計计])\s?[:：]?",
    re.IGNORECASE,
)
_MAYBE_TOTAL = re.compile(r"total|sum|all|[合总總総计計]", re.IGNORECASE)
"""Letters without which a table has no total: most tables need not be read."""
_SUBTOTAL = re.compile(r"sub-?total|小计|小計|average|mean|平均", re.IGNORECASE)
_LEAST_ROWS = 2


@dataclass(frozen=True, kw_only=True)
class Sum:
    """A total and its parts, each a stretch of the document's text with its value. `slack` is what
    rounding may take."""

    whole: Figure
    parts: tuple[Figure, ...]
    slack: Decimal

    @property
    def parts_sum(self) -> Decimal:
        return sum((part.value for part in self.parts), Decimal(0))

    @property
    def holds(self) -> bool:
        return abs(self.parts_sum - self.whole.value) <= self.slack


def sums(document: Document) -> tuple[Sum, ...]:
    """The sums that the body of a document states, right and wrong ones."""
    found: list[Sum] = []
    for block in document.blocks:
        if block.zone == "body" and block.kind not in ("code", "table_row"):
            found += _prose(document.text, block)
    if any(_MAYBE_TOTAL.search(document.text, b.start, b.end) for b in document.blocks
           if b.kind == "table_row"):  # fmt: skip
        for table in tables(document):
            found += [*_columns(table), *_rows(table)]
    return tuple(found)


def adds_up(document: Document, quote: Quote) -> bool | None:
    """Whether the parts beside a number add up to it; None where the text gives none."""
    about = [s for s in sums(document) if quote.start < s.whole.end and s.whole.start < quote.end]
    return None if not about else all(s.holds for s in about)


# ---------------------------------------------------------------- prose
def _prose(text: str, block: Block) -> Iterator[Sum]:
    language = block.language
    if language not in _FORWARD:
        return
    for whole, parts in _stated(text, block):
        total = _single(text, whole.start, whole.end, language)
        entries = _parts(text, parts.start, parts.end, language)
        if total is not None and len(entries) > 1:
            made = _sum(total, entries)
            if made is not None:
                yield made


def _stated(text: str, block: Block) -> Iterator[tuple[Span, Span]]:
    """Where a total and the list of its parts stand."""
    start, end, language = block.start, block.end, block.language
    for found in _FORWARD[language].finditer(text, start, end):
        yield Span(start=found.start("whole"), end=found.end("whole")), _list_span(found)
    if language in _AMONG:
        for found in _AMONG[language].finditer(text, start, end):
            if _opposed(found["parts"]):
                yield Span(start=found.start("whole"), end=found.end("whole")), _list_span(found)
    for found in _BACKWARD[language].finditer(text, start, end):
        name = "whole" if found["whole"] else "all"
        cuts = [m.end() for m in _BEGINNING.finditer(text, max(start, found.start() - _FAR),
                                                     found.start())]  # fmt: skip
        first = cuts[-1] if cuts else max(start, found.start() - _FAR)
        yield (Span(start=found.start(name), end=found.end(name)),
               Span(start=first, end=found.start()))  # fmt: skip


def _list_span(found: re.Match[str]) -> Span:
    return Span(start=found.start("parts"), end=found.end("parts"))


def _single(text: str, start: int, end: int, language: str) -> Figure | None:
    found = figures(text, start, end, language)
    return found[0] if len(found) == 1 else None


def _parts(text: str, start: int, end: int, language: str) -> tuple[Figure, ...]:
    """One number of each entry of a list; nothing where an entry holds none, several or a vague
    one."""
    words = text[start:end]
    if _LOOSE.search(words):
        return ()
    plain = _THOUSANDS.sub("_", words)
    parts: list[Figure] = []
    at = start
    for gap in (*_APART.finditer(plain), None):
        stop = start + gap.start() if gap else end
        if text[at:stop].strip():
            figure = _single(text, at, stop, language)
            if figure is None:
                over = len(parts) > 1 and not figures(text, at, end, language)
                return tuple(parts) if over else ()
            parts.append(figure)
        at = start + gap.end() if gap else end
    return tuple(parts) if len(parts) <= _MOST_PARTS else ()


def _opposed(words: str) -> bool:
    folded = words.casefold()
    return any(a in folded and b in folded for a, b in _OPPOSED)


def _sum(whole: Figure, parts: Sequence[Figure]) -> Sum | None:
    """The sum, where the numbers are near enough to be one: every part smaller than the whole,
    and together not far from it, or far by a digit that slipped."""
    if whole.value <= 0 or any(not 0 < part.value < whole.value for part in parts):
        return None
    if any(_is_year(figure) for figure in (whole, *parts)):
        return None
    made = Sum(whole=whole, parts=tuple(parts), slack=_slack((whole, *parts)))
    off = abs(made.parts_sum - whole.value)
    return made if off <= max(_LEAST_SLIP, whole.value * _SLIP) else None


def _is_year(figure: Figure) -> bool:
    return 1900 <= figure.value <= 2100 and figure.end - figure.start == 4


def _slack(numbers: Sequence[Figure]) -> Decimal:
    """Half of the last place of every rounded number; whole counts are exact."""
    places = [_place(figure) for figure in numbers]
    return sum((place / 2 for place in places if place != 1), Decimal(0))


def _place(figure: Figure) -> Decimal:
    """The worth of the last digit written."""
    exponent = (figure.value / figure.magnitude).as_tuple().exponent
    return figure.magnitude.scaleb(min(int(exponent), 0))


# ---------------------------------------------------------------- tables
def _columns(table: Sequence[Sequence[Cell]]) -> Iterator[Sum]:
    """Per column of a table whose last row is a total: the numbers above it."""
    if len(table) < _LEAST_ROWS + 1 or any(_SUBTOTAL.search(row[0].words) for row in table if row):
        return
    last = table[-1]
    if not last or not _TOTAL_CELL.fullmatch(last[0].words):
        return
    for column in range(1, len(last)):
        above = [row[column] for row in table[:-1] if column < len(row)]
        numbers = [cell.figure for cell in above]
        head = 0 if numbers and numbers[0] is not None and not _is_heading(above[0]) else 1
        yield from _cells_sum(last[column], above[head:])


def _rows(table: Sequence[Sequence[Cell]]) -> Iterator[Sum]:
    """Per row of a table whose last column is headed as a total: the numbers before it."""
    if len(table) < 2 or len(table[0]) < _LEAST_ROWS + 2:
        return
    if not _TOTAL_CELL.fullmatch(table[0][-1].words) or any(
        _SUBTOTAL.search(cell.words) for cell in table[0]
    ):
        return
    for row in table[1:]:
        if len(row) == len(table[0]):
            yield from _cells_sum(row[-1], row[1:-1])


def _cells_sum(total: Cell, cells: Sequence[Cell]) -> Iterator[Sum]:
    numbers = [cell.figure for cell in cells]
    parts = [figure for figure in numbers if figure is not None]
    if total.figure is None or len(parts) != len(numbers) or len(parts) < _LEAST_ROWS:
        return
    if len({cell.unit for cell in (total, *cells)}) > 1:
        return
    made = _sum(total.figure, [part for part in parts if part.value != 0])
    if made is not None:
        yield made


def _is_heading(cell: Cell) -> bool:
    """Whether a first cell is a year over its column and no value of it."""
    return cell.figure is not None and _is_year(cell.figure)
