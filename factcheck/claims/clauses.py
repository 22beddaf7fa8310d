"""Sentences and clauses of the body with their offsets: the shortest wording a claim can quote.

One pass over the text; a comma inside brackets or quotation marks separates nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.model import Language
from factcheck.sources.document import Document
from factcheck.sources.sentences import sentences

OPENERS = dict(zip("(（[【「『《“〈", ")）]】」』》”〉", strict=True))
CLOSERS = frozenset(OPENERS.values())
MAX_DEPTH_LENGTH = 300
"""Characters after which an unclosed bracket no longer shields commas."""

_STOPS = re.compile(r"[。！？!?；;\n\r,，、:：()（）\[\]【】「」『』《》“”〈〉—]")
_LEADS = re.compile(
    r"(?:(?:并且|并|而且|而|但是|但|因此|因为|由于此|从而|此外|另外|同时|其中|以及|且|"
    r"也|还|则|然而|不过|目前|"
    r"また|さらに|しかし|そして|なお|一方|ただし|例えば|"
    r"(?:and|but|so|also|moreover|however|furthermore|in addition|additionally|while|thus|hence|"
    r"therefore|finally|meanwhile|for example|e\.g\.)(?=[ ,]))[ ,，、]{0,3})"
)
_BLANK = " \t\u3000\xa0"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: `text[start:end]` without surrounding blanks and closing mark."""

    start: int
    end: int
    block: int
    language: Language


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause without surrounding blanks, marks and leading conjunction. `whole` is where it
    begins with its conjunction; `sentence` the index of its sentence in the reading."""

    start: int
    end: int
    whole: int
    sentence: int
    block: int
    language: Language
    first: bool


def split_sentences(document: Document) -> list[Sentence]:
    """The sentences of the body blocks, in text order."""
    return [
        Sentence(start, end, index, block.language)
        for index, block in enumerate(document.blocks)
        if block.zone == "body" and block.kind != "code"
        for span in sentences(document.text, block.content.start, block.content.end)
        for start, end in _trimmed(document.text, span.start, span.end)
    ]


def split_clauses(document: Document, whole: list[Sentence]) -> list[Clause]:
    """The clauses of the sentences, in text order."""
    clauses: list[Clause] = []
    for number, sentence in enumerate(whole):
        first = True
        for start, end in _clause_spans(document.text, sentence):
            lead = _LEADS.match(document.text, start, end)
            begin = lead.end() if lead and end - lead.end() > 3 else start
            if begin < end:
                clauses.append(Clause(begin, end, start, number, sentence.block,
                                      sentence.language, first))  # fmt: skip
                first = False
    return clauses


def _clause_spans(text: str, sentence: Sentence) -> Iterator[tuple[int, int]]:
    start, end = sentence.start, sentence.end
    depth_until = -1
    expected: list[str] = []
    for match in _STOPS.finditer(text, sentence.start, sentence.end):
        mark, at = match.group(), match.start()
        if at > depth_until:
            expected.clear()
        if mark in OPENERS:
            if len(expected) < 8:
                expected.append(OPENERS[mark])
            depth_until = at + MAX_DEPTH_LENGTH
        elif mark in CLOSERS:
            if expected and expected[-1] == mark:
                expected.pop()
        elif not expected and _separates(text, at, mark, sentence):
            yield from _trimmed(text, start, at)
            start = at + 1
    yield from _trimmed(text, start, end)


def _separates(text: str, at: int, mark: str, sentence: Sentence) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if mark == ",":
        return not (before.isdigit() and after.isdigit())
    if mark in "，。！？!?；;\n\r":
        return True
    if mark == "、":
        return sentence.language == "ja" and not (_latin(before) and _latin(after))
    if mark == "—":
        return text[at - 1 : at] == "—"
    if mark in ":：":
        return not (before.isdigit() and after.isdigit()) and text[at + 1 : at + 3] != "//"
    return False


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and (text[start] in _BLANK or text[start] in "—-•"):
        start += 1
    while end > start and (text[end - 1] in _BLANK or text[end - 1] in "。.，,;；、：:—\n\r"):
        end -= 1
    if start < end:
        yield start, end
