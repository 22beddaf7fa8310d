"""Fonts for a report: one per script, those for Japanese and for Chinese apart, since the two write
the same characters differently. A report without a font for its words is refused, never printed as
boxes."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from factcheck.errors import UsageError
from factcheck.reports.paper.glyphs import ranges_of

LATIN = ("Noto Sans", "Source Sans 3", "Liberation Sans", "Arial", "Helvetica", "DejaVu Sans")
WANTED: Mapping[str, tuple[str, ...]] = {
    "ja": ("Noto Sans CJK JP", "Noto Sans JP", "Source Han Sans JP", "Noto Serif CJK JP",
           "IPAexGothic", "Hiragino Sans", "Yu Gothic", "MS Gothic"),
    "zh": ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Noto Serif CJK SC",
           "WenQuanYi Zen Hei", "PingFang SC", "Microsoft YaHei", "SimSun"),
}  # fmt: skip
"""Language → families for its Han characters, the best first."""
NAMES = {"ja": "Japanese", "zh": "Chinese"}
SYMBOLS = ("DejaVu Sans", "Noto Sans Symbols 2", "Noto Emoji", "Symbola")
ADVICE = "install Noto Sans CJK, or name a folder of fonts in FACTCHECK_FONTS"
HAN = ((0x2E80, 0x30FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF))
"""Han and kana: what no Latin font has."""


@dataclass(frozen=True, kw_only=True)
class Face:
    """One font file of a family, as the type-setting library found it."""

    family: str
    path: str
    index: int


class Fonts:
    """The fonts that are at hand, and what can be written with those chosen."""

    def __init__(self, faces: Iterable[Face]) -> None:
        self._faces: dict[str, Face] = {}
        for face in faces:
            self._faces.setdefault(face.family, face)

    def chosen(self, texts: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
        """Language → families in the order of preference, for texts with their languages. Raises
        UsageError where a text has Han characters and no font for them is there."""
        latin = [name for name in LATIN if name in self._faces][:1]
        if not latin:
            raise UsageError("pdf", "no font with Latin letters is installed", ADVICE)
        needed = {("ja" if language == "ja" else "zh") for language, text in texts if has_han(text)}
        han: dict[str, str] = {}
        for language in sorted(needed):
            found = [name for name in WANTED[language] if name in self._faces]
            if not found:
                raise UsageError("pdf", f"no font with {NAMES[language]} characters is installed",
                                 ADVICE)  # fmt: skip
            han[language] = found[0]
        other = [name for name in SYMBOLS if name in self._faces and name not in latin]
        both = list(dict.fromkeys(han.values()))
        return {
            "ja": [*latin, *([han["ja"]] if "ja" in han else both), *other],
            "zh": [*latin, *([han["zh"]] if "zh" in han else both), *other],
            "en": [*latin, *(han[name] for name in ("zh", "ja") if name in han), *other],
        }  # fmt: skip

    def shown(self, text: str, families: Sequence[str]) -> str:
        """The text with every character that none of the families has as `⟨U+1F426⟩`."""
        return "".join(
            c if c in "\n " or any(self._has(name, ord(c)) for name in families)
            else f"⟨U+{ord(c):04X}⟩" if self._writes_brackets(families) else f"<U+{ord(c):04X}>"
            for c in text
        )  # fmt: skip

    def _writes_brackets(self, families: Sequence[str]) -> bool:
        return any(self._has(name, ord("⟨")) for name in families)

    def _has(self, family: str, point: int) -> bool:
        face = self._faces[family]
        ranges = ranges_of(face.path, face.index)
        place = bisect.bisect(ranges, (point, 0x110000)) - 1
        return any(first <= point <= last for first, last in ranges[max(0, place - 1) : place + 1])


def has_han(text: str) -> bool:
    """Whether there are Han characters or kana in a text."""
    return any(first <= ord(c) <= last for c in text for first, last in HAN)
