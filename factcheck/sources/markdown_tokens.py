"""What markdown-it finds in a text, handed on block by block: the parser's whole tree takes more
than twenty times the memory of the text."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import normalize
from markdown_it.rules_core.state_core import StateCore
from markdown_it.token import Token


def tokens_of(text: str, wanted: Collection[str]) -> Iterator[Token]:
    """The tokens of the wanted types, in text order; `map` holds their lines, from 0. The words
    inside blocks are not parsed: offsets count in the source."""
    parser = MarkdownIt("commonmark").enable("table")
    whole = StateCore(text, parser, {})
    normalize(whole)
    state = _State(whole.src, parser, wanted)
    rules = parser.block.ruler.getRules("")
    while state.line < state.lineMax:
        state.line = line = state.skipEmptyLines(state.line)
        if line < state.lineMax:
            any(rule(state, line, state.lineMax, False) for rule in rules)
            yield from (token for token in state.tokens if token is not state.spare)
            state.tokens.clear()


class _State(StateBlock):
    """The parser's state. All tokens that nobody wants are one and the same: the rules count the
    tokens, and look at paragraphs only."""

    def __init__(self, text: str, parser: MarkdownIt, wanted: Collection[str]) -> None:
        super().__init__(text, parser, {}, [])
        self.wanted = wanted
        self.spare = Token("", "", 0)

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        if ttype in self.wanted:
            return super().push(ttype, tag, nesting)
        self.level += nesting
        self.tokens.append(self.spare)
        return self.spare
