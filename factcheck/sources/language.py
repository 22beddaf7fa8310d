"""Which language a line is in: by script, with the document as prior for lines of Han alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.model import Language

KANA_SHARE = 0.1
"""Kana among the CJK characters of a document, above which its Han lines are Japanese."""
CJK_PER_WORD = 0.5
"""CJK characters per Latin word, below which a mixed line is a Latin one that names something."""

_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa\u31f0-\u31ff\uff66-\uff9d]")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f々〆]")
_LATIN_WORD = re.compile("[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f'’-]{0,60}")
_URL = re.compile(r"https?://[^\s<>]{1,2000}")


@dataclass(frozen=True, slots=True)
class Scripts:
    """How much of each script a text holds: characters of kana and Han, words of Latin."""

    kana: int
    han: int
    latin: int

    @property
    def cjk(self) -> int:
        return self.kana + self.han


def scripts(text: str) -> Scripts:
    """The scripts of a text; addresses of the web do not count as words."""
    if text.isascii():
        kana = han = 0
    else:
        kana, han = len(_KANA.findall(text)), len(_HAN.findall(text))
    plain = _URL.sub(" ", text) if "://" in text else text
    return Scripts(kana, han, len(_LATIN_WORD.findall(plain)))


def document_language(found: Scripts) -> Language:
    """The language of a whole document by its scripts."""
    if not found.cjk and not found.latin:
        return "und"
    if found.cjk < found.latin * CJK_PER_WORD:
        return "en"
    return han_prior(found)


def han_prior(found: Scripts) -> Language:
    """What a line of Han alone is in this document."""
    return "ja" if found.kana > found.cjk * KANA_SHARE else "zh"


def line_language(text: str, prior: Language, han: Language) -> Language:
    """The language of one block; `prior` is the document's, `han` what its Han lines are."""
    found = scripts(text)
    if found.cjk and found.cjk >= found.latin * CJK_PER_WORD:
        return "ja" if found.kana else han
    if found.latin:
        return "en"
    return prior
