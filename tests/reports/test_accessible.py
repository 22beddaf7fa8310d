"""What a reader needs who does not see the page, or sees it badly: order of headings, names of
links and pictures, contrast in both colour schemes and in print, room to tap."""

from __future__ import annotations

import importlib.util
import re
from itertools import pairwise

import pytest

from factcheck.reports import build, render
from factcheck.reports.formats.folder import folder_files
from tests.reports import sample
from tests.reports.page import Page

HTML = render(build(sample.ledger()), "html")
FOLDER = dict(folder_files(build(sample.ledger())))
PAGES = {"report": HTML, **{name: text for name, text in FOLDER.items() if ".html" in name}}
CSS = FOLDER["report.css"]
ENOUGH, ENOUGH_FOR_SHAPES = 4.5, 3.0
ON_GROUND = ("ink", "soft", "link", "high", "medium", "low", "info", "good")
PAIRS = [(front, ground) for front in ON_GROUND for ground in ("paper", "sheet")] + [
    ("mark-ink", "mark"), ("del-ink", "del"), ("ins-ink", "ins"), ("ink", "notice"),
]  # fmt: skip


def scheme(name: str) -> dict[str, str]:
    """The colours of a scheme: those of the light one, replaced by its own."""
    starts = {"light": 0, "dark": CSS.index("prefers-color-scheme: dark"),
              "print": CSS.index("@media print")}  # fmt: skip
    colours: dict[str, str] = {}
    for part in ("light", name):
        block = CSS[starts[part] :]
        block = block[: block.index("}")]
        colours |= dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6})", block))
    return colours


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_reckoned_as_the_guidelines_say() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", ["light", "dark", "print"])
@pytest.mark.parametrize(("front", "ground"), PAIRS)
def test_words_stand_out_from_their_ground(name: str, front: str, ground: str) -> None:
    colours = scheme(name)
    assert contrast(colours[front], colours[ground]) >= ENOUGH


@pytest.mark.parametrize("name", PAGES)
def test_headings_skip_no_level_and_there_is_one_title(name: str) -> None:
    levels = [int(tag[1]) for tag, _ in Page(PAGES[name]).elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", PAGES)
def test_the_page_names_its_language_its_parts_and_its_links(name: str) -> None:
    page = Page(PAGES[name])
    by_name = dict(page.elements)
    assert by_name["html"]["lang"] == "en"
    assert "width=device-width" in PAGES[name]
    assert [tag for tag, _ in page.elements].count("main") == 1
    assert all(a.get("aria-label") for tag, a in page.elements if tag == "nav")
    identities = set(page.attributes("id"))
    named = [name for value in page.attributes("aria-labelledby") for name in value.split()]
    assert set(named) <= identities
    assert len(page.attributes("id")) == len(identities)
    skip = next(a for tag, a in page.elements if tag == "a")
    assert skip["href"] == "#main" and "main" in identities
    assert not re.search(r"<a [^>]*>\s*</a>", PAGES[name])


def test_every_chart_says_the_same_in_words_and_in_a_table() -> None:
    figures = re.findall(r'<figure class="chart".*?</figure>', HTML, re.DOTALL)
    assert figures
    for figure in figures:
        words = re.sub("<[^>]*>", " ", re.search("<desc[^>]*>(.*?)</desc>", figure)[1])  # type: ignore[index]
        cells = re.findall("<td>([0-9]+)</td>", figure)
        assert sorted(re.findall(r"([0-9]+) [a-z]", words)) == sorted(c for c in cells if c != "0")


def test_a_mark_leads_to_its_note_and_the_note_back_and_to_the_finding() -> None:
    links = {a["id"]: a["href"] for tag, a in Page(HTML).elements if tag == "a" and "id" in a}
    marks = {name: href for name, href in links.items() if name.startswith("at-")}
    assert len(marks) > 5
    for name, href in marks.items():
        note = HTML[HTML.index(f'id="{href[1:]}"') :]
        assert f'href="#{name}"' in note[: note.index("</div>")]
        assert re.search(r'href="#[cnx]-', note[: note.index("</div>")])


def test_numbers_and_letters_are_large_enough_to_tap() -> None:
    # WCAG 2.2 asks for 24 pixels but for links in running text, which the numbers of notes are;
    # those in the margin stand alone: 0.8125 rem of 1.6 times the letter, with padding on each side
    rule = re.search(r"\.num \{([^}]*)\}", CSS)
    assert rule is not None
    width = float(re.search(r"min-width: ([0-9.]+)em", rule[1])[1])  # type: ignore[index]
    assert width * 0.8125 * 16 >= 20


@pytest.mark.skipif(not importlib.util.find_spec("html5lib"), reason="no HTML5 parser at hand")
@pytest.mark.parametrize("name", PAGES)
def test_an_html5_parser_finds_no_error(name: str) -> None:
    import html5lib

    parser = html5lib.HTMLParser(strict=True)
    parser.parse(PAGES[name])
