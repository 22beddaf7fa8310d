"""Files under the wrong name: the content tells the format, the name only where it does not."""

from __future__ import annotations

import json

import pytest

from factcheck.sources import read_bytes
from tests.sources.pdf_maker import with_text

PAGE = "<!DOCTYPE html><html><body><p>A heron.</p></body></html>"
XHTML = '<?xml version="1.0" encoding="UTF-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><body>'
BIBTEX = "% our list\n@article{k, title = {A heron}}\n"
CSL = json.dumps([{"DOI": "10.1/a", "title": "A heron", "issued": {"date-parts": [[2020]]}}])
CROSSREF = json.dumps({"status": "ok", "message": {"DOI": "10.1/a", "title": ["A heron"]}})
OPENALEX = json.dumps({"id": "https://openalex.org/W1", "title": "A heron", "authorships": []})
ROR = json.dumps({"id": "https://ror.org/012345678", "name": "Wetland Labs"})
RIS = "TY  - JOUR\r\nTI  - A heron\r\nER  - \r\n"
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A heron</title></entry></feed>'
WATCH = "Record ID,Title,OriginalPaperDOI,RetractionNature\n1,A heron,10.1/a,Retraction\n"
FACTS = "subject,predicate,value,as_of,source\nHeron 2,parameter_count,13 billion,2024,card\n"
FACTS_TOML = '[[fact]]\nsubject = "Heron 2"\npredicate = "parameter_count"\nvalue = "13 billion"\n'
MATTER = "---\ntitle: A heron\nauthor: Mira Solberg\n---\n\nText.\n"

MISNAMED: dict[str, tuple[bytes, str]] = {
    "page.txt": (PAGE.encode(), "html"),
    "page.md": (PAGE.encode(), "html"),
    "page.json": (PAGE.encode(), "html"),
    "xhtml.xml": ((XHTML + "<p>x</p></body></html>").encode(), "html"),
    "page.bib": (b"<!-- saved -->\n<html><body>A heron.</body></html>", "html"),
    "wide.txt": (PAGE.encode("utf-16"), "html"),
    "paper.html": (with_text([["A heron."]]), "pdf"),
    "paper.txt": (with_text([["A heron."]]), "pdf"),
    "works.txt": (BIBTEX.split("\n", 1)[1].encode(), "bibtex"),
    "works.json": (BIBTEX.split("\n", 1)[1].encode(), "bibtex"),
    "works.html": (BIBTEX.split("\n", 1)[1].encode("utf-16"), "bibtex"),
    "csl.bib": (CSL.encode(), "records-json"),
    "csl.txt": (b"\xef\xbb\xbf" + CSL.encode(), "records-json"),
    "crossref.html": (CROSSREF.encode(), "records-json"),
    "openalex.md": (OPENALEX.encode(), "records-json"),
    "ror.csv": (ROR.encode(), "records-json"),
    "ris.bib": (RIS.encode(), "ris"),
    "ris.csv": (b"\xef\xbb\xbf" + RIS.encode(), "ris"),
    "feed.html": (ATOM.encode(), "arxiv-atom"),
    "feed.txt": (('<?xml version="1.0"?>\n' + ATOM).encode(), "arxiv-atom"),
    "watch.txt": (WATCH.encode(), "retraction-watch"),
    "watch.json": (WATCH.encode(), "retraction-watch"),
    "facts.md": (FACTS.encode(), "house-facts-csv"),
    "facts.bib": (FACTS_TOML.encode(), "house-facts-toml"),
    "matter.txt": (MATTER.encode(), "markdown"),
    "matter": (MATTER.encode(), "markdown"),
}  # fmt: skip
BY_NAME: dict[str, tuple[bytes, str]] = {
    "a.md": (b"A heron has wings.", "markdown"), "a.txt": (b"# A heron", "text"),
    "a.html": (b"<p>A heron has wings.", "html"), "a": (b"A heron has wings.", "text"),
    "a.bib": (BIBTEX.encode(), "bibtex"), "a.rst": (b"A heron\n=======\n", "text"),
}  # fmt: skip


@pytest.mark.parametrize("name", MISNAMED)
def test_the_content_tells_the_format_whatever_the_name(name: str) -> None:
    data, reader = MISNAMED[name]
    assert read_bytes(data, name).snapshot.reader.partition("@")[0] == reader


@pytest.mark.parametrize("name", BY_NAME)
def test_the_name_tells_what_the_content_leaves_open(name: str) -> None:
    data, reader = BY_NAME[name]
    assert read_bytes(data, name).snapshot.reader.partition("@")[0] == reader
