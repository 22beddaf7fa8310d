"""How a number is put into the shape of another one: 27億 becomes 270億, 12,000 becomes 11,000."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.reconcile.translation.figures import Figure

_DIGITS = re.compile(r"[0-9０-９]{1,30}(?:[,，][0-9０-９]{3}){0,9}(?:[.．][0-9０-９]{1,12})?")
_MYRIAD = re.compile(r"[十百千]?(?P<unit>[万萬亿億兆]|万亿|萬億)(?![万萬亿億兆])|万亿|萬億")
_UNITS: dict[bool, tuple[tuple[Decimal, str], ...]] = {
    False: ((Decimal(10) ** 12, "万亿"), (Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万")),
    True: ((Decimal(10) ** 12, "兆"), (Decimal(10) ** 8, "億"), (Decimal(10) ** 4, "万")),
}
"""By whether the text is Japanese: the units that a number is written with, the largest first."""
_TRADITIONAL = str.maketrans("万亿", "萬億")
_SHORT_DECIMAL = 2
_TO_WIDE = str.maketrans("0123456789.,", "０１２３４５６７８９．，")
_PRECISION = 4
_LARGE = Decimal(10_000)
_NAMED = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"),
          (Decimal(10) ** 6, "million"), (Decimal(10) ** 3, "thousand"))  # fmt: skip


def rewritten(written: str, figure: Figure, value: Decimal, language: str = "en") -> str | None:
    """`written`, whose number is `figure`, with `value` in place of it: the same digits, separators
    and magnitude word, or a larger or smaller word where an editor would take it (6.4亿, not
    64000万). None where that shape cannot hold the value exactly."""
    runs = list(_DIGITS.finditer(written))
    if len(runs) != 1 or not figure.magnitude:
        return None
    shown = value / figure.magnitude
    tail = written[runs[0].end() :]
    unit = _MYRIAD.match(tail)
    if unit and not 1 <= shown < _LARGE:
        shown, word = _in_units(value, language == "ja")
        tail = (word.translate(_TRADITIONAL) if set(written) & set("萬億") and language != "ja"
                else word) + tail[unit.end() :]  # fmt: skip
    if round(shown, _PRECISION) != shown or shown < 0:
        return None
    digits = format(shown.normalize(), "f")
    run = runs[0].group()
    if "," in run or "，" in run or (len(digits.split(".")[0]) > 4 and written.isascii()):
        whole, _, rest = digits.partition(".")
        digits = f"{int(whole):,}" + (f".{rest}" if rest else "")
    if run[0] > "9":
        digits = digits.translate(_TO_WIDE)
    return written[: runs[0].start()] + digits + tail


def _in_units(value: Decimal, japanese: bool) -> tuple[Decimal, str]:
    """The number and the largest unit in which it is a short decimal; no unit below 10,000."""
    for most in (_SHORT_DECIMAL, _PRECISION):
        for worth, word in _UNITS[japanese]:
            if value >= worth and round(value / worth, most) == value / worth:
                return value / worth, word
    return value, ""


def spaced(value: Decimal) -> str:
    """A number in full with thin groups for a reader: 2 700 000 000."""
    text = format(value.normalize(), "f")
    whole, _, rest = text.partition(".")
    grouped = f"{int(whole):,}".replace(",", " ") if whole.lstrip("-").isdigit() else whole
    return f"{grouped}.{rest[:6]}" if rest else grouped


def _short(value: Decimal) -> str:
    """A large ratio in words a reader can take in: 1.9 billion."""
    for worth, name in _NAMED:
        if value >= worth:
            shown = (value / worth).quantize(Decimal("0.1")).normalize()
            return f"{format(shown, 'f')} {name}"
    return format(value.normalize(), "f")


def times(one: Decimal, other: Decimal) -> str:
    """How far `one` is from `other` in words: `10 times smaller`, `2 more`."""
    if one == 0 or other == 0 or (one < 0) != (other < 0):
        return f"the difference is {spaced(abs(one - other))}"
    ratio = one / other if one > other else other / one
    word = "larger" if one > other else "smaller"
    if ratio >= _LARGE:
        return f"about {_short(ratio)} times {word}"
    if ratio >= 2 and round(ratio, 2) == ratio:
        return f"{format(ratio.normalize(), 'f')} times {word}"
    if ratio >= Decimal("1.5"):
        return f"about {round(ratio, 1)} times {word}"
    return f"the difference is {spaced(abs(one - other))}"
