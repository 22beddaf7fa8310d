"""FC701: operators and letters that lost their markup on the way: `ge$ 175B`, `\\times`, `&lt;`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Conflict
from factcheck.reconcile.lines import Line, body_lines
from factcheck.reconcile.rules.building import Finding, conflict, side, suggest
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.sources.document import Document

DOC = RuleDoc(
    code="FC701", version=1, kind="markup_damage", severity="medium",
    title="an operator or a letter lost its markup",
    what="Half of a formula's markup is left where an operator stood: `ge$ 175B` for "
    "`$\\ge$ 175B`, a bare `\\times`, an escaped `&lt;`, or letters read in the wrong encoding.",
    why="The reader sees a number without its relation: at least, at most and about look alike.",
    example="A model of GPT class (ge$ 175B) → (≥ 175B)",
)  # fmt: skip

OPERATORS = {
    "ge": "≥", "geq": "≥", "geqslant": "≥", "le": "≤", "leq": "≤", "leqslant": "≤",
    "gg": "≫", "ll": "≪", "times": "×", "pm": "±", "mp": "∓", "sim": "~", "approx": "≈",
    "simeq": "≃", "neq": "≠", "ne": "≠", "to": "→", "rightarrow": "→", "leftarrow": "←",
    "cdot": "·", "div": "÷", "infty": "∞", "propto": "∝", "equiv": "≡", "alpha": "α",
    "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "lambda": "λ", "mu": "μ",
    "sigma": "σ", "theta": "θ", "pi": "π", "omega": "ω", "textgreater": ">", "textless": "<",
    "gt": ">", "lt": "<",
}  # fmt: skip
ENTITIES = {
    "lt": "<", "gt": ">", "amp": "&", "quot": '"", "', "nbsp": " ", "ge": "≥", "le": "≤",
    "times": "×", "plusmn": "±", "mdash": "—", "ndash": "–", "hellip": "…", "ldquo": "“",
    "rdquo": "”", "lsquo": "‘", "rsquo": "’", "apos": "'", "middot": "·", "#39": "'",
    "#34": '"', "#38": "&", "#60": "<", "#62": ">", "#160": " ",
}  # fmt: skip

_NAMES = "|".join(sorted(OPERATORS, key=lambda name: (-len(name), name)))
_PAIR = re.compile(rf"\$({_NAMES})\$")
_AFTER = re.compile(rf"(?<![A-Za-z\\$])\\?({_NAMES})\$(?![A-Za-z])")
_BEFORE = re.compile(rf"(?<![A-Za-z\\$])\$\\?({_NAMES})(?![A-Za-z$\\^_{{])(?![ ]?\$)")
_BARE = re.compile(rf"(?<![A-Za-z\\$])\\({_NAMES})(?![A-Za-z$])")
_MATHS = re.compile(
    r"\$[^$\n]{1,200}\$|\\\([^\n]{1,200}?\\\)|\\\[[^\n]{1,200}?\\\]|`[^`\n]{1,200}`"
)
_ENTITY = re.compile(rf"&({'|'.join(map(re.escape, ENTITIES))});")
_MOJIBAKE = re.compile(
    "[\u00c2\u00c3\u00e2\u00e3-\u00e9][\u0080-\u00bf\u20ac\u2018-\u201e\u2020-\u2022\u2122\u0152-\u0178]{1,2}"
)
_REPLACED = "\ufffd"


class BrokenMarkup:
    """Finds what is left of markup where a reader needs the sign itself."""

    doc = DOC

    def find(self, case: Case) -> Iterator[Conflict]:
        for extraction in case.extractions:
            document = extraction.document
            if document.kind == "record":
                continue
            for line in body_lines(document):
                for start, end, replacement, evidence in _damage(line):
                    yield self._conflict(document, start, end, replacement, evidence)

    def _conflict(
        self, document: Document, start: int, end: int, replacement: str, evidence: str
    ) -> Conflict:
        left, right = _with_neighbours(document.text, start, end)
        fix = suggest(document, start, end, replacement) if replacement else None
        words = document.text[start:end]
        told = f"`{words}` stands where `{replacement}` is meant" if replacement else (
            f"`{words}` stands for a character that was lost")  # fmt: skip
        return conflict(DOC, Finding(
            sides=(side(document, left, right, role="damaged"),), message=told,
            explanation=(evidence,), suggestion=fix, confidence=95 if replacement else 90,
        ))  # fmt: skip


def _damage(line: Line) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, replacement and evidence of each damaged place of a line."""
    text = line.text
    taken: list[tuple[int, int]] = []
    if "$" in text or "\\" in text:
        whole = _whole_formulas(text)
        for pattern in (_PAIR, _AFTER, _BEFORE, _BARE):
            for found in pattern.finditer(text):
                place = found.span()
                if pattern is not _PAIR and any(
                    a < place[1] and place[0] < b for a, b in (*whole, *taken)
                ):
                    continue
                taken.append(place)
                yield (line.start + place[0], line.start + place[1], OPERATORS[found.group(1)],
                       f"`{found.group()}` is what is left of `$\\{found.group(1)}$`")  # fmt: skip
    if "&" in text:
        for found in _ENTITY.finditer(text):
            yield (line.start + found.start(), line.start + found.end(),
                   ENTITIES[found.group(1)], f"`{found.group()}` is an escaped sign")  # fmt: skip
    yield from _encoding(line)


def _whole_formulas(text: str) -> list[tuple[int, int]]:
    """Stretches of intact mathematics or code. A dollar pair that holds prose is no formula."""
    spans = []
    for found in _MATHS.finditer(text):
        inner = found.group().strip("$`")
        if found.group().startswith("$") and not _looks_like_maths(inner):
            continue
        spans.append(found.span())
    return spans


def _looks_like_maths(inner: str) -> bool:
    """A formula starts and ends without a blank and holds no CJK prose."""
    return bool(inner) and inner == inner.strip() and inner.isascii()


def _encoding(line: Line) -> Iterator[tuple[int, int, str, str]]:
    for found in _MOJIBAKE.finditer(line.text):
        mended = _decoded(found.group())
        if mended:
            yield (line.start + found.start(), line.start + found.end(), mended,
                   "UTF-8 bytes were read as Windows-1252")  # fmt: skip
    at = line.text.find(_REPLACED)
    while at >= 0:
        end = at + 1
        while end < len(line.text) and line.text[end] == _REPLACED:
            end += 1
        yield line.start + at, line.start + end, "", "U+FFFD marks bytes that could not be decoded"
        at = line.text.find(_REPLACED, end)


def _decoded(damaged: str) -> str:
    """The letter that these characters are the misread bytes of, or nothing."""
    for encoding in ("cp1252", "latin-1"):
        try:
            letter = damaged.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        if len(letter) == 1 and letter.isprintable():
            return letter
    return ""


def _with_neighbours(text: str, start: int, end: int) -> tuple[int, int]:
    """The damage with the word or number it belongs to, on one line, for a reader to recognise."""
    right = end
    while right < len(text) and right - end < 2 and text[right] == " ":
        right += 1
    limit = right
    while (
        right < len(text) and right - limit < 16 and (text[right].isalnum() or text[right] in ".,%")
    ):
        right += 1
    return start, right if right > limit else end
