"""Hedges, bounds and ranges: 约, at least, 以上, `A to B`, AからB. Measures in, values out, each
an interval with a unit. A unit or magnitude written once is shared across a range."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.model import FoundValue, Quantity, Range, Value
from factcheck.values.bound_words import AFTER, BEFORE
from factcheck.values.folding import compile_folded
from factcheck.values.measure import Measure
from factcheck.values.units import Unit


@dataclass(slots=True)
class Interval:
    """A measure, or two, with what the words around say of it. `low` or `high` None is open."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    unit: Unit | None
    is_range: bool = False
    low_inclusive: bool = True
    high_inclusive: bool = True
    approx: bool = False
    below: bool = False
    step: Decimal | None = None
    measure: Measure | None = None
    bound: str = ""


_B = r"[ ]{0,3}"
_BEFORE = tuple(
    (compile_folded(rf"(?:{'|'.join(words)}){_B}$", re.IGNORECASE), kind) for kind, words in BEFORE
)
_AFTER = tuple(
    (compile_folded(rf"{_B}(?:{'|'.join(words)})", re.IGNORECASE), kind) for kind, words in AFTER
)
_COMPARED = compile_folded(_B + r"(?:更)?(?P<how>大|多|高|长|重|小|少|低|短|轻)")

_RANGE = compile_folded(
    r"[ ]{0,3}(?:-|–|~|to|through|till|until|から|到|至|ないし|乃至)[ ]{0,3}(?:约|約)?[ ]{0,2}",
    re.IGNORECASE,
)
_AND = compile_folded(r"[ ]{0,3}(?:,[ ]?)?(?:and|&|和|与|跟|及|と)[ ]{0,3}第?", re.IGNORECASE)
_BETWEEN_EN = compile_folded(r"between(?: the)?[ ]{1,3}$", re.IGNORECASE)
_BETWEEN_AFTER = compile_folded(r"[ ]{0,2}(?:の?間|之?间)(?!隔)")
_UNTIL = compile_folded(r"[ ]{0,2}(?:まで|不等|之?间|の間|期间)")
_LESS_TAIL = compile_folded(r"[ ]{0,2}未満")
_BOUNDS_GAP = compile_folded(
    r"[ ]{0,3}(?:(?:,|、|;|て|が|ある|かつ|そして|and|but|且|并且?|而且?|但|is|are)[ ]{0,3}){0,4}",
    re.IGNORECASE,
)
_REACH = 44


def read_intervals(
    text: str, original: str, measures: list[Measure], blocks: list[tuple[int, int]]
) -> list[FoundValue]:
    """The values of folded `text`, with the words of `original`; `blocks` are taken."""
    intervals = _ranges(text, measures)
    _bounds(text, intervals, blocks)
    found = []
    for interval in _paired(text, intervals):
        value = _value(original, interval)
        if value is not None and interval.start < interval.end:
            words = original[interval.start : interval.end]
            found.append(
                FoundValue(start=interval.start, end=interval.end, quote=words, value=value)
            )
    return found


def _single(measure: Measure) -> Interval:
    interval = Interval(
        measure.start, measure.end, measure.value, measure.value, measure.unit,
        step=measure.step, measure=measure,
    )  # fmt: skip
    if measure.number.vague:
        high = measure.number.high
        interval.high = None if high is None else high * measure.scale
        interval.is_range = interval.approx = True
    interval.approx = interval.approx or measure.ten_to_the
    return interval


def _ranges(text: str, measures: list[Measure]) -> list[Interval]:
    """Joins `A to B`; what is left over stays single."""
    intervals: list[Interval] = []
    index = 0
    while index < len(measures):
        first = measures[index]
        second = measures[index + 1] if index + 1 < len(measures) else None
        joined = _range_of(text, first, second) if second is not None else None
        if joined is None:
            intervals.append(_single(first))
            index += 1
        else:
            intervals.append(joined)
            index += 2
    _share_in_lists(text, intervals)
    return intervals


def _range_of(text: str, first: Measure, second: Measure) -> Interval | None:
    if second.start - first.end > 14 or first.number.vague:
        return None
    start, end = first.start, second.end
    gap = text[first.end : second.start]
    dash = (
        second.number.value < 0
        and text[second.start : second.start + 1] == "-"
        and gap.strip() == ""
        and first.number.value >= 0
    )
    if dash:
        second.number.value, second.number.mantissa = -second.number.value, -second.number.mantissa
        gap += "-"
    between = _BETWEEN_EN.search(text[max(0, start - 14) : start])
    ok = _RANGE.fullmatch(gap) is not None
    if not ok and _AND.fullmatch(gap):
        after = _BETWEEN_AFTER.match(text, end)
        ok = between is not None or after is not None
        end = after.end() if after else end
        start = start - (14 if start >= 14 else start) + between.start() if between else start
    if not ok or not _compatible(first, second):
        if dash:
            second.number.value, second.number.mantissa = (
                -second.number.value,
                -second.number.mantissa,
            )
        return None
    low, unit = _shared(first, second)
    high = second.value
    if low is None or not low < high:
        if dash:
            second.number.value, second.number.mantissa = (
                -second.number.value,
                -second.number.mantissa,
            )
        return None
    tail = _UNTIL.match(text, end)
    less = _LESS_TAIL.match(text, end)
    end = tail.end() if tail else less.end() if less else end
    return Interval(
        start, end, low, high, unit, is_range=True, high_inclusive=less is None, measure=second
    )


def _compatible(first: Measure, second: Measure) -> bool:
    if first.unit is None or second.unit is None:
        return True
    return first.unit.name == second.unit.name or first.unit.dimension == second.unit.dimension


def _shared(first: Measure, second: Measure) -> tuple[Decimal | None, Unit | None]:
    """The lower end in the unit and magnitude of the upper one, where it has none of its own."""
    low = first.value
    unit = second.unit or first.unit
    if first.unit is None and second.unit is not None:
        low = first.number.value * second.scale
        if (
            first.number.magnitude == 1
            and second.number.magnitude > 1
            and first.number.value < second.number.mantissa
        ):
            low *= second.number.magnitude
    elif (
        first.number.magnitude == 1
        and second.number.magnitude > 1
        and first.number.value < second.number.mantissa
    ):
        low *= second.number.magnitude
    if first.unit and second.unit and first.unit.name != second.unit.name:
        if not first.unit.worth or not second.unit.worth:
            return None, unit
        low = low * first.unit.worth / second.unit.worth
    return low, unit


_LIST_GAP = compile_folded(
    r"[ ]{0,2}(?:,|、|/|or|and|,[ ]?and|和|与|或|及|と|や|以及|および|ならびに|並びに)[ ]{0,2}",
    re.IGNORECASE,
)

_BY_GAP = compile_folded(
    r"[ ]{0,2}(?:×|x|by|乘以?|掛ける?|と)[ ]{0,2}(?:[横宽高长縦奥]|奥行き?)?[ ]{0,2}", re.IGNORECASE
)
_SHARED_ACROSS = {"count": _LIST_GAP, "length": _BY_GAP}


def _share_in_lists(text: str, intervals: list[Interval]) -> None:
    """`2B and 9B models`, `3 by 4 cm`: the unit behind the last holds for the ones before it."""
    for index in range(len(intervals) - 2, -1, -1):
        item, following = intervals[index], intervals[index + 1]
        joint = _SHARED_ACROSS.get(following.unit.dimension) if following.unit else None
        if item.unit is not None or joint is None:
            continue
        gap = text[item.end : following.start] if following.start - item.end < 10 else "…"
        if joint.fullmatch(gap):
            item.unit = following.unit


_SAYS_NOTHING = frozenset(("", ",", ";", "(", ")", "、", "。", "-", "/", "[", "]", "\n", '"', "%"))

_NOTHING_BEHIND = _SAYS_NOTHING - {"、"}
_DIGIT_NEXT = re.compile("[ ]{1,3}[0-9]")


def _bounds(text: str, intervals: list[Interval], blocks: list[tuple[int, int]]) -> None:
    """Applies what stands before and behind each interval."""
    previous_end = block = 0
    for index, interval in enumerate(intervals):
        following = intervals[index + 1].start if index + 1 < len(intervals) else len(text)
        while block < len(blocks) and blocks[block][1] <= interval.start:
            previous_end = max(previous_end, blocks[block][1])
            block += 1
        if block < len(blocks):
            following = min(following, blocks[block][0])
        window_start = max(previous_end, interval.start - _REACH)
        window = text[window_start : interval.start]
        patterns = () if window.rstrip(" ")[-1:] in _SAYS_NOTHING else _BEFORE
        for pattern, kind in patterns:
            match = pattern.search(window)
            if match and _fits(text, interval, kind, match.group()):
                _apply(interval, kind)
                if kind not in ("~", "near"):
                    interval.start = window_start + match.start()
                break
        after = text[interval.end : interval.end + 1]
        if (
            interval.bound in ("", "~", "near", "=")
            and after not in _NOTHING_BEHIND
            and _DIGIT_NEXT.match(text, interval.end) is None
        ):
            _bounds_after(text, interval, following)
        previous_end = interval.end


def _fits(text: str, interval: Interval, kind: str, words: str) -> bool:
    """比三十大 needs its adjective; a range takes hedges only."""
    if interval.is_range and kind not in ("~", "near"):
        return False
    if kind == "=" and interval.unit is not None:
        return False
    if words.strip() == "比":
        how = _COMPARED.match(text, interval.end)
        if how is None:
            return False
        interval.end = how.end()
        if how["how"] in "小少低短轻":
            _apply(interval, "<")
            interval.start -= len(words)
            return False
    return True


def _bounds_after(text: str, interval: Interval, following: int) -> None:
    for pattern, kind in _AFTER:
        match = pattern.match(text, interval.end)
        if match is None or match.end() > following:
            continue
        if interval.is_range and interval.bound != "=" and kind not in ("~", "near"):
            return
        if kind == "=" and interval.unit is not None:
            return
        _apply(interval, kind)
        if kind not in ("~", "near"):
            interval.end = match.end()
        return


def _apply(interval: Interval, kind: str) -> None:
    interval.bound = kind
    value = interval.low
    if kind == "~":
        interval.approx = True
    elif kind == "near":
        interval.approx = interval.below = True
    elif kind == "=":
        interval.is_range = interval.unit is None
    elif kind in (">", ">="):
        interval.is_range, interval.high, interval.low_inclusive = True, None, kind == ">="
    else:
        interval.is_range, interval.high, interval.low = True, value, None
        interval.high_inclusive = kind == "<="


def _paired(text: str, intervals: list[Interval]) -> list[Interval]:
    """`more than 10 and less than 20`: two bounds that leave something between them are one."""
    joined: list[Interval] = []
    for interval in intervals:
        previous = joined[-1] if joined else None
        pair = _pair(text, previous, interval) if previous is not None else None
        if pair is not None:
            joined[-1] = pair
        else:
            joined.append(interval)
    return joined


def _pair(text: str, first: Interval, second: Interval) -> Interval | None:
    bounds = {first.bound, second.bound}
    if not bounds & {">", ">="} or not bounds & {"<", "<="} or second.start - first.end > 12:
        return None
    gap = text[first.end : second.start]
    if not _BOUNDS_GAP.fullmatch(gap) or (";" in gap and first.unit != second.unit):
        return None
    lower, upper = (first, second) if first.bound in (">", ">=") else (second, first)
    if lower.low is None or upper.high is None or lower.low >= upper.high:
        return None
    if first.unit and second.unit and first.unit.name != second.unit.name:
        return None
    return replace(
        first, end=second.end, low=lower.low, high=upper.high, unit=first.unit or second.unit,
        low_inclusive=lower.low_inclusive, high_inclusive=upper.high_inclusive,
        approx=first.approx or second.approx, is_range=True, bound="..",
    )  # fmt: skip


def _value(original: str, interval: Interval) -> Value | None:
    words = original[interval.start : interval.end]
    unit = interval.unit
    name = unit.name if unit else None
    dimension = _dimension(unit)
    try:
        if interval.is_range:
            return Range(
                min=_tidy(interval.low), max=_tidy(interval.high), unit=name, dimension=dimension,
                min_inclusive=interval.low_inclusive, max_inclusive=interval.high_inclusive,
                approx=interval.approx, as_written=words,
            )  # fmt: skip
        low, high = _allowed(interval)
        value = _tidy(interval.low) or Decimal(0)
        exact = low is high
        return Quantity(
            value=value, unit=name, dimension=dimension, low=value if exact else _tidy(low),
            high=value if exact else _tidy(high), approx=interval.approx, as_written=words,
        )  # fmt: skip
    except ValueError:
        return None


def _dimension(unit: Unit | None) -> str | None:
    if unit is None:
        return None
    return {"bits": "data", "month": "time", "points": "ratio"}.get(unit.dimension, unit.dimension)


def _tidy(number: Decimal | None) -> Decimal | None:
    """At most 28 digits, no trailing zeros: thirds and powers need an end somewhere."""
    if number is None:
        return None
    _, digits, exponent = number.as_tuple()
    if exponent == 0 and len(digits) <= 28:
        return number
    if len(digits) > 40:
        number = number.quantize(Decimal(1).scaleb(number.adjusted() - 27))
    if number == number.to_integral_value() and abs(number) < Decimal(10) ** 38:
        return number.quantize(Decimal(1))
    return number.normalize()


def _allowed(interval: Interval) -> tuple[Decimal, Decimal]:
    """What the digits as written allow. Counts and money without a magnitude are exact; a hedge
    makes trailing zeros insignificant."""
    value = interval.low if interval.low is not None else Decimal(0)
    step = interval.step
    if interval.approx and value:
        tidy = value.normalize()
        worth = Decimal(1).scaleb(int(tidy.as_tuple().exponent))
        step = worth if step is None else max(step, worth)
    elif step is None or (step == 1 and (interval.unit is None or interval.unit.exact)):
        return value, value
    half = (step or Decimal(0)) / 2
    return (value - half, value) if interval.below else (value - half, value + half)
