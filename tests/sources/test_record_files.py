"""Reference records in every form: decoded values, each at its place in the file."""

from __future__ import annotations

import json
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import InputError
from factcheck.sources import Document, read_bytes, read_text
from factcheck.sources.records.readers import records
from factcheck.sources.records.record import Record

CSL = """[
 {"id": "k1", "type": "article-journal", "title": "Herons \\u0026 lakes", "DOI": "10.1234/abc",
  "author": [{"family": "Doe", "given": "Jane"}, {"family": "岡野", "given": "花子"},
             {"literal": "Lake Team"}, {"literal": "others"}],
  "issued": {"date-parts": [[2020, 5, 1]]}, "container-title": "Journal of Lakes"}
]"""
CROSSREF = """{"status": "ok", "message-type": "work-list", "message": {"items": [
 {"DOI": "10.1234/paper", "title": ["Herons of <i>the</i> lake"], "type": "journal-article",
  "issued": {"date-parts": [[2020]]}, "published-print": {"date-parts": [[2021, 2]]},
  "author": [{"given": "Jane", "family": "Doe", "affiliation": [{"name": "Reed Institute"}]}],
  "updated-by": [
   {"DOI": "10.1234/note", "type": "retraction", "source": "retraction-watch",
    "label": "Retraction", "updated": {"date-parts": [[2022, 3, 4]]}},
   {"DOI": "10.1234/note", "type": "retraction", "source": "publisher"}]},
 {"DOI": "10.1234/note", "title": ["Retraction: Herons of the lake"],
  "issued": {"date-parts": [[2022]]},
  "update-to": [{"DOI": "10.1234/paper", "type": "retraction", "source": "publisher"}]}]}}"""
OPENALEX = (
    '{"id": "https://openalex.org/W1", "doi": "https://doi.org/10.1234/abc", "title": "Herons", '
    '"publication_year": 2020, "publication_date": "2020-05-01", "is_retracted": true, '
    '"authorships": [{"author": {"display_name": "Jane Doe"}, '
    '"institutions": [{"display_name": "Reed Institute"}]}], '
    '"primary_location": {"source": {"display_name": "Journal of Lakes"}}}\n'
)
ROR = """{"number_of_results": 1, "items": [{"id": "https://ror.org/0abc", "established": 1998,
 "names": [{"value": "Reed Institute", "types": ["ror_display", "label"]},
           {"value": "RI", "types": ["acronym"]}, {"value": "芦研究所", "types": ["label"]}],
 "links": [{"type": "website", "value": "https://reed.example"}]}]}"""
OLD_ROR = (
    '{"id": "https://ror.org/0abc", "name": "Reed Institute", "aliases": ["Institute of Reeds"], '
    '"acronyms": ["RI"], "country": {"country_name": "Norway"}, "established": 1998}'
)
ATOM = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Query</title><entry>
<id>http://arxiv.org/abs/2201.11903v6</id><updated>2023-01-10T00:00:00Z</updated>
<published>2022-01-28T02:33:07Z</published><title>Herons &amp;
  lakes</title><summary>Words &lt;here&gt;.</summary>
<author><name>Jane Doe</name><arxiv:affiliation xmlns:arxiv="a">Reed Institute</arxiv:affiliation>
</author><author><name>花子 岡野</name></author><arxiv:doi>10.1234/abc</arxiv:doi>
<link href="http://arxiv.org/pdf/2201.11903v6" rel="related"/></entry></feed>"""
RIS = """TY  - JOUR
AU  - Doe, Jane
A1  - Roe, R., Jr.
TI  - Herons: a survey
PY  - 2020/05/01/
JO  - Journal of Lakes
DO  - https://doi.org/10.1234/abc
AD  - Reed Institute
ER  -

TY  - BOOK
TI  - A second one
PY  - 2019
ER  - """
RW_HEAD = (
    "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,"
    "RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,"
    "OriginalPaperPubMedID,RetractionNature,Reason,Paywalled,Notes,\n"
)
RETRACTION_WATCH = RW_HEAD + (
    '7,"Herons, ""and"" lakes",(B);,Reed Institute;Lake Lab,Journal of Lakes,Reed,Norway,'
    "Jane Doe;R. Roe,,Research Article;,3/24/2010 0:00,10.1234/note,0,1/2/2009 0:00,"
    "10.1234/abc,0,Expression of concern,+Error in Data;+Notice;,No,,\n"
)
FACTS_CSV = """subject,predicate,value,as_of,source
Mira Solberg,affiliation,Wetland Labs; Reed Institute,2024-01,team page
Mira Solberg,cofounder of,"Wetland Labs, Inc.",,
Heron 2,parameter_count,13 billion,2024-03-05,model card
,parameter_count,1,,
"""
FACTS_TOML = """# what we know
[[fact]]
subject = "Heron 2"   # the model
predicate = "parameter_count"
value = "13 \\u0062illion"
as_of = 2024-03-05

[[fact]]
subject = 'Mira Solberg'
predicate = "affiliation"
value = ["Wetland Labs", "Reed Institute"]
"""
FILES = {
    "csl.json": CSL, "crossref.json": CROSSREF, "openalex.jsonl": OPENALEX, "ror.json": ROR,
    "ror1.json": OLD_ROR, "arxiv.xml": ATOM, "works.ris": RIS, "rw.csv": RETRACTION_WATCH,
    "facts.csv": FACTS_CSV, "facts.toml": FACTS_TOML,
}  # fmt: skip


def read(text: str, name: str = "file") -> tuple[Document, tuple[Record, ...]]:
    document = read_bytes(text.encode(), name)
    return document, tuple(records(document))


def values(record: Record) -> dict[str, str]:
    return {name: stated.value for name, stated in record.fields.items()}


@pytest.mark.parametrize("name", FILES)
def test_the_content_tells_the_form_and_quotes_are_of_the_file(name: str) -> None:
    document, found = read(FILES[name], "no-extension")
    assert document.kind == "record" and found and document.text == FILES[name]
    assert document.exact_map and len(document.sections) <= len(found)
    for record in found:
        places = [s.span for s in (*record.fields.values(), *record.authors, *record.aliases,
                                   *record.institutions)]  # fmt: skip
        for span in (*places, *(update.span for update in record.updates)):
            assert record.span.start <= span.start < span.end <= record.span.end
            block = document.block_at(span.start)
            assert block is not None and block.zone == "body"
    for section in document.sections:
        assert section.subject


def test_csl_json() -> None:
    document, (record,) = read(CSL)
    assert record.title == "Herons & lakes" and record.key == "k1"
    span = record.fields["title"].span
    assert document.text[span.start : span.end] == "Herons \\u0026 lakes"
    assert [a.value for a in record.authors] == ["Jane Doe", "岡野花子", "Lake Team"]
    assert record.open_authors
    assert values(record)["date"] == "2020-05-01"
    assert values(record)["journal"] == "Journal of Lakes"


def test_crossref_keeps_both_directions_and_both_sources() -> None:
    _, (paper, notice) = read(CROSSREF)
    assert paper.title == "Herons of the lake" and values(paper)["year"] == "2020"
    assert values(paper)["date-print"] == "2021-02"
    assert [i.value for i in paper.institutions] == ["Reed Institute"]
    told = [(u.direction, u.kind, u.other, u.source, u.date) for u in paper.updates]
    assert told == [("by", "retraction", "10.1234/note", "retraction-watch", "2022-03-04"),
                    ("by", "retraction", "10.1234/note", "publisher", "")]  # fmt: skip
    assert [(u.direction, u.other) for u in notice.updates] == [("to", "10.1234/paper")]


def test_openalex_line_by_line() -> None:
    broken = '{"id": "https://openalex.org/W2", "title": "Never closed\n'
    document, found = read(OPENALEX + broken + OPENALEX.replace("W1", "W3"))
    assert [r.key[-2:] for r in found] == ["W1", "W3"]
    assert document.notes == ("line 2: damaged JSON: a text without end, or a wrong escape",)
    assert values(found[0])["doi"] == "10.1234/abc" and found[0].updates[0].kind == "retraction"
    assert [a.value for a in found[0].authors] == ["Jane Doe"]


@pytest.mark.parametrize(("text", "others"), [(ROR, ["RI", "芦研究所"]),
                                              (OLD_ROR, ["Institute of Reeds", "RI"])])  # fmt: skip
def test_ror(text: str, others: list[str]) -> None:
    _, (record,) = read(text)
    assert record.subject == "Reed Institute" and values(record)["founded"] == "1998"
    assert [alias.value for alias in record.aliases] == others


def test_arxiv_atom() -> None:
    _, (record,) = read(ATOM)
    assert values(record)["title"] == "Herons & lakes"
    assert values(record)["eprint"] == "2201.11903v6" and values(record)["doi"] == "10.1234/abc"
    assert values(record)["abstract"] == "Words <here>."
    assert [a.value for a in record.authors] == ["Jane Doe", "花子 岡野"]
    assert [i.value for i in record.institutions] == ["Reed Institute"]


def test_ris() -> None:
    _, (first, second) = read(RIS)
    assert [a.value for a in first.authors] == ["Jane Doe", "R. Roe Jr."]
    assert values(first)["date"] == "2020-05-01" and values(first)["doi"] == "10.1234/abc"
    assert second.title == "A second one" and values(second)["year"] == "2019"


def test_retraction_watch() -> None:
    _, (record,) = read(RETRACTION_WATCH)
    assert record.title == 'Herons, "and" lakes' and values(record)["date"] == "2009-01-02"
    (update,) = record.updates
    assert (update.kind, update.date) == ("expression_of_concern", "2010-03-24")
    assert (update.other, update.source) == ("10.1234/note", "retraction-watch")
    assert update.reason == "Error in Data; Notice"
    assert [i.value for i in record.institutions] == ["Reed Institute", "Lake Lab"]


def test_house_facts() -> None:
    document, found = read(FACTS_CSV)
    assert [values(r)["predicate"] for r in found] == ["affiliation", "cofounder_of",
                                                       "parameter_count"]  # fmt: skip
    assert values(found[1])["value"] == "Wetland Labs, Inc."
    assert [s.subject for s in document.sections] == ["Mira Solberg", "Heron 2"]
    assert document.notes == ("line 5: no subject, predicate or value; skipped",)
    document, found = read(FACTS_TOML)
    assert values(found[0]) == {"subject": "Heron 2", "predicate": "parameter_count",
                                "value": "13 billion", "as_of": "2024-03-05"}  # fmt: skip
    assert values(found[1])["value"] == "Wetland Labs; Reed Institute"
    span = found[1].fields["value"].span
    assert document.text[span.start : span.end] == '["Wetland Labs", "Reed Institute"]'


def test_a_table_of_other_columns_is_text() -> None:
    assert read_bytes(b"name,colour\nheron,grey\n", "birds.csv").kind == "article"
    assert read_bytes(b'[tool]\nname = "x"\n', "a.toml").kind == "article"


def test_windows_lines_and_a_mark_at_the_beginning() -> None:
    for name in ("works.ris", "facts.csv", "facts.toml", "rw.csv"):
        text = FILES[name].replace("\n", "\r\n")
        plain = [values(r) for r in read(FILES[name])[1]]
        document = read_bytes(b"\xef\xbb\xbf" + text.encode(), name)
        assert [values(r) for r in records(document)] == plain
        assert document.text == text


WORDS = st.text(
    alphabet=st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029"),
    min_size=1, max_size=30,
).filter(lambda text: bool(text.strip()) and "&" not in text and "<" not in text)  # fmt: skip


@given(titles=st.lists(WORDS, min_size=1, max_size=5), ascii_only=st.booleans())
@settings(max_examples=60, deadline=None)
def test_whatever_json_escapes_comes_back(titles: list[str], ascii_only: bool) -> None:
    entries = [{"DOI": f"10.1/{n}", "title": title} for n, title in enumerate(titles)]
    document = read_text(json.dumps(entries, ensure_ascii=ascii_only), "a.json")
    found = list(records(document))
    assert [r.title for r in found] == [" ".join(t.split()) for t in titles]
    for record in found:
        span = record.fields["title"].span
        written = document.text[span.start : span.end]
        assert " ".join(str(json.loads(f'"{written}"')).split()) == record.title


@pytest.mark.parametrize("name", FILES)
@given(cut=st.integers(0, 2_000), junk=st.sampled_from(["", "{", '"', "]", "\n", "<", "\\", ","]))
@settings(max_examples=25, deadline=None)
def test_a_damaged_file_is_read_as_far_as_it_goes_or_refused(
    name: str, cut: int, junk: str
) -> None:
    text = FILES[name]
    at = cut % len(text)
    try:
        document = read_text(text[:at] + junk + text[at + 1 :], name)
    except InputError as refusal:
        assert refusal.why
    else:
        for block in document.blocks:
            assert document.quote(block.start, block.end).exact


LONG = {
    "long.json": (b"[", b'{"DOI": "10.1/%d", "title": "A heron of lake %d"},\n',
                  b'{"DOI": "10.1/x"}]'),
    "long.ris": (b"", b"TY  - JOUR\nDO  - 10.1/%d\nTI  - A heron of lake %d\nER  - \n", b""),
    "long.xml": (b'<feed xmlns="http://www.w3.org/2005/Atom">',
                 b"<entry><id>http://arxiv.org/abs/2401.%05dv1</id><title>No. %d</title></entry>",
                 b"</feed>"),
    "long.bib": (b"", b"@misc{k%d, title = {A heron of lake %d}}\n", b""),
    "long.csv": (b"Title,RetractionNature,OriginalPaperDOI,Notes\n",
                 b"A heron %d,Retraction,10.1/%d," + b"x" * 700 + b"\n", b""),
    "facts.csv": (b"subject,predicate,value\n", b"Lake %d,bird_count,%d\n", b""),
    "facts.toml": (b"", b'[[fact]]\nsubject = "Lake %d"\npredicate = "birds"\nvalue = "%d"\n', b""),
}  # fmt: skip


@pytest.mark.parametrize("name", LONG)
def test_records_are_read_one_by_one_whatever_the_length_of_the_file(name: str) -> None:
    head, entry, tail = LONG[name]
    count = 3_000 if name == "long.csv" else 1_500  # the real one is longer than an article may be
    data = head + b"".join(entry % (n, n) for n in range(count)) + tail
    document = read_bytes(data, name)
    tracemalloc.start()
    found = sum(1 for _ in records(document))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found >= count and peak < 200_000
