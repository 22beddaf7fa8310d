"""docs/formats.md names every format, and its examples are lines of a real report."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck.reports import FORMATS, build, render
from factcheck.reports.comparing import compare
from factcheck.reports.formats.changes import render_changes
from factcheck.reports.scope import Scope
from tests.reports import sample
from tests.reports.test_comparing import BEFORE, at, later

PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
SECTIONS = {
    part.partition(" ")[0].partition("\n")[0].rstrip(","): part
    for part in re.split(r"^## ", PAGE, flags=re.MULTILINE)[1:]
}


def example(name: str) -> list[str]:
    return re.findall(r"^    (.+)$", SECTIONS[name], re.MULTILINE)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_its_section_suffix_and_a_true_example(name: str) -> None:
    assert f"`{FORMATS[name].suffix}`" in SECTIONS[name].splitlines()[0] or (
        f"`{FORMATS[name].suffix}`;" in SECTIONS[name].splitlines()[0]
    )
    text = render(build(sample.ledger()), name)
    shown = example(name)
    assert shown
    for line in shown:
        assert line in text, line


def test_the_examples_of_a_part_and_of_what_changed_are_true() -> None:
    part = render(build(sample.ledger(), scope=Scope(sources=("lanternfish-ja",))), "markdown")
    assert example("A")[0] in part
    assert example("What")[0] in render_changes(compare(at(BEFORE), at(later())), "markdown")
