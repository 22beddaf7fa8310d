"""A bibliography is a source: fields are blocks that quote the file, values are decoded."""

from __future__ import annotations

from factcheck.sources import Document, read_text
from factcheck.sources.records.bibtex import records

BIBLIOGRAPHY = r"""% our own list
@string{nips = "Advances in Neural Information Processing Systems"}

@inproceedings{vaswani2017,
  title     = {Attention {Is} All You Need},
  author    = {Vaswani, Ashish and Noam Shazeer and {Facebook AI Team} and others},
  booktitle = nips # { 30},
  year      = 2017,
  pages     = "5998--6008",
}

@broken{oops, title = {never closed,

@article{jumper2021,
  title = "Structures, {\"U}ber {\AA}ngstr{\"o}m",
  author = {M{\"u}ller, J{\'e}r{\^o}me and {\L}ukasz Kaiser and King, Jr., Martin},
  editor = {Smith, Ann},
  doi = {10.1038/s41586-021-03819-2},
  year = {2021}
}
"""


def bibliography() -> Document:
    return read_text(BIBLIOGRAPHY, "papers.bib")


def test_it_is_a_record_whose_text_is_the_file() -> None:
    document = bibliography()
    assert document.kind == "record" and document.exact_map
    assert document.text == BIBLIOGRAPHY


def test_every_field_is_a_block_that_quotes_the_file() -> None:
    document = bibliography()
    fields = {
        (section.subject, block.label): document.text[block.content.start : block.content.end]
        for block in document.blocks
        if block.kind == "field" and (section := document.section_at(block.start))
    }
    assert fields["Attention Is All You Need", "year"] == "2017"
    assert fields["Attention Is All You Need", "pages"] == "5998--6008"
    assert fields["Attention Is All You Need", "title"] == "Attention {Is} All You Need"


def test_an_entry_is_a_section_about_its_title() -> None:
    assert [s.subject for s in bibliography().sections] == [
        "Attention Is All You Need", "Structures, Über Ångström",
    ]  # fmt: skip


def test_values_are_decoded_and_strings_replaced() -> None:
    first, second = records(bibliography())
    assert (first.entry_type, first.key) == ("inproceedings", "vaswani2017")
    assert first.fields["booktitle"].value == (
        "Advances in Neural Information Processing Systems 30"
    )
    assert first.fields["pages"].value == "5998–6008"
    assert second.title == "Structures, Über Ångström"


def test_people_are_split_first_and_decoded_then() -> None:
    first, second = records(bibliography())
    assert [a.value for a in first.authors] == [
        "Ashish Vaswani", "Noam Shazeer", "Facebook AI Team",
    ]  # fmt: skip
    assert first.open_authors and not second.open_authors
    assert [a.value for a in second.authors] == [
        "Jérôme Müller", "Łukasz Kaiser", "Martin King Jr.",
    ]  # fmt: skip
    assert [e.value for e in second.editors] == ["Ann Smith"]


def test_every_author_has_a_place_of_its_own() -> None:
    document = bibliography()
    author = next(records(document)).authors[1]
    assert document.text[author.span.start : author.span.end] == "Noam Shazeer"


def test_one_broken_entry_is_noted_and_the_others_live() -> None:
    document = bibliography()
    assert [r.key for r in records(document)] == ["vaswani2017", "jumper2021"]
    assert any("broken entry" in note and "line 12" in note for note in document.notes)


def test_the_content_tells_a_bibliography_without_its_extension() -> None:
    assert read_text("\n@article{a, year = 2020}\n", "notes").kind == "record"
    assert read_text("@alice said that it works.", "notes.txt").kind == "article"


def test_escaped_and_nested_delimiters() -> None:
    (record,) = records(read_text(r'@misc{k, a = {x \} y {z} w}, b = "p {"} q", c = {}}', "x.bib"))
    assert record.fields["b"].value == 'p " q' and record.fields["c"].value == ""
    assert "z" in record.fields["a"].value


def test_other_documents_hold_no_records() -> None:
    assert list(records(read_text("A text.", "a.txt"))) == []
