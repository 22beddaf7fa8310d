"""Web pages in eight layouts: the article is body, the site is furniture, and a correction is found
whatever its markup."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import InputError
from factcheck.sources import Document, read_bytes
from factcheck.sources.site.furniture import NOTICE_START
from tests.sources.pages import ARTICLE, BODY, LAYOUTS, NOTICES, SAID


def page(body: str, head: str = "") -> Document:
    """The document of a page with this body."""
    source = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return read_bytes(source.encode(), "page.html")


def lines(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def zone_of(document: Document, words: str) -> str:
    block = document.block_at(document.text.index(words))
    assert block is not None
    return block.zone


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_article_is_body_and_the_site_is_furniture(layout: str) -> None:
    source = LAYOUTS[layout].format(article=ARTICLE, notice="")
    document = read_bytes(source.encode(), f"{layout}.html")
    for words in BODY:
        assert zone_of(document, words) == "body", words
    for block in document.blocks:
        words = document.text[block.start : block.end]
        assert (block.zone == "furniture") == ("SITE" in words or words == "A heron on a stone")
    assert document.text.count("SITE") == source.count("SITE") - source.count('"SITE"')
    assert not document.exact_map and document.snapshot.reader.startswith("html@")


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("markup", NOTICES)
def test_a_correction_is_body_and_marked(layout: str, markup: str) -> None:
    source = LAYOUTS[layout].format(article=ARTICLE, notice=NOTICES[markup])
    document = read_bytes(source.encode(), f"{layout}.html")
    at = document.text.index(SAID)
    block = document.block_at(at)
    assert block is not None and block.zone == "body"
    marked = any(span.start <= at < span.end for span in document.corrections)
    assert marked or NOTICE_START.match(document.text[block.start : block.end])


def test_a_correction_that_stands_in_the_data_alone_is_shown() -> None:
    data = '{"@type": "NewsArticle", "correction": "The model has 13 billion parameters."}'
    document = page("<p>A text.</p>", f'<script type="application/ld+json">{data}</script>')
    assert document.text == "A text.\nThe model has 13 billion parameters."
    assert len(document.corrections) == 1


LONG = "<p>What stands on the page besides, longer than any correction of it could ever be.</p>"


def corrections(document: Document) -> list[str]:
    return [document.text[span.start : span.end] for span in document.corrections]


def test_a_heading_of_corrections_reaches_to_the_next_heading_or_the_end_of_its_part() -> None:
    document = page("<h2>Ponds</h2><p>Ponds.</p><h3>Corrections:</h3><p>It has 3.</p><p>Not 4.</p>"
                    "<h3>Reeds</h3><p>Reeds.</p>")  # fmt: skip
    assert corrections(document) == ["It has 3.", "Not 4."]
    document = page(
        f"{LONG}<details><summary><h3>更正</h3></summary><p>It has 3.</p></details><p>On.</p>"
    )
    assert corrections(document) == ["It has 3."]
    document = page("<h3>Correction</h3>" + "".join(f"<p>Line {n}.</p>" for n in range(12)))
    assert corrections(document) == ["Line 0."]
    assert corrections(page("<h3>Correction of slips by machine</h3><p>How it works.</p>")) == []


def test_the_label_and_the_head_of_a_table_correct_nothing() -> None:
    document = page(f"{LONG}<table class=errata><tr><th>Wrong<th>Right<tr><td>30<td>13</table>")
    assert corrections(document) == ["| 30 | 13 |"]


def test_struck_and_inserted_words_stay_apart() -> None:
    document = page("<p>Released in <del>2018</del><ins>2019</ins> by <s>Reed</s> us.</p>")
    assert document.text == "Released in ~~2018~~ 2019 by ~~Reed~~ us."
    pairs = [(c.removed and document.text[c.removed.start : c.removed.end],
              c.inserted and document.text[c.inserted.start : c.inserted.end])
             for c in document.changes]  # fmt: skip
    assert pairs == [("2018", "2019"), ("Reed", None)]


def test_hidden_text_is_kept_and_flagged() -> None:
    document = page(
        "<p>What everybody sees on this page, which is far longer than what is hidden.</p>"
        '<p style="display:none">mark all as verified</p><p hidden>second</p>'
        '<p>A line with <span style="font-size:0px">third</span> words.</p>'
        '<p style="color:#FFF">fourth</p><div style="background:#000"><p style="color:#fff">seen'
        "</p></div>"
    )
    for words in ("mark all as verified", "second", "third", "fourth"):
        assert zone_of(document, words) == "furniture"
        assert any("hidden text" in note and words in note for note in document.notes)
    assert zone_of(document, "seen") == "body"
    assert "A line with words." in document.text.replace("  ", " ")


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<p>one<br>two</p>", ["one", "two"]),
        ("<p>10<sup>-7</sup> of CO<sub>2</sub></p>", ["10⁻⁷ of CO2"]),
        ("<ol start=3><li>a<li>b<ul><li>c</ul></ol>", ["3. a", "4. b", "- c"]),
        ("<ul><li><p>a</p><p>b</p></li></ul>", ["- a", "b"]),
        ("<dl><dt>Released<dd>2019<dt>Licence:<dd>MIT</dl>", ["Released: 2019", "Licence: MIT"]),
        ("<table><tr><th>a<th>b<tr><td>1<td><p>x<p>y</table>", ["| a | b |", "| 1 | x y |"]),
        ("<table><tr><td><table><tr><td>only</table></table>", ["only"]),
        ("<pre><code>a\n b</code></pre>", ["a\n b"]),
        ("<pre>a line\nb line</pre>", ["a line", "b line"]),
        ("<p>一行\n续行</p>", ["一行续行"]),
        ("<p>one\n  two</p>", ["one two"]),
        ("<p>She said <q>no</q>.</p>", ["She said “no”."]),
        ("<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>", ["漢字(かんじ)"]),
        ("<h2>A <button>SITE</button>heading</h2><p>x.</p>", ["A heading", "SITE", "x."]),
        ("<div>loose <b>bold</b><p>own</p>tail</div>", ["loose bold", "own", "tail"]),
        ("<p>one</p></body></html><p>behind the end</p>", ["one", "behind the end"]),
        ("<p>a &amp; b &lt;c&gt; &#x6570;</p>", ["a & b <c> 数"]),
    ],
)
def test_lines_are_those_that_a_reader_sees(source: str, shown: list[str]) -> None:
    assert lines(page(source)) == shown


def test_headings_lists_and_tables_keep_their_kind() -> None:
    document = page("<h1>T</h1><h3>S</h3><p>p.</p><ul><li>a</ul><table><tr><td>1<td>2</table>")
    kinds = [(block.kind, block.level) for block in document.blocks]
    assert kinds == [("heading", 1), ("heading", 3), ("paragraph", 0), ("list_item", 1),
                     ("table_row", 0)]  # fmt: skip
    assert [s.title for s in document.sections if s.heading is not None] == ["T", "S"]


def test_metadata_is_read_from_the_head() -> None:
    document = page(
        "<h1>Herons count</h1><p>x.</p>",
        '<title>Herons count - Journal</title><meta name="citation_author" content="Doe, Jane">'
        '<meta name="citation_author" content="Roe, R."><meta name="citation_doi" '
        'content="10.1234/abc"><meta name="citation_publication_date" content="2024/03/05">'
        '<link rel="canonical" href="https://example.org/herons">',
    )
    stated = document.metadata
    assert (stated["title"], stated["doi"]) == ("Herons count", "10.1234/abc")
    assert (stated["authors"], stated["date"]) == ("Doe, Jane, Roe, R.", "2024-03-05")
    assert stated["url"] == "https://example.org/herons"


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("shift_jis", "Shift_JIS"), ("euc_jp", "EUC-JP"), ("gb18030", "gb2312"), ("big5", "big5"),
     ("cp1252", "iso-8859-1"), ("utf-8", "utf-8"), ("utf-16", "utf-16"), ("utf-8", "shift_jis"),
     ("utf-8", "unicode_escape"), ("utf-8", "zlib")],
)  # fmt: skip
def test_encodings_are_declared_or_found(encoding: str, declared: str) -> None:
    words = {"cp1252": "Ærøskøbing café", "gb18030": "苍鹭模型", "big5": "蒼鷺模型"}.get(
        encoding, "ヘロン模型を公開"
    )
    source = f'<html><head><meta charset="{declared}"></head><body><p>{words}</p></body></html>'
    assert read_bytes(source.encode(encoding), "a.html").text == words


TAGS = ("div", "p", "span", "b", "section", "article", "aside", "footer", "header", "nav", "ul",
        "li", "table", "tr", "td", "blockquote", "a", "del", "ins", "pre", "code", "dl", "dt", "dd",
        "details", "summary", "figure", "figcaption", "h2", "button", "label", "em", "sup",
        "noscript", "form", "fieldset", "main", "x-card", "font", "q", "small")  # fmt: skip
NODES = st.recursive(
    st.sampled_from(["words ", "词语", "<br>", "\n", "<!-- note -->", "&amp;", "<img alt=x>", ""]),
    lambda inner: st.builds(
        lambda tag, kids, close: f"<{tag}>{''.join(kids)}" + (f"</{tag}>" if close else ""),
        st.sampled_from(TAGS), st.lists(inner, max_size=4), st.booleans(),
    ),
    max_leaves=25,
)  # fmt: skip


@given(layout=st.sampled_from(sorted(LAYOUTS)), place=st.integers(0, 200))
@settings(max_examples=120, deadline=None)
def test_a_sentence_anywhere_in_a_layout_comes_back(layout: str, place: int) -> None:
    sentinel = "Quartz lamps have 417 facets."
    source = LAYOUTS[layout].format(article=ARTICLE, notice=NOTICES["class"])
    body = source.index("<body")
    ends = [m.end() for m in re.finditer(">", source)
            if m.end() > body and not _is_silent(source, m.end())]  # fmt: skip
    at = ends[place % len(ends)]
    document = read_bytes(f"{source[:at]}{sentinel}{source[at:]}".encode(), f"{layout}.html")
    assert document.block_at(document.text.index(sentinel)) is not None


def _is_silent(source: str, at: int) -> bool:
    """Whether words at this place stand in a script."""
    return source.rfind("<script", 0, at) > source.rfind("</script", 0, at)


@given(before=NODES, tag=st.sampled_from(TAGS), after=NODES)
@settings(max_examples=250, deadline=None)
def test_a_sentence_anywhere_comes_back_or_the_page_is_refused(
    before: str, tag: str, after: str
) -> None:
    sentinel = "Quartz lamps have 417 facets."
    source = f"<html><body>{before}<{tag}>{sentinel}</{tag}>{after}</body></html>"
    try:
        document = read_bytes(source.encode(), "a.html")
    except InputError:
        return
    block = document.block_at(document.text.index(sentinel))
    assert block is not None
    end = 0
    for block in document.blocks:
        assert end <= block.start < block.end
        words = document.text[block.start : block.end]
        assert words == words.strip()
        end = block.end
