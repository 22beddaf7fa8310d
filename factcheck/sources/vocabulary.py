"""The words of `vocabulary.toml`: tables that grow with the languages, kept out of the code."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


def table(section: str) -> dict[str, tuple[str, ...]]:
    """The word lists of one section, by name."""
    return {name: tuple(words) for name, words in _vocabulary()[section].items()}


@cache
def _vocabulary() -> dict[str, dict[str, list[str]]]:
    text = files("factcheck.sources").joinpath("vocabulary.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
