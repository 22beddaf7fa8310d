"""Puts a number and its unit together: `280B parameters`, 三成, `$ 3.5 billion`, 5元3角, 5 ft 2 in.
Whatever stands alone afterwards is one measure; ranges come later."""

from __future__ import annotations

import re
import string
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from factcheck.values.folding import compile_folded
from factcheck.values.scan import CANDIDATE, Number, read_number, sign_before
from factcheck.values.unit_table import SYMBOLS
from factcheck.values.units import BIT, BYTE, FACTOR, PERCENT, SURFACES, Unit, UnitFound, unit_after
from factcheck.values.words import NOT_NUMBERS, PRONOUN_AFTER, PRONOUN_BEFORE


@dataclass(slots=True)
class Measure:
    """A number with its unit, and the extent of both."""

    start: int
    end: int
    number: Number
    unit: Unit | None = None
    far: bool = False
    scale: Decimal = Decimal(1)
    joined: Decimal | None = None
    ten_to_the: bool = False

    @property
    def smallest(self) -> Decimal:
        """The worth of the smallest unit that has gone into the measure (角 in 5元3角)."""
        worth = self.unit.worth if self.unit and self.unit.worth else Decimal(1)
        return worth if self.joined is None else self.joined

    @property
    def value(self) -> Decimal:
        return self.number.value * self.scale

    @property
    def step(self) -> Decimal | None:
        return None if self.number.step is None else self.number.step * self.scale


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
_PREFIX_SYMBOL = compile_folded(
    r"(?:(?P<code>u\.?s\.?|usd|aud|cad|hk|nt|au|ca|us|c|a|s)[ ]{0,2})?(?P<symbol>[$£€¥₿₩₹\\])[ ]{0,2}$",
    re.IGNORECASE,
)
_LOST_OPERATOR = re.compile(r"(?<![A-Za-z])[gl]eq?\$[ ]{0,2}$")
_PREFIX_CODE = compile_folded(
    r"(?:(?<![A-Za-z])(?P<code>usd|eur|gbp|cny|rmb|jpy|hkd|aud|cad|chf|inr|krw|sek|btc|sen)|(?P<han>人民币|人民元|美元|日元|港币|欧元))[ ]{0,3}$",
    re.IGNORECASE,
)
_PREFIX_COINS = {"us": "USD", "u.s": "USD", "u.s.": "USD", "usd": "USD", "aud": "AUD", "au": "AUD", "a": "AUD",
                 "cad": "CAD", "ca": "CAD", "c": "CAD", "hk": "HKD", "nt": "TWD", "s": "SGD"}  # fmt: skip
_PREFIX_HEAT = compile_folded(r"(?P<kind>摄氏|华氏|摂氏|華氏)(?:温度)?(?:の)?[ ]{0,3}$")
_PREFIX_SPEED = compile_folded(
    r"(?P<per>毎秒|每秒|秒速|毎時|每小时|時速|时速|毎分|每分钟|分速)[ ]{0,2}$"
)
_SPEEDS = {
    "毎秒": "second",
    "每秒": "second",
    "秒速": "second",
    "毎分": "minute",
    "每分钟": "minute",
    "分速": "minute",
}
_SUBUNIT_GAP = compile_folded(r"[ ]{0,2}(?:and|と)?[ ]{0,2}")
_HEAT_WORDS = compile_folded(
    r"temperature|thermostat|weather|fever|heat|cool|warm|气温|温度|気温|体温|サーモ", re.IGNORECASE
)
_ANGLE_WORDS = compile_folded(
    r"angle|turn|rotate|latitude|longitude|north|south|east|west|角|纬|经|回転", re.IGNORECASE
)
_MILLION_AFTER_CODE = compile_folded(
    r"[ ]{1,2}(?P<word>million|billion|trillion|thousand)(?![A-Za-z])", re.IGNORECASE
)
_SCALE = {"million": 10**6, "billion": 10**9, "trillion": 10**12, "thousand": 10**3}
_PERCENT_OF = compile_folded(r"(?<![A-Za-z])per[ ]?cents?[ ]of[ ]$", re.IGNORECASE)
_ORDINAL_BEFORE = compile_folded(r"第[ ]?$|(?:排名|位列|名列)(?:第)?$")
_RANK_AFTER = compile_folded(r"[ ]?[位名]")


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
        language = language_at(start)
        number = _number_at(text, candidate, language)
        if number is None or number.end > limit:
            position = _past(text, candidate)
            continue
        measure = _measure(text, number, language, measures[-1].end if measures else 0, limit)
        if measure is None:
            position = max(number.end, start + 1)
            continue
        position = max(measure.end if not measure.far else measure.number.end, start + 1)
        measures.append(measure)
    return _with_subunits(text, measures)


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
        and not _PREFIX_CODE.search(text[max(0, start - 6) : start])
    ):
        return None
    if kind == "han" and NOT_NUMBERS.covers(text, start):
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
    ended = text[number.end : number.end + 1] in _ENDS
    found = None if ended else unit_after(text, number.end, language)
    if found is not None and found.end <= limit:
        _attach(text, measure, found)
    _prefixes(text, measure, previous_end)
    alone = measure.unit is None and measure.end == number.end
    if alone and number.kind == "han" and not _stands_alone(text, number):
        return None
    if measure.unit is None and _is_name_number(text, measure, limit):
        return None
    return measure


_NAME = re.compile(r"(?<![A-Za-z0-9])(?P<name>[A-Za-z][A-Za-z0-9-]{1,30})[ ]$")
_NOT_NAMES = frozenset(
    "in on at by of to for from with and or the an is are was were has have had over about around only just "
    "some than under up out as if but nearly almost some between within since until we they it he she you all "
    "these those our their its each every both when where while after before during january february march april "
    "may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec "
    "usd eur gbp cny jpy rmb top last first next more less least most no not exceed surpass x y".split()
)


_GOES_ON_AS_NAME = re.compile(
    r"[ ]?(?:(?:is|was|has|can|uses|and)(?![A-Za-z])|[ぁ-ヺ一-鿿(（,:]|$)", re.IGNORECASE
)


def _is_name_number(text: str, measure: Measure, limit: int) -> bool:
    """The 2 of `Gemma 2`, the 4090 of `RTX 4090`: a bare number right behind a capitalised name
    that does not begin the sentence, or behind letters in capitals."""
    number = measure.number
    if (
        number.kind != "digits"
        or number.suffix
        or measure.start != number.start
        or measure.end != number.end
    ):
        return False
    before = text[max(0, number.start - 34) : number.start]
    name = _NAME.search(before)
    if name is None or name["name"].lower() in _NOT_NAMES or number.value >= 10000:
        return False
    word = name["name"]
    if sum(c.isupper() for c in word) >= 2 or any(c.isdigit() for c in word):
        return True
    begins = before[: name.start()].rstrip(" \"'(“")[-1:] in ("", ".", "!", "?", "\n", ":")
    if begins and not _GOES_ON_AS_NAME.match(text, number.end):
        return False
    return word[0].isupper() and len(word) > 2


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
    scale = Decimal(1) if kind == "折" and number.value >= 10 else Decimal(10)
    if kind == "折" and number.value > 100:
        return False
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


_PREFIX_ENDS = frozenset("$£€¥₿₩₹\\第名列氏度の秒时速币元分钟" + string.ascii_letters)
"""The last characters that a word in front of a number may have; anything else ends the search."""


def _prefixes(text: str, measure: Measure, previous_end: int) -> None:
    """Currency signs, 摄氏, 時速, and "percent of" in front of a number."""
    start = measure.start
    window = text[max(previous_end, start - 14) : start]
    if window.rstrip(" ")[-1:] not in _PREFIX_ENDS:
        return
    symbol = None if _LOST_OPERATOR.search(window) else _PREFIX_SYMBOL.search(window)
    if (symbol and measure.unit is None) or (
        symbol and measure.unit and measure.unit.dimension != "currency"
    ):
        code = (symbol["code"] or "").lower()
        inside = (
            code
            and symbol.start()
            and window[symbol.start() - 1].isalpha()
            and window[symbol.start() - 1].isascii()
        )
        name = _PREFIX_COINS.get(code) if not inside else None
        name = name or SYMBOLS.get(symbol["symbol"], "JPY")
        if measure.unit is not None and measure.unit.dimension == "mass":
            return
        measure.unit = Unit(name, "currency", Decimal(1))
        measure.end = measure.number.end
        measure.scale = Decimal(1)
        measure.start = (
            start - len(window) + (symbol.start() if not inside else symbol.start("symbol"))
        )
        return
    code_match = _PREFIX_CODE.search(window)
    if code_match and (measure.unit is None or measure.unit.dimension == "currency"):
        surface = (code_match["code"] or "").lower()
        unit = (
            SURFACES.latin.get(surface)
            or SURFACES.han["zh"].get(code_match["han"] or "")
            or SURFACES.han["ja"].get(code_match["han"] or "")
        )
        if unit is not None:
            measure.unit = unit
            measure.start = start - len(window) + code_match.start()
        return
    heat = _PREFIX_HEAT.search(window)
    if heat:
        kind = "degree Fahrenheit" if heat["kind"] in ("华氏", "華氏") else "degree Celsius"
        measure.unit = SURFACES.by_name[kind]
        measure.start = start - len(window) + heat.start()
        return
    speed = _PREFIX_SPEED.search(window)
    if speed and measure.unit and measure.unit.dimension == "length" and measure.unit.worth:
        time = SURFACES.by_name[_SPEEDS.get(speed["per"], "hour")]
        measure.unit = Unit(
            f"{measure.unit.name} per {time.name}", "speed", measure.unit.worth / (time.worth or 1)
        )
        measure.start = start - len(window) + speed.start()
        return
    if measure.unit is None and _PERCENT_OF.search(window):
        measure.unit = PERCENT
        measure.start = start - len(window) + (_PERCENT_OF.search(window) or window).start()  # type: ignore[union-attr]
        return
    ordinal = _ORDINAL_BEFORE.search(window)
    if ordinal and (measure.unit is None or measure.unit.name == "person"):
        rank = _RANK_AFTER.match(text, measure.number.end)
        measure.unit = Unit("rank", "rank") if rank or "名" in window or "列" in window else None
        measure.end = rank.end() if rank else measure.number.end
        if ordinal.group().startswith("第"):
            measure.start = start - len(window) + ordinal.start()


def _with_subunits(text: str, measures: list[Measure]) -> list[Measure]:
    """`5 ft 2 in`, 50元6角三分, `15 dollars and 50`, 10円5銭: one value in the larger unit."""
    joined: list[Measure] = []
    for measure in measures:
        previous = joined[-1] if joined else None
        if previous is not None and _continues(text, previous, measure):
            _join(previous, measure)
        else:
            joined.append(measure)
    return joined


_CENTS_WORD = compile_folded(r"[ ]{0,2}(?:and[ ])?[ ]{0,2}$")


_INCHES = compile_folded(r"[ ]?(?:in(?![A-Za-z])|\"|″)")
_FEN = compile_folded(r"[ ]?分")


def _continues(text: str, first: Measure, second: Measure) -> bool:
    """Whether `second` goes on counting in a smaller unit where `first` stopped."""
    if first.unit is None or not 0 <= second.start - first.end <= 8:
        return False
    gap = text[first.end : second.start]
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


def _is_inches(text: str, second: Measure) -> bool:
    mark = _INCHES.match(text, second.number.end)
    if second.unit is None and mark:
        second.unit, second.end = SURFACES.by_name["inch"], mark.end()
    return second.unit is not None and second.unit.name == "inch"


def _join(first: Measure, second: Measure) -> None:
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
