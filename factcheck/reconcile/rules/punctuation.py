"""FC703: punctuation and letters lost in citations, acronyms and lists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.model import Conflict
from factcheck.reconcile.lines import Line, body_lines
from factcheck.reconcile.rules.building import Finding, conflict, side, suggest
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.sources.document import Document

DOC = RuleDoc(
    code="FC703", version=1, kind="markup_damage", severity="low",
    title="punctuation or letters lost in a citation, an acronym or a list",
    what="`et al ,` without its full stop, an acronym in a spelling that the text itself does not "
    "use (`CNNS` where it says CNN), a list of names that ends in a separator.",
    why="Citations no longer match, and a search for the acronym misses the place.",
    example="(Hinton et al , 2015) → (Hinton et al., 2015)",
)  # fmt: skip

_ET_AL = re.compile(r"(?<![A-Za-z])et[ ]?al(?![.A-Za-z])([ ]{0,2})(?=[,，)）;；(（ ]|$)")
_ET_AL_DOT = re.compile(r"(?<![A-Za-z])et[ ]?al\.")
_ACRONYM = re.compile(r"(?<![A-Za-z0-9_./@#-])[A-Z]{3,9}(?![A-Za-z0-9_@/])")
_PLURALS = frozenset({
    "HTTPS", "FTPS", "SARS", "MARS", "DNSS", "GNSS", "PASS", "LESS", "CLASS", "PRESS", "ACCESS",
    "PROS", "TAPS", "CASS", "GLASS", "BASS", "MASS", "PALS", "RANS", "TOPS", "FLOPS", "OPENS",
    "NEWS", "MAPS", "ADAS", "ARDS", "AIDS", "DOSS", "GASS", "HASS", "TESS", "VMS", "IOSS", "OBS",
    "JSONS", "NIPS", "CAPS", "WINS", "GRAS", "MIPS", "POSS", "WASS", "CORS",
})  # fmt: skip
_TRAILING = re.compile(r"[,，、;；]$")
_CJK = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_LIST_LENGTH = 3


class LostPunctuation:
    """Looks only at forms that the text itself, or every style guide, writes otherwise."""

    doc = DOC

    def find(self, case: Case) -> Iterator[Conflict]:
        for extraction in case.extractions:
            document = extraction.document
            if document.kind == "record":
                continue
            lines = list(body_lines(document))
            yield from _citations(document, lines)
            yield from _acronyms(document, lines)
            yield from _trailing_separators(document)


def _citations(document: Document, lines: Sequence[Line]) -> Iterator[Conflict]:
    """`et al ,` with a blank before the comma lost its full stop; plain `et al,` only where the
    text writes `et al.` elsewhere."""
    dotted = any(_ET_AL_DOT.search(line.text) for line in lines)
    for line in lines:
        for found in _ET_AL.finditer(line.text):
            blank_before_comma = (
                bool(found.group(1)) and line.text[found.end() : found.end() + 1] in ",，"
            )
            if not (dotted or blank_before_comma):
                continue
            if line.text.count("`", 0, found.start()) % 2:
                continue
            start, end = line.start + found.start(), line.start + found.end()
            left, right = _citation(line, found.start(), found.end())
            if not blank_before_comma:
                end -= len(found.group(1))
            yield conflict(DOC, Finding(
                sides=(side(document, line.start + left, line.start + right, role="damaged"),),
                message="“et al” lost its full stop",
                explanation=("“et al.” abbreviates “et alii”",),
                suggestion=suggest(document, start, end, "et al."), confidence=90,
            ))  # fmt: skip


def _citation(line: Line, start: int, end: int) -> tuple[int, int]:
    """The name before `et al` and the year behind it, as far as they stand beside it."""
    left = start
    while (
        left > 0
        and start - left < 30
        and (
            (line.text[left - 1].isalpha() and line.text[left - 1].isascii())
            or line.text[left - 1] in " -'"
        )
    ):
        left -= 1
    left += len(line.text[left:start]) - len(line.text[left:start].lstrip())
    year = re.compile(r"[ ]{0,2}[,，]?[ ]{0,2}\(?(?:19|20)\d\d[a-z]?").match(line.text, end)
    return left, year.end() if year else end


def _acronyms(document: Document, lines: Sequence[Line]) -> Iterator[Conflict]:
    seen = Counter(found.group() for line in lines for found in _ACRONYM.finditer(line.text))
    for line in lines:
        for found in _ACRONYM.finditer(line.text):
            word = found.group()
            base = word[:-1]
            if not word.endswith("S") or base.endswith("S") or not 3 <= len(base) <= 5:
                continue
            if word in _PLURALS or seen[word] > seen[base]:
                continue
            start, end = line.start + found.start(), line.start + found.end()
            mended = base if _CJK.search(line.text) else f"{base}s"
            yield conflict(DOC, Finding(
                sides=(side(document, start, end, role="damaged"),),
                message=f"{word} is written {base} elsewhere in this text",
                explanation=(f"{base} occurs {seen[base]} times, {word} {seen[word]} times",),
                suggestion=suggest(document, start, end, mended), confidence=85,
            ))  # fmt: skip


def _trailing_separators(document: Document) -> Iterator[Conflict]:
    """A field that holds a list and ends in the list's own separator lost its last entry or has
    one sign too many."""
    for block in document.blocks:
        if block.kind != "field" or block.zone != "body":
            continue
        text = document.text[block.content.start : block.content.end].rstrip()
        if not _TRAILING.search(text) or text.count(text[-1]) < _LIST_LENGTH:
            continue
        end = block.content.start + len(text)
        start = block.content.start + text[:-1].rfind(text[-1]) + 1
        start += len(document.text[start:end]) - len(document.text[start:end].lstrip())
        yield conflict(DOC, Finding(
            sides=(side(document, start, end, role="end of a list"),),
            message=f"The list under {block.label} ends in a separator",
            explanation=("an entry may be missing in this copy, or the sign is one too many",),
            suggestion=suggest(document, end - 1, end, "") if end - 1 > start else None,
            confidence=60, severity="info",
        ))  # fmt: skip
