"""Writes a value as an editor of a language would: 27e9 is 27 billion, 270 亿, 270億. Used for
suggestions, so that a correction keeps the style of the words around it."""

# ruff: noqa: E501, SIM905 - tables of words and patterns stay one entry to a line

from __future__ import annotations

import re
from decimal import Decimal, localcontext

from factcheck.model import Date, Identifier, Quantity, QuantityList, Range, Value, Year
from factcheck.model.values import exact_number

_SCALES: dict[str, tuple[tuple[str, int], ...]] = {
    "en": ((" trillion", 12), (" billion", 9), (" million", 6)),
    "zh": (("万亿", 12), ("亿", 8), ("万", 4)),
    "ja": (("兆", 12), ("億", 8), ("万", 4)),
}
_SHORT = {"K": 3, "k": 3, "M": 6, "B": 9, "T": 12, "bn": 9, "mn": 6}
_WORDS = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "万亿": 12, "萬億": 12, "兆": 12,
          "亿": 8, "億": 8, "万": 4, "萬": 4, "千": 3, "百": 2}  # fmt: skip
_FAMILIES = (
    ("trillion", "billion", "million", "thousand"), ("T", "B", "M", "K"), ("万亿", "亿", "万"),
    ("萬億", "億", "萬"), ("兆", "億", "万"), ("bn", "mn"), ("k",),
)  # fmt: skip
_UNITS: dict[str, dict[str, str]] = {
    "en": {"byte": " bytes", "factor": "x", "person": " people", "percentage point": " percentage points",
           "rank": "", "GPU hour": " GPU hours"},
    "zh": {"parameter": "参数", "token": " 个 token", "document": "个文档", "task": "个任务", "person": "人",
           "author": "位作者", "paper": "篇论文", "page": "页", "atom": "个原子", "layer": "层", "step": "步",
           "word": "个词", "model": "个模型", "sequence": "个序列", "year": "年", "month": "个月", "day": "天", "hour": "小时", "second": "秒", "minute": "分钟", "week": "周",
           "byte": "字节", "factor": "倍", "USD": "美元", "CNY": "元", "JPY": "日元", "EUR": "欧元", "GBP": "英镑", "metre": "米", "kilometre": "公里", "kilogram": "公斤", "degree Celsius": "摄氏度", "percentage point": "个百分点", "GPU hour": "GPU小时"},
    "ja": {"parameter": "パラメータ", "token": "トークン", "document": "文書", "task": "タスク", "person": "人",
           "author": "名の著者", "paper": "本の論文", "page": "ページ", "atom": "個の原子", "layer": "層", "step": "ステップ",
           "word": "語", "model": "個のモデル", "sequence": "個の配列", "year": "年", "month": "か月", "day": "日間", "hour": "時間", "second": "秒", "minute": "分間", "week": "週間",
           "byte": "バイト", "factor": "倍", "USD": "ドル", "CNY": "元", "JPY": "円", "EUR": "ユーロ", "GBP": "英ポンド", "metre": "メートル", "kilometre": "キロメートル", "kilogram": "キログラム", "degree Celsius": "℃", "percentage point": "ポイント", "GPU hour": "GPU時間"},
}  # fmt: skip
_PARTS = re.compile(
    r"(?P<number>[0-9０-９][0-9０-９,，.．]{0,60})(?P<blank>[ \u3000]{0,4}\n?)(?P<magnitude>万亿|萬億|[万亿億萬兆千百]|"
    r"(?:thousand|million|billion|trillion|bn|mn|[KkMBT])(?![A-Za-z]))?"
)
_DATA = (("TB", 12), ("GB", 9), ("MB", 6), ("KB", 3))
_DATA_UNIT = re.compile(r"(?<![A-Za-z])[ ]?(?P<unit>[KMGT]?B)(?![A-Za-z])")


def format_number(number: Decimal, language: str) -> str:
    """A number with the magnitude words of a language: 270億, 2800亿, 27 billion, 1,500."""
    for word, exponent in _SCALES.get(language, _SCALES["en"]):
        mantissa = number.scaleb(-exponent)
        written = exact_number(mantissa) or "0"
        if abs(mantissa) >= 1 and len(written.partition(".")[2]) <= 3:
            return written + word
    text = exact_number(number) or "0"
    return _grouped(text) if language == "en" and abs(number) >= 10000 else text


def _grouped(text: str) -> str:
    whole, point, decimals = text.partition(".")
    sign = "-" if whole.startswith("-") else ""
    digits = whole.removeprefix("-")
    groups = [digits[max(0, end - 3) : end] for end in range(len(digits), 0, -3)][::-1]
    return sign + ",".join(groups) + point + decimals


def format_value(value: Value, language: str) -> str:
    """The value in the words of `language` (en, zh, ja), readable again by `parse_values`."""
    with localcontext(prec=80):
        if isinstance(value, Quantity):
            return (
                _hedge(value.approx, language)
                + format_number(value.value, language)
                + _unit(value.unit, value.value, language)
            )
        if isinstance(value, Range):
            return _hedge(value.approx and value.max is not None, language) + _range(
                value, language
            )
        if isinstance(value, QuantityList):
            joint = {"zh": "、", "ja": "、"}.get(language, ", ")
            return joint.join(
                format_number(v, language) + _unit(value.unit, v, language) for v in value.values
            )
    if isinstance(value, Year):
        return f"{value.value}年" if language in ("zh", "ja") else str(value.value)
    if isinstance(value, Date):
        return _date(value.value, language)
    if isinstance(value, Identifier):
        return f"version {value.value}" if value.scheme == "version" else value.value
    return str(getattr(value, "value", "") or ", ".join(getattr(value, "values", ())))


def _hedge(approx: bool, language: str) -> str:
    return {"zh": "约", "ja": "約"}.get(language, "about ") if approx else ""


def _unit(unit: str | None, number: Decimal, language: str) -> str:
    if unit is None:
        return ""
    if unit == "percent":
        return "%"
    if language == "en" and unit == "factor" and number >= 10**6:
        return "-fold"
    known = _UNITS.get(language, {}).get(unit)
    if known is not None:
        return known
    if language == "en":
        plain = unit.isupper() or number == 1 or unit.startswith("degree ")
        return f" {unit}" if plain else f" {_plural(unit)}"
    return f" {unit}"


def _plural(unit: str) -> str:
    first, _, rest = unit.partition(" per ")
    irregular = {
        "foot": "feet",
        "inch": "inches",
        "country": "countries",
        "company": "companies",
        "century": "centuries",
        "square foot": "square feet",
        "cubic foot": "cubic feet",
        "hertz": "hertz",
    }
    return irregular.get(first, f"{first}s") + (f" per {rest}" if rest else "")


def _range(value: Range, language: str) -> str:
    low, high = value.min, value.max
    if low is not None and high is not None:
        joint = {"zh": "到", "ja": "から"}.get(language, " to ")
        ends = [format_number(low, language), format_number(high, language)]
        if ends[0][-1].isdigit() and not ends[1][-1].isdigit():
            # 1到10万 would share its 万
            ends = [exact_number(low) or "0", exact_number(high) or "0"]
        return joint.join(ends) + _unit(value.unit, high, language)
    end = low if low is not None else high
    number = end if end is not None else Decimal(0)
    inclusive = value.min_inclusive if low is not None else value.max_inclusive
    words = format_number(number, language) + _unit(value.unit, number, language)
    before, after = _BOUNDS[language if language in _BOUNDS else "en"][low is not None, inclusive]
    return before + words + after


_BOUNDS = {
    "en": {(True, True): ("at least ", ""), (True, False): ("more than ", ""),
           (False, True): ("at most ", ""), (False, False): ("less than ", "")},
    "zh": {(True, True): ("至少", ""), (True, False): ("超过", ""),
           (False, True): ("最多", ""), (False, False): ("少于", "")},
    "ja": {(True, True): ("", "以上"), (True, False): ("", "より大きい"),
           (False, True): ("", "以下"), (False, False): ("", "未満")},
}  # fmt: skip
_MONTHS = (
    "January February March April May June July August September October November December".split()
)


def _date(value: str, language: str) -> str:
    parts = value.split("T")[0].split("-")
    plain = (
        "T" not in value
        and "/" not in value
        and "X" not in value
        and all(p.isdigit() for p in parts)
    )
    if not plain or len(parts) > 3 or (len(parts) > 1 and not 1 <= int(parts[1]) <= 12):
        return value
    if language in ("zh", "ja"):
        return "".join(f"{int(p)}{mark}" for p, mark in zip(parts, "年月日", strict=False))
    if len(parts) == 1:
        return parts[0]
    month = _MONTHS[int(parts[1]) - 1]
    return f"{int(parts[2])} {month} {parts[0]}" if len(parts) == 3 else f"{month} {parts[0]}"


def format_like(value: Value, as_written: str, language: str) -> str:
    """The value in the manner of the words `as_written`: like `20億` 270億, like `2B` 27B, like
    `2800 亿` with its blank. Whatever stands around the number in those words is kept."""
    number = value.value if isinstance(value, Quantity) else None
    match = _PARTS.search(as_written)
    if number is None or match is None:
        return format_value(value, language)
    with localcontext(prec=80):
        data = (
            _DATA_UNIT.match(as_written, match.end("number"))
            if isinstance(value, Quantity) and value.unit == "byte"
            else None
        )
        if data:
            exponent = dict(_DATA).get(data["unit"], 0)
            end = match.end("number")
            return (
                as_written[: match.start()]
                + (exact_number(number.scaleb(-exponent)) or "0")
                + as_written[end:]
            )
        magnitude = match["magnitude"]
        if magnitude is None:
            grouped = "," in match["number"]
            text = exact_number(number) or "0"
            written = (_grouped(text) if grouped else text) + match["blank"]
        else:
            written = _with_family(number, magnitude, match["blank"])
    return as_written[: match.start()] + written + as_written[match.end() :]


def _with_family(number: Decimal, magnitude: str, blank: str) -> str:
    """The number with the fitting word of the family that `magnitude` belongs to; its own word
    first, so that 20億 leads to 270億."""
    own = {**_SHORT, **_WORDS}[magnitude]
    text = exact_number(number.scaleb(-own)) or "0"
    mantissa = abs(number.scaleb(-own))
    if 1 <= mantissa < 10000 and len(text.partition(".")[2]) <= 3:
        return text + blank + magnitude
    family = next((f for f in _FAMILIES if magnitude in f), (magnitude,))
    for word in family:
        exponent = {**_SHORT, **_WORDS}[word]
        scaled = number.scaleb(-exponent)
        if abs(scaled) >= 1:
            return (exact_number(scaled) or "0") + blank + word
    return exact_number(number) or "0"
