"""JSON as every format writes it: one spelling, and a text that UTF-8 can hold."""

from __future__ import annotations

import json
import re

from factcheck.model import Json

_SURROGATE = re.compile("[\ud800-\udfff]")
_MARKUP = re.compile("[<>&\u2028\u2029]")


def json_text(tree: Json | list[Json], *, sort_keys: bool = False) -> str:
    """The tree with a final newline. Lone surrogates are written as JSON escapes, so that the text
    can be encoded and reads back equal."""
    text = json.dumps(tree, ensure_ascii=False, sort_keys=sort_keys, indent=1, allow_nan=False)
    return _SURROGATE.sub(_escape, text) + "\n"


def json_line(value: object) -> str:
    """A value on one line, keys sorted, without a newline; otherwise as `json_text`."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, allow_nan=False,
                      separators=(",", ":"))  # fmt: skip
    return _SURROGATE.sub(_escape, text)


def embeddable(tree: Json | list[Json]) -> str:
    """JSON that may stand in a script element of a page: nothing in it can end the element."""
    return _MARKUP.sub(_escape, json_text(tree))


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
