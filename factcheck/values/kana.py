"""Japanese numerals in kana: にじゅうさん, にまんごせん. Only whole runs count, since the same
syllables occur in ordinary words."""

from __future__ import annotations

from decimal import Decimal

from factcheck.values.folding import compile_folded

_DIGITS = {
    "ぜろ": 0, "れい": 0, "いち": 1, "に": 2, "さん": 3, "よん": 4, "し": 4, "ご": 5, "ろく": 6,
    "なな": 7, "しち": 7, "はち": 8, "きゅう": 9, "く": 9, "いっ": 1, "はっ": 8, "ろっ": 6,
}  # fmt: skip
_UNITS = {
    "じゅう": 10, "ひゃく": 100, "びゃく": 100, "ぴゃく": 100, "せん": 1000, "ぜん": 1000,
    "まん": 10**4, "おく": 10**8, "ちょう": 10**12,
}  # fmt: skip
_SYLLABLES = sorted({*_DIGITS, *_UNITS}, key=len, reverse=True)
_RUN = compile_folded(rf"(?:{'|'.join(_SYLLABLES)}){{1,40}}")
_SPLIT = compile_folded("|".join(_SYLLABLES))
_KANA = r"[ぁ-ゖァ-ヺー]"
STARTS = rf"(?<![ぁ-ゖァ-ヺー一-鿿])(?:{'|'.join(_SYLLABLES)})"
_AFTER = compile_folded(_KANA)
_LONE = {"しち", "なな", "はち", "きゅう", "ろく", "よん", "さん", "いち", "ぜろ"}


def read_kana(text: str, start: int) -> tuple[int, Decimal] | None:
    """End and value of a run of numeral syllables bounded by other scripts; None otherwise."""
    run = _RUN.match(text, start)
    if run is None or _AFTER.match(text, run.end()):
        return None
    syllables = _SPLIT.findall(run.group())
    if len(syllables) == 1 and syllables[0] not in _LONE:
        return None
    total = section = loose = 0
    for syllable in syllables:
        if syllable in _DIGITS:
            if loose:
                return None
            loose = _DIGITS[syllable]
        elif _UNITS[syllable] < 10**4:
            section += (loose or 1) * _UNITS[syllable]
            loose = 0
        else:
            total += (section + loose or 1) * _UNITS[syllable]
            section = loose = 0
    return run.end(), Decimal(total + section + loose)
