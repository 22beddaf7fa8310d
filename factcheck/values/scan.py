"""Finds the bare numbers of a text, before units and ranges: digits in every grouping, scientific
notation and powers, fractions, Han numerals, number words, and the magnitudes behind them."""

# ruff: noqa: E501 - tables of words and patterns stay one entry to a line

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from factcheck.model.values import MAX_DIGITS, MAX_EXPONENT
from factcheck.values import english, han, kana
from factcheck.values.folding import compile_folded
from factcheck.values.han import worth_of_last_digit


@dataclass(slots=True)
class Number:
    """A number in the text. `step` is the worth of its last digit as written, None where it is
    exact; `mantissa` and `magnitude` are its parts (2.5 and 1e9), for sharing a magnitude in a
    range; `vague` says "and more"; `plain` marks bare digits such as a year's; `unit` is set
    where the notation itself holds one (百分之五)."""

    start: int
    end: int
    value: Decimal
    step: Decimal | None
    mantissa: Decimal
    magnitude: Decimal = Decimal(1)
    vague: bool = False
    high: Decimal | None = None
    plain: bool = False
    percent: bool = False
    kind: str = "digits"
    ordinal: bool = False
    suffix: str = ""


_SIGN = compile_folded(
    r"(?:(?P<minus>-|－|负|マイナス|minus(?![A-Za-z])|negative(?![A-Za-z]))|(?P<plus>[+]))[ ]{0,2}",
    re.IGNORECASE,
)
_SIGN_BEFORE = compile_folded(
    r"(?:负|マイナス|(?<![A-Za-z])(?:minus|negative))[ ]{0,2}$", re.IGNORECASE
)
_DIGITS = compile_folded(
    r"(?:(?P<spaced>[0-9]{1,3}(?:[ ][0-9]{3}){2,9}(?![0-9])(?:\.[0-9]{1,30})?)"
    r"|(?P<dotted>[0-9]{1,3}(?:\.[0-9]{3}){1,9},[0-9]{1,2}(?![0-9]|[,.][0-9]))"
    r"|(?P<grouped>[0-9]{1,3}(?:,[0-9]{3}){1,12}(?![0-9])(?:\.[0-9]{1,40})?)"
    r"|(?P<indian>[0-9]{1,2}(?:,[0-9]{2}){1,9},[0-9]{3}(?![0-9])(?:\.[0-9]{1,40})?)"
    r"|(?P<comma>[0-9]{1,60}[,、]00(?![0-9,]))"
    r"|(?P<plain>[0-9]{1,60}(?:\.[0-9]{1,40})?|\.[0-9]{1,40}))"
)
_EXPONENT = compile_folded(r"[eE](?P<power>[+-]?[0-9]{1,10})(?![0-9A-Za-z])")
_TIMES_TEN = compile_folded(
    r"[ ]{0,2}(?:[×xX*·]|\\times|\\cdot)[ ]{0,2}(?:10|十)[ ]{0,1}(?:\^\{?|の|(?=-))?(?P<power>[+-]?[0-9]{1,4}|(?:マイナス|负)?[一二三四五六七八九十]{1,3})\}?(?:乗|次方)?(?![0-9A-Za-z])"
)
_LOST_POWER = re.compile(
    r"(?<![0-9])(?<![0-9][.,])10\u2212(?P<power>[0-9]{1,2})(?![0-9]|[.,][0-9])"
)
_POWER = compile_folded(
    r"[ ]{0,1}(?:\^[ ]?[({]?(?P<power>[+-]{0,2}[0-9]{1,4})[)}]?|(?P<super>[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}))(?![0-9])"
)
_POWER_WORDS = compile_folded(
    r"[ ]{0,2}の(?P<power>(?:-|マイナス|负){0,2}[ ]?(?:[0-9]{1,4}|[一二三四五六七八九十]{1,4}))[ ]{0,2}乗|的(?P<zh>负?(?:[0-9]{1,4}|[一二三四五六七八九十]{1,4}))次方"
)
_SLASH = compile_folded(
    r"[ ]{0,1}/[ ]{0,1}(?P<below>[0-9]{1,12}(?:,[0-9]{3}){0,4})(?![0-9A-Za-z/]|\.[0-9])"
)
_MIXED = compile_folded(r"[ ](?P<above>[0-9]{1,9})/(?P<below>[0-9]{1,9})(?![0-9A-Za-z/])")
_HAN_FRACTION = compile_folded(r"[ ]{0,3}分[ ]{0,3}(?:之|の)[ ]{0,3}")
_HAN_AND = compile_folded(r"[ ]{0,3}(?:又|と|また|和)[ ]{0,3}")
_AN_ORDER = re.compile(r"an(?= order of magnitude)", re.IGNORECASE)
_WORD_OVER = compile_folded(r"[ ]{1,3}(?:over|out of)[ ]{1,3}", re.IGNORECASE)
_IN = compile_folded(r"[ ]{1,3}in[ ]{1,3}", re.IGNORECASE)
_VULGAR = {
    "½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅕": (1, 5), "⅖": (2, 5),
    "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8),
    "⅞": (7, 8), "⅐": (1, 7), "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_LETTER = {"k": 10**3, "K": 10**3, "M": 10**6, "G": 10**9, "B": 10**9, "T": 10**12, "b": 10**9}
_GLUED = r"-(?:param|token|word|scale|class|size|document|sample|example|image|step|people|person)"
"""What a number with K, M, B or T may be glued to by a hyphen: 7B-parameter, but not 4K-video."""
_SUFFIX = compile_folded(
    rf"(?:[ ]{{0,2}}(?P<letter>(?-i:[kKMBT]|(?<= )G))(?![A-Za-z0-9²³]|(?!{_GLUED})(?<!B)-[A-Za-z])|"
    r"[ ]{0,2}-?\n?(?P<word>millions?|billions?|trillions?|thousands?|"
    r"quadrillions?|lakhs?|crores?|bn|mn|tn|bln|mln|tln|trn|mil)(?![A-Za-z0-9])"
    r"|[ ]{0,2}(?P<code>(?-i:[KMBT]))(?=(?:EUR|GBP|USD|CNY|JPY|RMB|SEK|CHF)(?![A-Za-z])))", re.IGNORECASE,
)  # fmt: skip
_HUNDREDS = compile_folded(r"[ ]{1,2}(?:hundred|dozen)(?![A-Za-z])", re.IGNORECASE)
_WORD_SUFFIX = english.SCALES | {"tn": 10**12}
DIGITS_OR_HAN = "0-9〇零○一二两三四五六七八九十百千万亿兆京拾壹贰叁肆伍陆柒捌玖廿卅几数何"
_VAGUE_SCALES = {"tens": 10, "dozens": 12, "hundreds": 100, "thousands": 10**3, "millions": 10**6,
                 "billions": 10**9, "trillions": 10**12}  # fmt: skip
_VAGUE = (
    r"(?<![A-Za-z0-9.-])(?:tens|dozens|hundreds|thousands|millions|billions|trillions)(?![A-Za-z0-9])"
    r"|(?<![A-Za-z])(?:several|a[ ]few|many)[ ](?:dozen|hundred|thousand|million|billion|trillion)s?(?![A-Za-z])"
)
_OF_SCALE = re.compile(
    r"[ ]of[ ](?P<scale>thousands|millions|billions|trillions)(?![A-Za-z])", re.IGNORECASE
)
CANDIDATE = compile_folded(
    rf"(?P<digit>\.?[0-9])|(?P<han>[{DIGITS_OR_HAN[3:]}])|(?P<vulgar>[{''.join(_VULGAR)}])"
    rf"|(?P<vague>{_VAGUE})|(?P<half>(?<=打)对折|对折(?=优惠|价|促销|销售|出售|特卖|甩卖|抛售)|半(?=分|ダース|打|年|日|天|小时|个|月|价|额|数))|(?P<english>{english.STARTS.pattern})|(?P<kana>{kana.STARTS})",
    re.IGNORECASE,
)


def lost_powers(original: str) -> dict[int, tuple[int, int]]:
    """Start, end and exponent of every `10−7` with a true minus sign (U+2212): what is left of a
    power of ten once its markup is lost. Read from the text before folding."""
    return {m.start(): (m.end(), -int(m["power"])) for m in _LOST_POWER.finditer(original)}


def read_number(text: str, start: int, kind: str, language: str) -> Number | None:
    """The number at `start` of folded text, of the kind the candidate pattern saw there."""
    reader = _READERS[kind]
    try:
        number = reader(text, start, language)
    except (InvalidOperation, ZeroDivisionError, OverflowError):
        return None
    if number is None or not _within_limits(number.value):
        return None
    return number


def _within_limits(value: Decimal) -> bool:
    return value.is_finite() and (value == 0 or abs(value.adjusted()) <= MAX_EXPONENT)


def _from_digits(text: str, start: int, language: str) -> Number | None:
    match = _DIGITS.match(text, start)
    if match is None:
        return None
    words = match.group()
    if len(words) > MAX_DIGITS + 12 or text[match.end() : match.end() + 1].isdigit():
        return None
    if match["dotted"]:
        words = words.replace(".", "").replace(",", ".")
    if match["comma"]:
        words = words.replace(",", ".").replace("、", ".")
    words = words.replace(",", "").replace(" ", "")
    value = Decimal(words)
    number = Number(start, match.end(), value, worth_of_last_digit(words), value,
                    plain=words.isdigit() and match["plain"] is not None)  # fmt: skip
    if (match["plain"] or match["grouped"]) and _HAN_NEXT.match(text, number.end):
        mixed = han.read_han(text, start, language)
        if mixed is not None and mixed.end > number.end:
            number = _of_han(start, mixed)
    if number.plain and number.end - start == 1 and text[number.end : number.end + 1] in _VULGAR:
        above, below = _VULGAR[text[number.end]]
        return _exact(number, value + Decimal(above) / below, number.end + 1)
    if text[number.end : number.end + 1] in _NOTHING_FOLLOWS:
        return number
    if number.kind == "digits" and _GOES_ON.match(text, number.end) is None:
        return number
    return _scaled(text, number, language)


_HAN_NEXT = re.compile(r"[ ]{0,4}\n?[ ]{0,4}[十百千万亿兆京廿卅点余多几数あ拾]")
_GOES_ON = compile_folded(
    r"[ ]{0,3}\n?[ ]{0,3}(?:[eE×xX*·\\^⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹/の的分又とま和あ-]|[0-9]{1,9}/|"
    rf"(?:{english.FOLLOWING}|over|out|in|hundred|(?-i:[kKMBTG])|bn|mn|tn|bln|mln|tln|trn|mil|"
    r"millions?|billions?|trillions?|thousands?|quadrillions?|lakhs?|crores?))",
    re.IGNORECASE,
)
"""What the text behind digits begins with where anything there may belong to the number."""
_NOTHING_FOLLOWS = frozenset(("", ",", ".", ";", ":", ")", "、", "。", "(", "\n", "%", "]"))


def _exact(number: Number, value: Decimal, end: int) -> Number:
    number.value = number.mantissa = value
    number.end = end
    number.step = None
    number.plain = False
    return number


def _scaled(text: str, number: Number, language: str) -> Number:
    """Exponents, powers, fractions and magnitude suffixes behind digits."""
    for pattern in (_EXPONENT, _TIMES_TEN):
        match = pattern.match(text, number.end)
        if match:
            power = _power(match["power"])
            if abs(power) > 2 * MAX_EXPONENT:
                number.value = Decimal("Infinity")
                return number
            number.value = number.value.scaleb(power)
            number.step = number.step.scaleb(power) if number.step is not None else None
            number.mantissa, number.end, number.plain = number.value, match.end(), False
            return number
    power_match = _POWER.match(text, number.end) or _POWER_WORDS.match(text, number.end)
    if power_match:
        groups = power_match.groupdict()
        power = _power(groups.get("power") or groups.get("super") or groups.get("zh") or "")
        if abs(power) > 400 or abs(number.value) > 10**12:
            number.value = Decimal("Infinity")
            return number
        return _exact(number, number.value**power, power_match.end())
    mixed = _MIXED.match(text, number.end) if number.plain else None
    if mixed and int(mixed["below"]):
        return _exact(
            number, number.value + Decimal(mixed["above"]) / Decimal(mixed["below"]), mixed.end()
        )
    slash = _SLASH.match(text, number.end)
    if slash and slash["below"] == "100" and language == "ja":
        number.percent, number.plain, number.end = True, False, slash.end()
        return number
    if slash and int(slash["below"].replace(",", "")):
        return _exact(number, number.value / Decimal(slash["below"].replace(",", "")), slash.end())
    fraction = _han_fraction(text, number, language)
    if fraction is not None:
        return fraction
    suffix = _SUFFIX.match(text, number.end)
    if number.kind == "digits":
        worded = number.plain or suffix or _HUNDREDS.match(text, number.end)
        words = english.read_english(text, number.start) if worded else None
        if words is not None and words.end > (suffix.end() if suffix else number.end):
            return _of_english(number.start, words)
        if suffix:
            _magnify(number, suffix)
    return _over(text, number, language)


def _power(words: str) -> int:
    words = (
        words.translate(_SUPERSCRIPTS).replace("マイナス", "-").replace("负", "-").replace(" ", "")
    )
    sign = -1 if words.count("-") % 2 else 1
    words = words.lstrip("+-")
    if words.isdigit():
        return sign * int(words)
    read = han.read_han(words, 0, "ja")
    return sign * int(read.value) if read else 0


def _magnify(number: Number, suffix: re.Match[str]) -> None:
    letter = suffix["letter"] or suffix["code"]
    if letter:
        scale = _LETTER[letter if letter in _LETTER else letter.upper()]
    else:
        word = suffix["word"].lower()
        scale = _WORD_SUFFIX.get(word) or _WORD_SUFFIX[word.removesuffix("s")]
    number.mantissa = number.value
    number.magnitude = Decimal(scale)
    number.value *= scale
    number.step = number.step * scale if number.step is not None else None
    number.end, number.plain, number.suffix = suffix.end(), False, suffix.group().strip()


def _over(text: str, number: Number, language: str) -> Number:
    """`1 over 3`, `one out of three`, `1 in twenty-one`: only for one out of more."""
    match = _WORD_OVER.match(text, number.end) or (
        _IN.match(text, number.end) if number.value == 1 else None
    )
    if match is None:
        return number
    below = _from_english(text, match.end(), language) or (
        _number_digits(text, match.end()) if text[match.end() : match.end() + 1].isdigit() else None
    )
    if (
        below is None
        or below.value <= max(number.value, Decimal(1))
        or (below.value > 1500 and match.group().strip() == "in")
    ):
        return number
    return _exact(number, number.value / below.value, below.end)


def _number_digits(text: str, start: int) -> Number | None:
    match = _DIGITS.match(text, start)
    if match is None or not match["plain"]:
        return None
    value = Decimal(match.group())
    return Number(start, match.end(), value, None, value)


def _han_fraction(text: str, number: Number, language: str) -> Number | None:
    """三分之二, 5分の1, and the mixed 一と二分の一; 百分之五 is a percentage."""
    joint = _HAN_FRACTION.match(text, number.end)
    if joint is None:
        mixed = _HAN_AND.match(text, number.end)
        below = _signed_part(text, mixed.end(), language) if mixed else None
        joint = _HAN_FRACTION.match(text, below.end) if below else None
        if below is None or joint is None:
            return None
        above = _signed_part(text, joint.end(), language)
        if above is None or not below.value:
            return None
        return _exact(number, number.value + above.value / below.value, above.end)
    above = _signed_part(text, joint.end(), language)
    if above is None or not number.value:
        return None
    words = text[number.start : number.end].replace(" ", "")
    as_percent = words in ("百", "佰") or (language != "ja" and words and words[0] in "百千万佰")
    if as_percent:
        scale = Decimal(100) / number.value
        number.percent = True
        number.value = number.mantissa = above.value * scale
        number.step = above.step * scale if above.step is not None else None
        number.vague, number.high = above.vague, above.high * scale if above.high else None
        number.end, number.plain = above.end, False
        return number
    return _exact(number, above.value / number.value, above.end)


def _signed_part(text: str, start: int, language: str) -> Number | None:
    sign = _SIGN.match(text, start)
    at = sign.end() if sign else start
    read = han.read_han(text, at, language)
    if read is None:
        return None
    part = _of_han(at, read)
    if sign and sign["minus"]:
        part.value = -part.value
    return part


def _of_han(start: int, read: han.HanNumber) -> Number:
    exact = read.magnitude < 10**4 and read.step >= 1
    return Number(
        start, read.end, read.value, Decimal(1) if exact else read.step, read.mantissa,
        magnitude=read.magnitude, vague=read.vague, high=read.high, kind="han",
    )  # fmt: skip


def _of_english(start: int, read: english.EnglishNumber) -> Number:
    return Number(start, read.end, read.value, read.step, read.mantissa,
                  magnitude=read.magnitude, kind="english")  # fmt: skip


def _from_han(text: str, start: int, language: str) -> Number | None:
    read = han.read_han(text, start, language)
    if read is None:
        return None
    number = _of_han(start, read)
    if text[start : read.end + 1] == "一半":
        return _exact(number, Decimal("0.5"), read.end + 1)
    fraction = _han_fraction(text, number, language)
    if fraction is not None:
        return fraction
    if read.only_units and set(text[start : read.end].replace(" ", "")) <= set("万亿兆京"):
        return None
    ten = _TIMES_TEN.match(text, number.end) or _POWER_WORDS.match(text, number.end)
    if ten:
        return _scaled(text, number, language)
    suffix = _SUFFIX.match(text, number.end)
    if suffix and suffix["word"]:
        _magnify(number, suffix)
    return number


def _from_vulgar(text: str, start: int, language: str) -> Number | None:
    above, below = _VULGAR[text[start]]
    value = Decimal(above) / below
    return Number(start, start + 1, value, None, value)


def _from_english(text: str, start: int, language: str) -> Number | None:
    if _AN_ORDER.match(text, start):
        return Number(start, start + 2, Decimal(1), None, Decimal(1), kind="english")
    read = english.read_english(text, start)
    if read is None:
        return None
    return _over(text, _of_english(start, read), language)


def _from_vague(text: str, start: int, language: str) -> Number | None:
    """`trillions`, `hundreds of thousands`, `several million`: at least one of them."""
    words = _VAGUE_WORD.match(text, start)
    if words is None:
        return None
    scale = words["scale"].lower()
    value = Decimal(_VAGUE_SCALES[scale if scale.endswith("s") else f"{scale}s"])
    end = words.end()
    while more := _OF_SCALE.match(text, end):
        value, end = value * _VAGUE_SCALES[more["scale"].lower()], more.end()
    return Number(start, end, value, None, value, vague=True, kind="vague")


_VAGUE_WORD = re.compile(
    r"(?:(?:several|a[ ]few|many)[ ])?(?P<scale>ten|dozen|hundred|thousand|million|billion|trillion)s?",
    re.IGNORECASE,
)


def _from_half(text: str, start: int, language: str) -> Number | None:
    """半ダース, 半年, 半分, 对折; not the half in 三个半月, which the number before it takes."""
    if text[start] == "对":  # 对折: at half the price
        return Number(start, start + 2, Decimal(50), None, Decimal(50), percent=True, kind="half")
    end = start + (2 if text[start + 1 : start + 2] in ("分", "数") else 1)
    return Number(start, end, Decimal("0.5"), None, Decimal("0.5"), kind="half")


def _from_kana(text: str, start: int, language: str) -> Number | None:
    read = kana.read_kana(text, start)
    if read is None:
        return None
    return Number(start, read[0], read[1], None, read[1], kind="kana")


_READERS: dict[str, Callable[[str, int, str], Number | None]] = {
    "digit": _from_digits, "han": _from_han, "vulgar": _from_vulgar,
    "english": _from_english, "kana": _from_kana, "half": _from_half, "vague": _from_vague,
}  # fmt: skip


def sign_before(text: str, start: int) -> tuple[int, bool] | None:
    """Where a sign before a number begins, and whether it is a minus."""
    window = text[max(0, start - 12) : start]
    words = _SIGN_BEFORE.search(window)
    if words:
        return start - (len(window) - words.start()), True
    before = window.rstrip(" ")
    if not before or before[-1] not in "+-":
        return None
    blanks = len(window) - len(before)
    at = start - blanks - 1
    previous = text[at - 1 : at]
    if before[-1] == "+" or not previous or (blanks > 1 and previous != " "):
        return (at, before[-1] == "-") if not previous or previous in " (<>=：:$" else None
    if previous.isascii() and (previous.isalnum() or previous in ")%-."):
        return None
    if blanks and text[:at].rstrip(" ")[-1:].isalnum():
        return None
    return at, True
