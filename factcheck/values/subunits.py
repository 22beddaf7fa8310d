"""Values told in two units: `5 ft 2 in`, 50元6角三分, `15 dollars and 50`, 10円5銭."""

from __future__ import annotations

from decimal import Decimal

from factcheck.values.folding import compile_folded
from factcheck.values.measure import Measure
from factcheck.values.units import SURFACES, Unit

_SUBUNIT_GAP = compile_folded(r"[ ]{0,2}(?:and|と)?[ ]{0,2}")
_TIME_GAP = compile_folded(r"[ ]{0,2},?[ ]{0,2}(?:and|と|零|又)?[ ]{0,2}")
_LASTING = ("time", "month", "age")


def with_subunits(text: str, measures: list[Measure]) -> list[Measure]:
    """`5 ft 2 in`, 50元6角三分, `15 dollars and 50`, 10円5銭: one value in the larger unit."""
    joined: list[Measure] = []
    for measure in measures:
        previous = joined[-1] if joined else None
        if previous is not None and _continues(text, previous, measure):
            _join(previous, measure)
        else:
            joined.append(measure)
    return joined


_INCHES = compile_folded(r"[ ]?(?:in(?![A-Za-z])|\"|″)")
_FEN = compile_folded(r"[ ]?分")


def _continues(text: str, first: Measure, second: Measure) -> bool:
    """Whether `second` goes on counting in a smaller unit where `first` stopped."""
    if first.unit is None or not 0 <= second.start - first.end <= 8:
        return False
    gap = text[first.end : second.start]
    if _goes_on_in_time(text, first, second):
        return _TIME_GAP.fullmatch(gap) is not None
    if _is_decimal_tail(text, first, second, gap):
        return True
    whole = first.number.step == 1 or first.number.kind == "english" or first.joined is not None
    if not whole or not _SUBUNIT_GAP.fullmatch(gap):
        return False
    if first.unit.dimension == "currency":
        return _more_coins(text, first, second, gap)
    return first.unit.name == "foot" and _is_inches(text, second)


def _more_coins(text: str, first: Measure, second: Measure, gap: str) -> bool:
    assert first.unit is not None
    if (
        first.joined is not None
        and first.unit.name == "CNY"
        and _FEN.match(text, second.number.end)
    ):
        second.unit, second.end = SURFACES.by_name["CNY fen"], second.number.end + 1
    if second.unit is not None:
        same = second.unit.name.split()[0] == first.unit.name.split()[0]
        return (
            same
            and second.unit.dimension == "currency"
            and (second.unit.worth or 1) < first.smallest
        )
    two_digits = second.number.plain and second.end - second.start == 2
    behind = text[second.end : second.end + 1] in ("", ".", " ", ",")
    spoken = gap.strip() in ("", "and") and gap != "" and first.end > first.number.end
    return two_digits and behind and spoken


_POINT_UNITS = frozenset(("米", "メートル", "秒", "块"))
_TAIL_END = compile_folded(r"$|[^0-9.,%一-鿿A-Za-z/:-]|[,.](?![0-9])|[的にでのは]")


def _is_decimal_tail(text: str, first: Measure, second: Measure, gap: str) -> bool:
    """1米75, 9秒58, 3块5: the unit stands where the point would."""
    words = text[first.number.end : first.end].strip()
    whole = first.number.step == 1 and first.number.plain and second.number.plain
    short = second.end == second.number.end and second.end - second.start <= 2
    return (
        gap == "" and whole and short and words in _POINT_UNITS and second.unit is None
        and _TAIL_END.match(text, second.end) is not None
    )  # fmt: skip


def _goes_on_in_time(text: str, first: Measure, second: Measure) -> bool:
    """2小时21分38秒, `3 years and 2 months`: whole numbers in ever smaller units of time."""
    if _said_minutes(text, second) and first.unit is SURFACES.by_name["hour"]:
        second.unit = SURFACES.by_name["minute"]
    if _said_minutes(text, first) and second.unit is SURFACES.by_name["second"]:
        first.unit = SURFACES.by_name["minute"]
    larger, smaller = first.unit, second.unit
    if larger is None or smaller is None or first.number.vague or second.far:
        return False
    pair = (larger.dimension, smaller.dimension)
    if pair[0] not in _LASTING or (pair[0] != pair[1] and pair != ("age", "month")):
        return False
    if not larger.worth or not smaller.worth or first.number.step != 1:
        return False
    return 0 < second.value * smaller.worth < larger.worth


def _said_minutes(text: str, measure: Measure) -> bool:
    """Chinese 分 is a minute beside hours and seconds, where alone it is a coin."""
    return (
        measure.unit is SURFACES.by_name["CNY fen"] and text[measure.end - 1 : measure.end] == "分"
    )


def _is_inches(text: str, second: Measure) -> bool:
    mark = _INCHES.match(text, second.number.end)
    if second.unit is None and mark:
        second.unit, second.end = SURFACES.by_name["inch"], mark.end()
    return second.unit is not None and second.unit.name == "inch"


def _join(first: Measure, second: Measure) -> None:
    if (
        second.unit is None
        and second.number.plain
        and first.unit is not None
        and (first.end == second.start and first.end > first.number.end)
    ):
        _join_decimals(first, second)
        return
    if first.unit is not None and first.unit.dimension in _LASTING:
        _join_times(first, second)
        return
    if first.unit is not None and second.unit is not None and second.unit.dimension == "length":
        extra = second.value * (second.unit.worth or 1) / (first.unit.worth or 1)
    elif second.unit is None:
        extra = second.number.value / 100
        first.joined = Decimal("0.01")
    else:
        first.joined = second.unit.worth or Decimal(1)
        extra = (
            second.value
            * first.joined
            / (first.unit.worth if first.unit and first.unit.worth else 1)
        )
    first.number.value += extra
    first.number.mantissa = first.number.value
    first.number.step = None
    first.end = second.end


def _join_times(first: Measure, second: Measure) -> None:
    """The whole in the smaller unit, so that no third of an hour has to be rounded."""
    assert first.unit is not None and second.unit is not None
    ratio = (first.unit.worth or Decimal(1)) / (second.unit.worth or Decimal(1))
    number = first.number
    number.value = number.mantissa = number.value * ratio + second.value
    number.step = second.number.step
    aged = first.unit.dimension == "age" and second.unit.dimension != "age"
    first.unit = Unit(second.unit.name, "age", second.unit.worth) if aged else second.unit
    first.end = second.end


def _join_decimals(first: Measure, second: Measure) -> None:
    places = second.end - second.start
    number = first.number
    number.step = Decimal(1).scaleb(-places)
    number.value = number.mantissa = number.value + second.number.value * number.step
    first.end = second.end
