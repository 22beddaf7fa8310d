"""A report in a folder: files that open at once, links between them that lead somewhere."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from factcheck.model import Conflict, Side
from factcheck.reports import FORMATS, Contents, build, render
from factcheck.reports.formats import stream
from factcheck.reports.formats.folder import folder_files
from factcheck.reports.formats.hrefs import pages_of
from tests.reports import sample
from tests.reports.page import Page

FILES = dict(folder_files(build(sample.ledger())))
PAGES = {name: Page(text) for name, text in FILES.items() if name.endswith(".html")}


def long_report(conflicts: int) -> Contents:
    """As many conflicts, each on a card of its own."""
    document = sample.DOCUMENTS["lanternfish-en"]
    made = tuple(
        Conflict(code="FC101", kind="internal", severity="low", message=f"number {n}",
                 section=str(n), sides=(Side(quote=document.quote(0, 1 + n % 40)),
                                        Side(quote=document.quote(40, 41 + n // 40))))
        for n in range(conflicts)
    )  # fmt: skip
    return build(replace(sample.ledger(), conflicts=made, history={}, stale=()))


def test_every_link_between_the_files_leads_somewhere() -> None:
    for name, page in PAGES.items():
        inside = [href for href in page.attributes("href") if not href.startswith("http")]
        assert inside
        for href in inside:
            file, _, identity = href.partition("#")
            assert (file or name) in FILES, href
            if identity:
                assert identity in PAGES[file or name].attributes("id"), f"{name}: {href}"


def test_the_files_hold_what_the_one_page_holds_under_the_same_anchors() -> None:
    whole = Page(render(build(sample.ledger()), "html")).attributes("id")
    wanted = {i for i in whole if i.startswith(("c-", "n-", "k-", "s-", "at-", "note-", "x-"))}
    assert len(wanted) > 20
    assert wanted <= {i for page in PAGES.values() for i in page.attributes("id")}


def test_no_file_runs_anything_or_asks_the_network() -> None:
    for page in PAGES.values():
        assert not page.names & {"script", "img", "iframe", "object", "form", "base"}
        assert [a["href"] for name, a in page.elements if name == "link"] == ["report.css"]
    assert "url(" not in FILES["report.css"] and "@import" not in FILES["report.css"]


def test_many_conflicts_are_spread_over_pages_that_lead_to_each_other() -> None:
    files = dict(folder_files(long_report(250)))
    pages = [name for name in files if name.startswith("conflicts-")]
    assert pages == ["conflicts-1.html", "conflicts-2.html", "conflicts-3.html"]
    findings = [files[name].count('id="c-') for name in pages]
    assert sum(findings) == 250 and max(findings) <= 100
    middle = Page(files["conflicts-2.html"]).attributes("href")
    assert {"conflicts-1.html", "conflicts-3.html", "index.html"} <= set(middle)
    assert max(len(files[name]) for name in pages) < 500_000


@pytest.mark.parametrize(
    ("sizes", "pages"),
    [
        ([], [(0, 0)]),
        ([1, 1, 1], [(0, 2), (2, 3)]),
        ([5, 1, 1], [(0, 1), (1, 3)]),
        ([1, 5], [(0, 1), (1, 2)]),
    ],
)
def test_a_page_holds_what_fits_and_at_least_one(
    sizes: list[int], pages: list[tuple[int, int]]
) -> None:
    assert pages_of(sizes, 2) == pages


@pytest.mark.parametrize("format", FORMATS)
def test_pieces_make_the_whole(format: str) -> None:
    contents = build(sample.ledger())
    assert "".join(stream(contents, format)) == render(contents, format)


def test_a_long_report_is_written_in_pieces_and_in_proportion() -> None:
    taken = []
    for count in (200, 800):
        contents = long_report(count)
        started = time.process_time()
        largest = max(map(len, stream(contents, "json")))
        taken.append(time.process_time() - started)
        assert largest < 20_000 + 3_000 * 40
    # four times as much; sixteen times would be a step that looks at everything for each
    assert taken[1] < 10 * taken[0] + 0.5
