"""Chinese and Japanese numerals, positional or with units, pure or mixed with digits:
`7万5千`, `2.2億`, 四十五亿零四百零四万, 二〇二四, 十余万. One grammar; the language only decides
whether a trailing digit is shorthand (Chinese 九万四 is 94,000, Japanese 九万四 is 90,004)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from factcheck.model.values import MAX_DIGITS
from factcheck.values.folding import compile_folded

DIGITS = {
    "零": 0, "〇": 0, "○": 0, "一": 1, "壹": 1, "二": 2, "贰": 2, "两": 2, "三": 3, "叁": 3,
    "四": 4, "肆": 4, "五": 5, "伍": 5, "六": 6, "陆": 6, "七": 7, "柒": 7, "八": 8, "捌": 8,
    "九": 9, "玖": 9,
}  # fmt: skip
SMALL = {"十": 10, "拾": 10, "百": 100, "千": 1000, "廿": 20, "卅": 30}
BIG = {"万": 10**4, "亿": 10**8, "兆": 10**12, "京": 10**16}
ZEROS = "零〇○"
MAX_TOKENS = 60

_DIGIT_CLASS = "".join(DIGITS)
NUMBER = r"[0-9]{1,3}(?:,[0-9]{3}){1,12}(?![0-9])(?:\.[0-9]{1,40})?|[0-9]{1,60}(?:\.[0-9]{1,40})?"
_TOKEN = compile_folded(
    rf"(?P<number>{NUMBER})|(?P<digits>[{_DIGIT_CLASS}]{{1,60}})|(?P<small>[十拾百千廿卅])"
    r"|(?P<big>[万亿兆京])|(?P<more>余り?|あまり|多|几|数|何)"
)
_BLANK = compile_folded(r"[ ]{0,4}\n?[ ]{0,4}")
_POINT = compile_folded(
    rf"[ ]{{0,2}}[点・][ ]{{0,2}}(?P<digits>[{_DIGIT_CLASS}]{{1,30}}|[0-9]{{1,30}})(?![十百千])"
)
_MEASURE = compile_folded(
    r"(?:千(?:米|克|瓦|卡|伏|帕|焦|赫|字节|比特)|兆(?:瓦|伏|帕|焦|赫|字节|比特))"
)
_AFTER_MORE = compile_folded(
    r"[ ]{0,3}[十百千万亿兆个人名位项种篇页年天日月岁次家条件元块倍张台本冊つ]|$|[ ]{0,3}[,。、;.)]"
)


@dataclass(slots=True)
class HanNumber:
    """A numeral that was read: its end, its value, the worth of its last digit as written, the
    number before the first unit, the last unit, and whether it says "and more" (十余万, 数万亿).
    `only_units` marks 万 or 百万 without a digit before it."""

    end: int
    value: Decimal
    step: Decimal
    mantissa: Decimal
    magnitude: Decimal
    vague: bool
    only_units: bool
    high: Decimal | None = None


class _Reader:
    """Reads one numeral from left to right: big parts on a stack, one section, one loose digit."""

    def __init__(self, text: str, start: int, shorthand: bool) -> None:
        self.text = text
        self.position = self.end = self.end_before_loose = start
        self.shorthand = shorthand
        self.parts: list[tuple[Decimal, int]] = []
        self.section = Decimal(0)
        self.small = 0
        self.loose: Decimal | None = None
        self.loose_step = Decimal(1)
        self.loose_is_shorthand = False
        self.unit = 0
        self.step = Decimal(1)
        self.after_zero = False
        self.vague = False
        self.spread = Decimal(0)
        self.mantissa: Decimal | None = None
        self.begun = False

    def number(self, words: str, stop: int) -> bool:
        return self._add_loose(Decimal(words.replace(",", "")), worth_of_last_digit(words), "")

    def digits(self, words: str, stop: int) -> bool:
        if words[0] in ZEROS and self.unit:
            self.after_zero = True
            if len(words) == 1:
                self.position = stop
                return self.loose is None
        after = self.text[stop : stop + 1]
        if words == "两" and self.unit and after not in SMALL and after not in BIG:
            return False  # a unit of weight, not a digit
        steps = len(words) == 2 and DIGITS[words[1]] - DIGITS[words[0]] == 1
        counted = after in SMALL or after in BIG or self.small == 10
        if steps and counted and words[0] not in ZEROS:
            self.spread = Decimal(1)  # 二三十 is twenty to thirty
            words = words[0]
        return self._add_loose(positional(words), Decimal(1), words)

    def _add_loose(self, value: Decimal, step: Decimal, han: str) -> bool:
        if self.loose is not None:
            return False
        self.end_before_loose = self.end
        self.loose = value
        self.loose_step = step
        self.loose_is_shorthand = (
            self.shorthand and len(han) == 1 and han not in ZEROS and self.unit >= 100
            and not self.after_zero
        )  # fmt: skip
        if self.mantissa is None:
            self.mantissa = value
        return True

    def small_unit(self, words: str, stop: int) -> bool:
        if not self.unit and self.loose is not None and self._names_a_measure(stop - 1):
            return False
        unit = SMALL[words]
        if (self.small and unit >= self.small) or (unit in (20, 30) and self.loose is not None):
            return self._drop_loose()
        count = Decimal(1) if not self.loose or unit in (20, 30) else self.loose
        self.spread *= unit
        self.step = (Decimal(1) if self.loose is None else self.loose_step) * (
            10 if unit in (20, 30) else unit
        )
        self.section += count * unit
        self.small = 10 if unit in (20, 30) else unit
        return self._close(self.small)

    def big_unit(self, words: str, stop: int) -> bool:
        if not self.unit and self.loose is not None and self._names_a_measure(stop - 1):
            return False
        unit = BIG[words]
        value = self.section + (self.loose or 0)
        if self.parts and self.parts[-1][1] == unit and value:
            return self._drop_loose()
        while self.parts and self.parts[-1][1] <= unit:
            value += self.parts.pop()[0]
        last = self.loose_step if self.loose is not None else self.step
        self.step = last * unit
        self.parts.append(((value or Decimal(1)) * unit, unit))
        self.section = Decimal(0)
        self.spread *= unit
        self.small = 0
        return self._close(unit)

    def more(self, words: str, stop: int) -> bool:
        """余, 多, 几, 数: "and more" after a numeral, "several" before a unit."""
        after = self.text[stop : stop + 1]
        if self.begun:
            fits = _AFTER_MORE.match(self.text, stop) is not None
        else:
            fits = words in ("几", "数", "何") and after in SMALL.keys() | BIG.keys()
        self.vague = self.vague or fits
        if fits and not self.begun:
            self.position = stop
        return fits

    def _close(self, unit: int) -> bool:
        self.loose = None
        self.unit = unit
        self.after_zero = False
        return True

    def _drop_loose(self) -> bool:
        if self.loose is not None:
            self.loose = None
            self.end = self.end_before_loose
        return False

    def _names_a_measure(self, at: int) -> bool:
        return _MEASURE.match(self.text, at) is not None

    def decimals(self, point: re.Match[str]) -> None:
        """Decimals written with 点 or ・: the number so far becomes one loose number."""
        value, _ = self.total()
        digits = "".join(str(DIGITS.get(c, c)) for c in point["digits"])
        step = Decimal(1).scaleb(-len(digits))
        self.parts, self.section, self.small, self.unit = [], Decimal(0), 0, 0
        self.loose = value + Decimal(digits) * step
        self.loose_step = step
        self.loose_is_shorthand = False
        self.mantissa = self.loose
        self.end = self.position = point.end()

    def total(self) -> tuple[Decimal, Decimal]:
        """Value, and the worth of the last digit as written."""
        total = sum((value for value, _ in self.parts), Decimal(0)) + self.section
        if self.loose is None:
            return total, self.step
        if self.loose_is_shorthand:
            tenth = Decimal(self.unit) / 10
            return total + self.loose * tenth, tenth
        return total + self.loose, self.loose_step

    def read(self) -> HanNumber | None:
        for _ in range(MAX_TOKENS):
            token = _TOKEN.match(self.text, self.position)
            if token is None:
                break
            words = token.group()
            position = self.position
            if not _STEPS[token.lastgroup or ""](self, words, token.end()):
                break
            if self.position == position:
                self.end = self.position = token.end()
            self.begun = True
            point = None if "." in words else _POINT.match(self.text, self.end)
            if (point is not None and self.loose is None) or (
                point is not None and token.lastgroup != "more"
            ):
                self.decimals(point)
            blank = _BLANK.match(self.text, self.position)
            self.position = blank.end() if blank else self.position
        return self._result()

    def _result(self) -> HanNumber | None:
        if not self.unit and self.loose is None:
            return None
        value, step = self.total()
        if len(value.as_tuple().digits) > MAX_DIGITS:
            return None
        return HanNumber(
            end=self.end, value=value, step=step, vague=self.vague or bool(self.spread),
            mantissa=value if self.mantissa is None else self.mantissa,
            magnitude=Decimal(self.unit or 1),
            only_units=self.mantissa is None and not self.vague,
            high=value + self.spread if self.spread else None,
        )  # fmt: skip


_STEPS = {
    "number": _Reader.number, "digits": _Reader.digits, "small": _Reader.small_unit,
    "big": _Reader.big_unit, "more": _Reader.more,
}  # fmt: skip


def positional(han: str) -> Decimal:
    """二〇二四 as 2024."""
    return Decimal("".join(str(DIGITS[c]) for c in han))


def worth_of_last_digit(number: str) -> Decimal:
    """0.01 for `3.14`, 1 for `280`."""
    decimals = number.partition(".")[2]
    return Decimal(1).scaleb(-len(decimals))


def read_han(text: str, start: int, language: str) -> HanNumber | None:
    """The numeral at `start` of folded text, None where there is none."""
    return _Reader(text, start, shorthand=language != "ja").read()
