"""What stands in front of a number and belongs to it: currency signs and codes, 摄氏, 時速, 第."""

# ruff: noqa: E501 - tables of words and patterns stay one entry to a line

from __future__ import annotations

import re
import string
from decimal import Decimal

from factcheck.values.folding import compile_folded
from factcheck.values.measure import Measure
from factcheck.values.unit_table import SYMBOLS
from factcheck.values.units import PERCENT, SURFACES, Unit

_PREFIX_SYMBOL = compile_folded(
    r"(?:(?P<code>u\.?s\.?|usd|aud|cad|hk|nt|au|ca|us)[ ]{0,2}|(?P<letter>[cas]))?(?P<symbol>[$£€¥₿₩₹\\])[ ]{0,2}$",
    re.IGNORECASE,
)
_LOST_OPERATOR = re.compile(r"(?<![A-Za-z])[gl]eq?\$[ ]{0,2}$")
PREFIX_CODE = compile_folded(
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
_PERCENT_OF = compile_folded(r"(?<![A-Za-z])per[ ]?cents?[ ]of[ ]$", re.IGNORECASE)
_ORDINAL_BEFORE = compile_folded(r"第[ ]?$|(?:排名|位列|名列)(?:第)?$")
_RANK_AFTER = compile_folded(r"[ ]?[位名]")
_PREFIX_ENDS = frozenset("$£€¥₿₩₹\\第名列氏度の秒时速币元分钟" + string.ascii_letters)
"""The last characters that a word in front of a number may have; anything else ends the search."""


def read_prefixes(text: str, measure: Measure, previous_end: int, language: str) -> None:
    """Currency signs, 摄氏, 時速, and "percent of" in front of a number."""
    start = measure.start
    window = text[max(previous_end, start - 14) : start]
    if window.rstrip(" ")[-1:] not in _PREFIX_ENDS:
        return
    symbol = None if _LOST_OPERATOR.search(window) else _PREFIX_SYMBOL.search(window)
    if (symbol and measure.unit is None) or (
        symbol and measure.unit and measure.unit.dimension != "currency"
    ):
        code = (symbol["code"] or symbol["letter"] or "").lower()
        inside = (
            code
            and symbol.start()
            and window[symbol.start() - 1].isalpha()
            and window[symbol.start() - 1].isascii()
        )
        name = _PREFIX_COINS.get(code) if not inside else None
        name = name or SYMBOLS.get(symbol["symbol"], "JPY")
        if symbol["symbol"] == "¥" and language == "zh" and not text.isascii():
            name = "CNY"
        if measure.unit is not None and measure.unit.dimension == "mass":
            return
        measure.unit = Unit(name, "currency", Decimal(1))
        measure.end = measure.number.end
        measure.scale = Decimal(1)
        _letter_behind(text, measure)
        measure.start = (
            start - len(window) + (symbol.start() if not inside else symbol.start("symbol"))
        )
        return
    code_match = PREFIX_CODE.search(window)
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


_LETTER_BEHIND = compile_folded(r"(?P<letter>mn|tn|bn|m|b)(?![A-Za-z0-9])", re.IGNORECASE)
_LETTER_WORTH = {"m": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12}


def _letter_behind(text: str, measure: Measure) -> None:
    """The m of £4m: behind a sum it is a million and no metre."""
    letter = _LETTER_BEHIND.match(text, measure.number.end)
    if letter and measure.number.magnitude == 1:
        measure.scale = Decimal(_LETTER_WORTH[letter["letter"].lower()])
        measure.end = letter.end()
