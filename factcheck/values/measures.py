"""Puts a number and its unit together: `280B parameters`, 三成, `$ 3.5 billion`, 5元3角, 5 ft 2 in.
Whatever stands alone afterwards is one measure; ranges come later."""

# ruff: noqa: E501 - tables of words and patterns stay one entry to a line

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from factcheck.values.folding import compile_folded
from factcheck.values.measure import Measure
from factcheck.values.name_numbers import is_name_number
from factcheck.values.prefixes import PREFIX_CODE, read_prefixes
from factcheck.values.scan import CANDIDATE, Number, read_number, sign_before
from factcheck.values.subunits import with_subunits
from factcheck.values.units import BIT, BYTE, FACTOR, PERCENT, SURFACES, Unit, UnitFound, unit_after
from factcheck.values.words import NOT_NUMBERS, PRONOUN_AFTER, PRONOUN_BEFORE, is_weekday

_TENTHS = {
    "zh": compile_folded(r"[ ]{0,3}(?P<kind>成|折)(?![为了员功立本就果长分])"),
    "ja": compile_folded(r"[ ]{0,3}(?P<kind>割)(?:[ ]?(?P<bu>[0-9一二三四五六七八九])分)?(?:(?P<rin>[0-9一二三四五六七八九])厘)?(?P<off>引き?)?(?![るれりっ])"),
}  # fmt: skip
_POINTS = compile_folded(
    r"[ ]{0,4}个?[ ]{0,2}百[ ]{0,2}分[ ]{0,2}点|[ ]{0,2}(?:パーセント)?ポイント"
)
_DOZEN = compile_folded(r"[ ]{0,2}(?:打(?![开击造算败])|ダース)")
_AND_DOZEN = compile_folded(r"[ ]{0,2}と[ ]{0,2}(?P<count>[0-9]{1,3})[ ]{0,2}ダース")
_HALF_AFTER = compile_folded(r"半(?![导島岛])")
_HEAT_WORDS = compile_folded(
    r"temperature|thermostat|weather|fever|heat|cool|warm|气温|温度|気温|体温|サーモ", re.IGNORECASE
)
_ANGLE_WORDS = compile_folded(
    r"angle|turn|rotate|latitude|longitude|north|south|east|west|角|纬|经|回転", re.IGNORECASE
)
_MASS_WORDS = compile_folded(
    r"重|体重|荷重|耐荷|積載|増量|減量|太[っりる]|痩せ|やせ|荷物|収穫|目方|[米肉豆]|weigh|mass",
    re.IGNORECASE,
)
_WAY_WORDS = compile_folded(
    r"時速|秒速|毎時|毎秒|距離|離れ|走|歩|先[のにで]|地点|沖|道|全長|区間|延長|徒歩|マラソン|飛行|航続|圏|周辺|四方|半径|[東西南北]に|distance|run",
    re.IGNORECASE,
)
_KILO_REACH = 10
_MILLION_AFTER_CODE = compile_folded(
    r"[ ]{1,2}(?P<word>million|billion|trillion|thousand)(?![A-Za-z])", re.IGNORECASE
)
_SCALE = {"million": 10**6, "billion": 10**9, "trillion": 10**12, "thousand": 10**3}


def read_measures(
    text: str, reserved: list[tuple[int, int]], language_at: Callable[[int], str]
) -> list[Measure]:
    """All measures of folded `text` outside the reserved stretches, in order."""
    measures: list[Measure] = []
    position, block = 0, 0
    while True:
        candidate = CANDIDATE.search(text, position)
        if candidate is None:
            break
        start = candidate.start()
        while block < len(reserved) and reserved[block][1] <= start:
            block += 1
        if block < len(reserved) and reserved[block][0] <= start:
            position = reserved[block][1]
            continue
        limit = reserved[block][0] if block < len(reserved) else len(text)
        row = _ROW.match(text, start) if measures and candidate.lastgroup == "digit" else None
        if (
            row is not None
            and row.end() <= limit
            and not text[measures[-1].end : start].strip(" |")
        ):
            measures.append(_bare(row))
            position = row.end()
            continue
        language = language_at(start)
        number = _number_at(text, candidate, language)
        if number is None or number.end > limit:
            position = _past(text, candidate)
            continue
        before = max(measures[-1].end if measures else 0, reserved[block - 1][1] if block else 0)
        measure = _measure(text, number, language, before, limit)
        if measure is None:
            position = max(number.end, start + 1)
            continue
        if measure.end > limit:
            measure.unit, measure.end, measure.scale = None, number.end, Decimal(1)
        position = max(measure.end if not measure.far else measure.number.end, start + 1)
        measures.append(measure)
    return with_subunits(text, measures)


_ROW = re.compile(r"[0-9]{1,15}(?=[ |]{1,3}(?:[0-9]{1,2}|[0-9]{4,15})(?![0-9/]))")
"""A whole number that another follows, as in the row of a table: behind a number there is nothing
that could belong to either of them. Groups of three digits may be thousands of one number."""


def _bare(row: re.Match[str]) -> Measure:
    value = Decimal(row.group())
    number = Number(row.start(), row.end(), value, Decimal(1), value, plain=True)
    return Measure(row.start(), row.end(), number)


_RUN = compile_folded(r"[0-9.,]{1,400}")


def _past(text: str, candidate: re.Match[str]) -> int:
    """Where to look on after something that is no number: behind a whole run of digits."""
    position = candidate.end()
    if candidate.lastgroup == "han":
        return _past_han(text, candidate.start())
    if candidate.lastgroup != "digit":
        return candidate.start() + 1 if candidate.lastgroup != "english" else position
    run = _RUN.match(text, candidate.start())
    return max(position, run.end() if run else position)


_HAN_RUN = re.compile("[〇零○一二两三四五六七八九]{41,400}|[万亿兆京]{2,400}")


def _past_han(text: str, start: int) -> int:
    """Behind a row of numerals too long to be a number, or of magnitudes without one."""
    run = _HAN_RUN.match(text, start)
    return run.end() if run else start + 1


def _number_at(text: str, candidate: re.Match[str], language: str) -> Number | None:
    start, kind = candidate.start(), candidate.lastgroup or ""
    before = text[start - 1 : start]
    if (
        kind == "digit"
        and before
        and before.isascii()
        and (before.isalnum() or before in "._")
        and not PREFIX_CODE.search(text[max(0, start - 6) : start])
    ):
        return None
    if kind == "han" and (NOT_NUMBERS.covers(text, start) or is_weekday(text, start)):
        return None
    number = read_number(text, start, kind, language)
    if number is None or kind != "english":
        return number
    words = text[start : number.end].lower()
    if words == "a" or (words == "an" and text[number.end : number.end + 6].lower() != " order"):
        return None
    if words == "one" and (
        PRONOUN_BEFORE.search(text[max(0, start - 16) : start])
        or PRONOUN_AFTER.match(text, number.end)
    ):
        return None
    return number


_NO_SIGN = frozenset(("", ",", ".", ";", ":", "、", "。", "(", ")", "\n", "的"))
_ENDS = frozenset(",.;:!?)]}\"'、。，")
_DIGIT_NEXT = re.compile("[ ]{1,3}[0-9]")
"""Another number: no unit stands between."""
_OF = compile_folded(r"[ ]of(?=[ ])")
_HALF_A = compile_folded(r"[ ]an?(?=[ ][A-Za-z])")
_HALF = Decimal("0.5")
_LETTER = compile_folded(r"[A-Za-z]")
_COMPOUND_WORD = compile_folded(r"-[A-Za-z]{2,20}")
"""The rest of zero-shot or one-way, where the number counts nothing."""


def _measure(
    text: str, number: Number, language: str, previous_end: int, limit: int
) -> Measure | None:
    before = text[number.start - 1 : number.start]
    sign = None if before in _NO_SIGN else sign_before(text, number.start)
    if sign is not None and sign[0] >= previous_end:
        number.start = sign[0]
        if sign[1]:
            number.value, number.mantissa = -number.value, -number.mantissa
        number.plain = False
    measure = Measure(number.start, number.end, number)
    if number.percent:
        measure.unit = PERCENT
        return measure
    if _tenths(text, measure, language) or _dozens(text, measure):
        return measure
    points = _POINTS.match(text, number.end)
    if points:
        measure.unit, measure.end = SURFACES.by_name["percentage point"], points.end()
        return measure
    ended = text[number.end : number.end + 1] in _ENDS or _DIGIT_NEXT.match(text, number.end)
    joint = _OF if number.kind == "vague" else _HALF_A if number.value == _HALF else None
    of = joint.match(text, number.end) if joint else None
    found = None if ended else unit_after(text, of.end() if of else number.end, language)
    if found is not None and found.far and found.counter and number.kind == "han":
        article = number.value == 1 and number.end - number.start == 1
        found = UnitFound(None, found.counter) if article else found  # 一种…的方法 counts nothing
    if found is not None and found.end <= limit and not _is_share(number, found.unit):
        _attach(text, measure, found)
    read_prefixes(text, measure, previous_end, language)
    alone = measure.unit is None and measure.end == number.end
    if alone and number.kind == "english" and _COMPOUND_WORD.match(text, number.end):
        return None
    if alone and number.kind == "han" and not _stands_alone(text, number):
        return None
    if alone and number.kind == "digits" and _LETTER.match(text, number.end):
        return None  # 3D, 5G, 8x7B
    if measure.unit is None and is_name_number(text, measure):
        return None
    return measure


def _is_share(number: Number, unit: Unit | None) -> bool:
    """Half people, 2/3 users: a share of what is counted, for nobody counts parts of them."""
    share = number.step is None and 0 < number.value < 1
    return share and unit is not None and unit.dimension == "count" and unit.name != "page"


def _orders(measure: Measure, found: UnitFound) -> None:
    """一个数量级: a factor of ten, and roughly so."""
    orders = measure.number.value
    if 0 < orders <= 12:
        measure.number.value = measure.number.mantissa = Decimal(10) ** orders
    measure.number.step, measure.ten_to_the = None, True
    measure.unit, measure.end = FACTOR, found.end


def _stands_alone(text: str, number: Number) -> bool:
    """A single formal digit (陆, 伍, 拾) or a lone 几 is more likely part of a word."""
    words = text[number.start : number.end]
    return not (len(words) == 1 and words in "陆伍肆拾柒捌玖叁贰两千兆" and len(text) > 1)


def _tenths(text: str, measure: Measure, language: str) -> bool:
    """三成 and 2割 are tenths; 六五折 is a price of 65 %."""
    match = (_TENTHS["ja"] if language == "ja" else _TENTHS["zh"]).match(text, measure.end)
    if match is None:
        return False
    kind = match["kind"]
    number = measure.number
    two_digits = kind == "折" and number.value > 10  # 75折, beside 九折 and 9.5折
    scale = Decimal(1) if two_digits else Decimal(10)
    if kind == "折" and (number.value > 100 or number.value == 10):
        return False  # ten tenths are no discount
    value = number.value * scale
    for name, worth in (("bu", 1), ("rin", Decimal("0.1"))):
        digit = match.groupdict().get(name)
        if digit:
            value += worth * (
                int(digit) if digit.isdigit() else "零一二三四五六七八九".index(digit)
            )
            scale = Decimal(worth)
    number.step = number.step * scale if number.step is not None else None
    number.value = number.mantissa = value
    measure.unit, measure.end = PERCENT, match.end()
    return True


def _dozens(text: str, measure: Measure) -> bool:
    number = measure.number
    dozen = _DOZEN.match(text, measure.end)
    more = _AND_DOZEN.match(text, measure.end)
    if more:
        number.value += 12 * int(more["count"])
    elif dozen:
        number.value *= 12
    else:
        return False
    number.mantissa, number.step, number.plain = number.value, None, False
    measure.end = number.end = (more or dozen).end()  # type: ignore[union-attr]
    return True


def _attach(text: str, measure: Measure, found: UnitFound) -> None:
    unit = found.unit
    if unit is None:
        measure.end = found.end
        return
    if unit.name == "order of magnitude":
        _orders(measure, found)
        return
    if unit.dimension in ("data", "bits") and unit.worth is not None and " per " not in unit.name:
        measure.scale = unit.worth
        unit = BYTE if unit.dimension == "data" else BIT
    if unit.name == "model" and measure.number.suffix in ("B", "M", "T"):
        unit = SURFACES.by_name["parameter"]  # a 9B model is one of nine billion parameters
    if unit.name == "degree":
        unit = _degree_kind(text, measure, unit)
    if unit.name == "kilo":
        unit = _kilo_kind(text, measure, unit)
    measure.unit = unit
    measure.far = found.far
    if not found.far:
        measure.end = found.end
    if unit.dimension == "currency":
        scale = _MILLION_AFTER_CODE.match(text, found.end)
        if scale and measure.number.magnitude == 1:
            measure.scale *= _SCALE[scale["word"].lower()]
            measure.end = scale.end()
    half = _HALF_AFTER.match(text, measure.end)
    if (
        half
        and measure.number.step == 1
        and unit.dimension in ("length", "mass", "time", "month", "age")
    ):
        measure.number.value += Decimal("0.5")
        measure.number.mantissa = measure.number.value
        measure.end = half.end()


def _degree_kind(text: str, measure: Measure, unit: Unit) -> Unit:
    around = text[max(0, measure.start - 40) : measure.end + 20]
    heat = _HEAT_WORDS.search(around) and not _ANGLE_WORDS.search(around)
    return Unit("degree", "temperature") if heat else unit


def _kilo_kind(text: str, measure: Measure, unit: Unit) -> Unit:
    """キロ is a mass or a way, as the nearest words say; the words before it are asked first."""
    start, end = measure.number.start, measure.number.end
    for words in (text[max(0, start - _KILO_REACH) : start], text[end : end + _KILO_REACH]):
        heavy, far = _MASS_WORDS.search(words), _WAY_WORDS.search(words)
        if (heavy is None) != (far is None):
            return SURFACES.by_name["kilogram" if heavy else "kilometre"]
    return unit
