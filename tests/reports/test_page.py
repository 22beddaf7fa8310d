"""The HTML page: one file, no script, no network, languages marked, links that lead somewhere."""

from __future__ import annotations

from dataclasses import replace

from factcheck.reports import build, render
from tests.reports import sample
from tests.reports.page import Page

HTML = render(build(sample.ledger()), "html")
PAGE = Page(HTML)


def test_the_page_is_one_file_without_scripts() -> None:
    assert not PAGE.names & {"script", "link", "img", "iframe", "object", "form", "base"}
    assert not PAGE.attributes("src") and not PAGE.attributes("style")
    assert "url(" not in HTML and "@import" not in HTML
    assert not [name for _, a in PAGE.elements for name in a if name.startswith("on")]


def test_every_link_inside_the_page_leads_somewhere_and_no_identity_is_twice() -> None:
    identities = PAGE.attributes("id")
    assert len(identities) == len(set(identities))
    inside = [href[1:] for href in PAGE.attributes("href") if href.startswith("#")]
    assert inside and set(inside) <= set(identities)


def test_links_outside_are_guarded() -> None:
    outside = [a for _, a in PAGE.elements if a.get("href", "#")[0] != "#"]
    assert {a["href"] for a in outside} == {
        "https://example.org/lanternfish",
        "https://example.org/paper",
    }
    assert {a["rel"] for a in outside} == {"nofollow noopener noreferrer"}


def test_words_are_marked_with_their_language() -> None:
    assert ("ja", "36億") in PAGE.spoken
    assert ("zh", "港湾研究所新成员：") in PAGE.spoken
    assert ("en", "36 billion") in PAGE.spoken


def test_the_headline_says_which_of_its_words_are_japanese() -> None:
    # 億 is written in Chinese too; the side that is quoted decides
    runs = [
        pair
        for pair in PAGE.spoken
        if pair[1] in ("億", " is 10 times smaller than the original’s 36 billion")
    ]
    assert ("ja", "億") in runs
    assert ("en", " is 10 times smaller than the original’s 36 billion") in runs


def test_the_chart_has_words() -> None:
    told = "Translation: 1 high; Against a record: 1 settled; Missing in this copy: 2 medium"
    assert told in PAGE.text
    drawings = [a for name, a in PAGE.elements if name == "svg"]
    assert len(drawings) == 4
    for drawing in drawings:
        assert drawing["role"] == "img"
        assert set(drawing["aria-labelledby"].split()) <= set(PAGE.attributes("id"))


def test_an_anchor_survives_another_revision() -> None:
    ledger = sample.ledger()
    first = build(ledger).cards[0].anchor
    assert f'id="{first}"' in HTML
    fewer = replace(ledger, revision="another", conflicts=ledger.conflicts[-1:])
    assert f'id="{first}"' in render(build(fewer), "html")


def test_an_address_that_is_no_web_address_is_text() -> None:
    sources = tuple(replace(s, url="javascript:alert(1)") for s in sample.ledger().sources)
    ledger = replace(sample.ledger(), sources=sources, history={})
    page = Page(render(build(ledger), "html"))
    assert not [href for href in page.attributes("href") if not href.startswith("#")]
    assert "javascript:alert(1)" in page.text
