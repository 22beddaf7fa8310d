"""FC902: site furniture inside a text is told with its reason; what the markup of a page keeps
apart is not."""

from __future__ import annotations

from factcheck.claims import extract
from factcheck.reconcile import reconcile
from factcheck.sources import read_bytes
from tests.reconcile.conftest import Find
from tests.sources.pages import ARTICLE, LAYOUTS, NOTICES

PASTED = """Home > Birds > Herons
48 shares · 3 comments

The herons of the lake doubled

The lake has 240 herons this year, twice as many as the year before.

Related articles
Why reeds bend
Ten ponds

Sign up for the letter of the lake
© 2024 The Lake Courier. All rights reserved.
"""


def test_each_reason_is_a_finding(find: Find) -> None:
    found = [(c.sides[0].quote.exact, c.explanation[0]) for c in find(PASTED, "FC902")]
    assert found == [
        ("Home > Birds > Herons", "navigation; one line set aside: no claim is taken from here"),
        ("48 shares · 3 comments", "counters; one line set aside: no claim is taken from here"),
        ("Related articles",
         "list of other pages; 3 lines set aside: no claim is taken from here"),
        ("Sign up for the letter of the lake",
         "appeal to the reader; one line set aside: no claim is taken from here"),
        ("© 2024 The Lake Courier. All rights reserved.",
         "legal line; one line set aside: no claim is taken from here"),
    ]  # fmt: skip


def test_the_navigation_of_a_web_page_is_no_finding() -> None:
    for name, layout in LAYOUTS.items():
        source = layout.format(article=ARTICLE, notice=NOTICES["class"])
        extraction = extract(read_bytes(source.encode(), f"{name}.html"))
        found = [c for c in reconcile([extraction]).conflicts if c.code == "FC902"]
        assert [c.sides[0].quote.exact for c in found] == [], name


def test_site_lines_in_the_middle_of_a_page_are_told() -> None:
    source = (
        "<html><body><main><h1>Herons</h1><p>The lake has 240 herons this year.</p>"
        "<p>48 shares · 3 comments</p><p>The year before it had 120.</p></main></body></html>"
    )
    extraction = extract(read_bytes(source.encode(), "a.html"))
    found = [c for c in reconcile([extraction]).conflicts if c.code == "FC902"]
    assert [c.sides[0].quote.exact for c in found] == ["48 shares · 3 comments"]
