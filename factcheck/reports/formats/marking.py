"""Text that Markdown takes as text, and marks that hold next to any letter."""

from __future__ import annotations

import re
import unicodedata

from factcheck.reports.visible import ink, visible

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&$]|(?<=[A-Za-z]):(?=//)|(?<=www)\.|(?<=\s)#")
_OPENER = re.compile(r"=|-{2,3}|(?:[+-]|#{1,6})(?:\s|$)|(?P<number>\d{1,9})[.)](?:\s|$)")


def escaped(text: str) -> str:
    """The text as part of one line: specials escaped, hidden characters made visible, line breaks
    as `↵`, blanks at both ends kept."""
    first, *rest = visible(text).replace("\t", " ").split("\n")
    if rest:
        rest = [*(line.strip() for line in rest[:-1]), rest[-1].lstrip()]
    shown = " ↵ ".join([first.rstrip() if rest else first, *rest])
    return _SPECIAL.sub(lambda match: "\\" + match[0], shown)


def opened(line: str) -> str:
    """A line of escaped text, without blanks at its ends, that does not open a heading, a list, a
    quotation or a rule."""
    line = line.strip()
    opener = _OPENER.match(line)
    if opener is None:
        return line
    if opener["number"]:
        return f"{opener['number']}\\{line[opener.end('number') :]}"
    return "\\" + line


def inline(text: str) -> str:
    """A text of its own as one line that Markdown shows as it is."""
    return opened(escaped(text))


def marked(text: str, sign: str, element: str) -> str:
    """The text between signs (`**`), or in an HTML element where Markdown would not take the
    signs: they must stand next to a letter or a digit, which matters for 「」 and for `$`."""
    words = escaped(ink(text))
    if words and _is_word(words[0]) and _is_word(words[-1]):
        return f"{sign}{words}{sign}"
    return f"<{element}>{words}</{element}>"


def _is_word(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNM"
